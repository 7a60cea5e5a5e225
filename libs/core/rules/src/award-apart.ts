/** As much of a rule as is looked at here. */
interface Limit {
  readonly regimes: readonly string[];
  readonly value: number | null;
  readonly unit: string | null;
  readonly to: string | null;
}

/**
 * The rule of a county's own set by which a panel recommends without ranks and the tenderer's committee decides (评定分离):
 * its citation names the local document, its value how many are recommended at most. No set that ships has it, for the law
 * wants ranked candidates and the first of them (Implementing Regulations art. 53, 55).
 */
export const AWARD_APART = 'local-award-apart';
/** The rule of the same document that says how many members a committee has at least. */
export const AWARD_COMMITTEE = 'local-award-committee';

/**
 * What is wrong with a set's rule about deciding apart; null: nothing, or there is none. It says how many are recommended and
 * until when the document holds, and is none for government procurement, where the award follows the order (MoF Order 87 art. 68).
 */
export function apartFault(rules: ReadonlyMap<string, Limit>): string | null {
  const committee = rules.get(AWARD_COMMITTEE);
  const rule = rules.get(AWARD_APART);
  if (!rule) return committee ? `rules: ${AWARD_COMMITTEE} without ${AWARD_APART}` : null;
  if (rule.unit !== 'count' || (rule.value ?? 0) < 1) return `rules: ${AWARD_APART} has no count`;
  if (rule.to === null) return `rules: ${AWARD_APART} does not say until when it holds (to)`;
  if (rule.regimes.includes('B')) return `rules: ${AWARD_APART} cannot apply to regime B`;
  if (committee && (committee.unit !== 'person' || (committee.value ?? 0) < 1)) {
    return `rules: ${AWARD_COMMITTEE} has no number of persons`;
  }
  return null;
}
