import { readRuleSet, type RuleSet } from './rule-set';
import county2013 from './sets/county-2013.json';
import { NATIONAL_2024_FILE } from './sets/national-2024/index';

function read(raw: unknown, bases: readonly RuleSet[]): RuleSet {
  const set = readRuleSet(raw, bases);
  if (!set.ok) throw new Error(`a shipped rule set is malformed: ${JSON.stringify(set.refusal)}`);
  return set.value;
}

/** Today's statutes. */
export const NATIONAL_2024: RuleSet = read(NATIONAL_2024_FILE, []);

/** The county policy of 2013, kept as historical policy with a standing notice. */
export const COUNTY_2013: RuleSet = read(county2013, [NATIONAL_2024]);

/** The rule sets that ship, the default first. */
export const SHIPPED_RULE_SETS: readonly RuleSet[] = [NATIONAL_2024, COUNTY_2013];
