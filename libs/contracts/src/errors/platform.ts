import { badRequest, conflict, forbidden, notFound, type ErrorKind } from './kinds';

/** Codes of the platform itself. */
export const PLATFORM_ERRORS = {
  internal: { status: 500, log: 'error' },
  'request.invalid': badRequest,
  'request.unreadable': badRequest,
  'request.not_found': notFound,
  'request.too_large': { status: 413, log: 'info' },
  'request.too_many': { status: 429, log: 'warn' },
  'idempotency.key_reused': conflict,
  'state.stale': { status: 412, log: 'info' },
  'rules.set_unknown': { status: 503, log: 'error' },
  'clock.not_movable': forbidden,
  'clock.never_back': conflict,
  'file.not_found': notFound,
  'file.digest_mismatch': badRequest,
  'file.infected': badRequest,
  'file.range_unsatisfiable': { status: 416, log: 'info' },
  'upload.incomplete': conflict,
  'money.invalid': badRequest,
  'ledger.no_entry': notFound,
  'ledger.not_erasable': conflict,
  'ledger.erased_already': conflict,
} as const satisfies Record<string, ErrorKind>;
