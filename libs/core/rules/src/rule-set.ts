import { accept, refuse, taggedHashHex, type Refusal, type Result } from '@core/kernel';
import { apartFault } from './award-apart';

/** A: works that must be tendered by law · B: government procurement · C: below the threshold · D: villages. */
export const REGIMES = ['A', 'B', 'C', 'D'] as const;
export type Regime = (typeof REGIMES)[number];

/** What a violated rule does: stops the command, is shown, or only informs. */
export const SEVERITIES = ['block', 'warn', 'info'] as const;
export type Severity = (typeof SEVERITIES)[number];

/** How far the wording was checked against the statute; everything but `checked` is said on screen. */
export const RULE_STATUSES = ['checked', 'partial', 'secondary', 'unverified', 'design'] as const;
export type RuleStatus = (typeof RULE_STATUSES)[number];

export const RULE_UNITS = [
  'day',
  'workday',
  'hour',
  'minute',
  'month',
  'year',
  'percent',
  'fen',
  'person',
  'count',
] as const;
export type RuleUnit = (typeof RULE_UNITS)[number];

/** One limit of law or policy: a number with its unit, where it is written, and what it says. */
export interface Rule {
  readonly id: string;
  readonly regimes: readonly Regime[];
  /** The place whose rule it is; null: the whole country. Applies where a set adopts the place. */
  readonly locality: string | null;
  readonly severity: Severity;
  readonly value: number | null;
  readonly unit: RuleUnit | null;
  /** First and last legal date (`YYYY-MM-DD`) on which the rule applies; null: open. */
  readonly from: string | null;
  readonly to: string | null;
  readonly citation: string;
  readonly quote: string;
  readonly zh: string;
  readonly en: string;
  readonly status: RuleStatus;
}

export const LOTTERY_POLICIES = ['refused', 'needs-basis', 'allowed'] as const;
export type LotteryPolicy = (typeof LOTTERY_POLICIES)[number];

/** What varies between rule sets without being a limit with a number. */
export interface RuleSettings {
  /** Which sum is held against the threshold: the contract's estimate or the total investment. */
  readonly belowThresholdOf: 'contract' | 'investment';
  readonly signUpBeforeDocuments: boolean;
  readonly legalRepresentativeAttends: boolean;
  readonly lottery: Readonly<Record<Regime, LotteryPolicy>>;
}

/** The rule a set must have to ask for something: nothing is demanded without its citation. */
export const SIGN_UP_FIRST = 'county-sign-up-first';
/** The same for the legal representative at the opening. */
export const LEGAL_REPRESENTATIVE = 'county-legal-rep';

/** The same for holding the total investment against a threshold. */
export const COUNTY_THRESHOLD = 'county-threshold-500';

interface Bilingual {
  readonly zh: string;
  readonly en: string;
}

/** A versioned set of rules. A tender keeps the id and hash of the set it was published under. */
export interface RuleSet {
  readonly id: string;
  readonly version: number;
  readonly title: Bilingual;
  /** A standing notice, such as that the set is historical policy. */
  readonly notice: Bilingual | null;
  readonly settings: RuleSettings;
  /** Places whose local rules apply besides the national ones. */
  readonly localities: readonly string[];
  readonly rules: ReadonlyMap<string, Rule>;
  /** SHA-256 over the canonical content, base included. */
  readonly hash: string;
}

/** A rule set in full, its base included, as it is kept: what its hash is taken over. */
export interface WholeRuleSet extends Omit<RuleSet, 'rules' | 'hash'> {
  readonly rules: readonly Rule[];
}

/** The set with this content, under the hash of exactly this content. Nothing is checked: it was when the set came into use. */
export function ruleSetOf({ rules, ...head }: WholeRuleSet): RuleSet {
  const hash = taggedHashHex('sunlit/rules', { ...head, rules: [...rules] });
  return { ...head, rules: new Map(rules.map((rule) => [rule.id, rule])), hash };
}

/** Everything in a set that its hash is taken over; {@link ruleSetOf} makes the same set of it. */
export function wholeOf({ rules, hash: _, ...head }: RuleSet): WholeRuleSet {
  return { ...head, rules: [...rules.values()] };
}

/** Why a file is not a rule set: the first place that is wrong. */
export type RuleSetRefusal = Refusal<'rules.malformed'>;

class Fault extends Error {}

type Json = Readonly<Record<string, unknown>>;

