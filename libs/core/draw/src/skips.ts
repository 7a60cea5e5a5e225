/** The calls of one draw, as its numbered events show them. */
export interface DrawCalls {
  readonly drawId: string;
  /** Who conducted it. */
  readonly operator: string;
  /** People who were called. */
  readonly calls: number;
  /** How many of them were passed over as unreachable. */
  readonly unreachable: number;
  /** How many seats of the order the draw went through beyond those it had to fill. */
  readonly passed: number;
}

/** What is published per operator (tp1 §3.9, skip abuse). */
export interface OperatorSkips {
  readonly operator: string;
  readonly draws: number;
  readonly calls: number;
  readonly unreachable: number;
  /** Share of calls that reached nobody; null without a call. */
  readonly rate: number | null;
  /** Median of the seats passed over per draw. */
  readonly medianPassed: number;
}

/** A draw in which more people were unreachable than chance explains. */
export interface SkipAlarm {
  readonly drawId: string;
  readonly operator: string;
  readonly calls: number;
  readonly unreachable: number;
  /** Probability of at least as many, at the platform's own rate. */
  readonly p: number;
}

/** Below this an operator's draw is looked at by the supervisor (tp1 §3.9). */
export const SKIP_ALARM_P = 0.001;

/** Natural logarithm of n!, by summing: calls of one draw are few. */
function logFactorial(n: number): number {
  let sum = 0;
  for (let factor = 2; factor <= n; factor++) sum += Math.log(factor);
  return sum;
}

/** Probability of `least` or more successes in `tries`, each with probability `rate` (binomial upper tail). */
export function atLeast(tries: number, least: number, rate: number): number {
  if (least <= 0) return 1;
  if (rate <= 0) return 0;
  if (rate >= 1) return 1;
  let tail = 0;
  for (let k = least; k <= tries; k++) {
    const ways = logFactorial(tries) - logFactorial(k) - logFactorial(tries - k);
    tail += Math.exp(ways + k * Math.log(rate) + (tries - k) * Math.log(1 - rate));
  }
  return Math.min(1, tail);
}

function median(numbers: readonly number[]): number {
  const sorted = [...numbers].sort((one, other) => one - other);
  const middle = Math.floor(sorted.length / 2);
  const upper = sorted[middle] ?? 0;
  return sorted.length % 2 === 1 ? upper : ((sorted[middle - 1] ?? upper) + upper) / 2;
}

/**
 * The skip statistics of a platform: per operator, and every draw whose unreachable calls are too many to be chance.
 * A draw is held against the rate of all the others, so that it does not excuse itself.
 */
export function skipStatistics(draws: readonly DrawCalls[]): {
  readonly operators: readonly OperatorSkips[];
  readonly alarms: readonly SkipAlarm[];
} {
  const sum = (of: readonly DrawCalls[], key: 'calls' | 'unreachable'): number =>
    of.reduce((total, draw) => total + draw[key], 0);
  const names = [...new Set(draws.map((draw) => draw.operator))].sort();
  const operators = names.map((operator): OperatorSkips => {
    const own = draws.filter((draw) => draw.operator === operator);
    const [calls, unreachable] = [sum(own, 'calls'), sum(own, 'unreachable')];
    return {
      operator,
      draws: own.length,
      calls,
      unreachable,
      rate: calls === 0 ? null : unreachable / calls,
      medianPassed: median(own.map((draw) => draw.passed)),
    };
  });
  const alarms = draws.flatMap((draw): SkipAlarm[] => {
    const others = draws.filter((other) => other !== draw);
    const calls = sum(others, 'calls');
    if (calls === 0) return [];
    const p = atLeast(draw.calls, draw.unreachable, sum(others, 'unreachable') / calls);
    const { drawId, operator, unreachable } = draw;
    return p < SKIP_ALARM_P ? [{ drawId, operator, calls: draw.calls, unreachable, p }] : [];
  });
  return { operators, alarms };
}
