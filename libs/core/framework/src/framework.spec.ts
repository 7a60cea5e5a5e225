import fc from 'fast-check';
import { fen, parseInstant, type Fen } from '@core/kernel';
import { CALENDAR, legalDate, NATIONAL_2024, type UnderLaw } from '@core/rules';
import {
  admittedOf,
  agreementFingerprint,
  agreementText,
  eliminatedOf,
  frameworkDuties,
  frameworkTerms,
  isChanceGivenBack,
  isRunning,
  leaveFramework,
  lowerPrice,
  lowestQuote,
  moveOrder,
  nextTurn,
  openQuote,
  ORDER_STATES,
  ORDER_TRANSITIONS,
  periodOfAgreement,
  placeOrder,
  productOf,
  quoteWindow,
  removeSupplier,
  savingOf,
  sealQuote,
  supplementDue,
  takeQuote,
  type FrameworkTerms,
  type OrderState,
  type QuoteOpening,
  type Turn,
} from './index';

const law: UnderLaw = { set: NATIONAL_2024, regime: 'B', on: '2026-01-12' };
const elsewhere: UnderLaw = { ...law, regime: 'C' };
const yuan = (amount: number): Fen => fen(Math.round(amount * 100));
const at = (text: string): number => parseInstant(text) ?? 0;
const terms: FrameworkTerms = {
  eliminationPercent: 20,
  most: null,
  months: 12,
  callOff: ['direct', 'rotation'],
  unit: ' 台 ',
  buyers: '全县预算单位',
  outsideAward: true,
};

describe('the terms of a framework', () => {
  const outcomes = (change: Partial<FrameworkTerms>, kind: 'goods' | 'services' = 'goods') => {
    const judged = frameworkTerms({ ...terms, ...change }, kind, law);
    return judged.ok
      ? judged.value.findings.map(({ ruleId, outcome }) => [ruleId, outcome])
      : judged.refusal;
  };

  it('are held against the rate and the length that are usual, and never for works', () => {
    expect(outcomes({})).toEqual([
      ['fw-elim-20pct', 'satisfied'],
      ['fw-term-goods-1y', 'satisfied'],
      ['fw-stage2-three', 'satisfied'],
    ]);
    expect(outcomes({ eliminationPercent: 19, months: 13 })).toMatchObject([
      ['fw-elim-20pct', 'violated'],
      ['fw-term-goods-1y', 'violated'],
      ['fw-stage2-three', 'satisfied'],
    ]);
    expect(outcomes({ months: 24 }, 'services')).toContainEqual([
      'fw-term-service-2y',
      'satisfied',
    ]);
    expect(frameworkTerms(terms, 'works', law)).toMatchObject({
      refusal: { code: 'framework.not_works', law: { citation: '110号令§2、§3' } },
    });
  });

  it.each([
    [{ eliminationPercent: 20.5 }, 'elimination'],
    [{ eliminationPercent: 91 }, 'elimination'],
    [{ most: 0 }, 'most'],
    [{ months: 0 }, 'months'],
    [{ callOff: [] }, 'call_off'],
    [{ callOff: ['direct', 'direct'] as const }, 'call_off'],
    [{ unit: ' ' }, 'unit'],
    [{ buyers: '' }, 'buyers'],
  ])('name the part that cannot stand: %j', (change, reason) => {
    expect(outcomes(change)).toMatchObject({ code: 'framework.terms_invalid', params: { reason } });
  });
});

