import { Injectable } from '@nestjs/common';
import { readFileSync } from 'node:fs';
import { readRuleSet, SHIPPED_RULE_SETS, type RuleSet } from '@core/rules';
import { Config } from './config/config';

/** The rule sets of this installation: those that ship, and the county's own file if it has one. */
@Injectable()
export class RuleSets {
  readonly all: readonly RuleSet[];
  /** The set that new projects and tenders come under. */
  readonly current: RuleSet;

  constructor(config: Config) {
    const { RULE_SET, RULE_SET_FILE } = config.settings;
    this.all =
      RULE_SET_FILE === '' ? SHIPPED_RULE_SETS : [...SHIPPED_RULE_SETS, own(RULE_SET_FILE)];
    this.current = this.get(RULE_SET);
  }

  /** The set with this id; throws when the installation does not have it. */
  get(id: string): RuleSet {
    const found = this.all.find((set) => set.id === id);
    if (!found)
      throw new Error(`no rule set ${id}; there are ${this.all.map((set) => set.id).join(', ')}`);
    return found;
  }
}

function own(path: string): RuleSet {
  const read = readRuleSet(JSON.parse(readFileSync(path, 'utf8')), SHIPPED_RULE_SETS);
  if (!read.ok)
    throw new Error(`RULE_SET_FILE is malformed at ${String(read.refusal.params?.where)}`);
  return read.value;
}
