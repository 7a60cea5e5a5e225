import {
  accept,
  refuse,
  type Instant,
  type LawBasis,
  type Refusal,
  type Result,
} from '@core/kernel';
import {
  lawOf,
  legalDate,
  periodOf,
  ruleFor,
  ruleOn,
  type Calendar,
  type CalendarRefusal,
  type Regime,
  type RuleSet,
} from '@core/rules';

export const PROJECT_STATES = ['submitted', 'returned', 'registered', 'terminated'] as const;
/** submitted → registered | returned → submitted …; terminated by its tenderer, or by itself when nothing happens. */
export type ProjectState = (typeof PROJECT_STATES)[number];

/** Which states may follow which; a test checks that all are reachable and that the last is final. */
export const PROJECT_TRANSITIONS: Readonly<Record<ProjectState, readonly ProjectState[]>> = {
  submitted: ['registered', 'returned', 'terminated'],
  returned: ['submitted', 'terminated'],
  registered: ['terminated'],
  terminated: [],
};

/** Why nothing becomes of a wish about a project. */
export type ProjectRefusal =
  | Refusal<
      'project.wrong_state' | 'project.told_once' | 'project.reason_missing' | 'project.has_tender'
    >
  | CalendarRefusal;

/** Moves a project along its table of transitions. */
export function moveProject(
  state: ProjectState,
  to: ProjectState,
): Result<ProjectState, ProjectRefusal> {
  return PROJECT_TRANSITIONS[state].includes(to)
    ? accept(to)
    : refuse('project.wrong_state', { state });
}

/** The registrar's answer to a project that was handed in. */
export interface Answer {
  /** Everything that is missing; empty: complete. */
  readonly missing: readonly string[];
  /** Why something is named that was not named the first time; empty where nothing is. */
  readonly lateReason: string;
}

/**
 * Answers a project: registered, or returned with everything that is missing, told once (一次性告知). A later answer
 * may repeat what is still missing; what it names for the first time needs a reason, which goes into the letter.
 */
export function answerProject(
  state: ProjectState,
  { missing, lateReason }: Answer,
  toldBefore: readonly string[],
  set: RuleSet,
  at: Instant,
): Result<'registered' | 'returned', ProjectRefusal> {
  if (state !== 'submitted') return refuse('project.wrong_state', { state });
  if (missing.length === 0) return accept('registered');
  const fresh = toldBefore.length === 0 ? [] : missing.filter((one) => !toldBefore.includes(one));
  if (fresh.length > 0 && lateReason.trim() === '') {
    const rule = ruleOn(set, 'register-once', legalDate(at));
    return refuse('project.told_once', { fresh }, rule ? lawOf(rule) : undefined);
  }
  return accept('returned');
}

/** Until when a clock that began at `from` runs, and the rule it runs by; null: no rule of this set asks for one. */
export interface Clock {
  readonly until: Instant;
  readonly rule: LawBasis;
}

function clock(
  set: RuleSet,
  id: string,
  regime: Regime,
  from: Instant,
  calendar: Calendar,
): Result<Clock | null, CalendarRefusal> {
  const rule = ruleFor(set, id, regime, legalDate(from));
  if (!rule) return accept(null);
  const end = periodOf(calendar, rule, from);
  if (end.ok) return accept({ until: end.value.until, rule: lawOf(rule) });
  if (end.refusal.code === 'rules.no_period') return accept(null);
  return refuse(end.refusal.code, end.refusal.params);
}

/** Until when the registrar answers what was handed in at `submittedAt`. */
export function answerClock(
  set: RuleSet,
  regime: Regime,
  submittedAt: Instant,
  calendar: Calendar,
): Result<Clock | null, CalendarRefusal> {
  return clock(set, 'register-answer-1wd', regime, submittedAt, calendar);
}

/** Until when the tenderer mends what the letter of `answeredAt` names as missing. */
export function cureClock(
  set: RuleSet,
  regime: Regime,
  answeredAt: Instant,
  calendar: Calendar,
): Result<Clock | null, CalendarRefusal> {
  return clock(set, 'register-cure-15wd', regime, answeredAt, calendar);
}

/** When a registered project that is not tendered is reminded of itself. */
export function staleClock(
  set: RuleSet,
  regime: Regime,
  since: Instant,
  calendar: Calendar,
): Result<Clock | null, CalendarRefusal> {
  return clock(set, 'stale-project-90d', regime, since, calendar);
}

/** Until when the tenderer may answer the reminder before the project ends by itself. */
export function staleEndClock(
  set: RuleSet,
  regime: Regime,
  remindedAt: Instant,
  calendar: Calendar,
): Result<Clock | null, CalendarRefusal> {
  return clock(set, 'stale-project-notice-7d', regime, remindedAt, calendar);
}

/** What has become of a project so far, in numbers of its tenders (a purchase on the spot counts as one). */
export interface ProjectUse {
  /** Being prepared: nobody outside knows of them, and nothing is owed to anybody. */
  readonly drafts: number;
  /** Published and not over. */
  readonly running: number;
  /** With a result: awarded, or bought on the spot. */
  readonly concluded: number;
  /** Over without one: failed or given up. */
  readonly failed: number;
  /** Of those published, how many were open to everybody. */
  readonly openly: number;
}

/** A project of which nothing has become yet. */
export const UNUSED: ProjectUse = {
  drafts: 0,
  running: 0,
  concluded: 0,
  failed: 0,
  openly: 0,
};

/** What has become of a project, by two that carry it on. */
export function addUse(one: ProjectUse, other: ProjectUse): ProjectUse {
  return {
    drafts: one.drafts + other.drafts,
    running: one.running + other.running,
    concluded: one.concluded + other.concluded,
    failed: one.failed + other.failed,
    openly: one.openly + other.openly,
  };
}

/** Where a registered project stands by its tenders. */
export const PROJECT_PROGRESS = ['waiting', 'preparing', 'tendering', 'completed'] as const;
export type ProjectProgress = (typeof PROJECT_PROGRESS)[number];

/** Computed from its tenders, never stored. One whose tenders all failed waits for the next. */
export function progressOf({ drafts, running, concluded }: ProjectUse): ProjectProgress {
  if (running > 0) return 'tendering';
  if (drafts > 0) return 'preparing';
  return concluded > 0 ? 'completed' : 'waiting';
}

/** Gives a project up, with a reason, drafts and all. While a tender of it runs, that is given up first. */
export function terminateProject(
  state: ProjectState,
  use: ProjectUse,
  reason: string,
): Result<string, ProjectRefusal> {
  const moved = moveProject(state, 'terminated');
  if (!moved.ok) return moved;
  if (use.running > 0) return refuse('project.has_tender', { running: use.running });
  const given = reason.trim();
  return given === '' ? refuse('project.reason_missing') : accept(given);
}
