import type { Change } from './mutate';
import type { Random } from './random';

/** An input in the form the corpus keeps it in. */
export type Input =
  { readonly text: string } | { readonly base64: string } | { readonly changes: readonly Change[] };

/** A parser under attack. */
export interface Target {
  readonly name: string;
  /** Of a million inputs, how many are this target's. */
  readonly share: number;
  readonly invent: (random: Random) => Input;
  /**
   * Feeds the parser. Returns what it said, without numbers, so that outcomes can be told apart; throws when it did
   * anything but accept or refuse, or when what it accepted is not what it would write.
   */
  readonly judge: (input: Input) => string | Promise<string>;
}

/** Thrown by a target whose property does not hold. */
export class Violation extends Error {}

/** The outcome of a refusal: its code and reason, numbers left out. */
export function refused(code: string, params: Readonly<Record<string, unknown>> = {}): string {
  const given = params.reason ?? params.path;
  const reason = typeof given === 'string' ? given : '';
  return `${code} ${reason.split(': ')[0]}`.trim().replace(/\d+/g, '#').slice(0, 80);
}

/** Holds what an accepting parser would write against what it was given. */
export function same(given: string | Uint8Array, written: string | Uint8Array): string {
  const hex = (value: string | Uint8Array): string =>
    typeof value === 'string' ? value : Buffer.from(value).toString('hex');
  if (hex(given) !== hex(written))
    throw new Violation(`written again as ${JSON.stringify(written)}`);
  return 'accepted';
}

export function textOf(input: Input): string {
  if (!('text' in input)) throw new TypeError('a text was expected');
  return input.text;
}

export function bytesOf(input: Input): Uint8Array {
  if (!('base64' in input)) throw new TypeError('bytes were expected');
  return new Uint8Array(Buffer.from(input.base64, 'base64'));
}

export function changesIn(input: Input): readonly Change[] {
  if (!('changes' in input)) throw new TypeError('changes were expected');
  return input.changes;
}
