import type { Fen, Instant } from '@core/kernel';
import type { Actor } from '@core/identity';
import type { Lot } from './lot';
import {
  legalDate,
  type Method,
  type ProjectKind,
  type Regime,
  type RuleSet,
  type Timetable,
  type UnderLaw,
} from '@core/rules';

export const TENDER_STATES = [
  'draft',
  'published',
  'opening',
  'evaluation',
  'publicity',
  'awarded',
  'contracted',
  'archived',
  'failed',
  'terminated',
] as const;
/** What was decided. What follows from time alone (closed for bids, publicity over) is computed, never stored. */
export type TenderState = (typeof TENDER_STATES)[number];

/** Which states may follow which; a test checks that all are reachable and that the last are final. */
export const TENDER_TRANSITIONS: Readonly<Record<TenderState, readonly TenderState[]>> = {
  // A direct choice is made known with its result: nobody bids for it.
  draft: ['published', 'publicity'],
  published: ['opening', 'failed', 'terminated'],
  opening: ['evaluation', 'publicity', 'failed', 'terminated'],
  evaluation: ['publicity', 'failed', 'terminated'],
  publicity: ['awarded', 'failed', 'terminated'],
  // A query upheld after the award makes it void (procurement law): the next candidate, or nobody.
  awarded: ['publicity', 'failed', 'contracted'],
  // Every awarded lot has its contract; with the last record of its log the tender is archived.
  contracted: ['archived'],
  archived: [],
  failed: [],
  terminated: [],
};

/** The states of a tender that has its award: whatever followed it, the winner is known. */
export const AWARDED_STATES = [
  'awarded',
  'contracted',
  'archived',
] as const satisfies readonly TenderState[];

/** Whether a tender has its award; its contracts may be signed and its record archived already. */
export function isAwarded(state: TenderState): boolean {
  return (AWARDED_STATES as readonly TenderState[]).includes(state);
}

/** Whether a tender is over. An award may be made void still, where the procurement law lets it be questioned afterwards. */
export function isEnded(state: TenderState): boolean {
  return isAwarded(state) || TENDER_TRANSITIONS[state].length === 0;
}

/**
 * Where an awarded tender stands by its lots and its record: contracted when every awarded lot has a contract both sides have
 * signed, archived when the last record of its log is written too. Null: nothing changes.
 */
export function furtherState(
  state: TenderState,
  contracts: readonly boolean[],
  isClosed: boolean,
): 'contracted' | 'archived' | null {
  if (state === 'awarded') {
    return contracts.length > 0 && contracts.every((isSigned) => isSigned) ? 'contracted' : null;
  }
  return state === 'contracted' && isClosed ? 'archived' : null;
}

/** How bids of this tender are sealed and unsealed (tp1 §4.2). */
export const OPENING_MODES = ['bidder', 'threshold', 'either'] as const;
export type OpeningMode = (typeof OPENING_MODES)[number];

/** A tender, as decisions see it. */
export interface Tender {
  readonly id: string;
  readonly code: string;
  readonly projectId: string;
  readonly tendererId: string;
  /** The agency its tenderer has commissioned (招标代理机构); null: none. */
  readonly agencyId: string | null;
  readonly state: TenderState;
  readonly version: number;
  readonly regime: Regime;
  readonly kind: ProjectKind;
  readonly method: Method;
  readonly ruleSetId: string;
  readonly estimate: Fen;
  readonly ceiling: Fen | null;
  readonly bidBond: Fen;
  readonly timetable: Timetable | null;
  readonly publicityUntil: Instant | null;
  /** Since when the tender stands still (暂停); null: it goes on. */
  readonly suspendedAt: Instant | null;
}

/** The law a decision about a tender falls under: its regime's, by the rules in force at the moment of the decision. */
export function lawOn({ regime }: Pick<Tender, 'regime'>, set: RuleSet, at: Instant): UnderLaw {
  return { set, regime, on: legalDate(at) };
}

