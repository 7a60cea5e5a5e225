import fc from 'fast-check';
import { NATIONAL_2024 } from '@core/rules';
import {
  answerEnterprise,
  creditCodeCheck,
  decideEnterprise,
  DECISION_KINDS,
  eligible,
  standingFinding,
  ENTERPRISE_EVENTS,
  ENTERPRISE_STATES,
  follow,
  isCreditCode,
  keepContent,
  reviewOf,
  standingAt,
  submitEnterprise,
  TRANSITIONS,
  type EnterpriseContent,
  type EnterpriseState,
} from './index';

const content: EnterpriseContent = {
  name: '青禾县大山路桥有限公司',
  creditCode: '91420500MA49XXXX1A',
  address: '青禾县城关镇',
  legalRepresentative: '王山',
  contactName: '李水',
  contactPhone: '13800000000',
  bankName: '青禾农商行',
  bankAccount: '6222000000000000',
  qualifications: [{ type: '公路工程', grade: '三级', certificate: 'D1', validUntil: 2e12 }],
  staff: [],
  attachments: [],
};

const anEvent = fc.constantFrom(...ENTERPRISE_EVENTS);
const aState = fc.constantFrom(...ENTERPRISE_STATES);

describe('unified social credit code', () => {
  it.each(['91350100M000100Y43', '91110000600037341L', '914403001922038216'])(
    'accepts the real code %s',
    (code) => expect(isCreditCode(code)).toBe(true),
  );

  it('refuses every change of one character', () => {
    const code = '91350100M000100Y43';
    fc.assert(
      fc.property(
        fc.nat(17),
        fc.constantFrom(...'0123456789ABCDEFGHJKLMNPQRTUWXY'),
        (at, letter) => {
          fc.pre(code.charAt(at) !== letter);
          expect(isCreditCode(code.slice(0, at) + letter + code.slice(at + 1))).toBe(false);
        },
      ),
    );
    expect(creditCodeCheck('OOOOOOOOOOOOOOOOO')).toBeNull();
  });
});

describe('the life of a record', () => {
  it('never leaves the table, whatever happens in whatever order', () => {
    fc.assert(
      fc.property(fc.array(anEvent, { maxLength: 30 }), (events) => {
        let state: EnterpriseState = 'draft';
        let verified = false;
        for (const event of events) {
          const next = follow(state, event);
          expect(next.ok).toBe(TRANSITIONS[state][event] !== undefined);
          if (!next.ok) continue;
          if (event === 'verify') verified = true;
          // Whatever is in force, or was, has been verified once.
          if (['verified', 'suspended', 'removed'].includes(next.value))
            expect(verified).toBe(true);
          state = next.value;
        }
      }),
    );
  });

  it('reaches every stored state and stores no other', () => {
    const reached = new Set<EnterpriseState>(['draft']);
    // A set is walked in the order of its making, what is added on the way included.
    for (const state of reached) {
      for (const next of Object.values(TRANSITIONS[state])) reached.add(next);
    }
    expect([...reached].sort()).toEqual(
      ENTERPRISE_STATES.filter((one) => one !== 'expired').sort(),
    );
  });

  it('is suspended, removed and reinstated by an authority only, with number and reason', () => {
    fc.assert(
      fc.property(
        aState,
        fc.constantFrom(...DECISION_KINDS),
        fc.constantFrom('authority', 'centre', 'enterprise', 'tenderer'),
        fc.constantFrom('', '青监〔2026〕1号'),
        fc.constantFrom('', '串通投标'),
        fc.constantFrom(null, 5, 20),
        (state, kind, organisationKind, number, reason, until) => {
          const decision = { kind, number, reason, from: 10, until };
          const result = decideEnterprise(state, decision, { organisationKind }, NATIONAL_2024, 10);
          const whole = number !== '' && reason !== '' && (until === null || until > 10);
          const fits = until === null || kind === 'suspend';
          expect(result.ok).toBe(
            organisationKind === 'authority' &&
              whole &&
              fits &&
              TRANSITIONS[state][kind] !== undefined,
          );
          if (organisationKind !== 'authority') {
            expect(result).toMatchObject({
              refusal: {
                code: 'enterprise.authority_only',
                law: { ruleId: 'center-no-admin-power' },
              },
            });
          }
        },
      ),
    );
  });

  it('ends a suspension with its period, and expires with its last certificate', () => {
    const valid = [{ validUntil: 100 }, { validUntil: 50 }];
    const at = (state: EnterpriseState, suspendedUntil: number | null, now: number): string =>
      standingAt({ state, suspendedUntil, qualifications: valid }, now);
    expect(at('suspended', 40, 39)).toBe('suspended');
    expect(at('suspended', 40, 40)).toBe('verified');
    expect(at('suspended', null, 1e9)).toBe('suspended');
    expect(at('verified', null, 100)).toBe('verified');
    expect(at('verified', null, 101)).toBe('expired');
    expect(at('removed', null, 101)).toBe('removed');
    expect(standingAt({ state: 'verified', suspendedUntil: null, qualifications: [] }, 9)).toBe(
      'verified',
    );
  });
});

