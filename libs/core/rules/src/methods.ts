import type { Fen } from '@core/kernel';
import type { LegalDate } from './calendar';
import { judge, limitOf, ruleFor, type Finding } from './finding';
import type { Regime, RuleSet } from './rule-set';

export const METHODS = [
  'open_tender',
  'invited_tender',
  'reasonable_low_price',
  'lottery',
] as const;
/** How the winner is found in what is traded here. */
export type Method = (typeof METHODS)[number];

/** Lawful ways of procurement that are not held on this platform. */
export const METHODS_ELSEWHERE = [
  'competitive_negotiation',
  'competitive_consultation',
  'inquiry',
  'single_source',
  'framework_agreement',
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
  framework_agreement: 'gp-framework',
};

function lotteryAdvice(set: RuleSet, regime: Regime): MethodAdvice {
  const policy = set.settings.lottery[regime];
  const ids =
    policy === 'refused'
      ? ['no-lottery-award', 'gp-no-lottery', 'no-lottery-policy']
      : ['below-lottery-basis', 'county-pool-lottery', 'no-lottery-policy'];
  const rules = ids.flatMap((id) => ruleFor(set, id, regime) ?? []);
  const verdict = policy === 'refused' ? 'refused' : policy;
  return {
    method: 'lottery',
    verdict,
    findings: rules.slice(0, 2).map((rule) => judge(rule, verdict === 'allowed', { regime })),
  };
}

/** Every method of this platform with its verdict for a regime, the recommended one first. */
export function methodsFor(set: RuleSet, regime: Regime): readonly MethodAdvice[] {
  const designed = ruleFor(set, 'no-designated-pool', regime);
  const pool: MethodAdvice = {
    method: 'reasonable_low_price',
    verdict: regime === 'A' || regime === 'B' ? 'refused' : 'allowed',
    findings: designed
      ? [judge(designed, regime === 'C' || regime === 'D', { regime, voluntary: true })]
      : [],
  };
  const main = ruleFor(set, 'gp-open-main', regime);
  const open: MethodAdvice = {
    method: 'open_tender',
    verdict: 'allowed',
    findings: main ? [judge(main, true, { regime })] : [],
  };
  const asked = ['gp-invited', 'invite-min-3', 'gp-random-invite', 'below-invite-min-3'].flatMap(
    (id) => ruleFor(set, id, regime) ?? [],
  );
  const invited: MethodAdvice = {
    method: 'invited_tender',
    verdict: regime === 'A' ? 'needs-basis' : 'allowed',
    findings: asked.map((rule) => judge(rule, true, { regime })),
  };
  return [open, invited, pool, lotteryAdvice(set, regime)];
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
  const here = methodsFor(set, regime);
  if (regime !== 'B') return here;
  const limit = limitOf(set, ['gp-open-threshold'], regime, on);
  const isLarge = limit !== null && estimate >= limit.value;
  const large = limit
    ? [judge(limit.rule, !isLarge, { estimate, threshold: limit.value, reached: isLarge })]
    : [];
  const elsewhere = METHODS_ELSEWHERE.flatMap((method): readonly MethodAdvice[] => {
    const rule = ruleFor(set, CONDITIONS[method], regime, on);
    if (!rule) return [];
    // A framework agreement is itself concluded by open tendering (Order 110 art. 9).
    const approval = isLarge && method !== 'framework_agreement' ? large : [];
    const findings = [judge(rule, true, { regime }), ...approval];
    return [{ method, verdict: 'needs-basis', findings }];
  });
  const [open, ...others] = here;
  if (!open) return elsewhere;
  const main = { ...open, findings: [...open.findings, ...(isLarge ? large : [])] };
  return [main, ...others, ...elsewhere];
}
