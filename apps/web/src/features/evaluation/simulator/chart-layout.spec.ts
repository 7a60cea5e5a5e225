import fc from 'fast-check';
import type { ScoredBid } from '@core/evaluation';
import { CHART, layoutOf } from './chart-layout';

const bid = (bidId: string, priceYuan: string, score: string | null, rank: number | null = 1) =>
  ({ bidId, priceYuan, score, exact: score, rank, reasons: [] }) satisfies ScoredBid;

describe('the chart of scores', () => {
  it('puts the benchmark between lower and higher prices, better scores higher', () => {
    const layout = layoutOf([bid('a', '90', '95'), bid('b', '110', '90', 2)], '301/3')!;
    const [a, b] = layout.points;
    expect(a!.x).toBeLessThan(layout.benchmarkX!);
    expect(layout.benchmarkX!).toBeLessThan(b!.x);
    expect(a!.y).toBeLessThan(b!.y);
    expect(layout.scores.map((one) => one.score)).toEqual([100, 95, 90]);
  });

  it('leaves out who takes no part, and scores where there are none', () => {
    const layout = layoutOf([bid('a', '90', null), bid('b', '95', null, null)], null)!;
    expect(layout.points.map((one) => one.bidId)).toEqual(['a']);
    expect([layout.scores, layout.benchmarkX]).toEqual([[], null]);
    expect(layoutOf([bid('b', '95', null, null)], '1')).toBeNull();
  });

  it('never draws outside the drawing', () => {
    const bids = fc.array(
      fc.tuple(fc.integer({ min: 1, max: 1_000_000 }), fc.integer({ min: 0, max: 10_000 })),
      { minLength: 1, maxLength: 30 },
    );
    fc.assert(
      fc.property(bids, fc.integer({ min: 1, max: 1_000_000 }), (list, benchmark) => {
        const layout = layoutOf(
          list.map(([price, score], at) => bid(String(at), String(price), String(score / 100))),
          String(benchmark),
        )!;
        for (const { x, y } of layout.points) {
          expect(x).toBeGreaterThanOrEqual(CHART.left);
          expect(x).toBeLessThanOrEqual(CHART.width - CHART.right);
          expect(y).toBeGreaterThanOrEqual(CHART.top - 1e-9);
          expect(y).toBeLessThanOrEqual(CHART.height - CHART.bottom + 1e-9);
        }
      }),
    );
  });
});