describe('enterprise register', () => {
  it('names everything that is missing at once', () => {
    const poor = { ...content, address: ' ', bankName: '', qualifications: [] };
    expect(submitEnterprise('draft', 'draft', poor)).toMatchObject({
      refusal: {
        code: 'enterprise.incomplete',
        params: { missing: ['address', 'bankName', 'qualifications'] },
      },
    });
    expect(submitEnterprise('returned', 'returned', content).ok).toBe(true);
  });

  it('takes a change of a record in force, also while it is suspended, never of a removed one', () => {
    expect(submitEnterprise('verified', 'draft', content).ok).toBe(true);
    expect(submitEnterprise('suspended', 'returned', content).ok).toBe(true);
    expect(submitEnterprise('removed', 'draft', content).ok).toBe(false);
    expect(submitEnterprise('verified', null, content).ok).toBe(false);
    expect(submitEnterprise('verified', 'submitted', content).ok).toBe(false);
    expect(reviewOf({ state: 'verified', review: 'submitted' })).toBe('submitted');
    expect(reviewOf({ state: 'draft', review: null })).toBe('draft');
    expect(reviewOf({ state: 'verified', review: null })).toBeNull();
  });

  it('is answered once, as verified or returned', () => {
    expect(answerEnterprise('submitted', [])).toEqual({ ok: true, value: 'verified' });
    expect(answerEnterprise('submitted', ['x'])).toEqual({ ok: true, value: 'returned' });
    expect(answerEnterprise(null, []).ok).toBe(false);
    expect(answerEnterprise('returned', []).ok).toBe(false);
  });

  it('refuses a record that would not fit its column', () => {
    expect(keepContent(content).ok).toBe(true);
    expect(keepContent({ ...content, address: '地'.repeat(20_000) })).toMatchObject({
      refusal: { code: 'enterprise.too_large' },
    });
  });

  it('lets only verified enterprises with a valid certificate take part', () => {
    const of = (state: EnterpriseState, validUntil = 2e12, suspendedUntil: number | null = null) =>
      eligible(
        {
          ...content,
          state,
          suspendedUntil,
          qualifications: [{ ...content.qualifications[0]!, validUntil }],
        },
        NATIONAL_2024,
        1.7e12,
      );
    expect(of('verified').ok).toBe(true);
    expect(of('draft')).toMatchObject({
      refusal: { code: 'enterprise.not_verified', law: { ruleId: 'e-bidder-register' } },
    });
    for (const state of ['suspended', 'removed'] as const) {
      expect(of(state)).toMatchObject({
        refusal: { code: 'enterprise.suspended', law: { ruleId: 'register-barred' } },
      });
    }
    expect(of('suspended', 2e12, 1.6e12).ok).toBe(true);
    expect(of('verified', 1e12)).toMatchObject({
      refusal: { code: 'enterprise.qualification_expired', law: { ruleId: 'register-expired' } },
    });
  });

  it('shows what stands in the way beforehand, and blocks no more than the rule set does', () => {
    const lapsed = {
      state: 'verified' as const,
      suspendedUntil: null,
      creditCode: content.creditCode,
      legalRepresentative: content.legalRepresentative,
      qualifications: [{ ...content.qualifications[0]!, validUntil: 1e12 }],
    };
    expect(standingFinding({ ...lapsed, qualifications: [] }, NATIONAL_2024, 1.7e12)).toBeNull();
    expect(standingFinding(lapsed, NATIONAL_2024, 1.7e12)).toMatchObject({
      ruleId: 'register-expired',
      outcome: 'violated',
      facts: { state: 'expired' },
    });
    const rule = NATIONAL_2024.rules.get('register-expired')!;
    const rules = new Map(NATIONAL_2024.rules).set(rule.id, { ...rule, severity: 'warn' });
    expect(eligible(lapsed, { ...NATIONAL_2024, rules }, 1.7e12).ok).toBe(true);
  });
});