describe('admission', () => {
  it.each([
    [5, 4],
    [3, 2],
    [2, 1],
    [6, 4],
    [10, 8],
    [11, 8],
  ])('of %d valid responses, a fifth of them left out, takes %d', (valid, admitted) => {
    expect(admittedOf(valid, terms, law)).toMatchObject({ value: admitted });
  });

  it('takes no more than the cap, and nobody of fewer than two', () => {
    expect(admittedOf(10, { ...terms, most: 3 }, law)).toMatchObject({ value: 3 });
    expect(admittedOf(1, terms, law)).toMatchObject({
      refusal: { code: 'framework.too_few', law: { ruleId: 'fw-min-suppliers-2' } },
    });
    expect(admittedOf(1, { ...terms, eliminationPercent: 0 }, elsewhere)).toMatchObject({
      value: 1,
    });
  });

  it('never leaves out less than the rate, never fewer than one, and never everybody', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 2, max: 500 }),
        fc.integer({ min: 0, max: 90 }),
        (valid, rate) => {
          const out = eliminatedOf(valid, { eliminationPercent: rate }, law);
          expect(out * 100).toBeGreaterThanOrEqual(valid * rate);
          expect((out - 1) * 100).toBeLessThan(Math.max(valid * rate, 1));
          expect(out).toBeGreaterThanOrEqual(1);
          const admitted = admittedOf(valid, { eliminationPercent: rate, most: null }, law);
          expect(admitted).toMatchObject({ value: Math.max(1, valid - out) });
        },
      ),
    );
  });
});

describe('the agreements', () => {
  const period = periodOfAgreement(at('2026-01-30T09:00:00.000Z'), 12);

  it('hold from the day the first is concluded, the last day included', () => {
    expect(period).toEqual({ from: '2026-01-30', to: '2027-01-29' });
    expect(isRunning(period, at('2026-01-29T15:59:59.999Z'))).toBe(false);
    expect(isRunning(period, at('2026-01-29T16:00:00.000Z'))).toBe(true);
    expect(isRunning(period, at('2027-01-29T15:59:59.999Z'))).toBe(true);
    expect(isRunning(period, at('2027-01-29T16:00:00.000Z'))).toBe(false);
  });

  it('bind their suppliers; one is removed on a ground that is shown, once', () => {
    expect(leaveFramework(law)).toMatchObject({
      refusal: { code: 'framework.bound', law: { ruleId: 'fw-no-quit-closed' } },
    });
    expect(removeSupplier('signed', ' 催告三次仍不供货 ')).toMatchObject({
      value: '催告三次仍不供货',
    });
    expect(removeSupplier('signed', ' ')).toMatchObject({
      refusal: { code: 'framework.reason_missing' },
    });
    expect(removeSupplier('removed', '再次')).toMatchObject({
      refusal: { code: 'framework.removed_already' },
    });
  });

  it('let a price fall, never rise', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 1e9 }), fc.integer({ min: 0, max: 1e9 }), (now, to) => {
        expect(lowerPrice(fen(now), fen(to)).ok).toBe(to > 0 && to < now);
      }),
    );
  });

  it('are supplemented only when less than seventy in a hundred are left', () => {
    expect(supplementDue(10, 7, law)).toBe(false);
    expect(supplementDue(10, 6, law)).toBe(true);
    expect(supplementDue(10, 0, elsewhere)).toBe(false);
    expect(savingOf(yuan(3000), yuan(2800), 3)).toBe(yuan(600));
  });
});

describe('the duties of a collector', () => {
  const none = {
    admittedAt: null,
    firstSignedAt: null,
    signedAt: null,
    informedAt: null,
    filedAt: null,
    endedAt: null,
    summarisedAt: null,
  };
  const due = (moments: Partial<typeof none> | object): unknown[] =>
    frameworkDuties({ ...none, ...moments }, law, CALENDAR).map(({ duty, until, doneAt }) => [
      duty,
      until === null ? null : legalDate(until - 1),
      doneAt !== null,
    ]);

  it('begin with what they follow from, and have their day', () => {
    expect(due({})).toEqual([]);
    const admittedAt = at('2026-01-12T02:00:00.000Z');
    expect(due({ admittedAt })).toEqual([['sign', '2026-02-11', false]]);
    const signedAt = at('2026-01-30T02:00:00.000Z');
    expect(due({ admittedAt, firstSignedAt: signedAt })).toEqual([
      ['sign', '2026-02-11', false],
      ['inform', '2026-02-04', false],
      ['file', '2026-02-10', false],
    ]);
    const informed = { firstSignedAt: signedAt, signedAt, informedAt: signedAt };
    expect(due({ admittedAt, ...informed })).toEqual([
      ['sign', '2026-02-11', true],
      ['inform', '2026-02-04', true],
      ['file', '2026-02-10', false],
    ]);
    const endedAt = at('2026-11-29T16:00:00.000Z');
    expect(due({ endedAt })).toEqual([['summarise', '2026-12-14', false]]);
    expect(frameworkDuties({ ...none, admittedAt }, elsewhere, CALENDAR)).toEqual([]);
  });
});

