import { createRoute, lazyRouteComponent } from '@tanstack/react-router';
import { StageLayout } from '../features/shell/layouts/stage-layout';
import { rootRoute } from './root';

const layout = createRoute({
  getParentRoute: () => rootRoute,
  path: '/stage',
  component: StageLayout,
});

const today = createRoute({
  getParentRoute: () => layout,
  path: '/today',
  component: lazyRouteComponent(
    () => import('../features/portal/pages/today-screen'),
    'TodayScreen',
  ),
});

const hall = createRoute({
  getParentRoute: () => layout,
  path: '/halls/$openingId',
  component: lazyRouteComponent(
    () => import('../features/opening/pages/hall-screen'),
    'HallScreen',
  ),
});

const lottery = createRoute({
  getParentRoute: () => layout,
  path: '/lotteries/$tenderId',
  component: lazyRouteComponent(
    () => import('../features/draw/pages/lottery-screen'),
    'LotteryScreen',
  ),
});

/** The big screens of the building: dark, without controls. */
export const stageRoutes = layout.addChildren([today, hall, lottery]);
