import type { paths } from '@contracts';
import type { Demo } from './wire';

/** Routes that demonstration servers alone have, and the API's description therefore leaves out. */
interface DemonstrationPaths {
  '/api/demo': {
    get: {
      parameters: object;
      responses: { 200: { content: { 'application/json': Demo } } };
    };
  };
}

/** The routes the web speaks to. */
export type ApiPaths = paths & DemonstrationPaths;
