import fc from 'fast-check';
import { NATIONAL_2024 } from '@core/rules';
import { fenOf, readCase, simulate } from '../index';

const PLAIN = {
  format: 'sunlit-simulate-1',
  method: 'price-lowest-gp',
  bids: [
    { id: 'a', priceYuan: '100' },
    { id: 'b', priceYuan: '125.5' },
  ],
};

function answer(raw: unknown): { readonly code?: string; readonly [key: string]: unknown } {
  const read = readCase(raw);
  if (!read.ok) return { ...read.refusal };
  const simulated = simulate(read.value, [NATIONAL_2024], '2026-03-02');
  return simulated.ok ? { ...simulated.value } : { ...simulated.refusal };
}

describe('a case of the simulator', () => {
  it('reads yuan exactly', () => {
    expect(['0', '100', '0.5', '0.05', '9999999999999.99'].map(fenOf)).toEqual([
      0, 10_000, 50, 5, 999_999_999_999_999,
    ]);
  });

  it.each<[string, unknown]>([
    ['$', null],
    ['$.format', { ...PLAIN, format: 'x' }],
    ['$.bids', { ...PLAIN, bids: undefined }],
    ['$.bids[0].priceYuan', { ...PLAIN, bids: [{ id: 'a', priceYuan: 100 }] }],
    ['$.bids[0].priceYuan', { ...PLAIN, bids: [{ id: 'a', priceYuan: '1.234' }] }],
    ['$.bids[0].rejected', { ...PLAIN, bids: [{ id: 'a', priceYuan: '1', rejected: 'x' }] }],
    ['$.parametres', { ...PLAIN, parametres: {} }],
    ['$.open', { ...PLAIN, open: 3 }],
    ['$.formula', { ...PLAIN, formula: 'price-abc' }],
    ['$.law.ruleSet', { ...PLAIN, law: { ruleSet: 'x', regime: 'A' } }],
    ['$.law.regime', { ...PLAIN, law: { ruleSet: 'national-2024', regime: 'E' } }],
    ['$.judges', { ...PLAIN, method: 'two-envelopes', judges: [] }],
    [
      '$: formula, technical, open',
      { ...PLAIN, method: 'two-envelopes', formula: 'price-lowest-gp' },
    ],
    [
      '$: formula, priceWeight, items, judges, marks',
      { ...PLAIN, method: 'comprehensive-scoring', formula: 'price-lowest-gp' },
    ],
    [
      '$.technical[0]',
      {
        ...PLAIN,
        method: 'two-envelopes',
        formula: 'price-lowest-gp',
        open: 1,
        technical: [{ id: 'a', score: '1', rejected: 'x' }],
      },
    ],
  ])('is refused at %s', (path, raw) => {
    expect(answer(raw)).toMatchObject({ code: 'method.malformed', params: { path } });
  });

  it('is computed, and held against the law where it asks', () => {
    const law = { ruleSet: 'national-2024', regime: 'B', kind: 'goods' };
    expect(answer({ ...PLAIN, law })).toMatchObject({
      formula: 'price-lowest-gp',
      law: { findings: [{ ruleId: 'gp-lowprice-formula' }, { ruleId: 'eval-lt3-reasoned' }] },
    });
    expect(answer({ ...PLAIN, method: 'price-score-E', law })).toMatchObject({
      code: 'method.unlawful',
      law: { ruleId: 'gp-lowprice-formula', citation: '87号令§55' },
    });
    expect(answer({ ...PLAIN, method: 'price-score-E' })).toMatchObject({ law: null });
    expect(answer({ ...PLAIN, method: 'nothing' })).toMatchObject({ code: 'method.unknown' });
    expect(answer({ ...PLAIN, method: 'comprehensive-scoring' })).toMatchObject({
      code: 'method.unknown',
    });
  });

  it('never throws, whatever is written', () => {
    fc.assert(
      fc.property(fc.anything(), (member) => {
        for (const key of [
          'bids',
          'parameters',
          'drawn',
          'sample',
          'law',
          'method',
          'ceilingYuan',
        ]) {
          expect(() => answer({ ...PLAIN, [key]: member })).not.toThrow();
        }
      }),
    );
  });
});
