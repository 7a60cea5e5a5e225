import { AWARD_APART, ruleFor, type UnderLaw } from '@core/rules';
import type { EvaluationPlan } from './plan/plan';

/**
 * How many candidates a report recommends at most, by the set a tender stands under: ranked (Implementing Regulations art. 53),
 * or, where its plan leaves the award to the tenderer's committee, as many as the local document says. Infinite where no rule
 * limits them.
 */
export function mostCandidates(
  { set, regime, on }: UnderLaw,
  plan: Pick<EvaluationPlan, 'apart'> | null = null,
): number {
  const local = plan?.apart === true ? ruleFor(set, AWARD_APART, regime, on) : null;
  const rule = local ?? ruleFor(set, 'candidate-max-3', regime, on);
  return rule?.value ?? Number.POSITIVE_INFINITY;
}
