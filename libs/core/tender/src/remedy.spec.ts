import fc from 'fast-check';
import { fen } from '@core/kernel';
import { atBeijing, NATIONAL_2024, REGIMES, type Regime } from '@core/rules';
import {
  awardDespiteUpheld,
  awardTender,
  isAwarded,
  PASS_OVER_GROUNDS,
  remedyResult,
  RESULT_REMEDIES,
  TENDER_STATES,
  type LeftOfLot,
  type RemedyWish,
  type Tender,
  type Upheld,
} from './index';

const at = atBeijing('2026-04-13', '09:00');
const tender = (regime: Regime, change: Partial<Tender> = {}): Tender => ({
  id: 't',
  code: 'T2026-0001',
  projectId: 'p',
  tendererId: 'town',
  agencyId: null,
  state: 'publicity',
  version: 1,
  regime,
  kind: 'works',
  method: 'open_tender',
  ruleSetId: 'national-2024',
  estimate: fen(600_000_000),
  ceiling: null,
  bidBond: fen(0),
  timetable: null,
  publicityUntil: at,
  suspendedAt: null,
  ...change,
});
const UPHELD: Upheld = { stage: 'result', upheld: true, remediedAt: null };
const NEXT: RemedyWish = {
  remedy: 'passed_over',
  ground: 'violation',
  rank: null,
  text: '业绩造假',
};
const ENOUGH: LeftOfLot = {
  state: 'open',
  place: 'first',
  candidates: 2,
  qualified: 3,
  contractSigned: false,
};
/** What is left of a lot that was awarded. */
const AWARDED: LeftOfLot = { ...ENOUGH, state: 'awarded' };
const remedy = (
  of: Tender,
  wish: Partial<RemedyWish> = {},
  left: LeftOfLot = ENOUGH,
  objection: Upheld = UPHELD,
) => remedyResult(of, objection, { ...NEXT, ...wish }, left, NATIONAL_2024, at);
const codeOf = (result: ReturnType<typeof remedy>): string | undefined =>
  result.ok ? undefined : result.refusal.code;

const objections = fc.array(
  fc.record({
    stage: fc.constantFrom('documents' as const, 'result' as const),
    upheld: fc.constantFrom(true, false, null),
    remediedAt: fc.constantFrom(null, at),
  }),
);

