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

/** The workspaces of those who are signed in. */
export const workRoutes = layout.addChildren([dashboard, account]);
