import type { Fen } from '@core/kernel';
import type { LegalDate } from './calendar';
import { judge, limitOf, ruleFor, ruleOn, type Finding } from './finding';
import { firstRule, type UnderLaw } from './refusal-grounds';
import { COUNTY_THRESHOLD, type Regime, type Rule, type RuleSet } from './rule-set';

export const METHODS = [
  'open_tender',
  'invited_tender',
  'comparison',
  'direct_choice',
  'reasonable_low_price',
  'lottery',
  'framework_agreement',
] as const;
/** How the winner is found in what is traded here. */
export type Method = (typeof METHODS)[number];

/** Lawful ways of procurement that are not held on this platform. */
export const METHODS_ELSEWHERE = [
  'competitive_negotiation',
  'competitive_consultation',
  'inquiry',
  'single_source',
] as const;

/** Every method advice is given about. */
export const ADVISED_METHODS = [...METHODS, ...METHODS_ELSEWHERE] as const;
export type AdvisedMethod = (typeof ADVISED_METHODS)[number];

/** A method, whether it may be chosen, and the rules that say so. */
export interface MethodAdvice {
  readonly method: AdvisedMethod;
  readonly verdict: 'allowed' | 'needs-basis' | 'refused';
  readonly findings: readonly Finding[];
}

/** The rule with the conditions of each method of the procurement law. */
const CONDITIONS: Readonly<Record<(typeof METHODS_ELSEWHERE)[number], string>> = {
  competitive_negotiation: 'gp-negotiation',
  competitive_consultation: 'gp-consultation',
  inquiry: 'gp-inquiry',
  single_source: 'gp-single-source',
};

/** The county rule by which works below its threshold are let in its pool. */
const COUNTY_POOL = 'county-pool-lottery';

function lotteryAdvice(set: RuleSet, regime: Regime, on: LegalDate): MethodAdvice {
  const policy = set.settings.lottery[regime];
  const ids =
    policy === 'refused'
      ? ['no-lottery-award', 'gp-no-lottery', 'no-lottery-policy']
      : ['below-lottery-basis', COUNTY_POOL, 'no-lottery-policy'];
  const rules = ids.flatMap((id) => ruleFor(set, id, regime, on) ?? []);
  const verdict = policy === 'refused' ? 'refused' : policy;
  return {
    method: 'lottery',
    verdict,
    findings: rules.slice(0, 2).map((rule) => judge(rule, verdict === 'allowed', { regime })),
  };
}

/** The rules by which what must be tendered, or is procured by law, has no simpler way. */
const NO_SIMPLER = [COUNTY_THRESHOLD, 'mandatory-works-threshold', 'gp-open-main'] as const;

/**
 * The ways of places below the thresholds: firms are asked for prices that are compared (比选、比价), or one is chosen
 * (直接择优), which needs a document of the place that allows it for a purchase of that size.
 */
function simplerWays(set: RuleSet, regime: Regime, on: LegalDate): readonly MethodAdvice[] {
  if (regime === 'A' || regime === 'B') {
    const rule = firstRule({ set, regime, on }, NO_SIMPLER);
    const findings = rule ? [judge(rule, false, { regime })] : [];
    return SIMPLER.map((method) => ({ method, verdict: 'refused', findings }));
  }
  const asked = ruleFor(set, 'below-invite-min-3', regime, on);
  const basis = ruleFor(set, 'below-local-basis', regime, on);
  const [comparison, direct] = SIMPLER;
  return [
    { method: comparison, verdict: 'allowed', findings: told(asked, true, regime) },
    { method: direct, verdict: 'refused', findings: told(basis, false, regime) },
  ];
}

const SIMPLER = ['comparison', 'direct_choice'] as const;

function told(rule: Rule | null, holds: boolean, regime: Regime): readonly Finding[] {
  return rule ? [judge(rule, holds, { regime })] : [];
}

/** Regimes in which firms may be invited only under a condition of the law, which is recorded. */
const INVITES_ON_CONDITION: ReadonlySet<Regime> = new Set(['A', 'B']);

/** The rules with the condition that must be recorded before a method that needs one is published. */
const RECORDED: Partial<Readonly<Record<AdvisedMethod, readonly string[]>>> = {
  lottery: ['below-lottery-basis'],
  invited_tender: ['invite-condition', 'gp-invited'],
  framework_agreement: ['gp-framework'],
};

/** The rule whose condition must be recorded before a tender of this method is published; null: none that applies. */
export function conditionOf(law: UnderLaw, method: AdvisedMethod): Rule | null {
  return firstRule(law, RECORDED[method] ?? []);
}