describe('an upheld objection to the result', () => {
  it('holds the award back until something follows from it, whatever else was objected', () => {
    fc.assert(
      fc.property(fc.constantFrom(...REGIMES), objections, (regime, all) => {
        const waits = all.filter(
          (one) => one.stage === 'result' && one.upheld === true && one.remediedAt === null,
        );
        const held = awardDespiteUpheld(tender(regime), all, NATIONAL_2024, at);
        expect(held.ok).toBe(waits.length === 0);
        if (!held.ok) {
          expect(held.refusal.params).toEqual({ upheld: waits.length });
          expect(held.refusal.law?.citation).toBeTruthy();
        }
      }),
    );
  });

  it.each<[Regime, string]>([
    ['A', '招标投标法实施条例§55'],
    ['B', '财政部令94号§16'],
    ['C', '本平台规则（参照招标投标法实施条例§55）'],
  ])('is refused an award with the law of regime %s', (regime, citation) => {
    expect(awardDespiteUpheld(tender(regime), [UPHELD], NATIONAL_2024, at)).toMatchObject({
      refusal: { code: 'award.objection_upheld', law: { citation } },
    });
  });

  it('leads to the next candidate on a ground of law only', () => {
    for (const regime of REGIMES) {
      expect(codeOf(remedy(tender(regime), { ground: null }))).toBe('objection.ground_missing');
      for (const ground of PASS_OVER_GROUNDS) {
        expect(remedy(tender(regime), { ground })).toMatchObject({ ok: true });
      }
    }
  });

  it('leads to nobody where nobody is left, under the procurement law where fewer than three are qualified', () => {
    const [nobody, two] = [
      { ...ENOUGH, candidates: 0 },
      { ...ENOUGH, candidates: 1, qualified: 2 },
    ];
    expect(codeOf(remedy(tender('A'), {}, nobody))).toBe('objection.too_few_left');
    expect(codeOf(remedy(tender('A'), {}, two))).toBeUndefined();
    expect(remedy(tender('B'), {}, two)).toMatchObject({
      refusal: {
        code: 'objection.too_few_left',
        params: { left: 2, minimum: 3 },
        law: { ruleId: 'gp-query-effect' },
      },
    });
    for (const regime of REGIMES) {
      const failed = { remedy: 'failed', ground: null } as const;
      expect(remedy(tender(regime), failed, nobody)).toMatchObject({ ok: true });
    }
  });

  it('leaves out whoever stands later without touching the first, and nobody who is not there', () => {
    for (const regime of REGIMES) {
      const later: LeftOfLot = { ...AWARDED, place: 'later', candidates: 1, qualified: 1 };
      const publicity: LeftOfLot = { ...later, state: 'open' };
      expect(remedy(tender(regime), { rank: 2 }, publicity)).toMatchObject({ ok: true });
      expect(codeOf(remedy(tender(regime), { rank: 2, ground: null }, publicity))).toBe(
        'objection.ground_missing',
      );
      expect(codeOf(remedy(tender(regime), { rank: 7 }, { ...ENOUGH, place: 'unknown' }))).toBe(
        'objection.unknown_candidate',
      );
    }
  });

  it('undoes an award under the procurement law alone, and no signed contract', () => {
    for (const regime of REGIMES) {
      const awarded = tender(regime, { state: 'awarded' });
      expect(codeOf(remedy(awarded, {}, AWARDED))).toBe(
        regime === 'B' ? undefined : 'tender.wrong_state',
      );
      // A lot awarded for good stays so while another lot of its tender waits.
      expect(codeOf(remedy(tender(regime), {}, AWARDED))).toBe(
        regime === 'B' ? undefined : 'tender.wrong_state',
      );
      const failed: LeftOfLot = { ...ENOUGH, state: 'failed' };
      expect(codeOf(remedy(tender(regime), {}, failed))).toBe('tender.wrong_state');
    }
    const awarded = tender('B', { state: 'awarded' });
    const signed = { ...AWARDED, contractSigned: true };
    expect(remedy(awarded, {}, signed)).toMatchObject({
      refusal: { code: 'objection.contract_signed', law: { citation: '政府采购法§55、§56' } },
    });
    expect(remedy(awarded, { remedy: 'stands' }, signed).ok).toBe(true);
  });

  it('leads to something once, in words, and only where it was upheld', () => {
    fc.assert(
      fc.property(
        fc.constantFrom(...TENDER_STATES),
        fc.constantFrom(...REGIMES),
        fc.constantFrom(...RESULT_REMEDIES),
        objections,
        (state, regime, chosen, all) => {
          for (const one of all) {
            const left = isAwarded(state) ? AWARDED : ENOUGH;
            const taken = remedy(tender(regime, { state }), { remedy: chosen }, left, one);
            const isOut = state === 'publicity' || (isAwarded(state) && regime === 'B');
            const isUpheld = one.stage === 'result' && one.upheld === true;
            expect(taken.ok).toBe(isOut && isUpheld && one.remediedAt === null);
          }
        },
      ),
    );
    expect(codeOf(remedy(tender('A'), { text: ' ' }))).toBe('objection.text_missing');
    const done = { ...UPHELD, remediedAt: at };
    expect(codeOf(remedy(tender('A'), {}, ENOUGH, done))).toBe('objection.remedied_already');
  });
});

describe('the award after candidates were left out', () => {
  it('goes to the first who is left, and to nobody else', () => {
    fc.assert(
      fc.property(fc.subarray([1, 2, 3]), fc.integer({ min: 1, max: 4 }), (out, rank) => {
        const first = [1, 2, 3, 4].find((one) => !out.includes(one));
        const taken = awardTender(tender('A'), rank, at, NATIONAL_2024, out);
        expect(taken.ok).toBe(rank === first);
      }),
    );
  });
});
