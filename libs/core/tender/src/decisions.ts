import {
  accept,
  refuse,
  type Instant,
  type LawBasis,
  type Refusal,
  type Result,
} from '@core/kernel';
import {
  blocking,
  checkBidBond,
  checkTimetable,
  conditionOf,
  groundOf,
  lawOf,
  judgeByBand,
  methodsFor,
  narrowedBy,
  publicityWindow,
  refuseByLaw,
  ruleFor,
  type Calendar,
  type CalendarRefusal,
  type Finding,
  type LegalDate,
  type LocalBand,
  type MethodAdvice,
  type Rule,
  type RuleSet,
  type UnderLaw,
  type Timetable,
  legalDate,
} from '@core/rules';
import {
  mayBeApart,
  planFindings,
  planFitsTender,
  type EvaluationPlan,
  type PlanRefusal,
} from '@core/evaluation';
import { lotFindings, type Lot } from './lot';
import type { MethodBasis } from './method-basis';
import {
  isPastDeadline,
  lawOn,
  takesSealedBids,
  TENDER_TRANSITIONS,
  type Tender,
  type TenderState,
} from './tender';

export type TenderRefusal =
  | Refusal<
      | 'tender.wrong_state'
      | 'tender.no_timetable'
      | 'tender.no_documents'
      | 'tender.unlawful'
      | 'tender.in_the_past'
      | 'tender.basis_missing'
      | 'plan.missing'
      | 'plan.apart_without_basis'
      | 'tender.not_open'
      | 'tender.suspended'
      | 'tender.too_late'
      | 'tender.too_early'
      | 'tender.reason_missing'
      | 'direct.no_call'
      | 'award.publicity_running'
      | 'award.not_first_ranked'
    >
  | CalendarRefusal
  | PlanRefusal;

/** What must be known to judge a publication. */
export interface PublicationFacts {
  readonly timetable: Timetable | null;
  readonly documents: number;
  readonly basis: MethodBasis | null;
  /** Judged one by one where there are several. */
  readonly lots: readonly Lot[];
  /** How bids are compared; null: by lowest evaluated price. */
  readonly plan: EvaluationPlan | null;
  /** The band of the place's own document it falls into; null: none. */
  readonly local: LocalBand | null;
  readonly set: RuleSet;
  readonly calendar: Calendar;
}

/** What is said of a tender's method on a legal date, by the rule set and the place's own document. */
export function adviceOn(
  { regime, method }: Pick<Tender, 'regime' | 'method'>,
  set: RuleSet,
  on: LegalDate,
  local: LocalBand | null,
): MethodAdvice | null {
  const advice = narrowedBy(methodsFor(set, regime, on), local);
  return advice.find((one) => one.method === method) ?? null;
}

/**
 * Everything the law says about publishing this tender, by the rules of the day it is published on: that of its timetable,
 * and `now` for a draft that has none. Also shown while the draft is edited. Refuses where a year's calendar is missing.
 */
export function publicationFindings(
  tender: Tender,
  facts: PublicationFacts,
  now: Instant,
): Result<readonly Finding[], CalendarRefusal> {
  const { set, calendar, timetable, local } = facts;
  const on = legalDate(timetable?.publishAt ?? now);
  const method = adviceOn(tender, set, on, local);
  const refused =
    method?.verdict === 'refused'
      ? method.findings
      : local === null
        ? []
        : [judgeByBand(local, tender.method)];
  // Nobody is called, so no day runs before a direct choice is made known.
  if (timetable === null || tender.method === 'direct_choice') return accept(refused);
  const { regime, kind, bidBond: bond, estimate } = tender;
  const held = checkTimetable(set, regime, timetable, calendar);
  if (!held.ok) return held;
  return accept([
    ...refused,
    ...held.value,
    ...checkBidBond(set, regime, kind, { bond, estimate }, on),
    ...lotFindings(set, regime, kind, facts.lots, on),
    ...(facts.plan === null ? [] : planFindings(set, regime, kind, facts.plan, on)),
  ]);
}

/** Whether what is compared and how stands in the draft (Implementing Regulations art. 49: nothing else may be used later). */
function planStands(
  { method }: Tender,
  { plan, lots }: PublicationFacts,
  law: UnderLaw,
): Result<true, TenderRefusal> {
  const isByLowest = plan === null || plan.kind === 'lowest-price';
  if (method === 'reasonable_low_price' && isByLowest) {
    const rule = ruleFor(law.set, 'eval-only-published', law.regime, law.on);
    return refuse('plan.missing', undefined, rule ? lawOf(rule) : undefined);
  }
  const apart = mayBeApart(plan, law);
  if (!apart.ok) return apart;
  return planFitsTender(
    plan,
    method,
    lots.map(({ ceiling }) => ceiling),
  );
}

