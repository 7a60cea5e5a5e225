import { fen } from '@core/kernel';
import fc from 'fast-check';
import {
  bandFor,
  methodsFor,
  narrowedBy,
  NATIONAL_2024,
  procedureTable,
  type MethodAdvice,
  type ProcedureFacts,
  type ProcedureTable,
} from './index';

const yuan = (amount: number): ReturnType<typeof fen> => fen(amount * 100);
const ON = '2026-03-02';

/** The bands of 南府〔2025〕7号: below 50,000 reported and done, then compared, then invited, then open. */
const nanqiao: ProcedureTable = {
  documentNumber: '南府〔2025〕7号',
  title: '小型建设工程管理办法',
  fairCompetitionReview: '奉公审〔2025〕9号',
  measure: 'investment',
  kinds: ['works'],
  from: '2025-06-01',
  to: '2026-05-31',
  bands: [
    { below: yuan(50_000), methods: ['direct_choice'], decidedBy: '' },
    { below: yuan(300_000), methods: ['comparison'], decidedBy: '' },
    { below: yuan(1_000_000), methods: ['invited_tender'], decidedBy: '党委会' },
    { below: yuan(4_000_000), methods: ['open_tender', 'reasonable_low_price'], decidedBy: '' },
  ],
};
const facts = (total: number, more: Partial<ProcedureFacts> = {}): ProcedureFacts => ({
  regime: 'C',
  kind: 'works',
  estimate: yuan(total),
  totalInvestment: yuan(total),
  ...more,
});
const reasonOf = (change: Partial<ProcedureTable>): unknown => {
  const made = procedureTable({ ...nanqiao, ...change });
  return made.ok ? null : made.refusal.params?.reason;
};

describe('the table of a place’s own document', () => {
  it('is kept as it was typed, without stray space', () => {
    const made = procedureTable({ ...nanqiao, documentNumber: ' 南府〔2025〕7号 ' });
    expect(made).toEqual({ ok: true, value: nanqiao });
  });

  it.each([
    ['document', { documentNumber: ' ' }],
    ['title', { title: '' }],
    ['review', { fairCompetitionReview: '' }],
    ['kinds', { kinds: [] }],
    ['dates', { from: '2026-13-01' }],
    ['dates', { to: '2025-05-31' }],
    ['bands', { bands: [] }],
    ['limits', { bands: [...nanqiao.bands].reverse() }],
    ['limits', { bands: [{ below: fen(0), methods: ['comparison'], decidedBy: '' }] }],
    ['methods', { bands: [{ below: fen(1), methods: [], decidedBy: '' }] }],
    ['methods', { bands: [{ below: fen(1), methods: ['lottery', 'lottery'], decidedBy: '' }] }],
  ] as const)('says that its %s cannot be', (reason, change) => {
    expect(reasonOf(change as Partial<ProcedureTable>)).toBe(reason);
  });

  it('puts a limit itself into the band above it', () => {
    const below = (total: number): unknown => bandFor([[nanqiao]], facts(total), ON)?.below;
    expect([49_999, 50_000, 299_999, 300_000, 3_999_999, 4_000_000].map(below)).toEqual([
      yuan(50_000),
      yuan(300_000),
      yuan(300_000),
      yuan(1_000_000),
      yuan(4_000_000),
      undefined,
    ]);
  });

  it('holds within its dates, for its kinds, by its measure, and never under a statute', () => {
    const at = (on: string): boolean => bandFor([[nanqiao]], facts(1), on) !== null;
    expect(['2025-05-31', '2025-06-01', '2026-05-31', '2026-06-01'].map(at)).toEqual([
      false,
      true,
      true,
      false,
    ]);
    expect(bandFor([[nanqiao]], facts(1, { kind: 'goods' }), ON)).toBeNull();
    const dear = facts(20_000, { totalInvestment: yuan(500_000) });
    expect(bandFor([[nanqiao]], dear, ON)?.decidedBy).toBe('党委会');
    expect(bandFor([[{ ...nanqiao, measure: 'estimate' }]], dear, ON)?.below).toBe(yuan(50_000));
    for (const regime of ['A', 'B'] as const) {
      expect(bandFor([[nanqiao]], facts(1, { regime }), ON)).toBeNull();
    }
  });

  it('finds exactly one band for every sum, whatever its limits', () => {
    fc.assert(
      fc.property(
        fc.uniqueArray(fc.integer({ min: 1, max: 10_000 }), { minLength: 1, maxLength: 12 }),
        fc.integer({ min: 0, max: 11_000 }),
        (limits, sum) => {
          const sorted = [...limits].sort((one, other) => one - other);
          const bands = sorted.map((limit) => ({
            below: fen(limit),
            methods: ['comparison'] as const,
            decidedBy: '',
          }));
          const found = bandFor(
            [[{ ...nanqiao, bands }]],
            facts(0, { totalInvestment: fen(sum) }),
            ON,
          );
          if (found === null) expect(sum).toBeGreaterThanOrEqual(sorted.at(-1) ?? 0);
          else expect(found.from <= sum && sum < found.below).toBe(true);
        },
      ),
    );
  });

  it('gives way to the nearer place, and speaks where that says nothing', () => {
    const village = { ...nanqiao, documentNumber: '村规1号', bands: nanqiao.bands.slice(0, 1) };
    const number = (total: number): unknown =>
      bandFor([[village], [nanqiao]], facts(total), ON)?.documentNumber;
    expect([number(1), number(60_000)]).toEqual(['村规1号', '南府〔2025〕7号']);
    const newer = { ...nanqiao, documentNumber: '新规2号', bands: nanqiao.bands.slice(0, 1) };
    expect(bandFor([[newer, nanqiao]], facts(60_000), ON)).toBeNull();
  });
});

