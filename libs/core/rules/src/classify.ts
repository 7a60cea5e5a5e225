import type { Fen } from '@core/kernel';
import { judge, limitOf, ruleFor, type Finding } from './finding';
import type { Regime, Rule, RuleSet } from './rule-set';

export const PROJECT_KINDS = ['works', 'goods', 'services'] as const;
export type ProjectKind = (typeof PROJECT_KINDS)[number];

export const OWNER_KINDS = ['agency', 'state_company', 'township', 'village', 'private'] as const;
export type OwnerKind = (typeof OWNER_KINDS)[number];

export const METHODS = [
  'open_tender',
  'invited_tender',
  'reasonable_low_price',
  'lottery',
] as const;
/** How the winner is found. */
export type Method = (typeof METHODS)[number];

/** What core must know of a project to say which law governs it. */
export interface ProjectFacts {
  readonly kind: ProjectKind;
  readonly owner: OwnerKind;
  /** Goods or services that belong to a construction project fall under its law. */
  readonly partOfWorks: boolean;
  readonly fiscalFunds: boolean;
  /** Estimated contract price. */
  readonly estimate: Fen;
  readonly totalInvestment: Fen;
  /** What the lots it names come to; absent where it names none. */
  readonly inLots?: Fen;
}

/** Which law governs a project, and why. */
export interface Classification {
  readonly regime: Regime;
  readonly mustTender: boolean;
  readonly findings: readonly Finding[];
}

/** A method, whether it may be chosen, and the rules that say so. */
export interface MethodAdvice {
  readonly method: Method;
  readonly verdict: 'allowed' | 'needs-basis' | 'refused';
  readonly findings: readonly Finding[];
}

const THRESHOLD: Readonly<Record<ProjectKind, string>> = {
  works: 'mandatory-works-threshold',
  goods: 'mandatory-goods-threshold',
  services: 'mandatory-service-threshold',
};

/** From what sum on a kind of project must be tendered, and whether that is a sum of the total investment. */
function thresholdOf(
  set: RuleSet,
  kind: ProjectKind,
): { readonly rule: Rule; readonly value: number; readonly byInvestment: boolean } | null {
  const local = limitOf(set, ['county-threshold-500'], 'A');
  const byInvestment = set.settings.belowThresholdOf === 'investment' && local !== null;
  const limit = byInvestment ? local : limitOf(set, [THRESHOLD[kind]], 'A');
  return limit && { ...limit, byInvestment };
}

function threshold(set: RuleSet, facts: ProjectFacts): Finding | null {
  const limit = thresholdOf(set, facts.kind);
  if (!limit) return null;
  const amount = limit.byInvestment ? facts.totalInvestment : facts.estimate;
  // 以上 includes the number itself (Civil Code art. 1259).
  const reached = amount >= limit.value;
  const finding = judge(limit.rule, true, { amount, threshold: limit.value, reached });
  return finding;
}

/** Says under which regime a project falls, with the rule it was held against. */
export function classify(set: RuleSet, facts: ProjectFacts): Classification {
  const underWorksLaw = facts.kind === 'works' || facts.partOfWorks;
  const finding = underWorksLaw ? threshold(set, facts) : null;
  const findings = finding ? [finding] : [];
  const publicOwner = facts.owner !== 'private' || facts.fiscalFunds;
  if (finding?.facts.reached === true && publicOwner) {
    return { regime: 'A', mustTender: true, findings };
  }
  if (!underWorksLaw && facts.owner === 'agency' && facts.fiscalFunds) {
    return { regime: 'B', mustTender: false, findings };
  }
  return { regime: facts.owner === 'village' ? 'D' : 'C', mustTender: false, findings };
}

function lotteryAdvice(set: RuleSet, regime: Regime): MethodAdvice {
  const policy = set.settings.lottery[regime];
  const ids =
    policy === 'refused'
      ? ['no-lottery-award', 'gp-no-lottery', 'no-lottery-policy']
      : ['below-lottery-basis', 'county-pool-lottery', 'no-lottery-policy'];
  const rules = ids.flatMap((id) => ruleFor(set, id, regime) ?? []);
  const verdict = policy === 'refused' ? 'refused' : policy;
  return {
    method: 'lottery',
    verdict,
    findings: rules.slice(0, 2).map((rule) => judge(rule, verdict === 'allowed', { regime })),
  };
}

/** Every method with its verdict for a regime, the recommended one first. */
export function methodsFor(set: RuleSet, regime: Regime): readonly MethodAdvice[] {
  const designed = ruleFor(set, 'no-designated-pool', regime);
  const pool: MethodAdvice = {
    method: 'reasonable_low_price',
    verdict: regime === 'A' || regime === 'B' ? 'refused' : 'allowed',
    findings: designed
      ? [judge(designed, regime === 'C' || regime === 'D', { regime, voluntary: true })]
      : [],
  };
  const open: MethodAdvice = { method: 'open_tender', verdict: 'allowed', findings: [] };
  const asked = ['invite-min-3', 'gp-random-invite', 'below-invite-min-3'].flatMap(
    (id) => ruleFor(set, id, regime) ?? [],
  );
  const invited: MethodAdvice = {
    method: 'invited_tender',
    verdict: regime === 'A' ? 'needs-basis' : 'allowed',
    findings: asked.map((rule) => judge(rule, true, { regime })),
  };
  return [open, invited, pool, lotteryAdvice(set, regime)];
}

/** A tenderer's similar project of the last twelve months. */
export interface SimilarProject {
  readonly code: string;
  readonly estimate: Fen;
  /** Counted instead of the estimate where a rule set's threshold is one of the total investment. */
  readonly totalInvestment: Fen;
}

/** The part of a project that must be tendered which its lots leave out: it would be let without a tender. */
function leftOut(rule: Rule, set: RuleSet, facts: ProjectFacts, limit: number): Finding | null {
  const { estimate, inLots = estimate } = facts;
  if (inLots >= estimate || !classify(set, facts).mustTender) return null;
  return judge(rule, false, { total: estimate, threshold: limit, leftOut: estimate - inLots });
}

/**
 * Raises the splitting alert when similar small projects together reach the threshold, or when the lots of a project that
 * reaches it leave a part out (Tendering Law art. 4).
 */
export function splittingAlert(
  set: RuleSet,
  facts: ProjectFacts,
  similar: readonly SimilarProject[],
): Finding | null {
  const rule = set.rules.get('no-split-evasion');
  const limit = thresholdOf(set, facts.kind);
  if (!rule || !limit) return null;
  const amount = (one: Pick<ProjectFacts, 'estimate' | 'totalInvestment'>): number =>
    limit.byInvestment ? one.totalInvestment : one.estimate;
  if (amount(facts) >= limit.value) return leftOut(rule, set, facts, limit.value);
  if (similar.length === 0) return null;
  const total = similar.reduce<number>((sum, one) => sum + amount(one), amount(facts));
  if (total < limit.value) return null;
  return judge(rule, false, {
    total,
    threshold: limit.value,
    projects: similar.map((one) => one.code).join(', '),
  });
}
