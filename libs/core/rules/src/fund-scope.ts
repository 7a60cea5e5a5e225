import type { LegalDate } from './calendar';
import { judge, limitOf, ruleFor, type Finding } from './finding';
import type { ProjectFacts } from './project-facts';
import type { RuleSet } from './rule-set';

/** Whether a project's money brings it under the law of works that must be tendered, and by which rule. */
export interface FundScope {
  readonly isInScope: boolean;
  readonly findings: readonly Finding[];
}

/** Owners whose own money is the state's. */
const STATE_OWNERS: ReadonlySet<ProjectFacts['owner']> = new Set([
  'agency',
  'township',
  'state_company',
]);

/** Budget funds of two million and a tenth of the investment (Order 16 art. 2 (1)); 以上 includes the number itself. */
function byBudget(set: RuleSet, facts: ProjectFacts, on: LegalDate): FundScope {
  const limit = limitOf(set, ['mandatory-fund-scope'], 'A', on);
  const share = limitOf(set, ['mandatory-fund-share'], 'A', on)?.value ?? 0;
  const { fiscalFunds, totalInvestment } = facts;
  const budgetFunds = facts.budgetFunds ?? (fiscalFunds ? totalInvestment : 0);
  if (!limit) return { isInScope: fiscalFunds, findings: [] };
  const isInScope =
    budgetFunds >= limit.value && budgetFunds * 100 >= facts.totalInvestment * share;
  const threshold = limit.value;
  const shown = { budgetFunds, totalInvestment, threshold, share, reached: isInScope };
  return { isInScope, findings: [judge(limit.rule, true, shown)] };
}

/**
 * Holds a project's money against Order 16 art. 2: budget funds by their sum and share, the money of state bodies and
 * companies by its dominance. A share of budget funds that is given decides for everybody but a state company.
 */
export function fundScope(set: RuleSet, facts: ProjectFacts, on: LegalDate): FundScope {
  const budget = byBudget(set, facts, on);
  if (budget.isInScope) return budget;
  const isGiven = facts.budgetFunds !== undefined && facts.owner !== 'state_company';
  if (!STATE_OWNERS.has(facts.owner) || isGiven) return budget;
  const rule = ruleFor(set, 'mandatory-fund-dominant', 'A', on);
  const dominant = rule ? [judge(rule, true, { owner: facts.owner, reached: true })] : [];
  return { isInScope: true, findings: dominant };
}
