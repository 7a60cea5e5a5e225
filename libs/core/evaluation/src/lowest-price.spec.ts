import fc from 'fast-check';
import { fen } from '@core/kernel';
import { candidatesOf, isFullySigned, rankByLowestPrice, type Review } from './index';

const experts = ['e1', 'e2', 'e3', 'e4', 'e5'];
const bids = [
  { bidId: 'xs', price: fen(357_954_600) },
  { bidId: 'yk', price: fen(364_869_600) },
  { bidId: 'hy', price: fen(360_152_400) },
];
const allResponsive = (ids: readonly string[]): Review[] =>
  experts.flatMap((expertId) =>
    ids.map((bidId) => ({ expertId, bidId, responsive: true, ground: '' })),
  );
const reviews = allResponsive(['xs', 'yk', 'hy']);

describe('lowest evaluated price', () => {
  it('puts the published winner of the real case first', () => {
    const ranked = rankByLowestPrice(bids, reviews, experts, fen(362_000_000), 3);
    if (!ranked.ok) throw new Error('refused');
    expect(candidatesOf(ranked.value, 3).map((one) => one.bidId)).toEqual(['xs', 'hy']);
    expect(ranked.value.at(-1)).toEqual({
      bidId: 'yk',
      outcome: 'rejected',
      grounds: ['above_ceiling'],
    });
  });

  it('rejects by majority only, and only with a ground', () => {
    const against = (count: number, ground = '未响应工期'): Review[] =>
      reviews.map((one) =>
        one.bidId === 'xs' && experts.indexOf(one.expertId) < count
          ? { ...one, responsive: false, ground }
          : one,
      );
    const first = (count: number): string | undefined => {
      const ranked = rankByLowestPrice(bids, against(count), experts, null, 3);
      return ranked.ok ? candidatesOf(ranked.value, 3)[0]?.bidId : ranked.refusal.code;
    };
    expect([2, 3].map(first)).toEqual(['xs', 'hy']);
    expect(rankByLowestPrice(bids, against(3, ' '), experts, null, 3)).toMatchObject({
      refusal: { code: 'evaluation.ground_missing' },
    });
  });

  it('wants every member’s review, and does not decide ties by itself', () => {
    expect(rankByLowestPrice(bids, reviews.slice(1), experts, null, 3)).toMatchObject({
      refusal: { code: 'evaluation.reviews_missing' },
    });
    const tied = bids.map((bid) => ({ ...bid, price: fen(1) }));
    expect(rankByLowestPrice(tied, reviews, experts, null, 3)).toMatchObject({
      refusal: { code: 'evaluation.tie' },
    });
  });

  it('decides what stands behind a tie, and refuses one that reaches the third rank', () => {
    const five = ['a', 'b', 'c', 'd', 'e'];
    const rank = (...prices: number[]): unknown => {
      const some = prices.map((price, at) => ({ bidId: five[at]!, price: fen(price) }));
      const ranked = rankByLowestPrice(some, allResponsive(five), experts, null, 3);
      return ranked.ok
        ? candidatesOf(ranked.value, 3).map((one) => one.bidId)
        : ranked.refusal.code;
    };
    expect(rank(1, 2, 3, 4, 4)).toEqual(['a', 'b', 'c']);
    expect(rank(1, 2, 3, 3, 4)).toBe('evaluation.tie');
  });

  it('does not depend on the order in which bids or reviews come', () => {
    fc.assert(
      fc.property(
        fc.shuffledSubarray(bids, { minLength: 3 }),
        fc.shuffledSubarray(reviews, { minLength: reviews.length }),
        (someBids, someReviews) => {
          expect(rankByLowestPrice(someBids, someReviews, experts, null, 3)).toEqual(
            rankByLowestPrice(bids, reviews, experts, null, 3),
          );
        },
      ),
    );
  });

  it('is complete when everybody has signed', () => {
    const signed = experts.map((expertId) => ({ expertId, dissent: null }));
    expect(isFullySigned(experts, signed)).toBe(true);
    expect(isFullySigned(experts, signed.slice(1))).toBe(false);
  });
});
