import { accept, fen, parseInstant, refuse, type Instant, type Result } from '@core/kernel';
import {
  assess,
  atBeijing,
  CALENDAR,
  EXEMPTION_GROUNDS,
  OWNER_KINDS,
  periodOf,
  PROJECT_KINDS,
  type Exemption,
  type Finding,
  type ProjectFacts,
  type RuleSet,
  type Stop,
} from '@core/rules';

/** What a command prints; plain data. */
export type Printed = Readonly<Record<string, unknown>>;

/** `2026-01-16` (its noon in Beijing) or an RFC 3339 instant in UTC. */
export function momentOf(text: string): Instant | null {
  return /^\d{4}-\d{2}-\d{2}$/.test(text) ? valid(atBeijing(text, '12:00')) : parseInstant(text);
}

function valid(instant: Instant): Instant | null {
  return Number.isNaN(instant) ? null : instant;
}

/** `2026-03-04..2026-03-06`, several separated by commas: days on which the clock stood still. */
export function stopsOf(text: string | undefined): readonly Stop[] | null {
  if (text === undefined) return [];
  const stops = text.split(',').map((one) => {
    const match = /^(\d{4}-\d{2}-\d{2})\.\.(\d{4}-\d{2}-\d{2})$/.exec(one.trim());
    const [, from, to] = match ?? [];
    return from !== undefined && to !== undefined && from <= to ? { from, to } : null;
  });
  return stops.every((stop) => stop !== null) ? stops : null;
}

/** The last day of a rule's period that began at `from`. */
export function deadline(
  set: RuleSet,
  asked: { readonly rule: string; readonly from: string; readonly stops?: string | undefined },
): Result<Printed> {
  const rule = set.rules.get(asked.rule);
  if (!rule) return refuse('rules.unknown', { rule: asked.rule });
  const from = momentOf(asked.from);
  const stops = stopsOf(asked.stops);
  if (from === null || stops === null) return refuse('arguments.date', { from: asked.from });
  const end = periodOf(CALENDAR, rule, from, stops);
  if (!end.ok) return end;
  const { value, unit, citation, quote, zh, en, status, locality } = rule;
  return accept({
    lastDay: end.value.lastDay,
    until: new Date(end.value.until).toISOString(),
    from: asked.from,
    ruleId: rule.id,
    value,
    unit,
    citation,
    quote,
    zh,
    en,
    status,
    locality,
    ruleSet: set.id,
    calendar: CALENDAR.id,
  });
}

function yuan(value: unknown): number | null {
  const text = typeof value === 'number' ? value.toFixed(2) : value;
  if (typeof text !== 'string' || !/^\d{1,13}(\.\d{1,2})?$/.test(text)) return null;
  const [whole = '', part = ''] = text.split('.');
  return Number(`${whole}${part.padEnd(2, '0')}`);
}

/** A sum that may be left out: absent, in fen, or malformed (null). */
function optionalYuan(value: unknown): number | undefined | null {
  return value === undefined ? undefined : yuan(value);
}

/** An exemption that may be left out: its ground and, in words, what shows it. */
function exemptionOf(value: unknown): Exemption | undefined | null {
  if (value === undefined) return undefined;
  if (typeof value !== 'object' || value === null) return null;
  const { ground: named, evidence = '' } = value as Readonly<Record<string, unknown>>;
  const ground = EXEMPTION_GROUNDS.find((one) => one === named);
  return ground && typeof evidence === 'string' ? { ground, evidence } : null;
}

function malformed(field: string, allowed?: readonly string[]): Result<never> {
  const named = allowed === undefined ? { field } : { field, allowed: allowed.join(', ') };
  return refuse('project.malformed', named);
}

/**
 * Reads the facts of a project: `kind`, `owner`, `partOfWorks`, `fiscalFunds`, `inCatalogue`, `budgetFundsYuan`, `estimateYuan`,
 * `togetherYuan`, `totalInvestmentYuan` (the estimate when left out), `exemption`. Refuses naming the field.
 */
export function factsOf(raw: unknown): Result<ProjectFacts> {
  if (typeof raw !== 'object' || raw === null) return malformed('');
  const json = raw as Readonly<Record<string, unknown>>;
  const kind = PROJECT_KINDS.find((one) => one === json.kind);
  const owner = OWNER_KINDS.find((one) => one === json.owner);
  const estimate = yuan(json.estimateYuan);
  const investment = yuan(json.totalInvestmentYuan ?? json.estimateYuan);
  const budgetFunds = optionalYuan(json.budgetFundsYuan);
  const together = optionalYuan(json.togetherYuan);
  const exemption = exemptionOf(json.exemption);
  if (!kind) return malformed('kind', PROJECT_KINDS);
  if (!owner) return malformed('owner', OWNER_KINDS);
  if (estimate === null) return malformed('estimateYuan');
  if (investment === null) return malformed('totalInvestmentYuan');
  if (budgetFunds === null) return malformed('budgetFundsYuan');
  if (together === null) return malformed('togetherYuan');
  if (exemption === null) return malformed('exemption.ground', EXEMPTION_GROUNDS);
  return accept({
    kind,
    owner,
    partOfWorks: json.partOfWorks === undefined ? kind === 'works' : json.partOfWorks === true,
    fiscalFunds: json.fiscalFunds === true,
    inCatalogue: json.inCatalogue === true,
    estimate: fen(estimate),
    totalInvestment: fen(investment),
    ...(budgetFunds === undefined ? {} : { budgetFunds: fen(budgetFunds) }),
    ...(together === undefined ? {} : { together: fen(together) }),
    ...(exemption === undefined ? {} : { exemption }),
  });
}

function cited({ ruleId, outcome, severity, facts, citation, quote, status }: Finding): Printed {
  return { ruleId, outcome, severity, facts, citation, quote, status };
}

/** Everything the law says of a project: regime, methods, earliest timetable, panel, each with its citations. */
export function assessment(set: RuleSet, raw: unknown, at: Instant): Result<Printed> {
  const facts = factsOf(raw);
  if (!facts.ok) return facts;
  const found = assess(set, facts.value, at, CALENDAR);
  if (!found.ok) return found;
  const { regime, mustTender, findings, methods, earliest, earliestFindings, panel } = found.value;
  const times = Object.entries(earliest).map(([key, instant]) => [
    key,
    new Date(instant as Instant).toISOString(),
  ]);
  return accept({
    ruleSet: set.id,
    calendar: CALENDAR.id,
    regime,
    mustTender,
    findings: findings.map(cited),
    methods: methods.map((one) => ({ ...one, findings: one.findings.map(cited) })),
    earliestTimetable: Object.fromEntries(times) as Printed,
    timetableFindings: earliestFindings.map(cited),
    panel: { ...panel, findings: panel.findings.map(cited) },
  });
}
