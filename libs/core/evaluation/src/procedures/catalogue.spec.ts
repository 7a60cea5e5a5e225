import { decimal } from '@core/kernel';
import { COUNTY_2013, NATIONAL_2024, REGIMES } from '@core/rules';
import { lawfulnessOf, methodCatalogue, type MethodUse } from '../index';

const DAY = '2026-03-02';
const catalogue = methodCatalogue(NATIONAL_2024, DAY);

function entry(id: string): (typeof catalogue)[number] {
  const found = catalogue.find((one) => one.id === id);
  if (!found) throw new Error(`no entry ${id}`);
  return found;
}

describe('the catalogue of methods', () => {
  it('holds the formula library', () => {
    expect(catalogue.map((one) => one.id)).toEqual([
      'lowest-evaluated-price',
      'price-lowest-gp',
      'price-highway-reasonable-low',
      'price-itender-m1',
      'price-itender-m3',
      'price-score-E',
      'price-abc',
      'price-aq',
      'price-sample9',
      'price-band-reasonable-low',
    ]);
  });

  it('says which coefficient is drawn from which values', () => {
    expect(entry('price-itender-m1').drawn).toEqual([
      { key: 'down', values: ['0.5', '1.0', '1.5', '2.0', '2.5', '3.0'], always: false },
      { key: 'w', values: ['0.30', '0.35', '0.40'], always: true },
      { key: 'k', values: ['0.96', '0.97', '0.98', '0.99'], always: true },
    ]);
    expect(entry('price-lowest-gp').drawn).toEqual([]);
  });

  it('marks what could not be checked', () => {
    const checked = catalogue.filter((one) => one.status === 'checked').map((one) => one.id);
    expect(checked).toEqual(['lowest-evaluated-price', 'price-lowest-gp']);
  });

  it.each([NATIONAL_2024, COUNTY_2013])(
    'knows government procurement’s one formula: $id',
    (set) => {
      const verdicts = methodCatalogue(set, DAY).map((one) => [one.id, one.lawful.B.verdict]);
      expect(verdicts.filter(([, verdict]) => verdict === 'allowed')).toEqual([
        ['lowest-evaluated-price', 'allowed'],
        ['price-lowest-gp', 'allowed'],
      ]);
      const [finding] = entry('price-itender-m3').lawful.B.findings;
      expect(finding).toMatchObject({
        ruleId: 'gp-lowprice-formula',
        outcome: 'violated',
        citation: '87号令§55',
      });
      for (const regime of REGIMES.filter((one) => one !== 'B')) {
        for (const one of methodCatalogue(set, DAY))
          expect(one.lawful[regime].verdict).toBe('allowed');
      }
    },
  );
});

describe('the weight of the price', () => {
  const verdict = (kind: MethodUse['kind'], weight: string, regime: 'A' | 'B' = 'B'): string =>
    lawfulnessOf(
      NATIONAL_2024,
      regime,
      {
        formula: 'price-lowest-gp',
        procedure: 'comprehensive-scoring',
        priceWeight: decimal(weight),
        tieByDraw: false,
        kind,
      },
      DAY,
    ).verdict;

  it('is at least 30 for goods and 10 for services in government procurement', () => {
    expect(verdict('goods', '30')).toBe('allowed');
    expect(verdict('goods', '29.99')).toBe('refused');
    expect(verdict('services', '10')).toBe('allowed');
    expect(verdict('services', '9.99')).toBe('refused');
    expect(verdict('works', '5', 'A')).toBe('allowed');
  });

  it('refuses a formula nobody knows', () => {
    const use = {
      formula: 'x',
      procedure: 'price-alone',
      priceWeight: null,
      tieByDraw: false,
      kind: 'goods',
    } as const;
    expect(lawfulnessOf(NATIONAL_2024, 'B', use, DAY).verdict).toBe('refused');
  });
});
