import { accept, refuse, type Instant, type Refusal, type Result } from '@core/kernel';
import { lawOf, type RuleSet } from '@core/rules';

export const ENTERPRISE_STATES = [
  'draft',
  'submitted',
  'returned',
  'verified',
  'suspended',
  'removed',
] as const;
/** draft → submitted → verified | returned; a supervising authority may suspend or remove. */
export type EnterpriseState = (typeof ENTERPRISE_STATES)[number];

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
}

export type EnterpriseRefusal = Refusal<
  'enterprise.incomplete' | 'enterprise.wrong_state' | 'enterprise.credit_code_invalid'
>;

const REQUIRED = [
  'name',
  'address',
  'legalRepresentative',
  'contactName',
  'contactPhone',
  'bankName',
  'bankAccount',
] as const;

/** Everything that is still missing, at once (一次性告知). */
export function missingFields(content: EnterpriseContent): readonly string[] {
  const empty = REQUIRED.filter((key) => content[key].trim() === '');
  return content.qualifications.length === 0 ? [...empty, 'qualifications'] : empty;
}

/** Whether the enterprise may be handed in for verification. */
export function submitEnterprise(
  state: EnterpriseState,
  content: EnterpriseContent,
): Result<'submitted', EnterpriseRefusal> {
  if (state === 'suspended' || state === 'removed' || state === 'submitted') {
    return refuse('enterprise.wrong_state', { state });
  }
  const missing = missingFields(content);
  if (missing.length > 0) return refuse('enterprise.incomplete', { missing });
  return accept('submitted');
}

/** The registrar's answer: complete and authentic, or returned with everything that is missing. */
export function answerEnterprise(
  state: EnterpriseState,
  missing: readonly string[],
): Result<'verified' | 'returned', EnterpriseRefusal> {
  if (state !== 'submitted') return refuse('enterprise.wrong_state', { state });
  return accept(missing.length === 0 ? 'verified' : 'returned');
}

/** What eligibility is judged by. */
export interface Eligibility {
  readonly state: EnterpriseState;
  readonly creditCode: string;
  readonly legalRepresentative: string;
  readonly qualifications: readonly Qualification[];
}

export type EligibilityRefusal = Refusal<
  'enterprise.not_verified' | 'enterprise.suspended' | 'enterprise.qualification_expired'
>;

/** Whether an enterprise may take part in anything at `now`; the rule set names the law behind a refusal. */
export function eligible(
  enterprise: Eligibility,
  set: RuleSet,
  now: Instant,
): Result<true, EligibilityRefusal> {
  if (enterprise.state === 'suspended' || enterprise.state === 'removed') {
    return refuse('enterprise.suspended', { state: enterprise.state });
  }
  if (enterprise.state !== 'verified') {
    const rule = set.rules.get('e-bidder-register');
    return refuse(
      'enterprise.not_verified',
      { state: enterprise.state },
      rule ? lawOf(rule) : undefined,
    );
  }
  const valid = enterprise.qualifications.filter((one) => one.validUntil >= now);
  if (enterprise.qualifications.length > 0 && valid.length === 0) {
    return refuse('enterprise.qualification_expired');
  }
  return accept(true);
}
