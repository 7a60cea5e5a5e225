import {
  allUnsealed,
  awaitsCoefficients,
  nextLot,
  nextToRead,
  unaccounted,
  type Hall,
} from '@core/opening';

/** The one thing a host may do now. `confirm` steps are announced to everybody and ask first. */
export type HostStep =
  | { readonly kind: 'wait' | 'none' | 'answer_first' | 'attendance_first' | 'draw_first' }
  | { readonly kind: 'absent'; readonly sealed: number }
  | { readonly kind: 'begin_reading' | 'open_objections' | 'begin_signing' | 'close' | 'resume' }
  | { readonly kind: 'begin_lot'; readonly lot: number }
  | {
      readonly kind: 'read_bid';
      readonly bidId: string;
      readonly name: string;
      readonly at: number;
    };

/** What comes next, from the hall alone; the server decides again. */
export function hostStep(hall: Hall, windowOver: boolean): HostStep {
  if (hall.paused !== null) return { kind: 'resume' };
  switch (hall.phase) {
    case 'unsealing':
      return unsealingStep(hall, windowOver);
    case 'reading':
      return readingStep(hall);
    case 'objections':
      return objectionsStep(hall);
    case 'signing':
      return { kind: 'close' };
    default:
      return { kind: 'none' };
  }
}

function objectionsStep(hall: Hall): HostStep {
  if (hall.objections.some((one) => one.answer === null)) return { kind: 'answer_first' };
  if (awaitsCoefficients(hall)) return { kind: 'draw_first' };
  return unaccounted(hall).length > 0 ? { kind: 'attendance_first' } : { kind: 'begin_signing' };
}

function unsealingStep(hall: Hall, windowOver: boolean): HostStep {
  if (allUnsealed(hall)) return { kind: 'begin_reading' };
  if (!windowOver) return { kind: 'wait' };
  return {
    kind: 'absent',
    sealed: hall.bids.filter((bid) => bid.unsealing.state === 'sealed').length,
  };
}

function readingStep(hall: Hall): HostStep {
  const next = nextToRead(hall);
  const lot = nextLot(hall);
  if (next?.lot !== hall.lot && lot !== null) return { kind: 'begin_lot', lot };
  if (next === null) return { kind: 'open_objections' };
  const readable = hall.bids.filter((bid) => bid.unsealing.state === 'opened');
  return {
    kind: 'read_bid',
    bidId: next.bidId,
    name: next.bidderName,
    at: readable.findIndex((bid) => bid.bidId === next.bidId) + 1,
  };
}
