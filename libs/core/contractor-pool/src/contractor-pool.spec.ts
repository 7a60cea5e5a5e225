import fc from 'fast-check';
import { DAY, fen, type Instant } from '@core/kernel';
import { atBeijing, CALENDAR, NATIONAL_2024 } from '@core/rules';
import {
  callFromPool,
  checkPoolTerms,
  decideMember,
  followMember,
  mayApply,
  mayTakePart,
  MEMBER_STATES,
  memberStateAt,
  meetsTerms,
  nextReview,
  publicityEnd,
  PLAIN_TERMS,
  standToPool,
  type MemberDecision,
  type MemberEvent,
  type Membership,
  type PoolTerms,
} from './index';

const NOW: Instant = atBeijing('2026-03-02', '09:00');
const TERMS: PoolTerms = {
  tiers: [
    { key: 'one', name: '一类', qualification: { type: '市政', grade: '二级' }, upTo: null },
    {
      key: 'two',
      name: '二类',
      qualification: { type: '市政', grade: '三级' },
      upTo: fen(200_000_000),
    },
  ],
  licences: [{ type: '安全生产许可证', grade: null }],
  publicityDays: 5,
  reviewMonths: 12,
  coolOffMonths: 12,
  mostUnfinished: 2,
};
const held = (type: string, grade: string, days = 100) => ({
  type,
  grade,
  certificate: 'C',
  validUntil: NOW + days * DAY,
});
const member = (change: Partial<Membership> = {}): Membership => ({
  state: 'admitted',
  suspendedUntil: null,
  coolOffUntil: null,
  reviewDueAt: NOW + DAY,
  reviewPassed: null,
  ...change,
});
const decision = (change: Partial<MemberDecision> = {}): MemberDecision => ({
  kind: 'suspend',
  ground: 'subcontracting',
  number: '青住建罚〔2026〕1号',
  reason: '转包',
  until: NOW + 30 * DAY,
  ...change,
});
const AUTHORITY = { organisationKind: 'authority' };

describe('the terms of a pool', () => {
  it('are taken or refused with every fault', () => {
    expect(checkPoolTerms(TERMS)).toEqual({ ok: true, value: TERMS });
    expect(checkPoolTerms(PLAIN_TERMS).ok).toBe(true);
    const [tier] = TERMS.tiers;
    expect(
      checkPoolTerms({
        ...TERMS,
        publicityDays: 0,
        reviewMonths: 1.5,
        mostUnfinished: 0,
        tiers: [tier!, { ...tier!, upTo: fen(0) }],
      }),
    ).toMatchObject({
      refusal: {
        code: 'pool.terms_invalid',
        params: { faults: ['publicityDays', 'reviewMonths', 'mostUnfinished', 'tiers', 'upTo'] },
      },
    });
  });

  it('put a firm into the highest tier its licences reach', () => {
    const permit = held('安全生产许可证', '');
    expect(meetsTerms(TERMS, [held('市政', '一级'), permit], NOW)).toMatchObject({
      value: { key: 'one' },
    });
    expect(meetsTerms(TERMS, [held('市政', '三级'), permit], NOW)).toMatchObject({
      value: { key: 'two' },
    });
    expect(meetsTerms(PLAIN_TERMS, [], NOW)).toMatchObject({ value: { key: 'all' } });
  });

  it('tell everything that is missing at once', () => {
    expect(meetsTerms(TERMS, [held('房建', '一级')], NOW)).toMatchObject({
      refusal: {
        code: 'pool.conditions_unmet',
        params: { missing: ['市政 三级', '安全生产许可证'] },
      },
    });
    const stand = standToPool(TERMS, [held('市政', '二级', -1), held('市政', '四级')], NOW);
    expect(stand.tier).toBeNull();
    expect(stand.conditions.map((one) => one.stand)).toEqual(['expired', 'expired', 'missing']);
  });
});

