import type { LawBasis } from '@core/kernel';
import type { LegalDate } from './calendar';
import type { Regime, Rule, RuleSet, Severity, RuleStatus } from './rule-set';

/** A fact a rule was held against. */
export type Fact = string | number | boolean;

/**
 * A rule held against facts: shown to the user, kept in the ledger, compared in tests. `violated` stops a command
 * only where `severity` is `block`.
 */
export interface Finding {
  readonly ruleId: string;
  readonly outcome: 'satisfied' | 'violated';
  readonly severity: Severity;
  readonly facts: Readonly<Record<string, Fact>>;
  readonly citation: string;
  readonly quote: string;
  readonly zh: string;
  readonly en: string;
  readonly status: RuleStatus;
}

/** The rule with this id, if it applies in the set's places on that legal date (`YYYY-MM-DD`), whatever the regime. */
export function ruleOn(set: RuleSet, id: string, on: LegalDate): Rule | null {
  const rule = set.rules.get(id);
  if (!rule) return null;
  if (rule.locality !== null && !set.localities.includes(rule.locality)) return null;
  if (rule.from !== null && on < rule.from) return null;
  if (rule.to !== null && on > rule.to) return null;
  return rule;
}

/** The rule with this id, if it applies to the regime, in the set's places, on that legal date (`YYYY-MM-DD`). */
export function ruleFor(set: RuleSet, id: string, regime: Regime, on: LegalDate): Rule | null {
  const rule = ruleOn(set, id, on);
  return rule?.regimes.includes(regime) ? rule : null;
}

/** The number of the first of these rules that applies on that legal date, with the rule. */
export function limitOf(
  set: RuleSet,
  ids: readonly string[],
  regime: Regime,
  on: LegalDate,
): { readonly rule: Rule; readonly value: number } | null {
  for (const id of ids) {
    const rule = ruleFor(set, id, regime, on);
    if (rule?.value !== null && rule?.value !== undefined) return { rule, value: rule.value };
  }
  return null;
}

/** Holds a rule against facts. */
export function judge(rule: Rule, holds: boolean, facts: Readonly<Record<string, Fact>>): Finding {
  const { id, severity, citation, quote, zh, en, status } = rule;
  return {
    ruleId: id,
    outcome: holds ? 'satisfied' : 'violated',
    severity,
    facts,
    citation,
    quote,
    zh,
    en,
    status,
  };
}

/** The findings that stop a command. */
export function blocking(findings: readonly Finding[]): readonly Finding[] {
  return findings.filter((one) => one.outcome === 'violated' && one.severity === 'block');
}

/** The law behind a refusal, from a rule or a finding. */
export function lawOf(from: Finding | Rule): LawBasis {
  return { ruleId: 'ruleId' in from ? from.ruleId : from.id, citation: from.citation };
}

/** What the log keeps of a finding: the rule, the outcome and the facts; the rule set's hash beside it says the rest. */
export function findingBody({ ruleId, outcome, facts }: Finding): {
  readonly rule: string;
  readonly outcome: Finding['outcome'];
  readonly facts: Readonly<Record<string, string>>;
} {
  const said = Object.entries(facts).map(([name, fact]) => [name, String(fact)] as const);
  return { rule: ruleId, outcome, facts: Object.fromEntries(said) };
}
