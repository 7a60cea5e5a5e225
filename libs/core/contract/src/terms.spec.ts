import fc from 'fast-check';
import { fen } from '@core/kernel';
import { NATIONAL_2024, REGIMES, type Regime, type UnderLaw } from '@core/rules';
import { checkTerms, departures, highestPerformanceBond, termsOf, type Offer } from './terms';

const offer: Offer = {
  price: fen(357_954_600),
  durationDays: 120,
  quality: '合格',
  manager: '王建国',
};
const written = { ...termsOf(offer), payment: '按月计量，支付至 80%，验收后付至 97%' };
const under = (regime: Regime): UnderLaw => ({ set: NATIONAL_2024, regime, on: '2026-03-02' });

describe('a contract', () => {
  it('says what was offered, and passes in every regime', () => {
    for (const regime of REGIMES) {
      expect(checkTerms(written, offer, under(regime))).toEqual({ ok: true, value: written });
    }
  });

  it.each([
    ['price', { price: fen(357_954_599) }],
    ['durationDays', { durationDays: 121 }],
    ['quality', { quality: '优良' }],
    ['manager', { manager: '李建国' }],
  ])('that departs from the bid in its %s is refused by law', (part, change) => {
    const found = checkTerms({ ...written, ...change }, offer, under('A'));
    expect(found).toMatchObject({
      refusal: {
        code: 'contract.departs',
        params: { part },
        law: { ruleId: 'contract-consistent' },
      },
    });
  });

  it('may say of a lottery’s works what no bid has fixed, but not another price', () => {
    const fixed: Offer = { price: fen(900_000), durationDays: null, quality: null, manager: null };
    const terms = { ...written, price: fixed.price, manager: '谁都行', durationDays: 7 };
    expect(departures(terms, fixed)).toEqual([]);
    expect(departures({ ...terms, price: fen(900_001) }, fixed)).toEqual([
      { part: 'price', offered: '900000', written: '900001' },
    ]);
  });

  it('names how it is paid and who leads the works', () => {
    for (const gap of [{ payment: ' ' }, { manager: '' }]) {
      const free = { ...offer, manager: null };
      expect(checkTerms({ ...written, ...gap }, free, under('A'))).toMatchObject({
        refusal: { code: 'contract.terms_invalid' },
      });
    }
  });

  it('asks for a performance bond of exactly a tenth at most, where the law caps it', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 1, max: 9e15 }),
        fc.constantFrom<Regime>('A', 'B'),
        (price, regime) => {
          const law = under(regime);
          const highest = highestPerformanceBond(fen(price), law) ?? fen(0);
          expect(BigInt(highest) * 10n <= BigInt(price)).toBe(true);
          expect(BigInt(highest + 1) * 10n > BigInt(price)).toBe(true);
          const own = { ...offer, price: fen(price) };
          const terms = { ...written, price: fen(price) };
          const bond = (value: number) =>
            checkTerms({ ...terms, performanceBond: fen(value) }, own, law).ok;
          expect([bond(highest), bond(highest + 1)]).toEqual([true, false]);
        },
      ),
    );
    expect(highestPerformanceBond(offer.price, under('C'))).toBeNull();
  });
});