/**
 * Whether the law lets the tender out: the first blocking rule is named, or the rule behind a refused method, however
 * loudly that rule speaks elsewhere; and a method that needs a local basis has one.
 */
export function methodIsLawful(
  tender: Pick<Tender, 'regime' | 'method'>,
  facts: Pick<PublicationFacts, 'set' | 'basis' | 'local'>,
  findings: readonly Finding[],
  law: UnderLaw,
): Result<true, Refusal<'tender.unlawful' | 'tender.basis_missing'>> {
  const { local } = facts;
  const advice = adviceOn(tender, facts.set, law.on, local);
  const [first = advice?.verdict === 'refused' ? advice.findings[0] : undefined] =
    blocking(findings);
  if (first) {
    const shown = Object.fromEntries(
      Object.entries(first.facts).map(([key, value]) => [key, String(value)]),
    );
    return refuse('tender.unlawful', { rule: first.ruleId, ...shown }, lawOf(first));
  }
  if (advice?.verdict !== 'needs-basis') return accept(true);
  if (facts.basis?.method === tender.method) return accept(true);
  const rule =
    local !== null && local.decidedBy !== ''
      ? judgeByBand(local, tender.method)
      : conditionOf(law, tender.method);
  return refuse('tender.basis_missing', undefined, rule ? lawOf(rule) : undefined);
}

/** Whether the draft may be published at `now`. The first blocking rule is named with its citation. */
export function publishTender(
  tender: Tender,
  facts: PublicationFacts,
  now: Instant,
): Result<{ readonly timetable: Timetable; readonly findings: readonly Finding[] }, TenderRefusal> {
  if (tender.state !== 'draft') return refuse('tender.wrong_state', { state: tender.state });
  if (tender.method === 'direct_choice') return refuse('direct.no_call');
  if (facts.timetable === null) return refuse('tender.no_timetable');
  const law = lawOn(tender, facts.set, now);
  if (facts.documents === 0 && takesSealedBids(tender.method)) {
    return refuseByLaw('tender.no_documents', law);
  }
  const planned = planStands(tender, facts, law);
  if (!planned.ok) return planned;
  const timetable = { ...facts.timetable, publishAt: now };
  if (timetable.deadline <= now) return refuse('tender.in_the_past');
  const held = publicationFindings(tender, { ...facts, timetable }, now);
  if (!held.ok) return held;
  const lawful = methodIsLawful(tender, facts, held.value, law);
  return lawful.ok ? accept({ timetable, findings: held.value }) : lawful;
}

/** Whether something that must come before the deadline may be taken, judged by when it arrived. */
export function takeBeforeDeadline(
  tender: Tender,
  arrivedAt: Instant,
  set: RuleSet,
): Result<true, TenderRefusal> {
  if (tender.timetable === null || tender.state === 'draft') return refuse('tender.not_open');
  if (isPastDeadline(tender, arrivedAt)) {
    return refuseByLaw('tender.too_late', lawOn(tender, set, arrivedAt), {
      deadline: tender.timetable.deadline,
      arrivedAt,
    });
  }
  return tender.state === 'published' ? accept(true) : refuse('tender.not_open');
}

/** Whether a bid may be taken: before the deadline, and not while the tender stands still. */
export function takeBid(
  tender: Tender,
  arrivedAt: Instant,
  set: RuleSet,
): Result<true, TenderRefusal> {
  if (tender.state === 'published' && tender.suspendedAt !== null)
    return suspended(tender, set, arrivedAt);
  return takeBeforeDeadline(tender, arrivedAt, set);
}

function suspended(
  tender: Tender,
  set: RuleSet,
  at: Instant,
): { readonly ok: false; readonly refusal: TenderRefusal } {
  const since = tender.suspendedAt ?? 0;
  return refuseByLaw('tender.suspended', lawOn(tender, set, at), { since });
}

/** Moves a tender along its table of transitions. */
export function moveTender(tender: Tender, to: TenderState): Result<TenderState, TenderRefusal> {
  return TENDER_TRANSITIONS[tender.state].includes(to)
    ? accept(to)
    : refuse('tender.wrong_state', { state: tender.state });
}

/**
 * Gives a published tender up before its opening (终止招标). The reason is announced to everybody, and what was paid
 * goes back with interest (Implementing Regulations art. 31).
 */
export function terminateTender(
  tender: Tender,
  reason: string,
  set: RuleSet,
  now: Instant,
): Result<{ readonly reason: string; readonly law: LawBasis | null }, TenderRefusal> {
  if (tender.state !== 'published') return refuse('tender.wrong_state', { state: tender.state });
  const law = groundOf('tender.reason_missing', lawOn(tender, set, now));
  const given = reason.trim();
  if (given === '') return refuse('tender.reason_missing', undefined, law);
  return accept({ reason: given, law: law ?? null });
}

