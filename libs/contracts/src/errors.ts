import { BID_SECURITY_ERRORS } from './errors/bid-security';
import { COMPLAINT_ERRORS } from './errors/complaint';
import { CONTRACT_ERRORS } from './errors/contract';
import { DRAW_ERRORS } from './errors/draw';
import { EVALUATION_ERRORS } from './errors/evaluation';
import { IDENTITY_ERRORS } from './errors/identity';
import type { ErrorKind } from './errors/kinds';
import { NOTIFICATION_ERRORS } from './errors/notification';
import { FRAMEWORK_ERRORS } from './errors/framework';
import { POOL_ERRORS } from './errors/pool';
import { PLATFORM_ERRORS } from './errors/platform';
import { TENDER_ERRORS } from './errors/tender';

export type { ErrorKind } from './errors/kinds';

/** The one registry of error codes; each capability's stand in `errors/`. */
export const ERRORS = {
  ...PLATFORM_ERRORS,
  ...IDENTITY_ERRORS,
  ...TENDER_ERRORS,
  ...EVALUATION_ERRORS,
  ...DRAW_ERRORS,
  ...FRAMEWORK_ERRORS,
  ...POOL_ERRORS,
  ...BID_SECURITY_ERRORS,
  ...COMPLAINT_ERRORS,
  ...CONTRACT_ERRORS,
  ...NOTIFICATION_ERRORS,
} as const satisfies Record<string, ErrorKind>;

/** A code of the registry. */
export type ErrorCode = keyof typeof ERRORS;

/**
 * Refusals that rest on a law in some regimes only. Where the law that applies says nothing of it, they come without a
 * citation, stand as a rule of the platform, and are said to be one.
 */
export const PLATFORM_RULES: ReadonlySet<string> = new Set<ErrorCode>([
  'base_price.sealed_already',
  'publication.changed',
  'publication.same_person',
  'project.has_tender',
]);