describe('the agreement of a supplier', () => {
  const product = {
    name: '台式计算机',
    brand: '',
    model: 'T7',
    parameters: ' 16 GB ',
    service: '三日送达',
  };
  const facts = {
    collector: '青禾县政府采购中心',
    supplier: '甲公司',
    creditCode: '91429900MA4J0T0001',
    title: '2026年办公设备框架协议',
    code: 'T2026-0100',
    lot: 1,
    lotTitle: '台式机',
    ceiling: yuan(4000),
    price: yuan(3800),
    product,
    terms,
  };

  it('says its price, its product, its ways and its length', () => {
    const text = agreementText(facts);
    for (const part of ['3,800.00 元', '4,000.00 元', '台式计算机 T7', '12 个月', '顺序轮候']) {
      expect(text).toContain(part);
    }
    expect(agreementFingerprint(facts)).toMatch(/^[0-9a-f]{64}$/);
    expect(agreementFingerprint({ ...facts, price: yuan(3799) })).not.toBe(
      agreementFingerprint(facts),
    );
  });

  it('is of a product that is said to be something', () => {
    expect(productOf(product)).toMatchObject({ value: { parameters: '16 GB' } });
    for (const part of ['name', 'parameters', 'service'] as const) {
      expect(productOf({ ...product, [part]: ' ' })).toMatchObject({
        refusal: { code: 'framework.product_invalid', params: { reason: part } },
      });
    }
  });
});

describe('rotation', () => {
  const order = ['a', 'b', 'c'];

  it('gives everybody one chance a round, in the order', () => {
    const turns: Turn[] = [];
    for (let n = 0; n < 7; n++) {
      const next = nextTurn(order, turns);
      if (next) turns.push(next);
    }
    expect(turns.map(({ supplierId }) => supplierId).join('')).toBe('abcabca');
    expect(turns.at(-1)?.round).toBe(3);
    expect(nextTurn([], turns)).toBeNull();
  });

  it('gives a chance back that its supplier had no time to answer', () => {
    const placedAt = at('2026-02-02T01:00:00.000Z');
    expect(isChanceGivenBack(placedAt, at('2026-02-05T00:59:59.999Z'))).toBe(true);
    expect(isChanceGivenBack(placedAt, at('2026-02-05T01:00:00.000Z'))).toBe(false);
  });

  it('stays fair whoever is removed or added on the way', () => {
    fc.assert(
      fc.property(fc.array(fc.integer({ min: 0, max: 9 }), { maxLength: 60 }), (changes) => {
        let members = ['a', 'b', 'c', 'd'];
        const turns: Turn[] = [];
        for (const [step, change] of changes.entries()) {
          if (change === 0 && members.length > 1) members = members.slice(1);
          if (change === 1) members = [...members, `n${step}`];
          const next = nextTurn(members, turns);
          if (next === null) throw new Error('nobody');
          expect(members).toContain(next.supplierId);
          expect(turns).not.toContainEqual(next);
          turns.push(next);
        }
      }),
    );
  });
});

