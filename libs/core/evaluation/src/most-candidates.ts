import { ruleFor, type UnderLaw } from '@core/rules';

/**
 * How many candidates a report recommends at most, ranked (Implementing Regulations art. 53), by the set a tender stands under;
 * infinite where no rule limits them.
 */
export function mostCandidates({ set, regime, on }: UnderLaw): number {
  return ruleFor(set, 'candidate-max-3', regime, on)?.value ?? Number.POSITIVE_INFINITY;
}
