import { NATIONAL_2024, type Regime } from '@core/rules';
import { commissionAgency, endCommission, keepAgencyOut, type CommissionFacts } from './commission';
import { UNUSED } from './project';

const DAY = '2026-03-02';
const facts: CommissionFacts = {
  state: 'registered',
  regime: 'A',
  use: { ...UNUSED, concluded: 1 },
  agency: 'agency',
  contractNumber: ' 委托〔2026〕3号 ',
};
const refusal = (change: Partial<CommissionFacts>): object => {
  const made = commissionAgency({ ...facts, ...change }, NATIONAL_2024, DAY);
  return made.ok ? {} : made.refusal;
};

describe('an agency', () => {
  it('is commissioned in writing, for a registered project, before its tender runs', () => {
    expect(commissionAgency(facts, NATIONAL_2024, DAY)).toMatchObject({
      value: { contractNumber: '委托〔2026〕3号', law: { ruleId: 'agency-contract' } },
    });
    expect(refusal({ state: 'submitted' })).toMatchObject({ code: 'project.not_registered' });
    expect(refusal({ agency: 'tenderer' })).toMatchObject({ code: 'project.not_an_agency' });
    expect(refusal({ agency: null })).toMatchObject({ code: 'project.not_an_agency' });
    expect(refusal({ use: { ...UNUSED, running: 1 } })).toMatchObject({
      code: 'project.has_tender',
    });
    expect(refusal({ contractNumber: ' ' })).toMatchObject({
      code: 'project.contract_missing',
      law: { ruleId: 'agency-contract' },
    });
    expect(refusal({ contractNumber: ' ', regime: 'B' })).toMatchObject({
      law: { ruleId: 'gp-agency-contract' },
    });
    expect(endCommission({ ...UNUSED, failed: 2 }).ok).toBe(true);
    expect(endCommission({ ...UNUSED, running: 1 })).toMatchObject({
      refusal: { code: 'project.has_tender' },
    });
  });

  it.each<[Regime, string]>([
    ['A', 'agency-no-bid'],
    ['B', 'gp-agency-no-bid'],
    ['D', 'agency-no-bid'],
  ])('never bids in what it runs, under %s', (regime, ruleId) => {
    expect(keepAgencyOut('firm', 'firm', { set: NATIONAL_2024, regime, on: DAY })).toMatchObject({
      refusal: { code: 'sign_up.is_agency', law: { ruleId } },
    });
    expect(keepAgencyOut('firm', 'other', { set: NATIONAL_2024, regime, on: DAY }).ok).toBe(true);
    expect(keepAgencyOut('firm', null, { set: NATIONAL_2024, regime, on: DAY }).ok).toBe(true);
  });

  it('is kept out without a citation where the set has no rule', () => {
    const bare = { ...NATIONAL_2024, rules: new Map() };
    expect(keepAgencyOut('firm', 'firm', { set: bare, regime: 'A', on: DAY })).toEqual({
      ok: false,
      refusal: { code: 'sign_up.is_agency' },
    });
    expect(commissionAgency(facts, bare, DAY)).toMatchObject({ value: { law: null } });
  });
});
