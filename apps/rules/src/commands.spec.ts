import { atBeijing, COUNTY_2013, NATIONAL_2024 } from '@core/rules';
import { assessment, deadline, factsOf, momentOf, stopsOf } from './commands';

const AT = atBeijing('2026-03-02', '09:00');
const ROAD = {
  kind: 'works',
  owner: 'township',
  estimateYuan: '3600000.00',
  fiscalFunds: true,
};

describe('deadline', () => {
  it('answers with the last day and its citation', () => {
    const answer = deadline(NATIONAL_2024, { rule: 'contract-30d', from: '2026-01-16' });
    expect(answer).toMatchObject({
      ok: true,
      value: { lastDay: '2026-02-24', until: '2026-02-24T16:00:00.000Z', unit: 'day' },
    });
    expect(answer.ok && answer.value.citation).toContain('§46');
  });

  it('refuses what it does not know, and a year nobody has announced', () => {
    const code = (rule: string, from: string): unknown => {
      const answer = deadline(NATIONAL_2024, { rule, from });
      return answer.ok ? null : answer.refusal.code;
    };
    expect(code('nothing', '2026-01-16')).toBe('rules.unknown');
    expect(code('contract-30d', 'yesterday')).toBe('arguments.date');
    expect(code('contract-30d', '2026-12-20')).toBe('calendar.year_unknown');
    expect(code('candidate-max-3', '2026-01-16')).toBe('rules.no_period');
  });

  it('reads dates, instants and stopped days', () => {
    expect(momentOf('2026-03-02')).toBe(atBeijing('2026-03-02', '12:00'));
    expect(momentOf('2026-13-40')).toBeNull();
    expect(stopsOf('2026-03-04..2026-03-06, 2026-04-01..2026-04-01')).toHaveLength(2);
    expect(stopsOf('2026-03-06..2026-03-04')).toBeNull();
  });
});

describe('assess', () => {
  it('names the regime, the lawful methods, the earliest dates and the panel, each with its rule', () => {
    const answer = assessment(NATIONAL_2024, ROAD, AT);
    expect(answer).toMatchObject({
      ok: true,
      value: { regime: 'C', mustTender: false, panel: { total: 5, tendererAtMost: 1 } },
    });
    const value = (answer.ok ? answer.value : {}) as {
      methods: { method: string; verdict: string; findings: { citation: string }[] }[];
      earliestTimetable: Record<string, string>;
    };
    const lottery = value.methods.find(({ method }) => method === 'lottery');
    expect(lottery?.verdict).toBe('needs-basis');
    expect(lottery?.findings[0]?.citation).toContain('公平竞争审查规则§8');
    expect(value.earliestTimetable.deadline).toBe('2026-03-09T01:30:00.000Z');
  });

  it('says why works need not be tendered, and what may be bought how, each with its citation', () => {
    const large = { ...ROAD, estimateYuan: '3600000.00', togetherYuan: '400000.00' };
    expect(assessment(NATIONAL_2024, large, AT)).toMatchObject({
      value: { regime: 'A', mustTender: true },
    });
    const rescue = { ground: 'rescue', evidence: '县防汛指挥部 2026 年第 3 号令' };
    const freed = assessment(NATIONAL_2024, { ...large, exemption: rescue }, AT);
    expect(freed).toMatchObject({ value: { regime: 'A', mustTender: false } });
    const text = JSON.stringify(freed);
    for (const citation of ['16号令第五条第二款', '16号令第二条(一)', '招标投标法§66']) {
      expect(text).toContain(citation);
    }
    const little = { ...large, budgetFundsYuan: '1000000.00' };
    expect(assessment(NATIONAL_2024, little, AT)).toMatchObject({ value: { regime: 'C' } });
    const desks = { ...ROAD, kind: 'goods', partOfWorks: false };
    expect(assessment(NATIONAL_2024, desks, AT)).toMatchObject({ value: { regime: 'B' } });
    expect(JSON.stringify(assessment(NATIONAL_2024, desks, AT))).toContain('政府采购法§31');
  });

  it('asks for seven judges in a large procurement', () => {
    const goods = { kind: 'goods', owner: 'agency', fiscalFunds: true, partOfWorks: false };
    const panel = (estimateYuan: string): unknown => {
      const answer = assessment(NATIONAL_2024, { ...goods, estimateYuan }, AT);
      return answer.ok && answer.value.panel;
    };
    expect(panel('9999999.99')).toMatchObject({ total: 5 });
    expect(panel('10000000.00')).toMatchObject({ total: 7, tendererAtMost: 2 });
  });

  it('follows the set: the county counts total investment', () => {
    const small = { ...ROAD, totalInvestmentYuan: '5000000.00' };
    expect(assessment(COUNTY_2013, small, AT)).toMatchObject({ value: { regime: 'A' } });
    expect(assessment(NATIONAL_2024, small, AT)).toMatchObject({ value: { regime: 'C' } });
  });

  it.each([
    [null, ''],
    [{ ...ROAD, kind: 'bridge' }, 'kind'],
    [{ ...ROAD, owner: 'king' }, 'owner'],
    [{ ...ROAD, estimateYuan: '1.234' }, 'estimateYuan'],
    [{ ...ROAD, totalInvestmentYuan: 'much' }, 'totalInvestmentYuan'],
    [{ ...ROAD, budgetFundsYuan: 'some' }, 'budgetFundsYuan'],
    [{ ...ROAD, togetherYuan: -1 }, 'togetherYuan'],
    [{ ...ROAD, exemption: 'rescue' }, 'exemption.ground'],
    [{ ...ROAD, exemption: { ground: 'hurry' } }, 'exemption.ground'],
  ])('refuses %j, naming the field', (raw, field) => {
    expect(factsOf(raw)).toMatchObject({
      refusal: { code: 'project.malformed', params: { field } },
    });
  });
});
