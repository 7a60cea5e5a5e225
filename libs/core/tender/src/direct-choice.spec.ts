import { fen } from '@core/kernel';
import { NATIONAL_2024, type LocalBand } from '@core/rules';
import { chooseDirectly, stagesOf, type MethodBasis, type Tender } from './index';

const NOW = Date.parse('2026-03-02T02:00:00Z');
const draft: Tender = {
  id: 't',
  code: 'T-2026-00001',
  projectId: 'p',
  tendererId: 'o',
  agencyId: null,
  state: 'draft',
  version: 1,
  regime: 'C',
  kind: 'works',
  method: 'direct_choice',
  ruleSetId: NATIONAL_2024.id,
  estimate: fen(4_000_000),
  ceiling: null,
  bidBond: fen(0),
  timetable: null,
  publicityUntil: null,
  suspendedAt: null,
};
const band: LocalBand = {
  documentNumber: '沪崇港府〔2025〕5号',
  title: '小型工程管理办法',
  measure: 'estimate',
  from: fen(0),
  below: fen(5_000_000),
  amount: fen(4_000_000),
  methods: ['direct_choice'],
  decidedBy: '',
};
const minutes: MethodBasis = {
  method: 'direct_choice',
  documentNumber: '纪要〔2026〕3号',
  fileId: 'f',
  sha256: 'aa',
};
const choose = (
  tender: Partial<Tender>,
  local: LocalBand | null,
  given: { price?: number; reason?: string; basis?: MethodBasis | null } = {},
): ReturnType<typeof chooseDirectly> =>
  chooseDirectly(
    { ...draft, ...tender },
    { set: NATIONAL_2024, basis: given.basis ?? null, local },
    { price: fen(given.price ?? 3_900_000), reason: given.reason ?? '距离最近，报价最低' },
    NOW,
  );

describe('a direct choice', () => {
  it('is made where the place’s own document leaves it open, and cites it', () => {
    expect(choose({}, band)).toMatchObject({
      ok: true,
      value: {
        reason: '距离最近，报价最低',
        findings: [{ citation: '沪崇港府〔2025〕5号', outcome: 'satisfied' }],
      },
    });
  });

  it('is refused without a document, outside its band, and under a statute, each with what says so', () => {
    const law = { code: 'tender.unlawful', law: { ruleId: 'below-local-basis' } };
    expect(choose({}, null)).toMatchObject({ ok: false, refusal: law });
    const invited: LocalBand = { ...band, methods: ['invited_tender'] };
    expect(choose({}, invited)).toMatchObject({
      ok: false,
      refusal: { code: 'tender.unlawful', law: { citation: '沪崇港府〔2025〕5号' } },
    });
    const works = choose({ regime: 'A' }, null);
    expect(works).toMatchObject({
      ok: false,
      refusal: { code: 'tender.unlawful', law: { ruleId: 'mandatory-works-threshold' } },
    });
  });

  it('waits for the minutes where somebody must have decided', () => {
    const decided = { ...band, decidedBy: '镇长办公会' };
    expect(choose({}, decided)).toMatchObject({
      ok: false,
      refusal: { code: 'tender.basis_missing', law: { citation: '沪崇港府〔2025〕5号' } },
    });
    expect(choose({}, decided, { basis: minutes }).ok).toBe(true);
  });

  it('has three stages, and no others', () => {
    const chosen = { ...draft, state: 'publicity' as const };
    expect(stagesOf(chosen, NOW).map(({ stage, state }) => [stage, state])).toEqual([
      ['notice', 'done'],
      ['publicity', 'now'],
      ['award', 'later'],
    ]);
    const failed = stagesOf({ ...draft, state: 'failed', publicityUntil: NOW }, NOW);
    expect(failed.map(({ stage, state }) => [stage, state])).toEqual([
      ['notice', 'done'],
      ['publicity', 'failed'],
    ]);
  });

  it('has a reason, and a price within what was planned', () => {
    const code = (made: ReturnType<typeof choose>): unknown => (made.ok ? null : made.refusal.code);
    expect(code(choose({}, band, { reason: ' ' }))).toBe('direct.reason_missing');
    expect(code(choose({}, band, { price: 4_000_001 }))).toBe('direct.over_estimate');
    expect(code(choose({ ceiling: fen(100) }, band))).toBe('direct.over_estimate');
    expect(code(choose({ state: 'publicity' }, band))).toBe('tender.wrong_state');
    expect(code(choose({ method: 'open_tender' }, band))).toBe('direct.other_method');
  });
});
