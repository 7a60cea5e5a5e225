import { createRouter } from '@tanstack/react-router';
import { NotFoundPage } from '../features/shell/components/not-found-page';
import { RoutePending } from '../features/shell/components/route-pending';
import { CrashPage } from '../features/shell/components/crash-page';
import { publicRoutes } from './public';
import { rootRoute } from './root';
import { stageRoutes } from './stage';
import { workRoutes } from './work';

const routeTree = rootRoute.addChildren([publicRoutes, workRoutes, stageRoutes]);

/** The router of the app. */
export function createAppRouter() {
  return createRouter({
    routeTree,
    defaultPreload: 'intent',
    defaultPendingMs: 200,
    defaultPendingComponent: RoutePending,
    defaultErrorComponent: CrashPage,
    defaultNotFoundComponent: NotFoundPage,
    notFoundMode: 'root',
    scrollRestoration: true,
  });
}

export type AppRouter = ReturnType<typeof createAppRouter>;

declare module '@tanstack/react-router' {
  interface Register {
    router: AppRouter;
  }
}
