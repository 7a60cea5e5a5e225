import type { Fen } from '@core/kernel';
import type { LegalDate } from './calendar';
import { judge, limitOf, ruleFor, type Finding } from './finding';
import type { Regime, RuleSet } from './rule-set';

/** How an evaluation panel is made up. */
export interface PanelSize {
  readonly total: number;
  /** Representatives of the tenderer among them. */
  readonly tenderer: number;
  /** What the procurement is estimated at: panels of government procurement grow with it (Order 87 art. 47). */
  readonly estimate?: Fen;
}

/** Holds a panel's make-up against the law: odd, at least five, two thirds experts (Tendering Law art. 37). */
export function checkPanelSize(
  set: RuleSet,
  regime: Regime,
  size: PanelSize,
  on: LegalDate,
): readonly Finding[] {
  const from = limitOf(set, ['gp-committee-large-budget'], regime, on);
  const isLarge = from !== null && size.estimate !== undefined && size.estimate >= from.value;
  const least = isLarge
    ? ['gp-committee-large']
    : ['committee-size', 'gp-committee-5-7', 'below-panel-5'];
  const limit = limitOf(set, least, regime, on);
  if (!limit) return [];
  const experts = size.total - size.tenderer;
  const bigEnough = size.total >= limit.value && size.total % 2 === 1;
  const share = experts * 3 >= size.total * 2;
  const ratio = ruleFor(set, 'committee-expert-ratio', regime, on) ?? limit.rule;
  return [
    judge(limit.rule, bigEnough, { total: size.total, minimum: limit.value }),
    judge(ratio, share, { experts, total: size.total }),
  ];
}
