/** How a refusal leaves the server: the HTTP status, and how loudly it is logged. */
export interface ErrorKind {
  readonly status: number;
  readonly log: 'debug' | 'info' | 'warn' | 'error';
}

export const badRequest = { status: 400, log: 'info' } as const;
export const unauthorised = { status: 401, log: 'info' } as const;
export const forbidden = { status: 403, log: 'warn' } as const;
export const notFound = { status: 404, log: 'info' } as const;
export const conflict = { status: 409, log: 'info' } as const;
