/**
 * The outcome of a decision: a value, or a refusal that says why.
 *
 * Decisions of core are total and never throw; whoever calls them turns a refusal into an error of
 * its own world (the server into problem+json, the web into a note beside the button).
 */
export type Result<T, R extends Refusal = Refusal> =
  { readonly ok: true; readonly value: T } | { readonly ok: false; readonly refusal: R };

/** A value that may travel as the parameter of a refusal: shown to people, never parsed again. */
export type RefusalParam = string | number | boolean | readonly string[];

/** The law behind a refusal: which rule of the rule set, and where it is written. */
export interface LawBasis {
  readonly ruleId: string;
  readonly citation: string;
}

/**
 * Why something may not be done. `code` is `feature.snake_case` and has a status, a log level and
 * two translations in `libs/contracts`; `law` is present exactly when a rule of law says no.
 */
export interface Refusal<Code extends string = string> {
  readonly code: Code;
  readonly params?: Readonly<Record<string, RefusalParam>>;
  readonly law?: LawBasis;
}

/** Wraps a value as an accepted decision. */
export function accept<T>(value: T): { readonly ok: true; readonly value: T } {
  return { ok: true, value };
}

/** Wraps a reason as a refused decision. */
export function refuse<Code extends string>(
  code: Code,
  params?: Readonly<Record<string, RefusalParam>>,
  law?: LawBasis,
): { readonly ok: false; readonly refusal: Refusal<Code> } {
  return {
    ok: false,
    refusal: { code, ...(params ? { params } : {}), ...(law ? { law } : {}) },
  };
}