/** Nothing a reader might believe to have an effect stands in a set without one: an unknown key is a fault, with its path. */
function onlyKeys(json: Json, keys: readonly string[], where: string): Json {
  const odd = Object.keys(json).find((key) => !keys.includes(key));
  if (odd !== undefined) throw new Fault(`${where === '' ? '' : `${where}.`}${odd}: unknown key`);
  return json;
}

const FILE_KEYS = [
  'format',
  'id',
  'version',
  'title',
  'base',
  'notice',
  'settings',
  'localities',
  'rules',
];
const RULE_KEYS = [
  'id',
  'regimes',
  'locality',
  'severity',
  'value',
  'unit',
  'from',
  'to',
  'citation',
  'quote',
  'zh',
  'en',
  'status',
];
const SETTING_KEYS = [
  'belowThresholdOf',
  'signUpBeforeDocuments',
  'legalRepresentativeAttends',
  'lottery',
];

function object(value: unknown, where: string): Json {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) throw new Fault(where);
  return value as Json;
}

function text(value: unknown, where: string): string {
  if (typeof value !== 'string') throw new Fault(where);
  return value;
}

function said(value: unknown, where: string): string {
  const found = text(value, where);
  if (found.trim() === '') throw new Fault(`${where}: empty`);
  return found;
}

function word<T extends string>(value: unknown, words: readonly T[], where: string): T {
  const found = words.find((candidate) => candidate === value);
  if (found === undefined) throw new Fault(where);
  return found;
}

function date(value: unknown, where: string): string | null {
  if (value === null) return null;
  const found = text(value, where);
  const at = new Date(`${found}T00:00:00.000Z`);
  const isDate = !Number.isNaN(at.getTime()) && at.toISOString().slice(0, 10) === found;
  if (!isDate) throw new Fault(where);
  return found;
}

/** The number of a limit with its unit: both or neither, never below nothing. */
function readLimit(json: Json, where: string, id: string): Pick<Rule, 'value' | 'unit'> {
  const { value } = json;
  const unit = json.unit === null ? null : word(json.unit, RULE_UNITS, `${where}.unit`);
  if (value === null && unit === null) return { value, unit };
  if (value === null) throw new Fault(`${where}.value: ${id} has a unit and no value`);
  if (!Number.isSafeInteger(value)) throw new Fault(`${where}.value`);
  if (unit === null) throw new Fault(`${where}.unit: ${id} has a value and no unit`);
  if (Number(value) < 0) throw new Fault(`${where}.value: ${id} is below zero`);
  return { value: Number(value), unit };
}

/** A limit of the base stays one: a set may give it another number, and not take the number away. */
function keepLimits(own: readonly Rule[], base: RuleSet | undefined): void {
  const lost = own.findIndex(
    ({ id, value }) => value === null && base?.rules.get(id)?.value != null,
  );
  const rule = own[lost];
  if (rule) throw new Fault(`rules[${lost}].value: ${rule.id} has a limit in ${base?.id ?? ''}`);
}

/** The id of a set: its own, and short enough to be kept with every tender. */
function readId(raw: unknown, bases: readonly RuleSet[]): string {
  const id = text(raw, 'id');
  if (!/^[a-z0-9-]{3,30}$/.test(id)) throw new Fault('id');
  if (bases.some((one) => one.id === id)) throw new Fault(`id: ${id} ships with the platform`);
  return id;
}

function readRule(raw: unknown, where: string): Rule {
  const json = onlyKeys(object(raw, where), RULE_KEYS, where);
  const at = (key: string): string => `${where}.${key}`;
  const id = text(json.id, at('id'));
  if (!/^[a-z0-9-]{3,60}$/.test(id)) throw new Fault(at('id'));
  const regimes = json.regimes;
  if (!Array.isArray(regimes)) throw new Fault(at('regimes'));
  if (regimes.length === 0) throw new Fault(`${at('regimes')}: ${id} applies to none`);
  const [from, to] = [date(json.from, at('from')), date(json.to, at('to'))];
  if (from !== null && to !== null && to < from) throw new Fault(at('to'));
  return {
    id,
    regimes: regimes.map((regime) => word(regime, REGIMES, at('regimes'))),
    locality: json.locality === undefined ? null : text(json.locality, at('locality')),
    severity: word(json.severity, SEVERITIES, at('severity')),
    ...readLimit(json, where, id),
    from,
    to,
    citation: said(json.citation, at('citation')),
    quote: text(json.quote, at('quote')),
    zh: said(json.zh, at('zh')),
    en: said(json.en, at('en')),
    status: word(json.status, RULE_STATUSES, at('status')),
  };
}

