import { createRootRoute } from '@tanstack/react-router';
import { Root } from '../features/shell/layouts/root';

export const rootRoute = createRootRoute({ component: Root });
