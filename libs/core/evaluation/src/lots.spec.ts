import fc from 'fast-check';
import { fen } from '@core/kernel';
import { NATIONAL_2024 } from '@core/rules';
import { mostCandidates, rankLots, recommendLots, type RankedInLot, type Review } from './index';

const experts = ['e1', 'e2', 'e3'];
const bid = (bidId: string, price: number) => ({ bidId, price: fen(price) });
const reviews = (ids: readonly string[], rejected: readonly string[] = []): Review[] =>
  experts.flatMap((expertId) =>
    ids.map((bidId) => {
      const responsive = !rejected.includes(bidId);
      return { expertId, bidId, responsive, ground: responsive ? '' : '资质' };
    }),
  );

describe('ranking lots', () => {
  const lots = [
    { lot: 1, ceiling: fen(10), bids: [bid('a1', 9), bid('b1', 8), bid('c1', 11)] },
    { lot: 2, ceiling: null, bids: [bid('a2', 5), bid('b2', 6)] },
  ];
  const ids = ['a1', 'b1', 'c1', 'a2', 'b2'];

  it('ranks each for itself, under its own ceiling', () => {
    const ranked = rankLots(lots, reviews(ids), experts, 3);
    if (!ranked.ok) throw new Error('refused');
    expect(
      ranked.value.map((one) => [one.lot, one.bidId, one.outcome === 'ranked' ? one.rank : null]),
    ).toEqual([
      [1, 'b1', 1],
      [1, 'a1', 2],
      [1, 'c1', null],
      [2, 'a2', 1],
      [2, 'b2', 2],
    ]);
  });

  it('lets a lot come to nothing while another goes on, and refuses when none is left', () => {
    const some = rankLots(lots, reviews(ids, ['a2', 'b2']), experts, 3);
    expect(
      some.ok && some.value.filter((one) => one.lot === 2 && one.outcome === 'ranked'),
    ).toEqual([]);
    expect(rankLots(lots, reviews(ids, ids), experts, 3)).toMatchObject({
      refusal: { code: 'evaluation.all_rejected' },
    });
  });

  it('names the lot that holds it up', () => {
    const tied = [lots[0]!, { ...lots[1]!, bids: [bid('a2', 5), bid('b2', 5)] }];
    expect(rankLots(tied, reviews(ids), experts, 3)).toMatchObject({
      refusal: { code: 'evaluation.tie', params: { lot: 2 } },
    });
  });
});

describe('how many lots one may win', () => {
  const of = (lot: number, ...firms: (string | readonly string[])[]): RankedInLot[] =>
    firms.map((one, at) => {
      const list = typeof one === 'string' ? [one] : one;
      return { lot, bidId: `${list.join('+')}${lot}`, rank: at + 1, firms: list };
    });
  const firsts = (ranked: readonly RankedInLot[], most: number | null) =>
    recommendLots(ranked, most, 3).map(({ candidates }) => candidates[0]?.bidId ?? null);

  it('is applied in the order of the lots', () => {
    const ranked = [...of(1, 'a', 'b', 'c'), ...of(2, 'a', 'b', 'c'), ...of(3, 'a', 'b', 'c')];
    expect(firsts(ranked, null)).toEqual(['a1', 'a2', 'a3']);
    expect(firsts(ranked, 2)).toEqual(['a1', 'a2', 'b3']);
    expect(firsts(ranked, 1)).toEqual(['a1', 'b2', 'c3']);
    expect(recommendLots(ranked, 1, 3)[1]).toEqual({
      lot: 2,
      candidates: [
        { bidId: 'b2', rank: 1 },
        { bidId: 'c2', rank: 2 },
      ],
      passedOver: ['a2'],
    });
  });

  it('counts the members of a consortium, and what a member won alone', () => {
    expect(firsts([...of(1, ['a', 'b']), ...of(2, 'b', 'c')], 1)).toEqual(['a+b1', 'c2']);
    expect(firsts([...of(1, 'b'), ...of(2, ['a', 'b'], 'c')], 1)).toEqual(['b1', 'c2']);
  });

  it('leaves a lot without a candidate when everybody is passed over', () => {
    expect(firsts([...of(1, 'a'), ...of(2, 'a')], 1)).toEqual(['a1', null]);
  });

  it('never lets anybody stand first more often, and passes nobody over without need', () => {
    const lots = fc.array(fc.shuffledSubarray(['a', 'b', 'c', 'd', 'e'], { minLength: 1 }), {
      minLength: 1,
      maxLength: 6,
    });
    fc.assert(
      fc.property(lots, fc.integer({ min: 1, max: 3 }), (all, most) => {
        const ranked = all.flatMap((firms, at) => of(at + 1, ...firms));
        const wins = new Map<string, number>();
        for (const { lot, candidates, passedOver } of recommendLots(
          fc.sample(fc.shuffledSubarray(ranked, { minLength: ranked.length }), 1)[0]!,
          most,
          3,
        )) {
          const order = all[lot - 1]!;
          const full = (bidId: string) => (wins.get(bidId.slice(0, -1)) ?? 0) >= most;
          expect(passedOver).toEqual(order.map((one) => `${one}${lot}`).filter(full));
          expect(candidates.map(({ bidId }) => bidId)).toEqual(
            order
              .map((one) => `${one}${lot}`)
              .filter((one) => !full(one))
              .slice(0, 3),
          );
          const winner = candidates[0]?.bidId.slice(0, -1);
          if (winner !== undefined) wins.set(winner, (wins.get(winner) ?? 0) + 1);
        }
        for (const count of wins.values()) expect(count).toBeLessThanOrEqual(most);
      }),
    );
  });
});

describe('how many candidates there are', () => {
  const on = '2026-03-02';
  const own = (value: number | null) => {
    const rule = NATIONAL_2024.rules.get('candidate-max-3')!;
    const rules = new Map(value === null ? [] : [[rule.id, { ...rule, value }]]);
    return mostCandidates({ set: { ...NATIONAL_2024, rules }, regime: 'C', on });
  };

  it('is what the rule set says, and not limited where it says nothing', () => {
    expect([own(3), own(2), own(null)]).toEqual([3, 2, Number.POSITIVE_INFINITY]);
    const ranked = ['a', 'b', 'c', 'd'].map((firm, at) => ({
      lot: 1,
      bidId: firm,
      rank: at + 1,
      firms: [firm],
    }));
    const count = (places: number) => recommendLots(ranked, null, places)[0]?.candidates.length;
    expect([own(3), own(2), own(null)].map(count)).toEqual([3, 2, 4]);
  });
});
