import type { DrawFirm, DrawPhase, DrawResult, DrawRules } from '@core/draw';
import { VALUES_STRATUM } from '@core/draw';

export const LOTTERY_STATES = ['gathering', 'drawing', 'drawn', 'failed', 'published'] as const;
/** gathering until the deadline → drawing → drawn → published; failed with too few firms. */
export type LotteryState = (typeof LOTTERY_STATES)[number];

/** A place in the drawn order: 1 is the winner, the others stand by. */
export interface LotteryPlace {
  readonly rank: number;
  readonly number: string;
  readonly name: string;
}

/** What happens in a lottery; stored and numbered, so that whoever comes late sees the same. */
export type LotteryEvent =
  | { readonly kind: 'frozen'; readonly firms: readonly DrawFirm[]; readonly minimum: number }
  | { readonly kind: 'failed'; readonly firms: number; readonly minimum: number }
  | { readonly kind: 'draw_begun'; readonly drawId: string; readonly attempt: number }
  | {
      readonly kind: 'draw_moved';
      readonly phase: DrawPhase;
      /** The log record that was written, `enrolment` or `input`; null when a gate was cosigned. */
      readonly record: string | null;
      readonly by: string | null;
    }
  | { readonly kind: 'draw_voided'; readonly reason: string }
  | { readonly kind: 'drawn'; readonly seed: string; readonly order: readonly LotteryPlace[] }
  | { readonly kind: 'published'; readonly candidates: readonly LotteryPlace[] };

/** Numbers the firms by a public rule: ascending credit codes, `01` first (tp1 §12). */
export function numberFirms(
  firms: readonly { readonly creditCode: string; readonly name: string }[],
): DrawFirm[] {
  const width = Math.max(2, String(firms.length).length);
  return [...firms]
    .sort((one, other) => (one.creditCode < other.creditCode ? -1 : 1))
    .map(({ creditCode, name }, at) => ({
      number: String(at + 1).padStart(width, '0'),
      creditCode,
      name,
    }));
}

/** The rules of a lottery's draw: everybody is put into one order, so that an alternate needs no new randomness. */
export function lotteryRules(firms: number): DrawRules {
  return { pick: [{ stratum: VALUES_STRATUM, seats: firms, fallback: [] }], caps: [] };
}

/** The drawn order, from the result and the firms of the spec. */
export function lotteryOrder(result: DrawResult, firms: readonly DrawFirm[]): LotteryPlace[] {
  return result.panel.map(({ row }, at) => ({
    rank: at + 1,
    number: firms[row]?.number ?? '',
    name: firms[row]?.name ?? '',
  }));
}
