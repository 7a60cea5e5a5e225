import { accept, refuse, type Refusal, type Result } from '@core/kernel';
import { limitOf, ruleFor, type UnderLaw } from '@core/rules';
import { frameworkLaw, type FrameworkTerms } from './terms';

/** Why nobody is admitted: too few responses are valid. */
export type AdmissionRefusal = Refusal<'framework.too_few'>;

/**
 * How many of `valid` responses are left out: the rate of the terms, rounded up so that never less than the rate is, and one at
 * least where the rule set says so (Order 110 art. 27: 淘汰比例不得低于…，且至少淘汰一家).
 */
export function eliminatedOf(
  valid: number,
  { eliminationPercent }: Pick<FrameworkTerms, 'eliminationPercent'>,
  { set, regime, on }: UnderLaw,
): number {
  const byRate = Math.ceil((valid * eliminationPercent) / 100);
  const least = ruleFor(set, 'fw-elim-20pct', regime, on) ? 1 : 0;
  return Math.max(byRate, least);
}

/**
 * How many suppliers a package takes: those that are left, no more than the terms let in. Refuses where fewer responses are
 * valid than the law wants (two).
 */
export function admittedOf(
  valid: number,
  terms: Pick<FrameworkTerms, 'eliminationPercent' | 'most'>,
  law: UnderLaw,
): Result<number, AdmissionRefusal> {
  const least = limitOf(law.set, ['fw-min-suppliers-2'], law.regime, law.on)?.value ?? 1;
  if (valid < least) {
    return refuse('framework.too_few', { valid, least }, frameworkLaw(law, 'fw-min-suppliers-2'));
  }
  // A rate so high that nobody were left leaves the first: what was called for is not called in vain.
  const left = Math.max(1, valid - eliminatedOf(valid, terms, law));
  return accept(Math.min(left, terms.most ?? left));
}
