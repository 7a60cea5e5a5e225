import { accept, refuse, type LawBasis, type Refusal, type Result } from '@core/kernel';
import {
  afterAttendance,
  emptyAttendance,
  type Attendance,
  type AttendanceEvent,
} from './attendance';
import {
  afterCoefficients,
  isUndrawn,
  undrawn,
  type CoefficientEvent,
  type HallCoefficients,
} from './coefficients';

/** unsealing → reading → objections → signing → closed; a hall with too few bids is failed at once. */
export const HALL_PHASES = [
  'unsealing',
  'reading',
  'objections',
  'signing',
  'closed',
  'failed',
] as const;
export type HallPhase = (typeof HALL_PHASES)[number];

/** What happened to one bid's public envelope (tp1 §4.5). */
export type Unsealing =
  | { readonly state: 'sealed' }
  | { readonly state: 'opened'; readonly by: 'bidder' | 'holders' }
  | { readonly state: 'failed'; readonly verdict: string }
  /** Its lot failed with too few bids: it goes back as it came. */
  | { readonly state: 'returned' };

/** One bid in the hall. Nothing of its content is here before it is read. */
export interface HallBid {
  readonly bidId: string;
  readonly bidderId: string;
  readonly bidderName: string;
  /** The number of its lot; 1 where the tender has one. */
  readonly lot: number;
  /** The names of all members where a consortium bids, its leader first; else empty. */
  readonly members: readonly string[];
  readonly unsealing: Unsealing;
  /** Present once it has been read aloud. */
  readonly reading: Readonly<Record<string, string>> | null;
}

/** An objection raised on the spot, and its answer (Implementing Regulations art. 44). */
export interface HallObjection {
  readonly id: string;
  readonly byId: string;
  readonly byName: string;
  readonly text: string;
  readonly answer: string | null;
}

/** One lot in the hall. */
export interface HallLot {
  readonly number: number;
  readonly title: string;
  /** Too few bids came for it. */
  readonly failed: boolean;
}

/** The commitment to the base price (标底) of a lot. */
export interface SealedBasePrice {
  /** 1 where the tender has one lot. */
  readonly lot: number;
  readonly commit: string;
}

/** A base price in the hall. */
export interface HallBasePrice extends SealedBasePrice {
  /** Yuan, and the bytes that hid it: whoever looks can compute the commitment again. Null until it is opened. */
  readonly opened: { readonly price: string; readonly nonce: string } | null;
}

/** The whole hall, folded from its events. */
export interface Hall {
  readonly phase: HallPhase;
  readonly paused: string | null;
  readonly seq: number;
  /** In ascending order of number; one where the tender has one. */
  readonly lots: readonly HallLot[];
  /** The lot that is being read; null before the reading. */
  readonly lot: number | null;
  /** In the order in which they are read: by lot, then by id. */
  readonly bids: readonly HallBid[];
  /** The base prices that were sealed, by lot. */
  readonly basePrices: readonly HallBasePrice[];
  /** What is drawn after the reading, coefficients and orders of bids; null: the plan draws nothing. */
  readonly coefficients: HallCoefficients | null;
  /** Who attends; null where no rule asks for it. */
  readonly attendance: Attendance | null;
  readonly objections: readonly HallObjection[];
  readonly signatures: readonly { readonly byId: string; readonly byName: string }[];
}

/** A bid as it enters the hall. `lot` is there where the tender has several, `members` where a consortium bids. */
export interface ClosedHallBid extends Pick<HallBid, 'bidId' | 'bidderId' | 'bidderName'> {
  readonly lot?: number;
  readonly members?: readonly string[];
}

