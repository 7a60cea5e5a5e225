import type { Instant, LawBasis } from '@core/kernel';
import { addMonths, legalDate, NATIONAL_2024, ruleOn } from '@core/rules';
import type { LegalDate, RuleSet, RuleUnit } from '@core/rules';

/** The rule each term of a pool is read from: number, unit and citation are the rule's. */
const TERM_RULES = {
  fieldYears: 'expert-8y-senior',
  term: 'sh-expert-term-1y',
  ageIn: 'sh-expert-age',
  ageOut: 'sh-expert-age-out',
  works: 'sh-expert-perf-3',
  publicity: 'sh-expert-publicity-7d-3d',
  announcement: 'sh-expert-approval-3d',
  specialties: 'sh-expert-max-2-majors',
  review: 'expert-pool-review',
  warnings: 'expert-pool-warnings',
  pause: 'sh-pause',
  pauseNotice: 'expert-pool-pause-notice',
  ban: 'sh-ban-6m',
  bansOut: 'sh-ban-out-1y',
  recusalYears: 'sh-recusal-3y',
} as const;

/** Name of a term. */
export type PoolTermKey = keyof typeof TERM_RULES;

/** The terms of a pool, in the order they are shown. */
export const POOL_TERM_KEYS = Object.keys(TERM_RULES) as readonly PoolTermKey[];

/**
 * Where a term comes from: `law`, a rule that applies here and now; `model`, a rule of another place taken as the default
 * (rules.md §3.C: usable as defaults, no national standard); `own`, the pool's own document.
 */
export const TERM_ORIGINS = ['law', 'model', 'own'] as const;
/** One of {@link TERM_ORIGINS}. */
export type TermOrigin = (typeof TERM_ORIGINS)[number];

/** One term of a pool: a number in `unit`, and where it is written. */
export interface PoolTerm {
  readonly key: PoolTermKey;
  readonly value: number;
  readonly unit: RuleUnit;
  readonly ruleId: string;
  readonly citation: string;
  readonly zh: string;
  readonly en: string;
  readonly origin: TermOrigin;
}

/** Every term of a pool. */
export type ExpertPoolTerms = Readonly<Record<PoolTermKey, PoolTerm>>;

/** Terms a pool set itself, each with the document it stands in. */
export type OwnPoolTerms = Readonly<
  Partial<Record<PoolTermKey, { readonly value: number; readonly citation: string }>>
>;

const MOST = 600;

/**
 * Terms a pool set itself, from a JSON object such as `{"term":{"value":3,"citation":"青政办〔2026〕3号"}}`; empty text sets
 * none. Throws an Error that names the first term that is unknown, out of bounds or without its citation.
 */
export function ownPoolTerms(text: string): OwnPoolTerms {
  const given = (text === '' ? {} : JSON.parse(text)) as Record<string, unknown>;
  for (const [key, raw] of Object.entries(given)) {
    if (!POOL_TERM_KEYS.some((one) => one === key)) throw new Error(`${key}: no such term`);
    const said: { readonly value?: unknown; readonly citation?: unknown } =
      typeof raw === 'object' && raw !== null ? raw : {};
    const { value, citation } = said;
    if (!Number.isInteger(value) || Number(value) < 0 || Number(value) > MOST) {
      throw new Error(`${key}: expected a whole number up to ${MOST}`);
    }
    if (typeof citation !== 'string' || citation.trim() === '') {
      throw new Error(`${key}: expected the citation of the document it stands in`);
    }
  }
  return given;
}

function termOf(
  key: PoolTermKey,
  set: RuleSet,
  on: LegalDate,
  own: OwnPoolTerms[PoolTermKey],
): PoolTerm {
  const id = TERM_RULES[key];
  // Sets of before a term was a rule do not have it.
  const rule = set.rules.get(id) ?? NATIONAL_2024.rules.get(id);
  if (!rule) throw new Error(`no rule ${id}`);
  const { value, unit, citation, zh, en } = rule;
  const told = { key, unit: unit ?? 'count', ruleId: id, zh, en } as const;
  if (own) return { ...told, value: own.value, citation: own.citation, origin: 'own' };
  const isLaw = ruleOn(set, id, on) !== null && rule.status !== 'design';
  return { ...told, value: value ?? 0, citation, origin: isLaw ? 'law' : 'model' };
}

/** The terms of a pool on a legal date: its own where it set any, else what the rule set says. */
export function expertPoolTerms(
  set: RuleSet,
  at: Instant,
  own: OwnPoolTerms = {},
): ExpertPoolTerms {
  const on = legalDate(at);
  return Object.fromEntries(
    POOL_TERM_KEYS.map((key) => [key, termOf(key, set, on, own[key])]),
  ) as unknown as ExpertPoolTerms;
}

/** What a refusal by a term stands on; a term that was only taken as a model says so. */
export function termBasis({ ruleId, citation, origin }: PoolTerm): LawBasis {
  return { ruleId, citation: origin === 'model' ? `本库条件（参照${citation}）` : citation };
}

/** The corresponding day after a term that is measured in months or years. */
export function afterTerm(
  from: LegalDate,
  { value, unit }: Pick<PoolTerm, 'value' | 'unit'>,
): LegalDate {
  return addMonths(from, unit === 'year' ? value * 12 : value);
}