function readSettings(raw: unknown): RuleSettings {
  const json = onlyKeys(object(raw, 'settings'), SETTING_KEYS, 'settings');
  const lottery = onlyKeys(object(json.lottery, 'settings.lottery'), REGIMES, 'settings.lottery');
  const flag = (key: string): boolean => {
    const value = json[key];
    if (typeof value !== 'boolean') throw new Fault(`settings.${key}`);
    return value;
  };
  const policy = (regime: Regime): LotteryPolicy =>
    word(lottery[regime], LOTTERY_POLICIES, `settings.lottery.${regime}`);
  return {
    belowThresholdOf: word(
      json.belowThresholdOf,
      ['contract', 'investment'] as const,
      'settings.belowThresholdOf',
    ),
    signUpBeforeDocuments: flag('signUpBeforeDocuments'),
    legalRepresentativeAttends: flag('legalRepresentativeAttends'),
    lottery: { A: policy('A'), B: policy('B'), C: policy('C'), D: policy('D') },
  };
}

function isSum(rule: Rule | undefined): boolean {
  return rule?.value != null && rule.unit === 'fen' && rule.regimes.includes('A');
}

/** Settings that demand something stand on a rule of the set: a refusal names it. */
function requireGrounds(settings: RuleSettings, rules: ReadonlyMap<string, Rule>): void {
  if (settings.signUpBeforeDocuments && !rules.has(SIGN_UP_FIRST)) {
    throw new Fault(`settings.signUpBeforeDocuments: no rule ${SIGN_UP_FIRST}`);
  }
  if (settings.legalRepresentativeAttends && !rules.has(LEGAL_REPRESENTATIVE)) {
    throw new Fault(`settings.legalRepresentativeAttends: no rule ${LEGAL_REPRESENTATIVE}`);
  }
  if (settings.belowThresholdOf === 'investment' && !isSum(rules.get(COUNTY_THRESHOLD))) {
    throw new Fault(`settings.belowThresholdOf: no rule ${COUNTY_THRESHOLD} with a sum for A`);
  }
  const apart = apartFault(rules);
  if (apart !== null) throw new Fault(apart);
}

function bilingual(raw: unknown, where: string): Bilingual {
  const json = onlyKeys(object(raw, where), ['zh', 'en'], where);
  return { zh: text(json.zh, `${where}.zh`), en: text(json.en, `${where}.en`) };
}

function readLocalities(raw: unknown, base: RuleSet | undefined): readonly string[] {
  if (raw === undefined) return base?.localities ?? [];
  if (!Array.isArray(raw)) throw new Fault('localities');
  return raw.map((one) => text(one, 'localities'));
}

/**
 * Reads a rule set (format `sunlit-rules-1`). A set with a `base` takes over every rule of the base that it does
 * not state itself. Refuses anything that is not exactly of the form, a key it does not know included, naming the place.
 */
export function readRuleSet(
  raw: unknown,
  bases: readonly RuleSet[] = [],
): Result<RuleSet, RuleSetRefusal> {
  try {
    const json = onlyKeys(object(raw, 'file'), FILE_KEYS, '');
    if (json.format !== 'sunlit-rules-1') throw new Fault('format');
    const baseId = json.base === null ? null : text(json.base, 'base');
    const base = bases.find((candidate) => candidate.id === baseId);
    if (baseId !== null && !base) throw new Fault('base');
    const list = json.rules;
    if (!Array.isArray(list)) throw new Fault('rules');
    const own = list.map((rule, index) => readRule(rule, `rules[${index}]`));
    if (new Set(own.map((rule) => rule.id)).size !== own.length)
      throw new Fault('rules: an id twice');
    keepLimits(own, base);
    const rules = new Map(base?.rules ?? []);
    for (const rule of own) rules.set(rule.id, rule);
    const { version } = json;
    if (!Number.isSafeInteger(version)) throw new Fault('version');
    const content = {
      id: readId(json.id, bases),
      version: version as number,
      title: bilingual(json.title, 'title'),
      notice: json.notice === null ? null : bilingual(json.notice, 'notice'),
      settings: readSettings(json.settings),
      localities: readLocalities(json.localities, base),
    };
    requireGrounds(content.settings, rules);
    return accept(ruleSetOf({ ...content, rules: [...rules.values()] }));
  } catch (fault) {
    if (fault instanceof Fault) return refuse('rules.malformed', { where: fault.message });
    throw fault;
  }
}
