import type { ScoredBid } from '@core/evaluation';

/** The drawing's size and margins, in its own units. */
export const CHART = { width: 640, height: 260, left: 44, right: 20, top: 28, bottom: 34 };

/** A bid in the drawing. */
export interface ChartPoint {
  readonly bidId: string;
  readonly x: number;
  readonly y: number;
  readonly rank: number;
}

export interface ChartLayout {
  readonly points: readonly ChartPoint[];
  /** Where the benchmark stands; null where there is none. */
  readonly benchmarkX: number | null;
  readonly scores: readonly { readonly score: number; readonly y: number }[];
}

/** `"8600/87"` or a decimal, as a number to draw with: never to decide with. */
function drawn(text: string): number {
  const [top = '0', bottom = '1'] = text.split('/');
  return Number(top) / Number(bottom);
}

/** Places bids by price (across) and score (up), the benchmark among them. Null without a bid to draw. */
export function layoutOf(
  bids: readonly ScoredBid[],
  benchmarkYuan: string | null,
): ChartLayout | null {
  const shown = bids.filter((one) => one.rank !== null);
  if (shown.length === 0) return null;
  const benchmark = benchmarkYuan === null ? null : drawn(benchmarkYuan);
  const prices = shown.map((one) => Number(one.priceYuan));
  const across = benchmark === null ? prices : [...prices, benchmark];
  const [least, most] = [Math.min(...across), Math.max(...across)];
  const span = most - least || 1;
  const { width, height, left, right, top, bottom } = CHART;
  const x = (price: number) => left + 12 + ((price - least) / span) * (width - left - right - 24);
  const worst = Math.min(...shown.map((one) => Number(one.score ?? '100')));
  const floor = Math.min(90, Math.floor(worst / 10) * 10);
  const y = (score: number) => top + ((100 - score) / (100 - floor)) * (height - top - bottom);
  const marks = [100, (100 + floor) / 2, floor];
  return {
    points: shown.map((one) => ({
      bidId: one.bidId,
      x: x(Number(one.priceYuan)),
      y: one.score === null ? (top + height - bottom) / 2 : y(Number(one.score)),
      rank: one.rank ?? 0,
    })),
    benchmarkX: benchmark === null ? null : x(benchmark),
    scores: shown.some((one) => one.score !== null)
      ? marks.map((score) => ({ score, y: y(score) }))
      : [],
  };
}
