import { fen } from '@core/kernel';
import type { LegalDate } from './calendar';
import { judge, limitOf, ruleFor, type Finding } from './finding';
import { fundScope } from './fund-scope';
import type { ProjectFacts, ProjectKind } from './project-facts';
import { COUNTY_THRESHOLD, type Regime, type Rule, type RuleSet } from './rule-set';

/** Which law governs a project, and why. */
export interface Classification {
  readonly regime: Regime;
  readonly mustTender: boolean;
  readonly findings: readonly Finding[];
}

const THRESHOLD: Readonly<Record<ProjectKind, string>> = {
  works: 'mandatory-works-threshold',
  goods: 'mandatory-goods-threshold',
  services: 'mandatory-service-threshold',
};

/** A sum from which on a kind of project must be tendered, and whether it is one of the total investment. */
export interface Threshold {
  readonly rule: Rule;
  readonly value: number;
  readonly byInvestment: boolean;
}

/** From what sum on a kind of project must be tendered; null where no rule says so. */
export function thresholdOf(set: RuleSet, kind: ProjectKind, on: LegalDate): Threshold | null {
  const local = limitOf(set, [COUNTY_THRESHOLD], 'A', on);
  const byInvestment = set.settings.belowThresholdOf === 'investment' && local !== null;
  const limit = byInvestment ? local : limitOf(set, [THRESHOLD[kind]], 'A', on);
  return limit && { ...limit, byInvestment };
}

interface Reached {
  readonly isReached: boolean;
  readonly findings: readonly Finding[];
}

/** Whether a project reaches its threshold, alone or with what can be procured together with it (Order 16 art. 5). */
function reaches(set: RuleSet, facts: ProjectFacts, limit: Threshold, on: LegalDate): Reached {
  const threshold = limit.value;
  const { estimate, together = fen(0) } = facts;
  const amount = limit.byInvestment ? facts.totalInvestment : estimate;
  // 以上 includes the number itself (Civil Code art. 1259).
  const reached = amount >= threshold;
  const alone = judge(limit.rule, true, { amount, threshold, reached });
  const merge = ruleFor(set, 'mandatory-merge-aggregate', 'A', on);
  if (reached || limit.byInvestment || together === 0 || !merge) {
    return { isReached: reached, findings: [alone] };
  }
  const total = estimate + together;
  const isReached = total >= threshold;
  const merged = judge(merge, true, { estimate, together, total, threshold, reached: isReached });
  return { isReached, findings: [alone, merged] };
}

/** Whether an exemption counts: its ground chosen, and something said that shows it. */
function exempted(set: RuleSet, { exemption }: ProjectFacts, on: LegalDate): Finding | null {
  const rule = exemption ? ruleFor(set, 'exempt-tender-list', 'A', on) : null;
  if (!exemption || !rule) return null;
  const evidence = exemption.evidence.trim();
  return judge(rule, evidence !== '', { ground: exemption.ground, evidence });
}

function underWorksLaw(set: RuleSet, facts: ProjectFacts, on: LegalDate): Classification {
  const rest = facts.owner === 'village' ? 'D' : 'C';
  const limit = thresholdOf(set, facts.kind, on);
  if (!limit) return { regime: rest, mustTender: false, findings: [] };
  const { isReached, findings } = reaches(set, facts, limit, on);
  if (!isReached) return { regime: rest, mustTender: false, findings };
  const isPublic = facts.owner !== 'private' || facts.fiscalFunds;
  // The county's threshold knows no test of the money: whatever is public is under it.
  const scope = limit.byInvestment
    ? { isInScope: isPublic, findings: [] }
    : fundScope(set, facts, on);
  const held = [...findings, ...scope.findings];
  if (!scope.isInScope) return { regime: rest, mustTender: false, findings: held };
  const exemption = exempted(set, facts, on);
  const mustTender = exemption?.outcome !== 'satisfied';
  return { regime: 'A', mustTender, findings: exemption ? [...held, exemption] : held };
}

/** Whether the buyer is a state body, townships among them, that pays with fiscal money (Government Procurement Law art. 2). */
export function isStateBuyer({ owner, fiscalFunds }: ProjectFacts): boolean {
  return fiscalFunds && (owner === 'agency' || owner === 'township');
}

/**
 * What a state body buys with fiscal money is under the procurement law when it is in the catalogue of centralised procurement
 * or reaches the procurement limit, alone or with what is bought together with it; the rest is neither procurement nor works.
 */
function outsideWorks(set: RuleSet, facts: ProjectFacts, on: LegalDate): Classification {
  const { owner, fiscalFunds, kind, estimate, together = fen(0), inCatalogue = false } = facts;
  const scope = ruleFor(set, 'works-scope-only', 'C', on);
  const findings = scope ? [judge(scope, true, { kind, owner, fiscalFunds })] : [];
  const elsewhere = owner === 'village' ? 'D' : 'C';
  if (!isStateBuyer(facts)) return { regime: elsewhere, mustTender: false, findings };
  const limit = limitOf(set, ['gp-limit'], 'B', on);
  const amount = estimate + together;
  const reached = limit === null || amount >= limit.value;
  if (limit) {
    findings.push(
      judge(limit.rule, true, { amount, threshold: limit.value, reached, inCatalogue }),
    );
  }
  const isProcured = reached || inCatalogue;
  const law = isProcured ? ruleFor(set, 'gp-scope', 'B', on) : null;
  if (law) findings.push(judge(law, true, { kind, owner, fiscalFunds }));
  return { regime: isProcured ? 'B' : elsewhere, mustTender: false, findings };
}

/** Whether a purchase is one of works, or belongs to works (Implementing Regulations of the Tendering Law art. 2). */
export function isUnderWorksLaw({
  kind,
  partOfWorks,
}: Pick<ProjectFacts, 'kind' | 'partOfWorks'>): boolean {
  return kind === 'works' || partOfWorks;
}

/** Says under which regime a project falls on a legal date, with the rules it was held against. */
export function classify(set: RuleSet, facts: ProjectFacts, on: LegalDate): Classification {
  return isUnderWorksLaw(facts) ? underWorksLaw(set, facts, on) : outsideWorks(set, facts, on);
}
