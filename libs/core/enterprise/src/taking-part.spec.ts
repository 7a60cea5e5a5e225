import fc from 'fast-check';
import { NATIONAL_2024 } from '@core/rules';
import {
  confirmMembership,
  dissolveConsortium,
  formConsortium,
  meetsGrade,
  qualificationFindings,
  relatedPairs,
  standOf,
  type Consortium,
  type Qualification,
  type RelatedFirm,
} from './index';

const NOW = 1_700_000_000_000;
const licence = (type: string, grade: string, validUntil = NOW + 1): Qualification => ({
  type,
  grade,
  certificate: 'D1',
  validUntil,
});
const road = { type: '公路工程', grade: '二级' };

describe('licences', () => {
  it('are compared within one scale', () => {
    expect(['特级', '一级', '二级', '三级'].map((one) => meetsGrade(one, '二级'))).toEqual([
      true,
      true,
      true,
      false,
    ]);
    expect(meetsGrade('甲级', '二级')).toBe(false);
    expect(meetsGrade('不分等级', '不分等级')).toBe(true);
    expect(meetsGrade('不分等级', '二级')).toBe(false);
    expect(meetsGrade('丙级', null)).toBe(true);
  });

  it('are held, too low, out of date or missing', () => {
    expect(standOf([licence('公路工程', '一级')], road, NOW)).toBe('held');
    expect(standOf([licence('公路工程', '三级')], road, NOW)).toBe('too_low');
    expect(standOf([licence('公路工程', '二级', NOW - 1)], road, NOW)).toBe('expired');
    expect(standOf([licence('公路工程', '二级', NOW)], road, NOW)).toBe('held');
    expect(standOf([licence('市政工程', '一级')], road, NOW)).toBe('missing');
    const both = [licence('公路工程', '一级', NOW - 1), licence('公路工程', '二级')];
    expect(standOf(both, road, NOW)).toBe('held');
  });

  it('are judged for each firm, and in a consortium by the lowest of a specialty', () => {
    const firm = (name: string, ...qualifications: Qualification[]) => ({ name, qualifications });
    const judged = (...firms: ReturnType<typeof firm>[]) =>
      qualificationFindings(firms, road, NATIONAL_2024, 'A', NOW).map(
        ({ ruleId, outcome, facts }) => [ruleId, facts.firm, outcome],
      );
    const high = firm('甲', licence('公路工程', '一级'));
    const low = firm('乙', licence('公路工程', '三级'));
    const other = firm('丙', licence('绿化工程', '一级'));
    expect(judged(high)).toEqual([['bidder-qualified', '甲', 'satisfied']]);
    expect(judged(low)).toEqual([['bidder-qualified', '乙', 'violated']]);
    expect(judged(high, low)).toEqual([
      ['jv-lower-grade', '甲', 'satisfied'],
      ['jv-lower-grade', '乙', 'violated'],
    ]);
    expect(judged(high, other)).toEqual([['jv-lower-grade', '甲', 'satisfied']]);
    expect(judged(other, other)).toEqual([['bidder-qualified', '丙、丙', 'violated']]);
    expect(qualificationFindings([low], null, NATIONAL_2024, 'A', NOW)).toEqual([]);
  });
});

describe('relations between bidders', () => {
  const firm = (id: string, change: Partial<RelatedFirm> = {}): RelatedFirm => ({
    id,
    name: id,
    creditCode: `code-${id}`,
    legalRepresentative: `head-${id}`,
    controller: null,
    bidder: id,
    ...change,
  });
  const pairs = (...firms: RelatedFirm[]) =>
    relatedPairs(firms).map(({ one, other, by }) => `${one.id}-${other.id} ${by}`);

  it('are found by head, by common controller, by control of one over the other', () => {
    expect(pairs(firm('a'), firm('b'))).toEqual([]);
    expect(
      pairs(
        firm('a', { legalRepresentative: '王山' }),
        firm('b', { legalRepresentative: ' 王山' }),
      ),
    ).toEqual(['a-b legal_representative']);
    expect(pairs(firm('a', { controller: 'x' }), firm('b', { controller: 'x' }))).toEqual([
      'a-b controller',
    ]);
    expect(pairs(firm('a', { controller: 'code-b' }), firm('b'))).toEqual(['a-b controller']);
    expect(pairs(firm('a'), firm('b', { controller: 'code-a' }))).toEqual(['a-b controller']);
    expect(
      pairs(firm('a', { legalRepresentative: '' }), firm('b', { legalRepresentative: '' })),
    ).toEqual([]);
  });

  it('do not count within one consortium', () => {
    const same = { legalRepresentative: '王山' };
    expect(pairs(firm('a', same), firm('b', { ...same, bidder: 'a' }), firm('c', same))).toEqual([
      'a-c legal_representative',
      'b-c legal_representative',
    ]);
  });
});

describe('a consortium', () => {
  const codes = ['91350100M000100Y43', '91110000600037341L', '914403001922038216'];
  const [leader, one, two] = codes as [string, string, string];
  const form = (members: readonly string[], admitted = true) =>
    formConsortium(admitted, leader, members, {
      set: NATIONAL_2024,
      regime: 'A',
      on: '2026-03-02',
    });

  it('needs the documents’ leave, and others, each named once', () => {
    expect(form([one, two]).ok).toBe(true);
    expect(form([one], false)).toMatchObject({
      refusal: { code: 'consortium.not_admitted', law: { ruleId: 'jv-rule' } },
    });
    for (const [members, reason] of [
      [[], 'count'],
      [Array.from({ length: 10 }, (_, at) => `${at}`), 'count'],
      [[one, one], 'twice'],
      [[leader], 'twice'],
      [['91350100M000100Y44'], 'code'],
    ] as const) {
      expect(form(members)).toMatchObject({
        refusal: { params: { reason }, law: { ruleId: 'jv-rule' } },
      });
    }
  });

  it('is complete exactly when the last member has confirmed, in whatever order', () => {
    fc.assert(
      fc.property(fc.shuffledSubarray(['a', 'b', 'c', 'd'], { minLength: 4 }), (order) => {
        let consortium: Consortium = {
          state: 'forming',
          members: ['leader', 'a', 'b', 'c', 'd'].map((enterpriseId) => ({
            enterpriseId,
            confirmed: enterpriseId === 'leader',
          })),
        };
        for (const [at, id] of order.entries()) {
          const state = confirmMembership(consortium, id);
          expect(state).toEqual({ ok: true, value: at === 3 ? 'complete' : 'forming' });
          if (!state.ok) return;
          consortium = {
            state: state.value,
            members: consortium.members.map((m) =>
              m.enterpriseId === id ? { ...m, confirmed: true } : m,
            ),
          };
          expect(confirmMembership(consortium, id).ok).toBe(false);
        }
      }),
    );
    expect(confirmMembership({ state: 'forming', members: [] }, 'x').ok).toBe(false);
  });

  it('is not changed while its bid is in', () => {
    const dissolve = (state: Consortium['state'], hasBid: boolean) =>
      dissolveConsortium({ state }, hasBid, { set: NATIONAL_2024, regime: 'A', on: '2026-03-02' });
    expect(dissolve('complete', false).ok).toBe(true);
    expect(dissolve('forming', false).ok).toBe(true);
    expect(dissolve('complete', true)).toMatchObject({
      refusal: { code: 'consortium.bid_submitted', law: { citation: '招标投标法实施条例§37' } },
    });
    expect(dissolve('dissolved', false).ok).toBe(false);
  });
});
