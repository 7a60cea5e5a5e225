import { DRAW_ERRORS } from './errors/draw';
import { IDENTITY_ERRORS } from './errors/identity';
import type { ErrorKind } from './errors/kinds';
import { NOTIFICATION_ERRORS } from './errors/notification';
import { POOL_ERRORS } from './errors/pool';
import { PLATFORM_ERRORS } from './errors/platform';
import { TENDER_ERRORS } from './errors/tender';

export type { ErrorKind } from './errors/kinds';

/** The one registry of error codes; each capability's stand in `errors/`. */
export const ERRORS = {
  ...PLATFORM_ERRORS,
  ...IDENTITY_ERRORS,
  ...TENDER_ERRORS,
  ...DRAW_ERRORS,
  ...POOL_ERRORS,
  ...NOTIFICATION_ERRORS,
} as const satisfies Record<string, ErrorKind>;

/** A code of the registry. */
export type ErrorCode = keyof typeof ERRORS;
