import { fen, type Fen } from '@core/kernel';
import { judge, limitOf, type Finding } from './finding';
import type { Regime, RuleSet } from './rule-set';
import type { LegalDate } from './calendar';
import type { ProjectKind } from './project-facts';

/** The highest bid security a tender may ask for: a share of the estimate, for works also an absolute cap. */
export function highestBidBond(
  set: RuleSet,
  regime: Regime,
  kind: ProjectKind,
  estimate: Fen,
  on: LegalDate,
): Fen {
  const share = limitOf(set, ['bid-bond-max-2pct', 'gp-bond-2pct', 'below-bond-2pct'], regime, on);
  const cap = kind === 'works' ? limitOf(set, ['c30-bond-80wan'], regime, on) : null;
  const byShare = Math.floor((estimate * (share?.value ?? 2)) / 100);
  return fen(cap ? Math.min(byShare, cap.value) : byShare);
}

/** Holds a bid security against its cap. */
export function checkBidBond(
  set: RuleSet,
  regime: Regime,
  kind: ProjectKind,
  sums: { readonly bond: Fen; readonly estimate: Fen },
  on: LegalDate,
): readonly Finding[] {
  const share = limitOf(set, ['bid-bond-max-2pct', 'gp-bond-2pct', 'below-bond-2pct'], regime, on);
  if (!share) return [];
  const highest = highestBidBond(set, regime, kind, sums.estimate, on);
  return [judge(share.rule, sums.bond <= highest, { bond: sums.bond, highest })];
}
