import { decimal, type Fen } from '@core/kernel';
import {
  AWARD_APART,
  refuseByLaw,
  ruleFor,
  type Finding,
  type Method,
  type ProjectKind,
  type Regime,
  type RuleSet,
  type UnderLaw,
} from '@core/rules';
import { accept, refuse, type Refusal, type Result } from '@core/kernel';
import { formulaOf } from '../formulas/index';
import { lawfulnessOf } from '../procedures/lawfulness';
import { LOWEST_PRICE_PLAN, type EvaluationPlan, type PlanRefusal } from './plan';

/** What the law says of a plan on a legal date (`YYYY-MM-DD`). */
export function planFindings(
  set: RuleSet,
  regime: Regime,
  kind: ProjectKind,
  plan: EvaluationPlan | null,
  on: string,
): readonly Finding[] {
  const { formula, priceWeight, kind: way, parameters } = plan ?? LOWEST_PRICE_PLAN;
  return lawfulnessOf(
    set,
    regime,
    {
      formula: formula ?? 'lowest-evaluated-price',
      procedure: way === 'comprehensive' ? 'comprehensive-scoring' : 'price-alone',
      priceWeight: priceWeight === null ? null : decimal(priceWeight),
      tieByDraw: parameters.tieBreak === 'draw',
      kind,
    },
    on,
  ).findings;
}

/** Methods nothing is judged in, or prices alone: a lottery; a framework, by price first (Order 110 art. 25). */
const PRICE_ALONE: ReadonlySet<Method> = new Set<Method>(['lottery', 'framework_agreement']);

/**
 * Whether a tender's terms carry its plan: nothing is judged in a lottery, and a formula over the ceiling needs one in
 * every lot.
 */
export function planFitsTender(
  plan: EvaluationPlan | null,
  method: Method,
  ceilings: readonly (Fen | null)[],
): Result<true, PlanRefusal> {
  if (plan === null || plan.kind === 'lowest-price') return accept(true);
  if (PRICE_ALONE.has(method)) return refuse('plan.not_for_method', { method });
  const needsCeiling = formulaOf(plan.formula ?? '')?.needsCeiling ?? false;
  return needsCeiling && ceilings.some((one) => one === null)
    ? refuse('method.ceiling_missing')
    : accept(true);
}

/** Whether the panel of a plan recommends without ranks, and the tenderer's committee decides (评定分离). */
export function isApart(plan: Pick<EvaluationPlan, 'apart'> | null): boolean {
  return plan?.apart === true;
}

/**
 * Whether a plan may leave the award to the tenderer's committee: where the rule set carries a local document for it that holds
 * on that day. The law else wants ranked candidates and the first of them.
 */
export function mayBeApart(
  plan: Pick<EvaluationPlan, 'apart'> | null,
  law: UnderLaw,
): Result<true, Refusal<'plan.apart_without_basis'>> {
  if (!isApart(plan)) return accept(true);
  const basis = ruleFor(law.set, AWARD_APART, law.regime, law.on);
  return basis ? accept(true) : refuseByLaw('plan.apart_without_basis', law);
}