/**
 * Every method of this platform with its verdict for a regime on a legal date, the recommended one first: open tendering,
 * but where a county's own rules name the pool and the lottery as their way below its threshold.
 */
export function methodsFor(set: RuleSet, regime: Regime, on: LegalDate): readonly MethodAdvice[] {
  const designed = ruleFor(set, 'no-designated-pool', regime, on);
  const pool: MethodAdvice = {
    method: 'reasonable_low_price',
    verdict: regime === 'A' || regime === 'B' ? 'refused' : 'allowed',
    findings: designed
      ? [judge(designed, regime === 'C' || regime === 'D', { regime, voluntary: true })]
      : [],
  };
  const main = ruleFor(set, 'gp-open-main', regime, on);
  const open: MethodAdvice = {
    method: 'open_tender',
    verdict: 'allowed',
    findings: main ? [judge(main, true, { regime })] : [],
  };
  const asked = [
    'invite-condition',
    'gp-invited',
    'invite-min-3',
    'gp-random-invite',
    'below-invite-min-3',
  ].flatMap((id) => ruleFor(set, id, regime, on) ?? []);
  const invited: MethodAdvice = {
    method: 'invited_tender',
    verdict: INVITES_ON_CONDITION.has(regime) ? 'needs-basis' : 'allowed',
    findings: asked.map((rule) => judge(rule, true, { regime })),
  };
  const lottery = lotteryAdvice(set, regime, on);
  const own = ruleFor(set, COUNTY_POOL, regime, on);
  const simpler = simplerWays(set, regime, on);
  const framework = frameworkAdvice(set, regime, on);
  if (!own || lottery.verdict !== 'allowed') {
    return [open, invited, ...simpler, pool, lottery, framework];
  }
  const called = { ...pool, findings: [judge(own, true, { regime }), ...pool.findings] };
  return [called, lottery, open, invited, ...simpler, framework];
}

/** The county rule by which annual suppliers are chosen once, by open tender. */
const COUNTY_SUPPLIERS = 'county-annual-suppliers';

/**
 * Several suppliers bound for a year or two, among whom buyers order (框架协议): under the procurement law on a ground that is
 * recorded, elsewhere only where a county's own rules have it.
 */
function frameworkAdvice(set: RuleSet, regime: Regime, on: LegalDate): MethodAdvice {
  const method = 'framework_agreement';
  const rule = ruleFor(set, 'gp-framework', regime, on);
  if (rule) return { method, verdict: 'needs-basis', findings: told(rule, true, regime) };
  const own = ruleFor(set, COUNTY_SUPPLIERS, regime, on);
  if (own) return { method, verdict: 'allowed', findings: told(own, true, regime) };
  return {
    method,
    verdict: 'refused',
    findings: told(ruleOn(set, 'fw-scope-goods-services', on), false, regime),
  };
}

/** What a tender is drafted as: the first method of what is advised, whatever is decided later. */
export function proposedMethod(advice: readonly MethodAdvice[]): Method {
  const [first] = advice;
  return METHODS.find((one) => one === first?.method) ?? 'open_tender';
}

/**
 * Everything that is lawful for a purchase of this size on a legal date: the methods held here, and under the procurement
 * law the others with their conditions. From the open-tender amount on each of these needs the approval of the finance
 * department besides.
 */
export function lawfulMethods(
  set: RuleSet,
  regime: Regime,
  estimate: Fen,
  on: LegalDate,
): readonly MethodAdvice[] {
  const here = methodsFor(set, regime, on);
  if (regime !== 'B') return here;
  const limit = limitOf(set, ['gp-open-threshold'], regime, on);
  const isLarge = limit !== null && estimate >= limit.value;
  const large = limit
    ? [judge(limit.rule, !isLarge, { estimate, threshold: limit.value, reached: isLarge })]
    : [];
  const elsewhere = METHODS_ELSEWHERE.flatMap((method): readonly MethodAdvice[] => {
    const rule = ruleFor(set, CONDITIONS[method], regime, on);
    if (!rule) return [];
    const findings = [judge(rule, true, { regime }), ...(isLarge ? large : [])];
    return [{ method, verdict: 'needs-basis', findings }];
  });
  const [open, ...others] = here;
  if (!open) return elsewhere;
  const main = { ...open, findings: [...open.findings, ...(isLarge ? large : [])] };
  return [main, ...others, ...elsewhere];
}
