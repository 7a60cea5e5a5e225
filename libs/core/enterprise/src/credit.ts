import { type Instant } from '@core/kernel';
import { addMonths, endOfDate, legalDate, ruleOn, type RuleSet } from '@core/rules';

/** What a credit record holds. */
export const CREDIT_KINDS = ['award', 'performance', 'violation'] as const;
/** One of {@link CREDIT_KINDS}. */
export type CreditKind = (typeof CREDIT_KINDS)[number];

/** Results of a performance review, best first. */
export const PERFORMANCE_GRADES = ['excellent', 'good', 'pass', 'fail'] as const;
/** One of {@link PERFORMANCE_GRADES}. */
export type PerformanceGrade = (typeof PERFORMANCE_GRADES)[number];

/**
 * When a record of a violation leaves the public page: six months after it was published, or with the end of the
 * restriction the decision imposes if that is later (招标投标违法行为记录公告暂行办法 art. 9, rule `vr-display-6m`).
 */
export function violationUntil(
  set: RuleSet,
  publishedAt: Instant,
  restrictedUntil: Instant | null,
): Instant {
  const months = ruleOn(set, 'vr-display-6m', legalDate(publishedAt))?.value ?? 6;
  const display = endOfDate(addMonths(legalDate(publishedAt), months));
  return Math.max(display, restrictedUntil ?? 0);
}

/** Whether an entry stands on the public page at `now`: published, not run out, not withdrawn. */
export function isShown(
  entry: {
    readonly publishedAt: Instant;
    readonly expiresAt: Instant | null;
    readonly withdrawnAt: Instant | null;
  },
  now: Instant,
): boolean {
  const { publishedAt, expiresAt, withdrawnAt } = entry;
  return withdrawnAt === null && publishedAt <= now && (expiresAt === null || expiresAt > now);
}
