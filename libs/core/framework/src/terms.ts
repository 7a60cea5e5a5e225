import { accept, refuse, type LawBasis, type Refusal, type Result } from '@core/kernel';
import { judge, lawOf, ruleFor, type Finding, type ProjectKind, type UnderLaw } from '@core/rules';

/** How the supplier of one purchase is found among those of the framework (Order 110 art. 32). */
export const CALL_OFF_WAYS = ['direct', 'competition', 'rotation'] as const;
export type CallOffWay = (typeof CALL_OFF_WAYS)[number];

/** What a framework agreement (框架协议) says before anybody responds; published with its collection notice. */
export interface FrameworkTerms {
  /** Of the valid responses so many in a hundred are left out at least, whole percent. */
  readonly eliminationPercent: number;
  /** The most suppliers a package takes; null: the rate alone decides. */
  readonly most: number | null;
  /** How long the agreements hold, from the day the first is concluded, in months. */
  readonly months: number;
  /** The ways of the second stage; at least one. */
  readonly callOff: readonly CallOffWay[];
  /** What a unit price is the price of (台, 次, 千张). */
  readonly unit: string;
  /** Who may buy under it, in words. */
  readonly buyers: string;
  /** Whether a cheaper offer from outside may win when no supplier goes below it (Order 110 art. 37). */
  readonly outsideAward: boolean;
}

/** Why terms cannot stand: `reason` names the part (`elimination`, `most`, `months`, `call_off`, `unit`, `buyers`). */
export type FrameworkTermsRefusal = Refusal<'framework.terms_invalid' | 'framework.not_works'>;

/** Terms with what the rules say of them; what is only usual (一般) is told, not refused. */
export interface JudgedTerms {
  readonly terms: FrameworkTerms;
  readonly findings: readonly Finding[];
}

const MOST_MONTHS = 60;

function faultOf(terms: FrameworkTerms): string | null {
  const { eliminationPercent, most, months, callOff, unit, buyers } = terms;
  const isRate = Number.isInteger(eliminationPercent) && eliminationPercent >= 0;
  if (!isRate || eliminationPercent > 90) return 'elimination';
  if (most !== null && (!Number.isInteger(most) || most < 1)) return 'most';
  if (!Number.isInteger(months) || months < 1 || months > MOST_MONTHS) return 'months';
  const isNamed = callOff.every((way) => CALL_OFF_WAYS.includes(way));
  if (callOff.length === 0 || new Set(callOff).size < callOff.length || !isNamed) return 'call_off';
  if (unit.trim() === '') return 'unit';
  return buyers.trim() === '' ? 'buyers' : null;
}

/** The rule about how long an agreement holds: one year for goods, two for services (Order 110 art. 15). */
const TERM: Readonly<Record<'goods' | 'services', string>> = {
  goods: 'fw-term-goods-1y',
  services: 'fw-term-service-2y',
};

/** The terms as they are kept, held against the rules of a framework. Works are never bought by framework (art. 2). */
export function frameworkTerms(
  typed: FrameworkTerms,
  kind: ProjectKind,
  { set, regime, on }: UnderLaw,
): Result<JudgedTerms, FrameworkTermsRefusal> {
  const rule = (id: string) => ruleFor(set, id, regime, on);
  if (kind === 'works') {
    const scope = rule('fw-scope-goods-services');
    return refuse('framework.not_works', undefined, scope ? lawOf(scope) : undefined);
  }
  const reason = faultOf(typed);
  if (reason !== null) return refuse('framework.terms_invalid', { reason });
  const { eliminationPercent, months } = typed;
  const findings: Finding[] = [];
  const elimination = rule('fw-elim-20pct');
  if (elimination) {
    const least = elimination.value ?? 0;
    findings.push(
      judge(elimination, eliminationPercent >= least, { percent: eliminationPercent, least }),
    );
  }
  const term = rule(TERM[kind]);
  if (term) {
    const longest = (term.value ?? 1) * 12;
    findings.push(judge(term, months <= longest, { months, longest }));
  }
  const main = rule('fw-stage2-three');
  if (main) findings.push(judge(main, true, { ways: typed.callOff.join(' ') }));
  const terms = { ...typed, unit: typed.unit.trim(), buyers: typed.buyers.trim() };
  return accept({ terms, findings });
}

/** The law of a rule a refusal stands on, where the tender is under it. */
export function frameworkLaw({ set, regime, on }: UnderLaw, id: string): LawBasis | undefined {
  const rule = ruleFor(set, id, regime, on);
  return rule ? lawOf(rule) : undefined;
}