export const TENDER_STAGES = [
  'notice',
  'sign_up',
  'bidding',
  'opening',
  'evaluation',
  'publicity',
  'award',
] as const;
export type TenderStage = (typeof TENDER_STAGES)[number];

/** A stage of the public time-line. */
export interface StageView {
  readonly stage: TenderStage;
  readonly state: 'done' | 'now' | 'later' | 'failed';
  /** When it began or begins; null when that is not yet known. */
  readonly at: Instant | null;
}

/**
 * Whether a method takes sealed bids, from everybody, those invited or asked, or the members of a pool; a lottery and a
 * direct choice take none.
 */
export function takesSealedBids(method: Method): boolean {
  return method !== 'lottery' && method !== 'direct_choice';
}

/** Whether only those who were named beforehand may take part: an invited tender, or firms asked for prices to compare. */
export function isByInvitation(method: Method): boolean {
  return method === 'invited_tender' || method === 'comparison';
}

/** Whether bids and sign-ups are taken at this instant: from publication, strictly before the deadline. */
export function isOpenForBids(tender: Tender, at: Instant): boolean {
  return (
    tender.state === 'published' &&
    tender.suspendedAt === null &&
    tender.timetable !== null &&
    at < tender.timetable.deadline
  );
}

/** Whether the deadline is over: reached, and not by a tender that stands still, which has all its time to come. */
export function isPastDeadline(
  { timetable, suspendedAt }: Pick<Tender, 'timetable' | 'suspendedAt'>,
  now: Instant,
): boolean {
  return timetable !== null && suspendedAt === null && now >= timetable.deadline;
}

const REACHED: Readonly<Record<TenderState, TenderStage>> = {
  draft: 'notice',
  published: 'bidding',
  opening: 'opening',
  evaluation: 'evaluation',
  publicity: 'publicity',
  awarded: 'award',
  contracted: 'award',
  archived: 'award',
  failed: 'opening',
  terminated: 'notice',
};

function beginning(tender: Tender, stage: TenderStage): Instant | null {
  const { timetable } = tender;
  if (timetable === null) return null;
  if (stage === 'opening') return timetable.openAt;
  return stage === 'notice' || stage === 'sign_up' || stage === 'bidding'
    ? timetable.publishAt
    : null;
}

/** What there is of a direct choice: it is made known, stands open to objections, and is awarded. */
const CHOSEN_STAGES: readonly TenderStage[] = ['notice', 'publicity', 'award'];

/** How far a tender has come; one may fail after its candidates were published, when nobody of them can be chosen. */
function reached({ state, publicityUntil }: Tender): TenderStage {
  return state === 'failed' && publicityUntil !== null ? 'publicity' : REACHED[state];
}

/** The public time-line of a tender at `now`. */
export function stagesOf(tender: Tender, now: Instant): readonly StageView[] {
  const atDeadline = tender.state === 'published' && isPastDeadline(tender, now);
  const known = tender.method === 'direct_choice' ? CHOSEN_STAGES : TENDER_STAGES;
  const current = known.indexOf(atDeadline ? 'opening' : reached(tender));
  const over = tender.state === 'failed' || tender.state === 'terminated';
  const stages = known.map((stage, index): StageView => {
    const at = beginning(tender, stage);
    if (isAwarded(tender.state)) return { stage, state: 'done', at };
    if (index < current) return { stage, state: 'done', at };
    if (index > current) return { stage, state: 'later', at };
    return { stage, state: over ? 'failed' : 'now', at };
  });
  return over ? stages.slice(0, current + 1) : stages;
}

/** Which lots may be called again: all of a tender that is over without an award, else those that failed. */
export function lotsToCallAgain<L extends Pick<Lot, 'state'>>(
  state: TenderState,
  lots: readonly L[],
): readonly L[] {
  if (state === 'failed' || state === 'terminated') return lots;
  return state === 'draft' ? [] : lots.filter((one) => one.state === 'failed');
}

