import {
  accept,
  refuse,
  type Fen,
  type Instant,
  type Refusal,
  type RefusalParam,
  type Result,
} from '@core/kernel';
import {
  checkPanelSize,
  lawOf,
  legalDate,
  type Finding,
  type Regime,
  type RuleSet,
} from '@core/rules';
import { isSpecialty } from './specialties';

export const PANEL_STATES = [
  'requested',
  'drawing',
  'calling',
  'formed',
  'checked_in',
  'short',
] as const;
/** requested → drawing → calling → formed → checked_in; short when nobody is left to be called. */
export type PanelState = (typeof PANEL_STATES)[number];

export const INVITATION_STATES = [
  'invited',
  'accepted',
  'declined',
  'unreachable',
  'conflict',
  'checked_in',
] as const;
/** invited → accepted → checked_in; declined, unreachable and conflict give the seat to the next. */
export type InvitationState = (typeof INVITATION_STATES)[number];

/** Seats asked for of one specialty. */
export interface PanelSeats {
  readonly specialty: string;
  readonly seats: number;
}

/** What a tenderer asks for. */
export interface PanelRequest {
  /** What the tender is estimated at. */
  readonly estimate?: Fen;
  readonly total: number;
  /** Representatives of the tenderer among them. */
  readonly tenderer: number;
  readonly seats: readonly PanelSeats[];
  readonly meetingAt: Instant;
}

export type PanelRefusal = Refusal<
  | 'panel.size_unlawful'
  | 'panel.seats_mismatch'
  | 'panel.specialty_unknown'
  | 'panel.meeting_too_early'
>;

function factsOf(finding: Finding): Record<string, RefusalParam> {
  return { rule: finding.ruleId, ...finding.facts };
}

/** Whether a panel may be asked for: a lawful size, seats that add up, a meeting after the deadline. */
export function requestPanel(
  request: PanelRequest,
  regime: Regime,
  deadline: Instant,
  set: RuleSet,
): Result<readonly Finding[], PanelRefusal> {
  const { total, tenderer, seats, meetingAt, estimate } = request;
  const size = estimate === undefined ? { total, tenderer } : { total, tenderer, estimate };
  const findings = checkPanelSize(set, regime, size, legalDate(meetingAt));
  const unlawful = findings.find(({ outcome }) => outcome === 'violated');
  if (unlawful) return refuse('panel.size_unlawful', factsOf(unlawful), lawOf(unlawful));
  const names = seats.map(({ specialty }) => specialty);
  const odd = names.find((name, at) => !isSpecialty(name) || names.indexOf(name) !== at);
  if (odd !== undefined) return refuse('panel.specialty_unknown', { specialty: odd });
  const asked = seats.reduce((sum, one) => sum + one.seats, 0);
  if (asked !== total - tenderer) {
    return refuse('panel.seats_mismatch', { asked, experts: total - tenderer });
  }
  return meetingAt < deadline ? refuse('panel.meeting_too_early', { deadline }) : accept(findings);
}

export type InvitationRefusal = Refusal<
  'invitation.answered' | 'invitation.too_late' | 'invitation.too_early'
>;

/** What an expert's answer makes of an invitation; after its time the next has been asked. */
export function answerInvitation(
  state: InvitationState,
  respondBy: Instant,
  accepts: boolean,
  at: Instant,
): Result<'accepted' | 'declined', InvitationRefusal> {
  if (state === 'unreachable' || (state === 'invited' && at >= respondBy)) {
    return refuse('invitation.too_late', { respondBy });
  }
  // Leave after acceptance opens a replacement as well (blueprint 5.8).
  if (state === 'accepted' && !accepts) return accept('declined');
  if (state !== 'invited') return refuse('invitation.answered', { state });
  return accept(accepts ? 'accepted' : 'declined');
}

/** Whether an expert may check in: accepted, and the meeting has come or the hall is closed. */
export function checkInExpert(
  state: InvitationState,
  meeting: { readonly at: Instant; readonly tenderState: string },
  now: Instant,
): Result<'checked_in', InvitationRefusal> {
  if (state !== 'accepted') return refuse('invitation.answered', { state });
  const { at, tenderState } = meeting;
  const isOpen = tenderState === 'evaluation' || (tenderState === 'opening' && now >= at);
  return isOpen ? accept('checked_in') : refuse('invitation.too_early', { meetingAt: at });
}
