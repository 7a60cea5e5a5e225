import { createRoute, lazyRouteComponent } from '@tanstack/react-router';
import { WorkLayout } from '../features/shell/layouts/work-layout';
import { rootRoute } from './root';

const layout = createRoute({
  getParentRoute: () => rootRoute,
  path: '/work',
  component: WorkLayout,
});

const dashboard = createRoute({
  getParentRoute: () => layout,
  path: '/',
  component: lazyRouteComponent(
    () => import('../features/identity/pages/dashboard-page'),
    'DashboardPage',
  ),
});

const account = createRoute({
  getParentRoute: () => layout,
  path: '/account',
  component: lazyRouteComponent(
    () => import('../features/identity/pages/account-page'),
    'AccountPage',
  ),
});

const enterprise = createRoute({
  getParentRoute: () => layout,
  path: '/enterprise',
  component: lazyRouteComponent(
    () => import('../features/enterprise/pages/enterprise-page'),
    'EnterprisePage',
  ),
});

const enterpriseQueue = createRoute({
  getParentRoute: () => layout,
  path: '/queue/enterprises',
  component: lazyRouteComponent(
    () => import('../features/enterprise/pages/enterprise-queue-page'),
    'EnterpriseQueuePage',
  ),
});

const mySignUps = createRoute({
  getParentRoute: () => layout,
  path: '/sign-ups',
  component: lazyRouteComponent(
    () => import('../features/sign-up/pages/my-sign-ups-page'),
    'MySignUpsPage',
  ),
});

const myBids = createRoute({
  getParentRoute: () => layout,
  path: '/bids',
  component: lazyRouteComponent(() => import('../features/bid/pages/my-bids-page'), 'MyBidsPage'),
});

const bid = createRoute({
  getParentRoute: () => layout,
  path: '/bids/$tenderId',
  component: lazyRouteComponent(() => import('../features/bid/pages/bid-page'), 'BidPage'),
});

/** The workspaces of those who are signed in. */
export const workRoutes = layout.addChildren([
  dashboard,
  account,
  enterprise,
  enterpriseQueue,
  mySignUps,
  myBids,
  bid,
]);