/** What can happen in a hall. Every event is a stored row with a sequence number of its own. */
export type HallEvent =
  | {
      readonly kind: 'bids_closed';
      readonly bids: readonly ClosedHallBid[];
      readonly minimum: number;
      readonly failed: boolean;
      /** Where the tender has several lots. */
      readonly lots?: readonly HallLot[];
      /** Where base prices were sealed. */
      readonly basePrices?: readonly SealedBasePrice[];
      /** Where the evaluation plan draws coefficients, or orders of bids. */
      readonly coefficients?: HallCoefficients['offered'];
      /** Where it draws orders of bids: which. */
      readonly bidOrders?: HallCoefficients['bidOrders'];
      /** The rule by which legal representatives sign in, where there is one. */
      readonly attendance?: LawBasis;
    }
  | AttendanceEvent
  | CoefficientEvent
  | { readonly kind: 'bid_unsealed'; readonly bidId: string; readonly by: 'bidder' | 'holders' }
  | { readonly kind: 'bid_failed'; readonly bidId: string; readonly verdict: string }
  | { readonly kind: 'reading_began' }
  | { readonly kind: 'lot_began'; readonly lot: number }
  | {
      readonly kind: 'bid_read';
      readonly bidId: string;
      readonly reading: Readonly<Record<string, string>>;
    }
  | {
      readonly kind: 'base_price_opened';
      readonly lot: number;
      readonly price: string;
      readonly nonce: string;
    }
  | { readonly kind: 'objections_opened' }
  | {
      readonly kind: 'objection_raised';
      readonly id: string;
      readonly byId: string;
      readonly byName: string;
      readonly text: string;
    }
  | { readonly kind: 'objection_answered'; readonly id: string; readonly answer: string }
  | { readonly kind: 'signing_began' }
  | { readonly kind: 'record_signed'; readonly byId: string; readonly byName: string }
  | { readonly kind: 'paused'; readonly reason: string }
  | { readonly kind: 'resumed' }
  | { readonly kind: 'closed' };

export const EMPTY_HALL: Hall = {
  phase: 'unsealing',
  paused: null,
  seq: 0,
  lots: [],
  lot: null,
  bids: [],
  basePrices: [],
  coefficients: null,
  attendance: null,
  objections: [],
  signatures: [],
};

function withBid(hall: Hall, bidId: string, change: Partial<HallBid>): Hall {
  return {
    ...hall,
    bids: hall.bids.map((bid) => (bid.bidId === bidId ? { ...bid, ...change } : bid)),
  };
}

/** The lots that did not fail, in the order in which they are read. */
function standingLots(hall: Hall): readonly number[] {
  return hall.lots.filter(({ failed }) => !failed).map(({ number }) => number);
}

function firstLot(hall: Hall): number | null {
  return standingLots(hall)[0] ?? null;
}

function enter(hall: Hall, event: Extract<HallEvent, { kind: 'bids_closed' }>): Hall {
  const lots = event.lots ?? [{ number: 1, title: '', failed: event.failed }];
  const failed = new Set(event.lots?.filter((one) => one.failed).map(({ number }) => number));
  const bids = event.bids.map((bid): HallBid => {
    const { lot = 1, members = [] } = bid;
    return {
      ...bid,
      lot,
      members,
      unsealing: { state: failed.has(lot) ? 'returned' : 'sealed' },
      reading: null,
    };
  });
  const basePrices = (event.basePrices ?? []).map((one) => ({ ...one, opened: null }));
  const opened = bids.filter(({ unsealing }) => unsealing.state === 'sealed');
  const attendance = event.attendance ? emptyAttendance(event.attendance, opened) : null;
  const phase = event.failed ? 'failed' : 'unsealing';
  const coefficients = event.coefficients
    ? undrawn(event.coefficients, event.bidOrders ?? [])
    : null;
  return { ...hall, phase, lots, bids, basePrices, coefficients, attendance };
}

/** Who is present, and what those present raise, answer and sign. */
function onFloor(
  hall: Hall,
  event: Extract<
    HallEvent,
    {
      kind:
        | 'objection_raised'
        | 'objection_answered'
        | 'signing_began'
        | 'record_signed'
        | CoefficientEvent['kind']
        | AttendanceEvent['kind'];
    }
  >,
): Hall {
  switch (event.kind) {
    case 'objection_raised': {
      const { id, byId, byName, text } = event;
      return {
        ...hall,
        objections: [...hall.objections, { id, byId, byName, text, answer: null }],
      };
    }
    case 'objection_answered':
      return {
        ...hall,
        objections: hall.objections.map((one) =>
          one.id === event.id ? { ...one, answer: event.answer } : one,
        ),
      };
    case 'signing_began':
      return { ...hall, phase: 'signing' };
    case 'record_signed':
      return {
        ...hall,
        signatures: [...hall.signatures, { byId: event.byId, byName: event.byName }],
      };
    case 'coefficient_draw_began':
    case 'coefficient_draw_voided':
    case 'coefficients_drawn':
      return {
        ...hall,
        coefficients: hall.coefficients && afterCoefficients(hall.coefficients, event),
      };
    default:
      return {
        ...hall,
        attendance: hall.attendance && afterAttendance(hall.attendance, event),
      };
  }
}

