import { fen, parseInstant, type Fen } from '@core/kernel';
import {
  ADVISED_METHODS,
  classify,
  COUNTY_2013,
  EXEMPTION_GROUNDS,
  lawfulMethods,
  METHODS,
  limitOf,
  NATIONAL_2024,
  readRuleSet,
  similarSince,
  type Classification,
  type Finding,
  type ProjectFacts,
} from './index';
import { NATIONAL_2024_FILE } from './sets/national-2024/index';

const ON = '2026-03-02';
const yuan = (amount: number): Fen => fen(Math.round(amount * 100));
const works = (estimate: number, more: Partial<ProjectFacts> = {}): ProjectFacts => ({
  kind: 'works',
  owner: 'township',
  partOfWorks: true,
  fiscalFunds: true,
  estimate: yuan(estimate),
  totalInvestment: yuan(estimate),
  ...more,
});
const goods = (estimate: number, more: Partial<ProjectFacts> = {}): ProjectFacts =>
  works(estimate, { kind: 'goods', partOfWorks: false, ...more });
const judged = (facts: ProjectFacts): Classification => classify(NATIONAL_2024, facts, ON);
const rules = (findings: readonly Finding[]): string[] => findings.map(({ ruleId }) => ruleId);

describe('whose money a project is', () => {
  it.each([
    ['two million and a tenth', 2_000_000, 20_000_000, true],
    ['less than two million', 1_999_999.99, 20_000_000, false],
    ['less than a tenth', 2_000_000, 20_000_000.01, false],
  ])('budget funds of %s', (_name, budget, investment, isInScope) => {
    const facts = works(10_000_000, {
      owner: 'private',
      budgetFunds: yuan(budget),
      totalInvestment: yuan(investment),
    });
    const { regime, mustTender, findings } = judged(facts);
    expect([regime, mustTender]).toEqual(isInScope ? ['A', true] : ['C', false]);
    expect(findings).toContainEqual(
      expect.objectContaining({
        ruleId: 'mandatory-fund-scope',
        citation: '16号令第二条(一)',
        facts: expect.objectContaining({ reached: isInScope }) as object,
      }),
    );
  });

  it('counts all of the investment where fiscal funds are used and no sum is given', () => {
    expect(judged(works(5_000_000)).findings[1]?.facts).toMatchObject({
      budgetFunds: yuan(5_000_000),
    });
  });

  it('is the state’s where a state body or company builds with its own', () => {
    for (const owner of ['agency', 'township', 'state_company'] as const) {
      const { regime, findings } = judged(works(5_000_000, { owner, fiscalFunds: false }));
      expect(regime).toBe('A');
      expect(rules(findings)).toContain('mandatory-fund-dominant');
    }
    // A given share of budget funds decides, but for a company whose own money is the state's as well.
    const given = { fiscalFunds: true, budgetFunds: yuan(1) };
    expect(judged(works(5_000_000, given)).mustTender).toBe(false);
    expect(judged(works(5_000_000, { ...given, owner: 'state_company' })).mustTender).toBe(true);
  });

  it('is nobody’s but the village’s own, or the firm’s own, without budget funds', () => {
    const own = { fiscalFunds: false };
    expect(judged(works(5_000_000, { ...own, owner: 'village' }))).toMatchObject({
      regime: 'D',
      mustTender: false,
    });
    expect(judged(works(5_000_000, { ...own, owner: 'private' })).regime).toBe('C');
    expect(judged(works(5_000_000, { owner: 'village' })).regime).toBe('A');
  });

  it('is not asked by the county of 2013, whose threshold knows no such test', () => {
    const village = works(5_000_000, { owner: 'village', fiscalFunds: false });
    const { regime, findings } = classify(COUNTY_2013, village, ON);
    expect([regime, rules(findings)]).toEqual(['A', ['county-threshold-500']]);
  });
});

describe('what can be procured together', () => {
  it('counts together towards the threshold', () => {
    const parts = (estimate: number, together: number): Classification =>
      judged(works(estimate, { kind: 'services', together: yuan(together) }));
    expect(parts(600_000, 399_999.99).mustTender).toBe(false);
    const reached = parts(600_000, 400_000);
    expect(reached.mustTender).toBe(true);
    expect(reached.findings).toContainEqual(
      expect.objectContaining({
        ruleId: 'mandatory-merge-aggregate',
        citation: '16号令第五条第二款',
        facts: expect.objectContaining({ total: yuan(1_000_000), reached: true }) as object,
      }),
    );
    expect(rules(parts(1_000_000, 1).findings)).not.toContain('mandatory-merge-aggregate');
  });
});

describe('an exemption', () => {
  it.each(EXEMPTION_GROUNDS)('for %s frees from tendering once something shows it', (ground) => {
    const { regime, mustTender, findings } = judged(
      works(5_000_000, { exemption: { ground, evidence: '县应急管理局 2026 年第 3 号令' } }),
    );
    expect([regime, mustTender]).toEqual(['A', false]);
    expect(findings.at(-1)).toMatchObject({
      ruleId: 'exempt-tender-list',
      outcome: 'satisfied',
      facts: { ground },
      citation: '招标投标法§66、实施条例§9',
    });
  });

  it('counts for nothing without evidence, and below the threshold there is nothing to be freed from', () => {
    const claimed = { exemption: { ground: 'rescue' as const, evidence: ' ' } };
    const unproven = judged(works(5_000_000, claimed));
    expect(unproven.mustTender).toBe(true);
    expect(unproven.findings.at(-1)).toMatchObject({ outcome: 'violated' });
    expect(rules(judged(works(100, claimed)).findings)).not.toContain('exempt-tender-list');
  });
});

