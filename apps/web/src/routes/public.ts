import { createRoute, lazyRouteComponent } from '@tanstack/react-router';
import { PublicLayout } from '../features/shell/layouts/public-layout';
import { parseTenderSearch } from '../features/tender/tender-search';
import { parseFirmSearch } from '../features/enterprise/public/firm-search';
import { parseReturn } from '../features/identity/return-to';
import { rootRoute } from './root';

const layout = createRoute({
  getParentRoute: () => rootRoute,
  id: 'public',
  component: PublicLayout,
});

const home = createRoute({
  getParentRoute: () => layout,
  path: '/',
  component: lazyRouteComponent(() => import('../features/portal/pages/home-page'), 'HomePage'),
});

const tenders = createRoute({
  getParentRoute: () => layout,
  path: '/tenders',
  validateSearch: parseTenderSearch,
  component: lazyRouteComponent(
    () => import('../features/tender/pages/tender-list-page'),
    'TenderListPage',
  ),
});

const tender = createRoute({
  getParentRoute: () => layout,
  path: '/tenders/$tenderId',
  component: lazyRouteComponent(() => import('../features/tender/pages/tender-page'), 'TenderPage'),
});

const signIn = createRoute({
  getParentRoute: () => layout,
  path: '/sign-in',
  validateSearch: parseReturn,
  component: lazyRouteComponent(
    () => import('../features/identity/pages/sign-in-page'),
    'SignInPage',
  ),
});

const register = createRoute({
  getParentRoute: () => layout,
  path: '/register',
  component: lazyRouteComponent(
    () => import('../features/enterprise/pages/register-page'),
    'RegisterPage',
  ),
});

const enterprises = createRoute({
  getParentRoute: () => layout,
  path: '/enterprises',
  validateSearch: parseFirmSearch,
  component: lazyRouteComponent(
    () => import('../features/enterprise/public/firm-list-page'),
    'FirmListPage',
  ),
});

const experts = createRoute({
  getParentRoute: () => layout,
  path: '/experts',
  component: lazyRouteComponent(
    () => import('../features/expert/pages/public-pool-page'),
    'PublicPoolPage',
  ),
});

const registerExpert = createRoute({
  getParentRoute: () => layout,
  path: '/experts/register',
  component: lazyRouteComponent(
    () => import('../features/expert/pages/register-expert-page'),
    'RegisterExpertPage',
  ),
});

const frameworks = createRoute({
  getParentRoute: () => layout,
  path: '/frameworks',
  component: lazyRouteComponent(
    () => import('../features/framework/pages/frameworks-page'),
    'FrameworksPage',
  ),
});

const framework = createRoute({
  getParentRoute: () => layout,
  path: '/frameworks/$frameworkId',
  component: lazyRouteComponent(
    () => import('../features/framework/pages/framework-page'),
    'FrameworkPage',
  ),
});

const procedures = createRoute({
  getParentRoute: () => layout,
  path: '/procedures',
  component: lazyRouteComponent(
    () => import('../features/procedure/public-procedures-page'),
    'PublicProceduresPage',
  ),
});

const enterprise = createRoute({
  getParentRoute: () => layout,
  path: '/enterprises/$creditCode',
  component: lazyRouteComponent(
    () => import('../features/enterprise/public/firm-page'),
    'FirmPage',
  ),
});

const decision = createRoute({
  getParentRoute: () => layout,
  path: '/complaints/$complaintId',
  component: lazyRouteComponent(
    () => import('../features/complaint/pages/decision-page'),
    'DecisionPage',
  ),
});

const localPurchases = createRoute({
  getParentRoute: () => layout,
  path: '/local-purchases',
  component: lazyRouteComponent(
    () => import('../features/project/pages/local-purchases-page'),
    'LocalPurchasesPage',
  ),
});

const hall = createRoute({
  getParentRoute: () => layout,
  path: '/halls/$openingId',
  component: lazyRouteComponent(() => import('../features/opening/pages/hall-page'), 'HallPage'),
});

const draw = createRoute({
  getParentRoute: () => layout,
  path: '/draws/$drawId',
  component: lazyRouteComponent(() => import('../features/draw/pages/draw-page'), 'DrawPage'),
});

const printed = createRoute({
  getParentRoute: () => layout,
  path: '/verify/$fingerprint',
  component: lazyRouteComponent(() => import('../features/verify/printed-page'), 'PrintedPage'),
});

const browserCheck = createRoute({
  getParentRoute: () => layout,
  path: '/browser-check',
  component: lazyRouteComponent(
    () => import('../features/shell/components/browser-check-page'),
    'BrowserCheckPage',
  ),
});

/** What anyone may read without signing in. */
export const publicRoutes = layout.addChildren([
  home,
  tenders,
  tender,
  signIn,
  register,
  enterprises,
  enterprise,
  experts,
  registerExpert,
  procedures,
  frameworks,
  framework,
  hall,
  decision,
  localPurchases,
  draw,
  printed,
  browserCheck,
]);
