import { mostCandidates } from '@core/evaluation';
import { hexOf, literal, nullable, parseProtocolTime, struct, text, whole } from '@core/kernel';
import type { LoggedRecord } from '@core/ledger';
import { legalDate, NATIONAL_2024, SHIPPED_RULE_SETS } from '@core/rules';
import { bodyOf } from './bid-steps';
import { BundleFault } from './bundle';

const LAW = struct(
  {},
  {
    method: text(),
    candidates: nullable(whole(1, 999)),
    plan: nullable(struct({}, { apart: literal(true) })),
    regime: literal('A', 'B', 'C', 'D'),
    ruleSet: text(),
    ruleSetHash: hexOf(32),
  },
);

/** Whether a notice says that candidates are not ranked and a committee decides (评定分离). */
export function isNoticedApart(notice: LoggedRecord): boolean {
  return bodyOf('evaluation', LAW, notice).plan?.apart === true;
}

/**
 * How many candidates a tender's report recommends at most: what its notice says, by the rule set it stands under. A set
 * this verifier knows must say the same; notices from before the number was written are read by the set they name, or by
 * the national one where it is unknown. None for a framework: how many it admits follows from terms of its own, so that a tie at
 * the cut is not judged here.
 */
export function placesOf(notice: LoggedRecord): number {
  const law = bodyOf('evaluation', LAW, notice);
  if (law.method === 'framework_agreement') return 0;
  const { candidates, plan = null, regime = 'A', ruleSet, ruleSetHash } = law;
  const on = legalDate(parseProtocolTime(notice.record.at) ?? 0);
  const known = SHIPPED_RULE_SETS.find(({ hash }) => hash === ruleSetHash);
  if (candidates === undefined) {
    const named = known ?? SHIPPED_RULE_SETS.find(({ id }) => id === ruleSet) ?? NATIONAL_2024;
    return mostCandidates({ set: named, regime, on });
  }
  const said = candidates ?? Number.POSITIVE_INFINITY;
  if (known && mostCandidates({ set: known, regime, on }, plan) !== said) {
    throw new BundleFault('evaluation', 'candidates_of_another_law', { candidates });
  }
  return said;
}