describe('goods and services outside works', () => {
  it('fall under the procurement law when a state body, a township too, pays with fiscal money', () => {
    for (const owner of ['agency', 'township'] as const) {
      const { regime, findings } = judged(goods(900_000, { owner }));
      expect([regime, rules(findings)]).toEqual([
        'B',
        ['works-scope-only', 'gp-limit', 'gp-scope'],
      ]);
    }
  });

  it('fall under it from the procurement limit on, and in the catalogue whatever they cost', () => {
    const regimeOf = (estimate: number, more: Partial<ProjectFacts> = {}): string =>
      judged(goods(estimate, { owner: 'agency', ...more })).regime;
    expect(regimeOf(299_999.99)).toBe('C');
    expect(regimeOf(300_000)).toBe('B');
    expect(regimeOf(200_000, { together: yuan(100_000) })).toBe('B');
    expect(regimeOf(200, { inCatalogue: true })).toBe('B');
    const { findings } = judged(goods(299_999.99, { owner: 'agency' }));
    expect(findings.at(-1)).toMatchObject({
      ruleId: 'gp-limit',
      facts: { reached: false, inCatalogue: false, threshold: 30_000_000 },
    });
  });

  it('have a finding wherever else they fall', () => {
    const others = [
      ['state_company', true, 'C'],
      ['village', true, 'D'],
      ['private', false, 'C'],
      ['township', false, 'C'],
    ] as const;
    for (const [owner, fiscalFunds, regime] of others) {
      const found = judged(goods(9_000_000, { owner, fiscalFunds }));
      expect([found.regime, rules(found.findings)]).toEqual([regime, ['works-scope-only']]);
    }
  });

  it('that belong to works are under its law', () => {
    expect(judged(goods(2_000_000, { partOfWorks: true })).regime).toBe('A');
  });
});

describe('the lawful methods of government procurement', () => {
  const methods = (estimate: number): ReturnType<typeof lawfulMethods> =>
    lawfulMethods(NATIONAL_2024, 'B', yuan(estimate), ON);

  it('are all named, each with the article that sets its conditions', () => {
    const small = methods(900_000);
    expect(small.map(({ method }) => method)).toEqual(ADVISED_METHODS);
    const cited = Object.fromEntries(
      small.map(({ method, findings }) => [method, findings[0]?.citation]),
    );
    expect(cited).toMatchObject({
      open_tender: '政府采购法§26',
      invited_tender: '政府采购法§29',
      competitive_negotiation: '政府采购法§30',
      competitive_consultation: '财库〔2014〕214号§3',
      inquiry: '政府采购法§32',
      single_source: '政府采购法§31',
      framework_agreement: '110号令§3',
    });
  });

  it('need an approval besides, from the open-tender amount on', () => {
    const findings = (estimate: number, method: string): string[] =>
      rules(methods(estimate).find((one) => one.method === method)?.findings ?? []);
    expect(findings(1_999_999.99, 'inquiry')).toEqual(['gp-inquiry']);
    expect(findings(2_000_000, 'inquiry')).toEqual(['gp-inquiry', 'gp-open-threshold']);
    expect(findings(2_000_000, 'open_tender')).toEqual(['gp-open-main', 'gp-open-threshold']);
    expect(findings(2_000_000, 'framework_agreement')).toEqual(['gp-framework']);
  });

  it('are nowhere else', () => {
    expect(lawfulMethods(NATIONAL_2024, 'C', yuan(1), ON)).toHaveLength(METHODS.length);
  });
});

describe('rules that change with the day', () => {
  const changed = NATIONAL_2024_FILE.rules.map((rule) => {
    if (rule.id === 'no-split-evasion') return { ...rule, value: 24 };
    return rule.id === 'mandatory-works-threshold' ? { ...rule, from: '2026-06-01' } : rule;
  });
  const read = readRuleSet({ ...NATIONAL_2024_FILE, id: 'changed', rules: changed });
  if (!read.ok) throw new Error('refused');
  const set = read.value;

  it('are asked for the day', () => {
    const id = ['mandatory-works-threshold'];
    expect(limitOf(set, id, 'A', '2026-05-31')).toBeNull();
    expect(limitOf(set, id, 'A', '2026-06-01')?.value).toBe(400_000_000);
    expect(classify(set, works(5_000_000), '2026-05-31').mustTender).toBe(false);
    expect(classify(set, works(5_000_000), '2026-06-01').mustTender).toBe(true);
  });

  it('say how far back similar projects count', () => {
    const now = parseInstant('2026-03-02T01:00:00.000Z')!;
    const since = (of: typeof set): string => new Date(similarSince(of, now)).toISOString();
    expect(since(NATIONAL_2024)).toBe('2025-03-01T16:00:00.000Z');
    expect(since(set)).toBe('2024-03-01T16:00:00.000Z');
  });
});
