import type { Instant } from '@core/kernel';

export const EXPERT_STATES = ['applied', 'published', 'appointed', 'paused', 'removed'] as const;
/** applied → published → appointed; paused by leave or a ban, removed for good. */
export type ExpertState = (typeof EXPERT_STATES)[number];

/** What decides whether an expert may be drawn for a tender. */
export interface PoolExpert {
  readonly id: string;
  readonly state: ExpertState;
  readonly termUntil: Instant;
  readonly specialties: readonly string[];
  /** Name or unified credit code of the employer. */
  readonly employer: string;
  /** Names or credit codes of employers of the past three years, holdings, relatives' firms. */
  readonly recusals: readonly string[];
}

/** A party an expert must have nothing to do with: the tenderer, or a firm that takes part. */
export interface RecusalParty {
  readonly role: 'tenderer' | 'bidder';
  readonly name: string;
  readonly creditCode: string | null;
}

/** Why an expert is left out of a pool. */
export const EXCLUSION_REASONS = [
  'not_appointed',
  'term_over',
  'no_specialty',
  'tied_to_tenderer',
  'tied_to_bidder',
] as const;
export type ExclusionReason = (typeof EXCLUSION_REASONS)[number];

/** The tie between an expert and a party, or null (Implementing Regulations art. 46). */
export function tieOf(
  expert: Pick<PoolExpert, 'employer' | 'recusals'>,
  parties: readonly RecusalParty[],
): 'tied_to_tenderer' | 'tied_to_bidder' | null {
  const own = new Set([expert.employer, ...expert.recusals]);
  const tied = parties.filter(
    ({ name, creditCode }) => own.has(name) || (creditCode !== null && own.has(creditCode)),
  );
  if (tied.length === 0) return null;
  return tied.some(({ role }) => role === 'tenderer') ? 'tied_to_tenderer' : 'tied_to_bidder';
}

/** Whether an expert belongs into the pool of a draw, or why not. Applied before the pool is built (tp1 §3.2). */
export function exclusionOf(
  expert: PoolExpert,
  specialties: readonly string[],
  parties: readonly RecusalParty[],
  now: Instant,
): ExclusionReason | null {
  if (expert.state !== 'appointed') return 'not_appointed';
  if (expert.termUntil <= now) return 'term_over';
  if (!expert.specialties.some((one) => specialties.includes(one))) return 'no_specialty';
  return tieOf(expert, parties);
}
