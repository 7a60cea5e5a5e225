import fc from 'fast-check';
import { fen } from '@core/kernel';
import { NATIONAL_2024, type Regime, type UnderLaw } from '@core/rules';
import { addedByChanges, afterChanges, proposeChange, type Change } from './changes';
import { paidInAll, pay } from './payments';
import { subcontract, type Subcontract } from './subcontract';
import { termsOf, type ContractTerms } from './terms';

const PRICE = 1_000_000;
const terms: ContractTerms = {
  ...termsOf({ price: fen(PRICE), durationDays: 100, quality: '合格', manager: '王建国' }),
  payment: '按月',
};
const under = (regime: Regime): UnderLaw => ({ set: NATIONAL_2024, regime, on: '2026-03-02' });
const change = (partial: Partial<Change>): Change => ({
  kind: 'works',
  reason: '地质条件与勘察不符',
  priceBy: 0,
  daysBy: 0,
  manager: null,
  decision: null,
  ...partial,
});

const NOTHING = { paid: fen(0), given: fen(0) };

describe('changes of a contract', () => {
  it('add up to what the contract says now', () => {
    const agreed = [
      change({ priceBy: 50_000, daysBy: 10 }),
      change({ priceBy: -20_000 }),
      change({ kind: 'manager', manager: '李建国' }),
    ];
    expect(afterChanges(terms, agreed)).toEqual({
      price: 1_030_000,
      durationDays: 110,
      manager: '李建国',
    });
    expect(addedByChanges(agreed)).toBe(50_000);
  });

  it('never pass the tenth of the procurement law, whatever was taken off before and whoever decides', () => {
    const sums = fc.array(fc.integer({ min: -300_000, max: 300_000 }), { maxLength: 6 });
    fc.assert(
      fc.property(sums, fc.constantFrom(null, '会议纪要〔2026〕3号'), (wanted, decision) => {
        const agreed: Change[] = [];
        for (const priceBy of wanted) {
          const taken = proposeChange(
            terms,
            agreed,
            change({ priceBy, decision }),
            NOTHING,
            under('B'),
          );
          if (taken.ok) agreed.push(taken.value);
          expect(addedByChanges(agreed)).toBeLessThanOrEqual(PRICE / 10);
        }
      }),
    );
    expect(
      proposeChange(terms, [], change({ priceBy: 100_001 }), NOTHING, under('B')),
    ).toMatchObject({
      refusal: { code: 'contract.change_over_law', law: { ruleId: 'gp-append-10pct' } },
    });
    expect(proposeChange(terms, [], change({ priceBy: 100_000 }), NOTHING, under('B')).ok).toBe(
      true,
    );
  });

  it('pass the contract’s own limit with a decision alone', () => {
    const own = { ...terms, changeLimit: 5 };
    const over = change({ priceBy: 50_001 });
    expect(proposeChange(own, [], over, NOTHING, under('C'))).toMatchObject({
      refusal: { code: 'contract.change_needs_decision', params: { percent: 5 } },
    });
    expect(
      proposeChange(own, [], { ...over, decision: '沪崇港府〔2026〕5号' }, NOTHING, under('C')).ok,
    ).toBe(true);
    expect(proposeChange(own, [], change({ priceBy: 50_000 }), NOTHING, under('C')).ok).toBe(true);
  });

  it.each<[string, Partial<Change>]>([
    ['has no reason', { reason: ' ', priceBy: 1 }],
    ['changes nothing', {}],
    ['is about time and changes none', { kind: 'time', priceBy: 1 }],
    ['is about the manager and names none', { kind: 'manager' }],
    ['is about time and changes the price too', { kind: 'time', daysBy: 1, priceBy: 1 }],
    ['is about the manager and changes the price', { kind: 'manager', manager: '李', priceBy: 1 }],
    ['leaves no time', { kind: 'time', daysBy: -100 }],
    ['leaves less than nothing to be paid', { priceBy: -PRICE - 1 }],
    ['is no whole sum', { priceBy: 0.5 }],
  ])('are refused where one %s', (_, partial) => {
    expect(proposeChange(terms, [], change(partial), NOTHING, under('A'))).toMatchObject({
      refusal: { code: 'contract.change_invalid' },
    });
  });
});

describe('a change that lowers the price', () => {
  it('leaves what is paid, and more than what others do', () => {
    const lower = (priceBy: number, paid: number, given: number): boolean =>
      proposeChange(
        terms,
        [],
        change({ priceBy }),
        { paid: fen(paid), given: fen(given) },
        under('C'),
      ).ok;
    expect([lower(-400_000, 600_000, 0), lower(-400_001, 600_000, 0)]).toEqual([true, false]);
    expect([lower(-399_999, 0, 600_000), lower(-400_000, 0, 600_000)]).toEqual([true, false]);
  });
});

describe('payments', () => {
  it('come to the price and never beyond', () => {
    fc.assert(
      fc.property(fc.array(fc.nat(400_000), { maxLength: 12 }), (sums) => {
        const paid: { sum: ReturnType<typeof fen> }[] = [];
        for (const sum of sums) {
          const taken = pay(fen(PRICE), paid, fen(sum));
          if (taken.ok) {
            paid.push({ sum: fen(sum) });
            expect(taken.value).toBe(PRICE - paidInAll(paid));
          } else {
            expect(taken.refusal.code).toBe(
              sum === 0 ? 'contract.payment_invalid' : 'contract.overpaid',
            );
          }
          expect(paidInAll(paid)).toBeLessThanOrEqual(PRICE);
        }
      }),
    );
  });
});

describe('a subcontract', () => {
  const wanted: Subcontract = {
    name: '青禾标线有限公司',
    part: '标志标线',
    sum: fen(90_000),
    isMainWork: false,
  };
  const ask = (partial: Partial<Subcontract>, given: readonly { sum: Subcontract['sum'] }[] = []) =>
    subcontract(fen(PRICE), given, { ...wanted, ...partial }, '青禾路桥', under('A'));

  it('of a minor part is taken', () => {
    expect(ask({ name: ' 青禾标线有限公司 ' })).toEqual({ ok: true, value: wanted });
  });

  it('of the main work is refused by law, and one that leaves the winner nothing', () => {
    expect(ask({ isMainWork: true })).toMatchObject({
      refusal: { code: 'contract.subcontract_main', law: { ruleId: 'no-subcontract-main' } },
    });
    expect(ask({}, [{ sum: fen(910_000) }])).toMatchObject({
      refusal: { code: 'contract.transferred', law: { ruleId: 'no-subcontract-main' } },
    });
    expect(ask({}, [{ sum: fen(909_999) }]).ok).toBe(true);
    const vast = fen(Number.MAX_SAFE_INTEGER);
    expect(ask({ sum: vast }, [{ sum: vast }])).toMatchObject({
      refusal: { code: 'contract.transferred' },
    });
  });

  it('names somebody else, a part and a sum', () => {
    for (const gap of [{ name: '' }, { part: ' ' }, { sum: fen(0) }, { name: '青禾路桥' }]) {
      expect(ask(gap)).toMatchObject({ refusal: { code: 'contract.subcontract_invalid' } });
    }
  });
});
