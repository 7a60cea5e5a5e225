import fc from 'fast-check';
import {
  AWARD_APART,
  AWARD_COMMITTEE,
  NATIONAL_2024,
  readRuleSet,
  type RuleSet,
} from '@core/rules';
import { countVotes, decideApart, type ApartWish } from './award-apart';

const rule = {
  id: AWARD_APART,
  regimes: ['A', 'C', 'D'],
  severity: 'block',
  value: 4,
  unit: 'count',
  from: '2026-01-01',
  to: '2027-12-31',
  citation: '青政发〔2026〕18号',
  quote: '',
  zh: '评定分离：候选人不排序',
  en: 'Award apart: candidates are not ranked',
  status: 'unverified',
};
const committee = {
  ...rule,
  id: AWARD_COMMITTEE,
  value: 3,
  unit: 'person',
  zh: '定标委员会',
  en: 'Award committee',
};

function local(rules: readonly unknown[]): ReturnType<typeof readRuleSet> {
  const { title, settings } = NATIONAL_2024;
  const head = { format: 'sunlit-rules-1', id: 'county-apart', version: 1, title, notice: null };
  return readRuleSet({ ...head, settings, base: NATIONAL_2024.id, rules }, [NATIONAL_2024]);
}
function setOf(rules: readonly unknown[]): RuleSet {
  const read = local(rules);
  if (!read.ok) throw new Error(String(read.refusal.params?.where));
  return read.value;
}
const law = { set: setOf([rule, committee]), regime: 'A' as const, on: '2026-05-06' };

const vote = (choices: readonly number[]): ApartWish => ({
  way: 'vote',
  members: choices.map((choice, at) => ({ name: `成员${at + 1}`, post: '镇政府 干部', choice })),
  agreed: null,
  reason: '履约能力和工期安排更稳妥。',
});

describe('an award decided apart from the evaluation', () => {
  it('goes to whom most members voted for, with the votes of all who stand', () => {
    const decided = decideApart([1, 2, 3], vote([2, 2, 3]), law);
    expect(decided).toMatchObject({
      ok: true,
      value: {
        chosen: 2,
        votes: [
          { number: 1, votes: 0 },
          { number: 2, votes: 2 },
          { number: 3, votes: 1 },
        ],
        law: { ruleId: AWARD_APART, citation: '青政发〔2026〕18号' },
      },
    });
  });

  it('goes to whom it agreed on where it deliberates', () => {
    const { members } = vote([1, 1, 1]);
    const wish: ApartWish = {
      way: 'deliberation',
      members: members.map((one) => ({ ...one, choice: null })),
      agreed: 3,
      reason: '一致同意。',
    };
    expect(decideApart([1, 3], wish, law)).toMatchObject({
      ok: true,
      value: { chosen: 3, votes: [] },
    });
    expect(decideApart([1, 2], wish, law)).toMatchObject({
      ok: false,
      refusal: { code: 'award.decision_invalid', params: { field: 'agreed' } },
    });
    expect(decideApart([1, 3], { ...wish, members }, law)).toMatchObject({
      refusal: { params: { field: 'choice' } },
    });
  });

  it.each([
    ['nobody', { members: [] }, 'members'],
    ['a member without a post', { members: [{ name: '周敏', post: ' ', choice: 1 }] }, 'members'],
    [
      'somebody twice',
      { members: vote([1, 1, 1]).members.map((one) => ({ ...one, name: '周敏' })) },
      'members',
    ],
    ['no reason', { reason: ' ' }, 'reason'],
    ['a vote for nobody who stands', { members: vote([1, 1, 9]).members }, 'choice'],
    ['a winner typed beside the votes', { agreed: 1 }, 'agreed'],
  ] as const)('refuses a record with %s', (_, change, field) => {
    expect(decideApart([1, 2], { ...vote([1, 1, 2]), ...change }, law)).toMatchObject({
      ok: false,
      refusal: { code: 'award.decision_invalid', params: { field } },
    });
  });

  it('refuses a tie, a small committee with its document, and a set without one', () => {
    expect(decideApart([1, 2], vote([1, 1, 2, 2]), law)).toMatchObject({
      refusal: { code: 'award.vote_tied', params: { numbers: ['1', '2'] } },
    });
    expect(decideApart([1, 2], vote([1, 1]), law)).toMatchObject({
      refusal: { code: 'award.committee_too_small', law: { ruleId: AWARD_COMMITTEE } },
    });
    for (const without of [
      { ...law, set: NATIONAL_2024 },
      { ...law, on: '2028-01-01' },
      { ...law, regime: 'B' as const },
    ]) {
      expect(decideApart([1, 2], vote([1, 1, 2]), without)).toMatchObject({
        refusal: { code: 'plan.apart_without_basis', law: expect.anything() as unknown },
      });
    }
  });

  it('is counted the same whoever votes first, and a vote more for the winner changes nothing', () => {
    fc.assert(
      fc.property(
        fc.array(fc.integer({ min: 1, max: 4 }), { minLength: 1, maxLength: 15 }),
        (all) => {
          const counted = countVotes([1, 2, 3, 4], all);
          expect(countVotes([1, 2, 3, 4], [...all].reverse())).toEqual(counted);
          if (!counted.ok) return;
          const more = countVotes([1, 2, 3, 4], [...all, counted.value.chosen]);
          expect(more.ok && more.value.chosen).toBe(counted.value.chosen);
          expect(counted.value.votes.reduce((sum, one) => sum + one.votes, 0)).toBe(all.length);
        },
      ),
    );
  });
});

describe('a set with a local document about it', () => {
  it.each([
    ['does not say how many', [{ ...rule, value: null, unit: null }], /has no count/],
    ['does not say until when', [{ ...rule, to: null }], /until when/],
    ['reaches into government procurement', [{ ...rule, regimes: ['A', 'B'] }], /regime B/],
    ['names a committee alone', [committee], /without local-award-apart/],
    ['counts a committee in days', [rule, { ...committee, unit: 'day' }], /number of persons/],
  ] as const)('is refused where it %s', (_, rules, where) => {
    const read = local(rules);
    expect(read.ok).toBe(false);
    expect(!read.ok && String(read.refusal.params?.where)).toMatch(where);
  });
});
