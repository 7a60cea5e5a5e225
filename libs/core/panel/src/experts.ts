import type { Instant } from '@core/kernel';
import { expertStanding, type Appointment } from './standing';
import type { PoolTerm } from './terms';

/** What decides whether an expert may be drawn for a tender. */
export interface PoolExpert extends Appointment {
  readonly id: string;
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
  'over_age',
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

/**
 * Whether an expert belongs into the pool of a draw, or why not; applied before the pool is built (tp1 §3.2). `moments` are
 * those at which he must be able to serve: when the draw begins, and when the panel meets.
 */
export function exclusionOf(
  expert: PoolExpert,
  specialties: readonly string[],
  parties: readonly RecusalParty[],
  ageOut: PoolTerm,
  moments: readonly Instant[],
): ExclusionReason | null {
  for (const at of moments) {
    const standing = expertStanding(expert, ageOut, at);
    if (standing === 'expired') return 'term_over';
    if (standing === 'over_age') return 'over_age';
    if (standing !== 'appointed') return 'not_appointed';
  }
  if (!expert.specialties.some((one) => specialties.includes(one))) return 'no_specialty';
  return tieOf(expert, parties);
}
