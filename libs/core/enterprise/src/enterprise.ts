import { accept, refuse, utf8, type Instant, type Refusal, type Result } from '@core/kernel';
import { judge, lawOf, legalDate, ruleOn, type Finding, type RuleSet } from '@core/rules';
import type { Attachment } from './attachment';
import { follow, lawFrom, standingAt, type EnterpriseState, type ReviewState } from './lifecycle';
import type { StaffMember } from './staff';

/** A licence of an enterprise. */
export interface Qualification {
  readonly type: string;
  readonly grade: string;
  readonly certificate: string;
  /** Last valid moment. */
  readonly validUntil: Instant;
}

/** What an enterprise says of itself; each change makes a new version. */
export interface EnterpriseContent {
  readonly name: string;
  readonly creditCode: string;
  readonly address: string;
  readonly legalRepresentative: string;
  readonly contactName: string;
  readonly contactPhone: string;
  readonly bankName: string;
  readonly bankAccount: string;
  readonly qualifications: readonly Qualification[];
  readonly staff: readonly StaffMember[];
  readonly attachments: readonly Attachment[];
}

export type EnterpriseRefusal = Refusal<
  | 'enterprise.incomplete'
  | 'enterprise.wrong_state'
  | 'enterprise.credit_code_invalid'
  | 'enterprise.too_large'
>;

/** The single fields of a record, in the order of the form. */
export const TEXT_FIELDS = [
  'name',
  'address',
  'legalRepresentative',
  'contactName',
  'contactPhone',
  'bankName',
  'bankAccount',
] as const;

/** An encrypted column holds 64 KiB of text: a version in JSON may have so many bytes. */
const MOST_BYTES = 46_000;

/** Everything that is still missing, at once (一次性告知). */
export function missingFields(content: EnterpriseContent): readonly string[] {
  const empty = TEXT_FIELDS.filter((key) => content[key].trim() === '');
  return content.qualifications.length === 0 ? [...empty, 'qualifications'] : empty;
}

/** Whether the content can be kept: a record is not a file store. */
export function keepContent(
  content: EnterpriseContent,
): Result<EnterpriseContent, EnterpriseRefusal> {
  const bytes = utf8(JSON.stringify(content)).length;
  if (bytes > MOST_BYTES) return refuse('enterprise.too_large', { bytes, most: MOST_BYTES });
  return accept(content);
}

/** Whether the enterprise may hand in what it has: `review` is what is under way, null when nothing is. */
export function submitEnterprise(
  state: EnterpriseState,
  review: ReviewState | null,
  content: EnterpriseContent,
): Result<'submitted', EnterpriseRefusal> {
  if (state === 'removed' || review === null) return refuse('enterprise.wrong_state', { state });
  const next = follow(review, 'submit');
  if (!next.ok) return next;
  const missing = missingFields(content);
  if (missing.length > 0) return refuse('enterprise.incomplete', { missing });
  return accept('submitted');
}

/** The registrar's answer: complete and authentic, or returned with everything that is missing. */
export function answerEnterprise(
  review: ReviewState | null,
  missing: readonly unknown[],
): Result<'verified' | 'returned', EnterpriseRefusal> {
  const event = missing.length === 0 ? 'verify' : 'return';
  const next = follow(review ?? 'verified', event);
  if (!next.ok) return next;
  return accept(event === 'verify' ? 'verified' : 'returned');
}

/** What eligibility is judged by: the version in force, whatever is under way. */
export interface Eligibility {
  readonly state: EnterpriseState;
  readonly suspendedUntil: Instant | null;
  readonly creditCode: string;
  readonly legalRepresentative: string;
  readonly qualifications: readonly Qualification[];
}

export type EligibilityRefusal = Refusal<
  'enterprise.not_verified' | 'enterprise.suspended' | 'enterprise.qualification_expired'
>;

/** What stands in the way of an enterprise in each state, and the rule that decides whether it does. */
const BARRED = {
  suspended: { code: 'enterprise.suspended', rule: 'register-barred' },
  removed: { code: 'enterprise.suspended', rule: 'register-barred' },
  expired: { code: 'enterprise.qualification_expired', rule: 'register-expired' },
  unverified: { code: 'enterprise.not_verified', rule: 'e-bidder-register' },
} as const;

function barOf(state: EnterpriseState): (typeof BARRED)[keyof typeof BARRED] | null {
  if (state === 'verified') return null;
  return state === 'suspended' || state === 'removed' || state === 'expired'
    ? BARRED[state]
    : BARRED.unverified;
}

/**
 * Whether an enterprise may take part in anything at `now`. The rule set names the law, and by the severity of its rule says
 * whether it stands in the way; a set without the rule keeps to the register.
 */
export function eligible(
  enterprise: Eligibility,
  set: RuleSet,
  now: Instant,
): Result<true, EligibilityRefusal> {
  const state = standingAt(enterprise, now);
  const bar = barOf(state);
  if (bar === null) return accept(true);
  const rule = ruleOn(set, bar.rule, legalDate(now));
  if (rule !== null && rule.severity !== 'block') return accept(true);
  return refuse(bar.code, { state }, rule ? lawOf(rule) : undefined);
}

/** What the rules say of an enterprise's standing at `now`, to show it beforehand; null: it is verified, or no rule speaks of it. */
export function standingFinding(
  enterprise: Eligibility,
  set: RuleSet,
  now: Instant,
): Finding | null {
  const state = standingAt(enterprise, now);
  const bar = barOf(state);
  const rule = bar && ruleOn(set, bar.rule, legalDate(now));
  return rule && judge(rule, false, { state });
}

/** Whether a firm stands in the register, which is all that asking and objecting want. */
export function registered(
  state: EnterpriseState,
  set: RuleSet,
  at: Instant,
): Result<true, Refusal<'enterprise.not_verified'>> {
  return state === 'verified'
    ? accept(true)
    : refuse('enterprise.not_verified', { state }, lawFrom(set, 'e-bidder-register', at));
}
