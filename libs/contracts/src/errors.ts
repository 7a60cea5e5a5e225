/** How a refusal leaves the server: the HTTP status, and how loudly it is logged. */
export interface ErrorKind {
  readonly status: number;
  readonly log: 'debug' | 'info' | 'warn' | 'error';
}

const badRequest = { status: 400, log: 'info' } as const;
const forbidden = { status: 403, log: 'warn' } as const;
const notFound = { status: 404, log: 'info' } as const;
const conflict = { status: 409, log: 'info' } as const;

/** Codes of the platform itself; those of the capabilities stand in `errors/`. */
export const PLATFORM_ERRORS = {
  internal: { status: 500, log: 'error' },
  'request.invalid': badRequest,
  'request.unreadable': badRequest,
  'request.not_found': notFound,
  'request.too_large': { status: 413, log: 'info' },
  'request.too_many': { status: 429, log: 'warn' },
  'idempotency.key_reused': conflict,
  'state.stale': { status: 412, log: 'info' },
  'clock.not_movable': forbidden,
  'clock.never_back': conflict,
  'file.not_found': notFound,
  'file.digest_mismatch': badRequest,
  'upload.incomplete': conflict,
  'money.invalid': badRequest,
} as const satisfies Record<string, ErrorKind>;

/** The one registry of error codes. */
export const ERRORS = { ...PLATFORM_ERRORS } as const satisfies Record<string, ErrorKind>;

/** A code of the registry. */
export type ErrorCode = keyof typeof ERRORS;
