import fc from 'fast-check';
import { fen } from '@core/kernel';
import { NATIONAL_2024 } from '@core/rules';
import { closeLots, divideTender, lotFindings, lotOf, lotsToCallAgain, totalsOf } from './index';
import type { LotTerms, Tender } from './index';

const part = (title: string, estimate: number, change: Partial<LotTerms> = {}): LotTerms => ({
  title,
  estimate: fen(estimate),
  ceiling: fen(estimate),
  bidBond: fen(0),
  qualification: null,
  ...change,
});
const tender = {
  state: 'published',
  regime: 'A',
  suspendedAt: null,
  timetable: { deadline: 1_000 },
} as unknown as Tender;

describe('dividing a tender into lots', () => {
  it('numbers them from 1, and lets nothing of the estimate be lost or added', () => {
    fc.assert(
      fc.property(
        fc.array(fc.integer({ min: 1, max: 1e9 }), { minLength: 1, maxLength: 50 }),
        fc.integer({ min: -3, max: 3 }),
        (estimates, off) => {
          const parts = estimates.map((estimate, at) => part(`标段${at}`, estimate));
          const sum = estimates.reduce((all, one) => all + one, 0);
          const divided = divideTender(fen(Math.max(0, sum + off)), parts);
          expect(divided.ok).toBe(off === 0);
          if (!divided.ok) return;
          expect(divided.value.map(({ number }) => number)).toEqual(
            estimates.map((_, at) => at + 1),
          );
          expect(totalsOf(divided.value)).toEqual({
            estimate: sum,
            ceiling: sum,
            bidBond: 0,
          });
        },
      ),
    );
  });

  it.each([
    ['count', []],
    ['count', Array.from({ length: 51 }, (_, at) => part(`${at}`, 1))],
    ['title', [part('一', 50), part('一', 50)]],
    ['estimate', [part('一', 100), part('二', 0)]],
    ['sum', [part('一', 50), part('二', 51)]],
  ])('refuses a wrong %s', (reason, parts) => {
    expect(divideTender(fen(100), parts)).toMatchObject({
      refusal: { code: 'tender.lots_invalid', params: { reason } },
    });
  });

  it('has no ceiling for the whole where one lot has none', () => {
    expect(totalsOf([part('一', 1), part('二', 1, { ceiling: null })]).ceiling).toBeNull();
  });

  it('holds every lot’s security against that lot’s estimate', () => {
    const lots = divideTender(fen(200_000_000), [
      part('一', 100_000_000, { bidBond: fen(2_000_000) }),
      part('二', 100_000_000, { bidBond: fen(2_000_001) }),
    ]);
    if (!lots.ok) throw new Error('refused');
    const findings = lotFindings(NATIONAL_2024, 'A', 'works', lots.value, '2026-03-02');
    expect(findings.map(({ outcome, facts }) => [facts.lot, outcome])).toEqual([
      [1, 'satisfied'],
      [2, 'violated'],
    ]);
    expect(lotFindings(NATIONAL_2024, 'A', 'works', lots.value.slice(0, 1), '2026-03-02')).toEqual(
      [],
    );
  });
});

describe('lots at and after the deadline', () => {
  const close = (counts: readonly number[], now = 1_000) =>
    closeLots(
      tender,
      counts.map((_, at) => at + 1),
      counts.flatMap((count, at) => Array.from({ length: count }, () => ({ lot: at + 1 }))),
      now,
      NATIONAL_2024,
    );

  it('fail each for itself; the tender only when none is left', () => {
    fc.assert(
      fc.property(fc.array(fc.nat(6), { minLength: 1, maxLength: 8 }), (counts) => {
        const closed = close(counts);
        if (!closed.ok) throw new Error('refused');
        expect(closed.value.lots.map(({ failed }) => failed)).toEqual(counts.map((one) => one < 3));
        expect(closed.value.lots.map(({ bids }) => bids)).toEqual(counts);
        expect(closed.value.to).toBe(counts.some((one) => one >= 3) ? 'opening' : 'failed');
      }),
    );
    expect(close([3], 999)).toMatchObject({ refusal: { code: 'tender.too_early' } });
  });

  it('are called again: those that failed, or all of a tender that came to nothing', () => {
    const divided = divideTender(fen(2), [part('一', 1), part('二', 1)]);
    if (!divided.ok) throw new Error('refused');
    const [one, two] = divided.value as [(typeof divided.value)[0], (typeof divided.value)[0]];
    const lots = [one, { ...two, state: 'failed' as const }];
    const again = (state: Tender['state']) => lotsToCallAgain(state, lots).map((l) => l.number);
    expect(again('draft')).toEqual([]);
    expect(again('published')).toEqual([2]);
    expect(again('awarded')).toEqual([2]);
    expect(again('failed')).toEqual([1, 2]);
    expect(again('terminated')).toEqual([1, 2]);
    expect(lotOf(lots, 1).ok).toBe(true);
    expect(lotOf(lots, 2)).toMatchObject({ refusal: { code: 'lot.failed' } });
    expect(lotOf(lots, 3)).toMatchObject({ refusal: { code: 'lot.not_found' } });
  });
});
