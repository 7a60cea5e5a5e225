import { accept, refuse, type Result } from '@core/kernel';
import { isUndrawn, type CoefficientEvent } from './coefficients';
import type { Hall, HallEvent, HallRefusal } from './hall';

/**
 * Whether a hall waits for its draw: coefficients and orders of bids are drawn after every bid is read and before the record
 * is signed, so that no bid can follow them and the record holds them (rules.md §6.1; Implementing Regulations art. 49).
 */
export function awaitsCoefficients(hall: Pick<Hall, 'phase' | 'coefficients' | 'bids'>): boolean {
  return hall.phase === 'objections' && isUndrawn(hall);
}

/** Records a step of the draw. A pause of the hall does not stop it: nobody in the hall takes that step. */
export function recordCoefficients(
  hall: Hall,
  event: CoefficientEvent,
): Result<HallEvent, HallRefusal> {
  return awaitsCoefficients(hall)
    ? accept(event)
    : refuse('opening.wrong_phase', { phase: hall.phase });
}
