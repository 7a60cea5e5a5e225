import type { Fen, Instant } from '@core/kernel';
import { legalDate, startOfDate, type LegalDate } from './calendar';
import { classify, thresholdOf, type Threshold } from './classify';
import { judge, ruleFor, type Finding } from './finding';
import { addMonths } from './period';
import type { ProjectFacts } from './project-facts';
import type { Rule, RuleSet } from './rule-set';

const RULE = 'no-split-evasion';
/** Counted where a set's rule names no other number of months. */
const MONTHS = 12;

/** A tenderer's similar project of the months that count. */
export interface SimilarProject {
  readonly code: string;
  readonly estimate: Fen;
  /** Counted instead of the estimate where a rule set's threshold is one of the total investment. */
  readonly totalInvestment: Fen;
}

/** From when on similar projects count together: the rule's own number of months back. */
export function similarSince(set: RuleSet, now: Instant): Instant {
  const months = ruleFor(set, RULE, 'A', legalDate(now))?.value ?? MONTHS;
  return startOfDate(addMonths(legalDate(now), -months));
}

/** The part of a project that must be tendered which its lots leave out: it would be let without a tender. */
function leftOut(
  rule: Rule,
  set: RuleSet,
  facts: ProjectFacts,
  limit: Threshold,
  on: LegalDate,
): Finding | null {
  const { estimate, inLots = estimate } = facts;
  if (inLots >= estimate || !classify(set, facts, on).mustTender) return null;
  const threshold = limit.value;
  return judge(rule, false, { total: estimate, threshold, leftOut: estimate - inLots });
}

/**
 * Raises the splitting alert when similar small projects together reach the threshold, or when the lots of a project that
 * reaches it leave a part out (Tendering Law art. 4).
 */
export function splittingAlert(
  set: RuleSet,
  facts: ProjectFacts,
  similar: readonly SimilarProject[],
  on: LegalDate,
): Finding | null {
  const rule = ruleFor(set, RULE, 'A', on);
  const limit = thresholdOf(set, facts.kind, on);
  if (!rule || !limit) return null;
  const amount = (one: Pick<ProjectFacts, 'estimate' | 'totalInvestment'>): number =>
    limit.byInvestment ? one.totalInvestment : one.estimate;
  if (amount(facts) >= limit.value) return leftOut(rule, set, facts, limit, on);
  if (similar.length === 0) return null;
  const total = similar.reduce<number>((sum, one) => sum + amount(one), amount(facts));
  if (total < limit.value) return null;
  return judge(rule, false, {
    total,
    threshold: limit.value,
    projects: similar.map((one) => one.code).join(', '),
  });
}
