import fc from 'fast-check';
import { blindCodes, blindCommitment, isTechnical, readPlan, type EvaluationPlan } from '../index';

const PLAN: EvaluationPlan = {
  kind: 'comprehensive',
  formula: 'price-lowest-gp',
  parameters: { tieBreak: 'lower-price' },
  draw: {},
  priceWeight: '60',
  items: [{ id: 'design', title: '施工组织设计', points: '40' }],
  askBelowPercent: null,
  blind: true,
};
const facts = { tender: 'T', nonce: 'ab'.repeat(32), closed: 'cd'.repeat(32) };

describe('a blind review', () => {
  it('is stated in the plan, where items are scored and nowhere else', () => {
    expect(readPlan(PLAN)).toMatchObject({ ok: true, value: { blind: true } });
    expect(readPlan({ ...PLAN, blind: false }).ok).toBe(false);
    const alone = { ...PLAN, kind: 'formula', priceWeight: null, items: [] };
    expect(readPlan(alone)).toMatchObject({ refusal: { code: 'plan.malformed' } });
    const lowest = { ...alone, kind: 'lowest-price', formula: null, parameters: {} };
    expect(readPlan(lowest)).toMatchObject({ refusal: { code: 'plan.malformed' } });
  });

  it('gives each bid one code, whatever order the bids come in', () => {
    fc.assert(
      fc.property(fc.uniqueArray(fc.uuid(), { minLength: 1, maxLength: 120 }), (bids) => {
        const codes = blindCodes({ ...facts, bids });
        expect(blindCodes({ ...facts, bids: [...bids].reverse() })).toEqual(codes);
        expect(new Set(codes.map(({ bid }) => bid))).toEqual(new Set(bids));
        expect(new Set(codes.map(({ code }) => code.length)).size).toBe(1);
        expect(new Set(codes.map(({ code }) => code)).size).toBe(bids.length);
      }),
    );
  });

  it('puts them in another order for another nonce or closing', () => {
    const bids = Array.from({ length: 8 }, (_, at) => `bid-${at}`);
    const order = (change: object): string =>
      blindCodes({ ...facts, bids, ...change })
        .map(({ bid }) => bid)
        .join();
    expect(order({ nonce: 'ef'.repeat(32) })).not.toBe(order({}));
    expect(order({ closed: 'ef'.repeat(32) })).not.toBe(order({}));
    expect(blindCommitment('T', facts.nonce)).not.toBe(blindCommitment('U', facts.nonce));
  });

  it('knows the technical part by the names of its files', () => {
    expect(['暗标-施工组织设计.pdf', '暗标.zip', 'blind-plan.pdf'].every(isTechnical)).toBe(true);
    expect(['投标函.pdf', '资格-暗标.pdf'].some(isTechnical)).toBe(false);
  });
});