/** The rule about how few bids may be opened: three (Tendering Law art. 28), two for a framework (Order 110 art. 27). */
export function fewestBids(
  { method }: Pick<Tender, 'method'>,
  { set, regime, on }: UnderLaw,
): Rule | null {
  const own = method === 'framework_agreement' ? 'fw-min-suppliers-2' : 'open-min-3';
  return ruleFor(set, own, regime, on) ?? ruleFor(set, 'open-min-3', regime, on);
}

/** What happens to a tender at its deadline: it opens, or fails with too few bids (Tendering Law art. 28). */
export function closeBidding(
  tender: Tender,
  bids: number,
  now: Instant,
  set: RuleSet,
): Result<{ readonly to: 'opening' | 'failed'; readonly minimum: number }, TenderRefusal> {
  if (tender.state !== 'published') return refuse('tender.wrong_state', { state: tender.state });
  if (tender.suspendedAt !== null) return suspended(tender, set, now);
  if (tender.timetable === null || now < tender.timetable.deadline) {
    return refuseByLaw('tender.too_early', lawOn(tender, set, now));
  }
  const minimum = fewestBids(tender, lawOn(tender, set, now))?.value ?? 3;
  return accept({ to: bids < minimum ? 'failed' : 'opening', minimum });
}

/** What the deadline makes of each lot. */
export interface ClosedLots {
  readonly to: 'opening' | 'failed';
  readonly minimum: number;
  readonly lots: readonly {
    readonly lot: number;
    readonly bids: number;
    readonly failed: boolean;
  }[];
}

/**
 * The deadline, lot by lot: a lot with fewer than three bids fails, the others go on; a tender fails when none is left
 * (Tendering Law art. 28; each lot is a tender of its own in this).
 */
export function closeLots(
  tender: Tender,
  numbers: readonly number[],
  bids: readonly { readonly lot: number }[],
  now: Instant,
  set: RuleSet,
): Result<ClosedLots, TenderRefusal> {
  const whole = closeBidding(tender, bids.length, now, set);
  if (!whole.ok) return whole;
  const { minimum } = whole.value;
  const lots = numbers.map((lot) => {
    const count = bids.filter((bid) => bid.lot === lot).length;
    return { lot, bids: count, failed: count < minimum };
  });
  return accept({ to: lots.every(({ failed }) => failed) ? 'failed' : 'opening', minimum, lots });
}

/** From when to when candidates are published; the award may be made when it is over. */
export function publishCandidates(
  tender: Tender,
  now: Instant,
  set: RuleSet,
  calendar: Calendar,
): Result<{ readonly until: Instant; readonly days: number }, TenderRefusal> {
  const isDraft = tender.state === 'draft' && tender.method !== 'direct_choice';
  if (isDraft || !TENDER_TRANSITIONS[tender.state].includes('publicity')) {
    return refuse('tender.wrong_state', { state: tender.state });
  }
  return publicityWindow(set, tender.regime, now, calendar);
}

/**
 * From when to when the candidates of a lot are published anew, because its award became void: while the tender is awarded, or
 * other lots of it wait for their award.
 */
export function publishAnew(
  tender: Tender,
  now: Instant,
  set: RuleSet,
  calendar: Calendar,
): Result<{ readonly until: Instant; readonly days: number }, TenderRefusal> {
  const { state } = tender;
  return state === 'publicity'
    ? publicityWindow(set, tender.regime, now, calendar)
    : publishCandidates(tender, now, set, calendar);
}

/**
 * Whether the contract may be awarded to the candidate of this rank at `now`: the first one, without those that were left out
 * on a ground of law.
 */
export function awardTender(
  tender: Tender,
  rank: number,
  now: Instant,
  set: RuleSet,
  passedOver: readonly number[] = [],
): Result<'awarded', TenderRefusal> {
  const over = publicityOver(tender, now, set);
  if (!over.ok) return over;
  let first = 1;
  while (passedOver.includes(first)) first += 1;
  if (rank !== first) {
    return refuseByLaw('award.not_first_ranked', lawOn(tender, set, now), { rank });
  }
  return accept('awarded');
}

/** Whether the publication of a tender's candidates is over, so that somebody may be awarded. */
export function publicityOver(
  tender: Tender,
  now: Instant,
  set: RuleSet,
): Result<'awarded', TenderRefusal> {
  if (tender.state !== 'publicity' || tender.publicityUntil === null) {
    return refuse('tender.wrong_state', { state: tender.state });
  }
  if (now < tender.publicityUntil) {
    const until = { until: tender.publicityUntil };
    return refuseByLaw('award.publicity_running', lawOn(tender, set, now), until);
  }
  return accept('awarded');
}

/** Whether all who stand on the published list of a framework are taken: when its publication is over. */
export function admitListed(
  tender: Tender,
  now: Instant,
  set: RuleSet,
): Result<'awarded', TenderRefusal> {
  return publicityOver(tender, now, set);
}
