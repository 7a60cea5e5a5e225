import type { Refusal, RefusalParam } from '@core/kernel';
import type { ErrorCode } from '@contracts';

/** A refusal on its way out: a code of the registry, its parameters, and the law behind it if there is one. */
export class DomainError extends Error {
  constructor(
    readonly code: ErrorCode,
    readonly params: Readonly<Record<string, RefusalParam>> = {},
    readonly law?: Refusal['law'],
    readonly fields?: readonly { path: string; code: string; params?: Record<string, unknown> }[],
  ) {
    super(code);
    this.name = 'DomainError';
  }
}

/** Turns a refusal of core into the error that ends the use case. */
export function refused(refusal: Refusal<ErrorCode>): DomainError {
  return new DomainError(refusal.code, refusal.params, refusal.law);
}

/** The value of an accepted decision; throws the refusal otherwise. */
export function orRefuse<T>(
  result:
    | { readonly ok: true; readonly value: T }
    | { readonly ok: false; readonly refusal: Refusal<ErrorCode> },
): T {
  if (!result.ok) throw refused(result.refusal);
  return result.value;
}