describe('a competition', () => {
  const window = {
    deadline: at('2026-02-02T01:00:00.000Z'),
    openUntil: at('2026-02-03T01:00:00.000Z'),
  };
  const quote: QuoteOpening = {
    callId: 'call',
    supplierId: 'a',
    unitPrice: yuan(5000),
    nonce: 'ab'.repeat(32),
  };
  const facts = { window, cap: yuan(6000), law };
  const sealed = (one: QuoteOpening): string => {
    const made = sealQuote(one);
    if (!made.ok) throw new Error(made.refusal.code);
    return made.value;
  };

  it('takes sealed quotes until the deadline and opens them after it', () => {
    expect(takeQuote(window, window.deadline - 1).ok).toBe(true);
    expect(takeQuote(window, window.deadline)).toMatchObject({
      refusal: { code: 'framework.quote_late' },
    });
    const open = (when: number, one = quote) => openQuote(one, sealed(quote), facts, when);
    expect(open(window.deadline - 1)).toMatchObject({ refusal: { code: 'framework.quote_early' } });
    expect(open(window.deadline)).toMatchObject({ value: yuan(5000) });
    expect(open(window.openUntil)).toMatchObject({ refusal: { code: 'framework.quote_late' } });
  });

  it('leaves time to answer', () => {
    const call = (deadline: number) => quoteWindow(deadline, at('2026-02-01T01:00:00.000Z'), law);
    expect(call(window.deadline)).toMatchObject({ value: window });
    expect(call(at('2026-02-01T02:59:59.999Z'))).toMatchObject({
      refusal: { code: 'framework.deadline_short', law: { ruleId: 'fw-minicomp-time' } },
    });
  });

  it('opens no quote as another, and none above the agreement', () => {
    const other = { ...quote, unitPrice: yuan(4000) };
    expect(openQuote(other, sealed(quote), facts, window.deadline)).toMatchObject({
      refusal: { code: 'framework.quote_differs' },
    });
    const high = { ...quote, unitPrice: yuan(6000.01) };
    expect(openQuote(high, sealed(high), facts, window.deadline)).toMatchObject({
      refusal: { code: 'framework.quote_over', law: { ruleId: 'fw-minicomp' } },
    });
    expect(sealQuote({ ...quote, nonce: '12' })).toMatchObject({
      refusal: { code: 'framework.nonce_short' },
    });
    expect(sealed(quote)).not.toBe(sealed({ ...quote, supplierId: 'b' }));
    expect(sealed(quote)).not.toBe(sealed({ ...quote, callId: 'other' }));
  });

  it('is won by the lowest; of equal ones by the first', () => {
    const opened = (supplierId: string, amount: number, sealedAt: number) => ({
      supplierId,
      unitPrice: yuan(amount),
      sealedAt,
    });
    const quotes = [opened('a', 500, 3), opened('b', 400, 2), opened('c', 400, 1)];
    expect(lowestQuote(quotes)?.supplierId).toBe('c');
    expect(lowestQuote([...quotes].reverse())?.supplierId).toBe('c');
    expect(lowestQuote([])).toBeNull();
  });
});

describe('an order', () => {
  const facts = {
    terms,
    isRunning: true,
    supplier: 'signed' as const,
    agreedPrice: yuan(2800),
    unitPrice: yuan(2800),
    law,
  };
  const wish = { way: 'direct' as const, quantity: 3, reason: '离得近，售后快' };

  it('costs what it asks for, never more than agreed', () => {
    expect(placeOrder(wish, facts)).toMatchObject({ value: yuan(8400) });
    expect(placeOrder(wish, { ...facts, unitPrice: yuan(2700) })).toMatchObject({
      value: yuan(8100),
    });
  });

  it.each([
    [{}, { isRunning: false }, 'order.not_running'],
    [{ way: 'competition' as const }, {}, 'order.way_not_agreed'],
    [{}, { supplier: 'admitted' as const }, 'order.supplier_not_bound'],
    [{}, { supplier: 'removed' as const }, 'order.supplier_not_bound'],
    [{ quantity: 0 }, {}, 'order.quantity'],
    [{ quantity: 1.5 }, {}, 'order.quantity'],
    [{}, { unitPrice: yuan(2800.01) }, 'order.over_price'],
    [{ reason: ' ' }, {}, 'order.reason_missing'],
  ])('is refused: %j %j', (change, other, code) => {
    expect(placeOrder({ ...wish, ...change }, { ...facts, ...other })).toMatchObject({
      refusal: { code },
    });
  });

  it('names the law when it asks for more than agreed', () => {
    expect(placeOrder(wish, { ...facts, unitPrice: yuan(2801) })).toMatchObject({
      refusal: { law: { ruleId: 'fw-max-unit-price' } },
    });
  });

  it('reaches each of its states from the first', () => {
    const reached = new Set<OrderState>(['placed']);
    for (const state of reached) for (const next of ORDER_TRANSITIONS[state]) reached.add(next);
    expect([...reached].sort()).toEqual([...ORDER_STATES].sort());
    expect(moveOrder('placed', 'paid')).toMatchObject({ refusal: { code: 'order.wrong_state' } });
  });
});
