import { badRequest, conflict, forbidden, notFound, type ErrorKind } from './kinds';

/** Codes of bid securities: what comes, and its way back. */
export const BID_SECURITY_ERRORS = {
  'bid_security.not_found': notFound,
  'bid_security.not_wanted': conflict,
  'bid_security.asked_already': conflict,
  'bid_security.sealed': forbidden,
  'bid_security.code_unknown': notFound,
  'bid_security.recorded_already': conflict,
  'bid_security.guarantee_stands': conflict,
  'bid_security.guarantee_low': badRequest,
  'bid_security.guarantee_short': badRequest,
  'bid_security.guarantee_ends_early': badRequest,
  'bid_security.nothing_held': conflict,
  'bid_security.still_bound': conflict,
  'bid_security.refunded_already': conflict,
  'bid_security.forfeited_already': conflict,
  'bid_security.no_ground': conflict,
  'bid_security.interest_short': badRequest,
  'bid_security.day_impossible': badRequest,
  'bid_security.rate_unknown': conflict,
  'bid_security.rate_invalid': badRequest,
  'bid_security.account_invalid': badRequest,
  'bid_security.statement_unreadable': badRequest,
} as const satisfies Record<string, ErrorKind>;