function apply(hall: Hall, event: HallEvent): Hall {
  switch (event.kind) {
    case 'bids_closed':
      return enter(hall, event);
    case 'bid_unsealed':
      return withBid(hall, event.bidId, { unsealing: { state: 'opened', by: event.by } });
    case 'bid_failed':
      return withBid(hall, event.bidId, {
        unsealing: { state: 'failed', verdict: event.verdict },
      });
    case 'reading_began':
      return { ...hall, phase: 'reading', lot: firstLot(hall) };
    case 'lot_began':
      return { ...hall, lot: event.lot };
    case 'bid_read':
      return withBid(hall, event.bidId, { reading: event.reading });
    case 'base_price_opened': {
      const { lot, price, nonce } = event;
      const basePrices = hall.basePrices.map((one) =>
        one.lot === lot ? { ...one, opened: { price, nonce } } : one,
      );
      return { ...hall, basePrices };
    }
    case 'objections_opened':
      return { ...hall, phase: 'objections' };
    case 'paused':
      return { ...hall, paused: event.reason };
    case 'resumed':
      return { ...hall, paused: null };
    case 'closed':
      return { ...hall, phase: 'closed' };
    default:
      return onFloor(hall, event);
  }
}

/** The hall after one more event. */
export function advance(hall: Hall, event: HallEvent): Hall {
  return { ...apply(hall, event), seq: hall.seq + 1 };
}

/** The hall after all these events, oldest first: the same for everybody, whenever he came in. */
export function foldHall(events: readonly HallEvent[]): Hall {
  return events.reduce(advance, EMPTY_HALL);
}

export type HallRefusal = Refusal<
  | 'opening.wrong_phase'
  | 'opening.paused'
  | 'opening.not_paused'
  | 'opening.unknown_bid'
  | 'opening.already_unsealed'
  | 'opening.still_sealed'
  | 'opening.unread_bids'
  | 'opening.lot_failed'
  | 'opening.lot_not_begun'
  | 'opening.no_next_lot'
  | 'opening.unanswered_objections'
  | 'opening.unknown_objection'
  | 'opening.already_signed'
  | 'opening.no_check_in'
  | 'opening.unknown_firm'
  | 'opening.nobody_checked_in'
  | 'opening.identity_confirmed'
  | 'opening.absence_recorded'
  | 'opening.attendance_open'
  | 'opening.coefficients_open'
  | 'base_price.none'
  | 'base_price.opened_already'
  | 'base_price.mismatch'
>;

/** Refuses what may not be done now: in another phase, or while the hall is paused. */
export function inPhase(hall: Hall, ...phases: readonly HallPhase[]): HallRefusal | null {
  if (!phases.includes(hall.phase)) {
    return { code: 'opening.wrong_phase', params: { phase: hall.phase } };
  }
  return hall.paused === null ? null : { code: 'opening.paused', params: { reason: hall.paused } };
}

function refused(refusal: HallRefusal): { readonly ok: false; readonly refusal: HallRefusal } {
  return { ok: false, refusal };
}

/** Takes the outcome of unsealing one bid, once. */
export function recordUnsealing(
  hall: Hall,
  bidId: string,
  outcome:
    | { readonly ok: true; readonly by: 'bidder' | 'holders' }
    | { readonly ok: false; readonly verdict: string },
): Result<HallEvent, HallRefusal> {
  const wrong = inPhase(hall, 'unsealing');
  if (wrong) return refused(wrong);
  const bid = hall.bids.find((one) => one.bidId === bidId);
  if (!bid) return refuse('opening.unknown_bid');
  if (bid.unsealing.state === 'returned') return refuse('opening.lot_failed', { lot: bid.lot });
  if (bid.unsealing.state !== 'sealed') return refuse('opening.already_unsealed');
  return accept(
    outcome.ok
      ? { kind: 'bid_unsealed', bidId, by: outcome.by }
      : { kind: 'bid_failed', bidId, verdict: outcome.verdict },
  );
}

/** Whether every bid is opened, failed or returned: then the unsealing window ends early. */
export function allUnsealed(hall: Hall): boolean {
  return hall.bids.every((bid) => bid.unsealing.state !== 'sealed');
}

/** Begins the reading. No content of any bid is shown before (Electronic Measures art. 30). */
export function beginReading(hall: Hall): Result<HallEvent, HallRefusal> {
  const wrong = inPhase(hall, 'unsealing');
  if (wrong) return refused(wrong);
  return allUnsealed(hall) ? accept({ kind: 'reading_began' }) : refuse('opening.still_sealed');
}

/** The next opened bid that has not been read, lot by lot in the order of the closed list; null when all are read. */
export function nextToRead(hall: Hall): HallBid | null {
  return hall.bids.find((bid) => bid.unsealing.state === 'opened' && bid.reading === null) ?? null;
}

