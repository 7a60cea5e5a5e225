import type { LotteryEvent, LotteryPlace } from '@core/lottery';
import type { Lottery } from '../../shared/api/wire';
import { millis } from '../../shared/i18n/dates';
import type { DrawTimeline } from '../../shared/ui/drum-scene';

/** What the screen shows of a lottery: when the list was locked, when the result was known, and what it is. */
export interface LotteryFacts {
  readonly timeline: DrawTimeline | null;
  readonly order: readonly LotteryPlace[];
  readonly seed: string | null;
}

/** How many of the drawn places the screen shows: the winner and two who stand by. */
const SHOWN = 3;
/** List locked, three numbers given, numbers revealed, seed. */
export const PROOF_STEPS = 4;

/** Reads the facts from the numbered events, so that every screen shows the same picture. */
export function lotteryFacts(lottery: Pick<Lottery, 'events' | 'firms'>): LotteryFacts {
  const events = lottery.events.map(({ at, event }) => ({
    at: millis(at),
    event: event as unknown as LotteryEvent,
  }));
  const frozen = events.find((one) => one.event.kind === 'frozen');
  const last = [...events].reverse().find((one) => one.event.kind === 'drawn');
  const drawn = last?.event.kind === 'drawn' ? last.event : null;
  const order = drawn?.order.slice(0, SHOWN) ?? [];
  const firms = lottery.firms ?? [];
  if (frozen === undefined) return { timeline: null, order, seed: drawn?.seed ?? null };
  return {
    order,
    seed: drawn?.seed ?? null,
    timeline: {
      seed: firms.map((firm) => firm.creditCode).join(),
      numbers: firms.map((firm) => Number(firm.number)),
      lockedAt: frozen.at,
      valueAt: last?.at ?? null,
      order: order.map((place) => Number(place.number)),
      proofSteps: PROOF_STEPS,
    },
  };
}