describe('what is open under it', () => {
  const advice = (total: number): readonly MethodAdvice[] =>
    narrowedBy(methodsFor(NATIONAL_2024, 'C', ON), bandFor([[nanqiao]], facts(total), ON));
  const verdicts = (total: number): Record<string, string> =>
    Object.fromEntries(advice(total).map(({ method, verdict }) => [method, verdict]));

  it('without one: firms may be compared, and nobody chosen directly', () => {
    const bare = narrowedBy(methodsFor(NATIONAL_2024, 'C', ON), null);
    const by = Object.fromEntries(bare.map((one) => [one.method, one]));
    expect(by.comparison?.verdict).toBe('allowed');
    expect(by.direct_choice).toMatchObject({
      verdict: 'refused',
      findings: [{ ruleId: 'below-local-basis', outcome: 'violated' }],
    });
    for (const regime of ['A', 'B'] as const) {
      const strict = methodsFor(NATIONAL_2024, regime, ON);
      for (const method of ['comparison', 'direct_choice']) {
        const found = strict.find((one) => one.method === method);
        expect(found?.verdict).toBe('refused');
        expect(found?.findings[0]?.citation).toMatch(/令16号|政府采购法/);
      }
    }
  });

  it('is what its band names, first and with its number; what is narrower is refused by it, and nothing wider', () => {
    const [first, ...others] = advice(10_000);
    expect(first).toMatchObject({
      method: 'direct_choice',
      verdict: 'allowed',
      findings: [{ ruleId: 'local-procedure', citation: '南府〔2025〕7号', outcome: 'satisfied' }],
    });
    const wider = ['open_tender', 'invited_tender', 'comparison'];
    for (const { method, verdict, findings } of others) {
      const isWider = wider.includes(method);
      expect(verdict === 'refused').toBe(!isWider);
      expect(findings[0]).toMatchObject({
        citation: '南府〔2025〕7号',
        outcome: isWider ? 'satisfied' : 'violated',
        severity: 'block',
      });
    }
    expect(verdicts(3_000_000)).toMatchObject({
      open_tender: 'allowed',
      reasonable_low_price: 'allowed',
      comparison: 'refused',
      lottery: 'refused',
    });
  });

  it('needs the minutes of whoever must have decided', () => {
    expect(verdicts(500_000).invited_tender).toBe('needs-basis');
  });
});
