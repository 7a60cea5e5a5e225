import { fen } from '@core/kernel';
import { COUNTY_2013, NATIONAL_2024 } from '@core/rules';
import { localProcurement, localTotal } from './index';

const DAY = '2026-03-02';

describe('buying on the spot', () => {
  it('is for agro-forestry alone, and only where the rule set has a rule for it', () => {
    expect(localProcurement(COUNTY_2013, 'C', 'agro', DAY)).toMatchObject({
      value: { ruleId: 'county-local-procurement', status: 'unverified' },
    });
    for (const refused of [
      localProcurement(COUNTY_2013, 'C', 'works', DAY),
      localProcurement(COUNTY_2013, 'A', 'agro', DAY),
      localProcurement(NATIONAL_2024, 'C', 'agro', DAY),
    ]) {
      expect(refused).toMatchObject({
        refusal: {
          code: 'project.local_not_allowed',
          law: { ruleId: expect.any(String) as string },
        },
      });
    }
  });

  it('adds up to no more than was registered', () => {
    const items = [
      { seller: '田家组合作社', what: '杉木苗 3 000 株', amount: fen(240_000) },
      { seller: '田大有', what: '农家肥 5 吨', amount: fen(60_000) },
    ];
    expect(localTotal(items, fen(300_000))).toMatchObject({ value: 300_000 });
    expect(localTotal(items, fen(299_999))).toMatchObject({
      refusal: { code: 'project.local_over_estimate' },
    });
    expect(localTotal([], fen(1))).toMatchObject({ refusal: { code: 'project.local_no_items' } });
  });
});