/** Reads the next bid aloud. `expected` is the one the presser saw: two pressers read one bid, not two. */
export function readBid(
  hall: Hall,
  expected: string,
  reading: Readonly<Record<string, string>>,
): Result<HallEvent, HallRefusal> {
  const wrong = inPhase(hall, 'reading');
  if (wrong) return refused(wrong);
  const next = nextToRead(hall);
  if (next?.bidId !== expected) return refuse('opening.unknown_bid');
  if (next.lot !== hall.lot) return refuse('opening.lot_not_begun', { lot: next.lot });
  return accept({ kind: 'bid_read', bidId: expected, reading });
}

/** The lot that is read after the present one; null when the present one is the last. */
export function nextLot(hall: Hall): number | null {
  const lots = standingLots(hall);
  return hall.lot === null ? null : (lots[lots.indexOf(hall.lot) + 1] ?? null);
}

/** Goes on to the next lot once everything of the present one has been read. `expected` is the one the presser saw. */
export function beginLot(hall: Hall, expected: number): Result<HallEvent, HallRefusal> {
  const wrong = inPhase(hall, 'reading');
  if (wrong) return refused(wrong);
  if (nextLot(hall) !== expected) return refuse('opening.no_next_lot', { lot: expected });
  const unread = nextToRead(hall);
  return unread?.lot === hall.lot
    ? refuse('opening.unread_bids')
    : accept({ kind: 'lot_began', lot: expected });
}

/** Opens the floor for objections once everything of every lot has been read. */
export function openObjections(hall: Hall): Result<HallEvent, HallRefusal> {
  const wrong = inPhase(hall, 'reading');
  if (wrong) return refused(wrong);
  return nextToRead(hall) === null && nextLot(hall) === null
    ? accept({ kind: 'objections_opened' })
    : refuse('opening.unread_bids');
}

/** Raises an objection; only while the floor is open. */
export function raiseObjection(
  hall: Hall,
  objection: Omit<HallObjection, 'answer'>,
): Result<HallEvent, HallRefusal> {
  const wrong = inPhase(hall, 'objections');
  if (wrong) return refused(wrong);
  return accept({ kind: 'objection_raised', ...objection });
}

/** Answers an objection on the spot. */
export function answerObjection(
  hall: Hall,
  id: string,
  answer: string,
): Result<HallEvent, HallRefusal> {
  const wrong = inPhase(hall, 'objections');
  if (wrong) return refused(wrong);
  const open = hall.objections.find((one) => one.id === id && one.answer === null);
  return open
    ? accept({ kind: 'objection_answered', id, answer })
    : refuse('opening.unknown_objection');
}

/**
 * Begins the signing of the record, when no objection is left without an answer, the coefficients are drawn and, where a rule asks for them, every legal
 * representative is accounted for: there, or recorded as absent.
 */
export function beginSigning(hall: Hall): Result<HallEvent, HallRefusal> {
  const wrong = inPhase(hall, 'objections');
  if (wrong) return refused(wrong);
  if (hall.objections.some((one) => one.answer === null)) {
    return refuse('opening.unanswered_objections');
  }
  if (isUndrawn(hall)) return refuse('opening.coefficients_open');
  const open = hall.attendance?.firms.find(({ verdict }) => verdict === null);
  return open
    ? refuse('opening.attendance_open', { firm: open.firmName }, hall.attendance?.law)
    : accept({ kind: 'signing_began' });
}

/** Signs the record, once per organisation. */
export function signRecord(
  hall: Hall,
  byId: string,
  byName: string,
): Result<HallEvent, HallRefusal> {
  const wrong = inPhase(hall, 'signing');
  if (wrong) return refused(wrong);
  return hall.signatures.some((one) => one.byId === byId)
    ? refuse('opening.already_signed')
    : accept({ kind: 'record_signed', byId, byName });
}

/** Pauses the hall, with a reason that everybody sees. */
export function pauseHall(hall: Hall, reason: string): Result<HallEvent, HallRefusal> {
  const wrong = inPhase(hall, 'unsealing', 'reading', 'objections', 'signing');
  return wrong ? refused(wrong) : accept({ kind: 'paused', reason });
}

/** Resumes a paused hall. */
export function resumeHall(hall: Hall): Result<HallEvent, HallRefusal> {
  return hall.paused === null ? refuse('opening.not_paused') : accept({ kind: 'resumed' });
}

/** Closes the hall after the signing; whoever did not sign is taken to have no objection. */
export function closeHall(hall: Hall): Result<HallEvent, HallRefusal> {
  const wrong = inPhase(hall, 'signing');
  return wrong ? refused(wrong) : accept({ kind: 'closed' });
}
