import type { ErrorCode } from '@contracts';
import type { Locale } from '../locale';

/** How an error is told: what happened, what is safe, what to do. Placeholders are the problem's params. */
export interface ErrorText {
  readonly happened: string;
  readonly safe?: string;
  readonly cure: string;
}

/** The texts of some codes in every language; a code without one does not compile. */
export type ErrorTexts<Code extends string> = Readonly<
  Record<Locale, Readonly<Record<Code, ErrorText>>>
>;

/** The registered codes of one capability: `CodesOf<'identity'>`. */
export type CodesOf<Capability extends string> = Extract<ErrorCode, `${Capability}.${string}`>;
