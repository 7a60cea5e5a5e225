import { accept, type Instant, type Result } from '@core/kernel';
import { legalDate, type Calendar, type CalendarRefusal, type LegalDate } from './calendar';
import { classify, type Classification } from './classify';
import { lawfulMethods, type MethodAdvice } from './methods';
import type { ProjectFacts } from './project-facts';
import { judge, limitOf, ruleFor, type Finding } from './finding';
import type { Regime, RuleSet } from './rule-set';
import { checkTimetable, proposeTimetable, type Timetable } from './timetable';

/** The smallest lawful panel. */
export interface PanelAdvice {
  readonly total: number;
  /** The most representatives of the tenderer it may have. */
  readonly tendererAtMost: number;
  readonly findings: readonly Finding[];
}

/** Everything the law says of a project before anything is done. */
export interface Assessment extends Classification {
  readonly methods: readonly MethodAdvice[];
  /** The earliest lawful timetable for a publication now. */
  readonly earliest: Timetable;
  /** The rules the timetable was made by. */
  readonly earliestFindings: readonly Finding[];
  readonly panel: PanelAdvice;
}

/** Panels of government procurement grow with the budget (Order 87 art. 47). */
function largeProcurement(
  set: RuleSet,
  regime: Regime,
  facts: ProjectFacts,
  on: LegalDate,
): Finding | null {
  const budget = limitOf(set, ['gp-committee-large-budget'], regime, on);
  const size = limitOf(set, ['gp-committee-large'], regime, on);
  if (!budget || !size || facts.estimate < budget.value) return null;
  return judge(size.rule, true, { budget: facts.estimate, from: budget.value, total: size.value });
}

/** The smallest lawful panel for a project, with the rules that make it so. */
export function panelFor(
  set: RuleSet,
  regime: Regime,
  facts: ProjectFacts,
  on: LegalDate,
): PanelAdvice {
  const least = limitOf(set, ['committee-size', 'gp-committee-5-7', 'below-panel-5'], regime, on);
  const large = largeProcurement(set, regime, facts, on);
  const total = Number(large?.facts.total ?? least?.value ?? 0);
  const share = ruleFor(set, 'committee-expert-ratio', regime, on);
  const findings = [
    ...(large ? [large] : least ? [judge(least.rule, true, { total })] : []),
    ...(share ? [judge(share, true, { experts: Math.ceil((total * 2) / 3), total })] : []),
  ];
  return { total, tendererAtMost: Math.floor(total / 3), findings };
}

/** Which law governs a project, which methods are open to it, the earliest lawful dates, and the smallest panel. */
export function assess(
  set: RuleSet,
  facts: ProjectFacts,
  now: Instant,
  calendar: Calendar,
): Result<Assessment, CalendarRefusal> {
  const on = legalDate(now);
  const classification = classify(set, facts, on);
  const { regime } = classification;
  const earliest = proposeTimetable(set, regime, now, calendar);
  if (!earliest.ok) return earliest;
  const held = checkTimetable(set, regime, earliest.value, calendar);
  if (!held.ok) return held;
  return accept({
    ...classification,
    methods: lawfulMethods(set, regime, facts.estimate, on),
    earliest: earliest.value,
    earliestFindings: held.value,
    panel: panelFor(set, regime, facts, on),
  });
}