/** Whether the actor is the tenderer of this tender. */
export function isTendererOf(
  actor: Pick<Actor, 'role' | 'organisationId'>,
  tender: Pick<Tender, 'tendererId'>,
): boolean {
  return actor.role === 'tenderer' && actor.organisationId === tender.tendererId;
}

/** Who decides about a tender, and who prepares and runs it. */
type Principals = Pick<Tender, 'tendererId' | 'agencyId'>;

/**
 * Whether the actor prepares and runs this tender: its tenderer, or the agency commissioned for it (招标代理), which never
 * may more than the tenderer. What the tenderer alone decides (to give up, to award, answers to objections) asks
 * {@link isTendererOf}.
 */
export function runsTender(
  actor: Pick<Actor, 'role' | 'organisationId'>,
  { tendererId, agencyId }: Principals,
): boolean {
  return (
    actor.role === 'tenderer' && [tendererId, agencyId].some((id) => id === actor.organisationId)
  );
}

export const TENDER_ACTIONS = [
  'edit',
  'publish',
  'terminate',
  'clarify',
  'answer_objections',
  'see_sign_ups',
  'sign_up',
  'bid',
  'request_panel',
  'host',
  'publish_candidates',
  'award',
  'call_again',
] as const;
export type TenderAction = (typeof TENDER_ACTIONS)[number];

type Rule = (
  tender: Tender,
  actor: Actor,
  now: Instant,
  lots: readonly Pick<Lot, 'state'>[],
) => boolean;

const CAN: Readonly<Record<TenderAction, Rule>> = {
  edit: (tender, actor) => runsTender(actor, tender) && tender.state === 'draft',
  publish: (tender, actor) => runsTender(actor, tender) && tender.state === 'draft',
  terminate: (tender, actor) => isTendererOf(actor, tender) && tender.state === 'published',
  clarify: (tender, actor) => runsTender(actor, tender) && tender.state === 'published',
  answer_objections: (tender, actor) => isTendererOf(actor, tender) && tender.state !== 'draft',
  // Before the deadline only the tenderer may know who took the documents (Electronic Measures art. 21): not even its agency.
  see_sign_ups: (tender, actor, now) =>
    isTendererOf(actor, tender) || (actor.role === 'supervisor' && isPastDeadline(tender, now)),
  sign_up: (tender, actor, now) => actor.role === 'bidder' && isOpenForBids(tender, now),
  bid: (tender, actor, now) => actor.role === 'bidder' && isOpenForBids(tender, now),
  request_panel: (tender, actor) => runsTender(actor, tender) && tender.state === 'published',
  host: (tender, actor) =>
    (actor.role === 'host' || runsTender(actor, tender)) && tender.state === 'opening',
  // Nobody judges a lottery: from the deadline to the publication it is being opened.
  publish_candidates: (tender, actor) =>
    runsTender(actor, tender) &&
    tender.state === (tender.method === 'lottery' ? 'opening' : 'evaluation'),
  award: (tender, actor) => isTendererOf(actor, tender) && tender.state === 'publicity',
  // Lots that failed are called again while the others go on.
  call_again: (tender, actor, _now, lots) =>
    runsTender(actor, tender) && lotsToCallAgain(tender.state, lots).length > 0,
};

/** Whether the actor may do this to the tender at `now`. Asked after the tender's row is locked. */
export function can(
  actor: Actor,
  action: TenderAction,
  tender: Tender,
  now: Instant,
  lots: readonly Pick<Lot, 'state'>[] = [],
): boolean {
  return CAN[action](tender, actor, now, lots);
}

/** What the actor may do now: the one source for the server's answer and for which buttons the web shows. */
export function allowedActions(
  tender: Tender,
  actor: Actor,
  now: Instant,
  lots: readonly Pick<Lot, 'state'>[] = [],
): readonly TenderAction[] {
  return TENDER_ACTIONS.filter((action) => can(actor, action, tender, now, lots));
}
