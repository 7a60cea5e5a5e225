import { accept, refuse, type Fen, type Instant, type Refusal, type Result } from '@core/kernel';
import type { PoolTier } from './conditions';
import { memberStateAt, type Membership } from './membership';

/** Why a member sits out. */
export type SitsOut = Refusal<
  | 'pool.not_a_member'
  | 'pool.member_suspended'
  | 'pool.review_overdue'
  | 'pool.review_failed'
  | 'pool.above_tier'
  | 'pool.at_capacity'
>;

/** What a member wants to take part in. */
export interface PoolWork {
  /** What the work may cost at most, in fen. */
  readonly sum: Fen;
  /** Works of this pool the member won and has not finished. */
  readonly unfinished: number;
  readonly mostUnfinished: number | null;
}

/**
 * Whether a member may take part in a work of its pool at `now`: admitted, reviewed, its tier reaching the sum, and not at
 * the limit of unfinished works. The same question is asked when it confirms and again when the list is frozen.
 */
export function mayTakePart(
  member: Membership | null,
  tier: PoolTier | null,
  work: PoolWork,
  now: Instant,
): Result<true, SitsOut> {
  const state = member === null ? null : memberStateAt(member, now);
  if (member === null || state !== 'admitted') {
    return state === 'suspended' ? refuse('pool.member_suspended') : refuse('pool.not_a_member');
  }
  if (member.reviewPassed === false) return refuse('pool.review_failed');
  if (member.reviewDueAt !== null && member.reviewDueAt <= now) {
    return refuse('pool.review_overdue', { until: member.reviewDueAt });
  }
  const limit = tier === null ? 0 : tier.upTo;
  if (limit !== null && work.sum > limit) {
    return refuse('pool.above_tier', { limit, sum: work.sum });
  }
  const { unfinished, mostUnfinished } = work;
  if (mostUnfinished !== null && unfinished >= mostUnfinished) {
    return refuse('pool.at_capacity', { unfinished, most: mostUnfinished });
  }
  return accept(true);
}