describe('a membership', () => {
  it('passes its states in no other order than the table', () => {
    const walk = (...events: MemberEvent[]) =>
      events.reduce<Membership>(
        (at, event) => {
          const next = followMember(at, event, NOW);
          return next.ok ? { ...at, state: next.value } : at;
        },
        member({ state: 'applied' }),
      ).state;
    expect(walk('return', 'apply', 'publish', 'admit')).toBe('admitted');
    expect(walk('publish', 'refuse')).toBe('refused');
    expect(walk('admit')).toBe('applied');
    expect(walk('publish', 'admit', 'suspend', 'reinstate', 'leave', 'apply')).toBe('applied');
    expect(followMember(member({ state: 'left' }), 'suspend', NOW)).toMatchObject({
      refusal: { code: 'pool.wrong_state', params: { state: 'left' } },
    });
  });

  it('ends a suspension by itself', () => {
    const suspended = member({ state: 'suspended', suspendedUntil: NOW });
    expect(memberStateAt(suspended, NOW - 1)).toBe('suspended');
    expect(memberStateAt(suspended, NOW)).toBe('admitted');
    expect(memberStateAt({ ...suspended, suspendedUntil: null }, NOW + 999 * DAY)).toBe(
      'suspended',
    );
  });

  it('is applied for once, and again after a refusal or the cool-off', () => {
    expect(mayApply(null, NOW)).toEqual({ ok: true, value: 'applied' });
    const states = MEMBER_STATES.filter((state) => mayApply(member({ state }), NOW).ok);
    expect(states).toEqual(['returned', 'refused', 'removed', 'left']);
    const removed = member({ state: 'removed', coolOffUntil: NOW + 1 });
    expect(mayApply(removed, NOW)).toMatchObject({
      refusal: { code: 'pool.cooling_off', params: { until: NOW + 1 } },
    });
    expect(mayApply(removed, NOW + 1).ok).toBe(true);
    expect(mayApply(member(), NOW)).toMatchObject({ refusal: { code: 'pool.already_applied' } });
  });

  it('is suspended and removed by an authority alone, with number, reason and ground', () => {
    const decide = (change: Partial<MemberDecision>, by = AUTHORITY, of = member()) =>
      decideMember(of, decision(change), by, TERMS, NOW, NATIONAL_2024);
    expect(decide({}, { organisationKind: 'centre' })).toMatchObject({
      refusal: {
        code: 'enterprise.authority_only',
        law: { ruleId: 'center-no-admin-power' },
      },
    });
    expect(decide({ number: ' ', reason: '', ground: null, until: NOW })).toMatchObject({
      refusal: { params: { missing: ['number', 'reason', 'ground', 'until'] } },
    });
    expect(decide({})).toEqual({
      ok: true,
      value: { state: 'suspended', suspendedUntil: NOW + 30 * DAY, coolOffUntil: null },
    });
    expect(decide({ kind: 'remove', until: null })).toMatchObject({
      value: { state: 'removed', coolOffUntil: atBeijing('2027-03-03', '00:00') },
    });
    const gone = member({ state: 'removed', coolOffUntil: NOW + DAY });
    expect(decide({ kind: 'reinstate', ground: null, until: null }, AUTHORITY, gone)).toMatchObject(
      { value: { state: 'admitted', coolOffUntil: NOW + DAY } },
    );
    expect(decide({ kind: 'reinstate', ground: null, until: null })).toMatchObject({
      refusal: { code: 'pool.wrong_state' },
    });
  });

  it('is published for whole working days, the first not counted', () => {
    expect(publicityEnd(TERMS, CALENDAR, NOW)).toEqual({
      ok: true,
      value: atBeijing('2026-03-10', '00:00'),
    });
    expect(publicityEnd(TERMS, CALENDAR, atBeijing('2031-03-02', '09:00')).ok).toBe(false);
  });

  it('is reviewed a year later, at the end of the day', () => {
    expect(nextReview(TERMS, NOW)).toBe(atBeijing('2027-03-03', '00:00'));
  });
});

describe('taking part', () => {
  const [, two] = TERMS.tiers;
  const work = { sum: fen(200_000_000), unfinished: 1, mostUnfinished: 2 };
  const code = (of: Membership | null, change: { sum?: number; unfinished?: number } = {}) => {
    const asked = { ...work, ...change, sum: fen(change.sum ?? work.sum) };
    const answer = mayTakePart(of, two!, asked, NOW);
    return answer.ok ? 'in' : answer.refusal.code;
  };

  it('is for members in order, up to their tier and capacity', () => {
    expect(code(member())).toBe('in');
    expect(code(null)).toBe('pool.not_a_member');
    expect(code(member({ state: 'published' }))).toBe('pool.not_a_member');
    expect(code(member({ state: 'suspended' }))).toBe('pool.member_suspended');
    expect(code(member({ state: 'suspended', suspendedUntil: NOW }))).toBe('in');
    expect(code(member({ reviewDueAt: NOW }))).toBe('pool.review_overdue');
    expect(code(member({ reviewPassed: false }))).toBe('pool.review_failed');
    expect(code(member(), { sum: 200_000_001 })).toBe('pool.above_tier');
    expect(code(member(), { unfinished: 2 })).toBe('pool.at_capacity');
    expect(mayTakePart(member(), null, work, NOW).ok).toBe(false);
  });

  it('never opens again with more work or a higher sum', () => {
    fc.assert(
      fc.property(fc.nat(400_000_000), fc.nat(4), fc.nat(1_000), (sum, unfinished, more) => {
        if (code(member(), { sum, unfinished }) === 'in') return;
        expect(code(member(), { sum: sum + more, unfinished: unfinished + more })).not.toBe('in');
      }),
    );
  });
});

describe('a call among members', () => {
  const draft = { state: 'draft', method: 'reasonable_low_price', category: 'works' } as const;

  it('is chosen for a draft by reasonable low price in the pool’s trade', () => {
    const code = (change: object, trade = 'works') => {
      const answer = callFromPool({ ...draft, ...change }, { trade });
      return answer.ok ? 'ok' : answer.refusal.code;
    };
    expect(code({})).toBe('ok');
    expect(code({ state: 'published' })).toBe('tender.wrong_state');
    expect(code({ method: 'open_tender' })).toBe('pool.not_for_method');
    expect(code({}, 'agro')).toBe('pool.wrong_trade');
  });
});
