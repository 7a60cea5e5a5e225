import fc from 'fast-check';
import { fen } from '@core/kernel';
import {
  scoreComprehensively,
  type ComprehensiveBid,
  type ComprehensiveCase,
  type ComprehensiveOutcome,
  type Mark,
} from '../index';

const JUDGES = ['j1', 'j2', 'j3', 'j4', 'j5'];
const ITEMS = [
  { itemId: 'plan', weight: '40' },
  { itemId: 'staff', weight: '30' },
];
const BIDS = [100_000, 125_000, 200_000].map((price, at) => ({
  bidId: `b${at}`,
  price: fen(price),
}));

function marksOf(points: (judge: string, bidId: string, itemId: string) => string): Mark[] {
  return JUDGES.flatMap((judge) =>
    BIDS.flatMap(({ bidId }) =>
      ITEMS.map(({ itemId }) => ({ judge, bidId, itemId, points: points(judge, bidId, itemId) })),
    ),
  );
}

const CASE: ComprehensiveCase = {
  bids: BIDS,
  ceiling: null,
  formula: 'price-lowest-gp',
  priceWeight: '30',
  items: ITEMS,
  judges: JUDGES,
  marks: marksOf(() => '20'),
};

function outcome(change: Partial<ComprehensiveCase> = {}): ComprehensiveOutcome {
  const scored = scoreComprehensively({ ...CASE, ...change });
  if (!scored.ok) throw new Error(JSON.stringify(scored.refusal));
  return scored.value;
}

function code(change: Partial<ComprehensiveCase>): unknown {
  const scored = scoreComprehensively({ ...CASE, ...change });
  return scored.ok ? 'accepted' : scored.refusal.code;
}

describe('comprehensive scoring', () => {
  it('adds the means of the marks to the weighed price score', () => {
    const { bids } = outcome({
      marks: marksOf((judge, bidId, itemId) =>
        itemId === 'plan' && bidId === 'b1' && judge === 'j1' ? '40' : '20',
      ),
    });
    // b0: 40 + 100 × 0.3; b1: 24 + 20 + 80 × 0.3; b2: 40 + 50 × 0.3
    expect(bids.map((one) => [one.bidId, one.score, one.rank])).toEqual([
      ['b0', '70', 1],
      ['b1', '68', 2],
      ['b2', '55', 3],
    ]);
    expect(bids[1]).toMatchObject({
      priceScore: '80',
      items: [
        { itemId: 'plan', mean: '24' },
        { itemId: 'staff', mean: '20' },
      ],
    });
  });

  it('shows a mark far from the others, and leaves it in the sum', () => {
    const strange = (judge: string, bidId: string, itemId: string): string =>
      judge === 'j3' && bidId === 'b2' && itemId === 'staff' ? '29.5' : '20';
    const plain = outcome({ marks: marksOf(strange) });
    expect(plain.notices).toEqual([
      { judge: 'j3', bidId: 'b2', itemId: 'staff', points: '29.5', othersMean: '20' },
    ]);
    expect(plain.bids[2]?.score).toBe('56.90');
    // Nine points of thirty are 30 %: at the threshold is far, a hundredth below is not.
    const noticed = (points: string): number =>
      outcome({ marks: marksOf((...mark) => (strange(...mark) === '20' ? '20' : points)) }).notices
        .length;
    expect([noticed('29'), noticed('28.99'), noticed('11'), noticed('11.01')]).toEqual([
      1, 0, 1, 0,
    ]);
    const tolerant = outcome({ marks: marksOf(strange), parameters: { outlierPercent: '35' } });
    expect(tolerant.notices).toEqual([]);
  });

  it('calls nobody far from one other judge alone', () => {
    const judges = ['j1', 'j2'];
    const marks = marksOf((judge) => (judge === 'j1' ? '30' : '0')).filter(({ judge }) =>
      judges.includes(judge),
    );
    expect(outcome({ judges, marks }).notices).toEqual([]);
  });

  it('reports equal totals, and lets the stated rule decide', () => {
    const level = marksOf((_judge, bidId, itemId) =>
      itemId === 'plan' ? { b0: '20', b1: '26', b2: '35' }[bidId]! : '10',
    );
    expect(outcome({ marks: level }).ties).toEqual([['b0', 'b1', 'b2']]);
    const parameters = { tieBreak: 'lower-price' };
    const decided = outcome({ marks: level, parameters });
    expect(decided.bids.map((one) => one.rank)).toEqual([1, 2, 3]);
  });

  it.each<[string, Partial<ComprehensiveCase>]>([
    ['method.weights_wrong', { priceWeight: '31' }],
    ['method.weights_wrong', { priceWeight: '0', items: [{ itemId: 'plan', weight: '100' }] }],
    ['method.weights_wrong', { items: [ITEMS[0]!, { itemId: 'plan', weight: '30' }] }],
    ['method.weights_wrong', { items: [...ITEMS, { itemId: 'x', weight: '-1' }] }],
    ['method.unknown', { formula: 'lowest-evaluated-price' }],
    ['method.marks_missing', { marks: CASE.marks.slice(1) }],
    ['method.marks_missing', { marks: [...CASE.marks, CASE.marks[0]!] }],
    ['method.marks_missing', { judges: [] }],
    ['method.marks_missing', { judges: [...JUDGES, 'j1'] }],
    ['method.mark_outside', { marks: marksOf(() => '30.1') }],
    ['method.mark_outside', { marks: marksOf(() => '-1') }],
    ['method.parameter_outside', { parameters: { outlierPercent: '33' } }],
    ['accepted', { ceiling: fen(150_000), marks: CASE.marks.filter((one) => one.bidId !== 'b2') }],
  ])('%s', (expected, change) => {
    expect(code(change)).toBe(expected);
  });

  const points = fc.array(fc.integer({ min: 0, max: 300 }), { minLength: 30, maxLength: 30 });
  const marksFrom = (list: readonly number[]): Mark[] =>
    CASE.marks.map((mark, at) => ({ ...mark, points: `${list[at]! / 10}` }));

  it('does not depend on the order of bids, judges, items or marks', () => {
    fc.assert(
      fc.property(points, fc.nat(29), (list, turn) => {
        const marks = marksFrom(list);
        const turned = [...marks.slice(turn), ...marks.slice(0, turn)];
        const one = outcome({ marks });
        const other = outcome({
          marks: turned,
          bids: [...BIDS].reverse(),
          judges: [...JUDGES].reverse(),
        });
        expect(other.bids).toEqual(one.bids);
        expect(other.ties).toEqual(one.ties);
      }),
    );
  });

  it('never lets a better mark lower a total or a rank, and stays within 100', () => {
    fc.assert(
      fc.property(points, fc.nat(29), (list, which) => {
        const better = list.map((value, at) => (at === which ? 300 : value));
        const { bidId } = CASE.marks[which]!;
        const of = (marks: Mark[]): ComprehensiveBid =>
          outcome({ marks }).bids.find((one) => one.bidId === bidId)!;
        const [before, after] = [of(marksFrom(list)), of(marksFrom(better))];
        expect(Number(after.score)).toBeGreaterThanOrEqual(Number(before.score));
        expect(after.rank).toBeLessThanOrEqual(before.rank!);
        expect(Number(after.score)).toBeLessThanOrEqual(100);
      }),
    );
  });
});
