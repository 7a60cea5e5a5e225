import { Injectable } from '@nestjs/common';
import { readFileSync } from 'node:fs';
import type { Instant, LawBasis, Refusal, RefusalParam } from '@core/kernel';
import {
  legalDate,
  readRuleSet,
  refuseByLaw,
  refuseRight,
  RIGHT_GROUNDS,
  SHIPPED_RULE_SETS,
  type LegalCode,
  type Regime,
  type Rule,
  type RuleSet,
  type UnderLaw,
  withGround,
} from '@core/rules';
import type { ErrorCode } from '@contracts';
import { Config } from './config/config';
import { refused, type DomainError } from './domain-error';

/** What stands under a rule set and a regime: a project, a tender. */
export interface Governed {
  readonly ruleSetId: string;
  readonly regime: Regime;
}

/** The law behind a refusal as a reader is told of it: with what it demands, its words, and how far they were checked. */
export type ToldBasis = LawBasis & Partial<Pick<Rule, 'quote' | 'zh' | 'en' | 'status'>>;

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

  /** The law something falls under at an instant. */
  under({ ruleSetId, regime }: Governed, at: Instant): UnderLaw {
    return { set: this.get(ruleSetId), regime, on: legalDate(at) };
  }

  /** A refusal whose reason is law, with its citation in the rule set and regime of what it is about. */
  refusal(
    code: LegalCode & ErrorCode,
    about: Governed,
    at: Instant,
    params?: Readonly<Record<string, RefusalParam>>,
  ): DomainError {
    return refused(refuseByLaw(code, this.under(about, at), params).refusal);
  }

  /** What somebody may not do, with the law that reserves it to others. */
  right(right: keyof typeof RIGHT_GROUNDS, about: Governed, at: Instant): DomainError {
    return refused(refuseRight(right, this.under(about, at)).refusal);
  }

  /** The value of an accepted decision; throws the refusal otherwise, with the law its code stands on. */
  orRefuse<T>(
    result:
      | { readonly ok: true; readonly value: T }
      | { readonly ok: false; readonly refusal: Refusal<ErrorCode> },
    about: Governed,
    at: Instant,
  ): T {
    if (!result.ok) throw refused(withGround(result.refusal, this.under(about, at)));
    return result.value;
  }

  /** A basis with the words of its rule, found by id and citation; alone where no set of this installation has it any more. */
  told(law: LawBasis): ToldBasis {
    for (const { rules } of this.all) {
      const rule = rules.get(law.ruleId);
      if (rule?.citation !== law.citation) continue;
      const { quote, zh, en, status } = rule;
      return { ...law, quote, zh, en, status };
    }
    return law;
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
