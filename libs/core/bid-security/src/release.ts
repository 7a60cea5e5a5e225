import type { Instant, LawBasis } from '@core/kernel';
import { firstRule, lawOf, periodOf, type Calendar, type UnderLaw } from '@core/rules';

/** Why a security goes back: its bid was withdrawn, none came, the call ended, somebody else won, the contract is signed. */
export const RELEASE_CAUSES = [
  'bid_withdrawn',
  'no_bid',
  'terminated',
  'failed',
  'unsuccessful',
  'contract',
] as const;
export type ReleaseCause = (typeof RELEASE_CAUSES)[number];

/** What happened to a bid and its lot, as far as its security hangs on it. */
export interface Course {
  readonly deadline: Instant;
  /** The bid that counts: none handed in, submitted, or withdrawn before the deadline. */
  readonly bid: 'none' | 'submitted' | { readonly withdrawnAt: Instant };
  /** When and how the call ended without an award of the lot; null: it has not. */
  readonly ended: { readonly as: 'terminated' | 'failed'; readonly at: Instant } | null;
  /** The award of the lot that stands; null: none. */
  readonly award: { readonly at: Instant; readonly isWinner: boolean } | null;
  /** When both sides had signed the contract of the lot. */
  readonly concludedAt: Instant | null;
}

/** That a security goes back, and since when. */
export interface Release {
  readonly cause: ReleaseCause;
  readonly from: Instant;
}

/** The rules that give each cause its last day, and under which a loser need not wait for the contract. */
const LAST_DAY: Readonly<Record<ReleaseCause, readonly string[]>> = {
  bid_withdrawn: ['withdraw-refund-5d'],
  no_bid: [],
  terminated: ['terminate-refund'],
  failed: [],
  unsuccessful: ['gp-bond-refund-5wd'],
  contract: ['gp-bond-refund-5wd', 'bid-bond-refund-5d'],
};

/** Whether losers have their money back after the letters, before the contract. */
export function losersGoFirst(law: UnderLaw): boolean {
  return firstRule(law, LAST_DAY.unsuccessful) !== null;
}

/**
 * Why a security goes back; null: it is bound still. The procurement law lets losers go with the letters (Implementing
 * Regulations of the Government Procurement Law art. 33); elsewhere winner and losers wait for the contract (Implementing
 * Regulations of the Bidding Law art. 57).
 */
export function releaseOf(course: Course, law: UnderLaw, now: Instant): Release | null {
  const { deadline, bid, ended, award, concludedAt } = course;
  if (ended !== null) return { cause: ended.as, from: ended.at };
  if (typeof bid === 'object') return { cause: 'bid_withdrawn', from: bid.withdrawnAt };
  if (bid === 'none') return now < deadline ? null : { cause: 'no_bid', from: deadline };
  if (award === null) return null;
  if (!award.isWinner && losersGoFirst(law)) {
    return { cause: 'unsuccessful', from: award.at };
  }
  return concludedAt === null ? null : { cause: 'contract', from: concludedAt };
}

/** A release with its clock. */
export interface DueBack extends Release {
  /** The first instant that is too late; null: the law gives no number of days, or the calendar of a year is not known yet. */
  readonly until: Instant | null;
  /** Null: no rule of the set speaks of the case. */
  readonly law: LawBasis | null;
}

/** Until when a released security is to be back with whom it came from. */
export function dueBack(release: Release, law: UnderLaw, calendar: Calendar): DueBack {
  const rule = firstRule(law, LAST_DAY[release.cause]);
  if (!rule) return { ...release, until: null, law: null };
  const end = periodOf(calendar, rule, release.from);
  return { ...release, until: end.ok ? end.value.until : null, law: lawOf(rule) };
}
