import { fraction, type Fraction } from '@core/kernel';
import {
  blocking,
  judge,
  ruleFor,
  type Finding,
  type LegalDate,
  type ProjectKind,
  type Regime,
  type RuleSet,
} from '@core/rules';
import { formulaOf } from '../formulas/index';
import type { PriceFormula } from '../scoring/method';

/** What is held against the law: a formula, alone or as the price part of comprehensive scoring. */
export interface MethodUse {
  readonly formula: string;
  readonly procedure: 'price-alone' | 'comprehensive-scoring' | 'two-envelopes';
  /** Points of the price, of 100; null where the price alone decides. */
  readonly priceWeight: Fraction | null;
  /** Whether a draw decides between equal bids. */
  readonly tieByDraw: boolean;
  readonly kind: ProjectKind;
}

/** Whether a method may be used, and the rules that say so. */
export interface Lawfulness {
  readonly verdict: 'allowed' | 'refused';
  readonly findings: readonly Finding[];
}

const PRICE_WEIGHT: Readonly<Record<ProjectKind, string>> = {
  goods: 'gp-price-weight',
  services: 'gp-price-weight-service',
  works: 'gp-price-weight',
};

/** The rules by which bids may be drawn: a plan is stated by its nature, so what it draws is. */
function drawRulesOf(formula: PriceFormula | null, tieByDraw: boolean): readonly string[] {
  return [
    ...(formula?.sample ? ['sample-draw-stated'] : []),
    ...(tieByDraw ? ['tie-draw-stated', 'gp-tie-random'] : []),
  ];
}

/**
 * Holds a method against a rule set and regime, on a legal date (`YYYY-MM-DD`). Government
 * procurement (B) admits the lowest-price-first score alone, without trimming, with a least weight of the price (Order 87 art. 55);
 * works that must be tendered (A) have two main methods (Order 12 art. 29) with weights in the documents (art. 35). A sample
 * of the bids, and a draw between equal ones, are lawful where the documents state them (Implementing Regulations art. 49), the
 * former not in B; the latter in B even where they say nothing (Order 87 art. 68).
 */
export function lawfulnessOf(
  set: RuleSet,
  regime: Regime,
  use: MethodUse,
  on: LegalDate,
): Lawfulness {
  const formula = formulaOf(use.formula);
  const findings: Finding[] = [];
  const hold = (id: string, holds: boolean, facts: Finding['facts']): void => {
    const rule = ruleFor(set, id, regime, on);
    if (rule) findings.push(judge(rule, holds, facts));
  };
  const { formula: id, procedure, priceWeight, tieByDraw } = use;
  const meanValue = formula?.meanValue ?? true;
  const trims = formula?.trims ?? true;
  hold('gp-lowprice-formula', !meanValue && !trims, { formula: id, meanValue, trims });
  if (procedure === 'comprehensive-scoring' && priceWeight) {
    const rule = ruleFor(set, PRICE_WEIGHT[use.kind], regime, on);
    if (rule?.value !== null && rule?.value !== undefined) {
      const holds = priceWeight.compare(fraction(rule.value)) >= 0;
      findings.push(judge(rule, holds, { weight: priceWeight.toString(), least: rule.value }));
    }
    hold('weights-in-docs', true, { weight: priceWeight.toString() });
  }
  for (const rule of drawRulesOf(formula, tieByDraw)) hold(rule, true, { formula: id });
  hold('eval-method-two', true, { formula: id, procedure });
  return { verdict: blocking(findings).length > 0 ? 'refused' : 'allowed', findings };
}
