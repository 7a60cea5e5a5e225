import { fen, type Fen, type Instant } from '@core/kernel';
import { legalDate, startOfDate, type LegalDate } from './calendar';
import { classify, isUnderWorksLaw, isStateBuyer, thresholdOf, type Threshold } from './classify';
import { judge, limitOf, ruleFor, type Finding } from './finding';
import { addMonths } from './period';
import { judgeSplitByBand, type LocalBand } from './procedures';
import type { ProjectFacts } from './project-facts';
import type { Rule, RuleSet } from './rule-set';

const RULE = 'no-split-evasion';
const PROCUREMENT = 'gp-split-year';
/** Counted where a set's rule names no other number of months. */
const MONTHS = 12;

/** A tenderer's similar project: the same kind and category. */
export interface SimilarProject {
  readonly code: string;
  readonly estimate: Fen;
  /** Counted instead of the estimate where a rule set's threshold is one of the total investment. */
  readonly totalInvestment: Fen;
  readonly partOfWorks: boolean;
  /** Whether it was called for by open tendering. */
  readonly openly: boolean;
  readonly createdAt: Instant;
}

/** From when on similar projects may be handed in together with another: the rule's own number of months back. */
function monthsBack(set: RuleSet, on: LegalDate): LegalDate {
  return addMonths(on, -(ruleFor(set, RULE, 'A', on)?.value ?? MONTHS));
}

/** The first day of the fiscal year: the calendar year (Budget Law art. 18). */
function yearBegin(on: LegalDate): LegalDate {
  return `${on.slice(0, 4)}-01-01`;
}

/** From when on similar projects are looked at: whatever counts under any of the rules. */
export function similarSince(set: RuleSet, now: Instant): Instant {
  const on = legalDate(now);
  const [months, year] = [monthsBack(set, on), yearBegin(on)];
  return startOfDate(months < year ? months : year);
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

function codesOf(similar: readonly SimilarProject[]): string {
  return similar.map((one) => one.code).join(', ');
}

function sumOf(similar: readonly SimilarProject[], own: Fen): number {
  return similar.reduce<number>((sum, one) => sum + one.estimate, own);
}

/** Works, and what belongs to them, against the sum from which on they must be tendered (Tendering Law art. 4). */
function splitWorks(
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
  return judge(rule, false, { total, threshold: limit.value, projects: codesOf(similar) });
}

/**
 * What a state body buys of one category in a fiscal year against the procurement limit and the sum from which on it tenders
 * openly (Implementing Regulations of the Government Procurement Law art. 28). The highest of the two that is reached counts.
 * What was tendered openly evades nothing, and is left out (公开招标以外的方式).
 */
function splitProcurement(
  set: RuleSet,
  facts: ProjectFacts,
  all: readonly SimilarProject[],
  on: LegalDate,
): Finding | null {
  const rule = ruleFor(set, PROCUREMENT, 'B', on);
  const similar = all.filter(({ openly }) => !openly);
  if (!rule || similar.length === 0) return null;
  const total = sumOf(similar, facts.estimate);
  const open = limitOf(set, ['gp-open-threshold'], 'B', on)?.value;
  const limit = facts.inCatalogue ? undefined : limitOf(set, ['gp-limit'], 'B', on)?.value;
  const projects = codesOf(similar);
  // 超过 excludes the number itself, 以上 includes it (Civil Code art. 1259).
  if (open !== undefined && facts.estimate < open && total > open) {
    return judge(rule, false, { total, threshold: open, projects });
  }
  if (limit !== undefined && facts.estimate < limit && total >= limit) {
    return judge(rule, false, { total, threshold: limit, projects });
  }
  return null;
}

/**
 * The splitting alerts of a project with similar ones of the same tenderer: together they reach the sum from which on works
 * must be tendered, or lots leave a part of such works out; what a state body buys in a fiscal year reaches a limit of the
 * procurement law; or together they leave the band of the place's own document that each falls into. `local`: that band, or null.
 */
export function splittingAlerts(
  set: RuleSet,
  facts: ProjectFacts,
  similar: readonly SimilarProject[],
  local: LocalBand | null,
  on: LegalDate,
): readonly Finding[] {
  const isWorks = isUnderWorksLaw(facts);
  const alike = similar.filter(
    ({ partOfWorks }) => facts.kind === 'works' || partOfWorks === facts.partOfWorks,
  );
  const since = (day: LegalDate): readonly SimilarProject[] =>
    alike.filter(({ createdAt }) => createdAt >= startOfDate(day));
  const recent = since(monthsBack(set, on));
  const byLaw = isWorks
    ? splitWorks(set, facts, recent, on)
    : isStateBuyer(facts)
      ? splitProcurement(set, facts, since(yearBegin(on)), on)
      : null;
  if (byLaw !== null) return [byLaw];
  if (local === null || recent.length === 0) return [];
  const together = recent.reduce<number>(
    (sum, one) => sum + (local.measure === 'investment' ? one.totalInvestment : one.estimate),
    local.amount,
  );
  const byPlace = judgeSplitByBand(local, fen(together), codesOf(recent));
  return byPlace === null ? [] : [byPlace];
}
