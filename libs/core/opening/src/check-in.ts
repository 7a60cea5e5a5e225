import { accept, refuse, type Result } from '@core/kernel';
import { isSameName, type Attending } from './attendance';
import { inPhase, type Hall, type HallEvent, type HallRefusal } from './hall';

/** The firm at the check-in, or why nothing can be noted for it now: from the closing until the record is signed. */
function atCheckIn(hall: Hall, firmId: string): Result<Attending, HallRefusal> {
  const wrong = inPhase(hall, 'unsealing', 'reading', 'objections');
  if (wrong) return { ok: false, refusal: wrong };
  if (hall.attendance === null) return refuse('opening.no_check_in');
  const firm = hall.attendance.firms.find((one) => one.firmId === firmId);
  return firm ? accept(firm) : refuse('opening.unknown_firm');
}

/**
 * Checks a firm in with the name of who attends for it. Another name than the record's is noted, not turned away; who comes
 * late may still check in.
 */
export function checkIn(
  hall: Hall,
  firmId: string,
  attendee: string,
  registered: string,
): Result<HallEvent, HallRefusal> {
  const found = atCheckIn(hall, firmId);
  if (!found.ok) return found;
  if (found.value.verdict === 'confirmed') return refuse('opening.identity_confirmed');
  const isRegistered = isSameName(attendee, registered);
  return accept({ kind: 'representative_arrived', firmId, attendee, isRegistered });
}

/** Confirms that who checked in is who he says: what the host sees in the room. */
export function confirmRepresentative(hall: Hall, firmId: string): Result<HallEvent, HallRefusal> {
  const found = atCheckIn(hall, firmId);
  if (!found.ok) return found;
  if (found.value.verdict === 'confirmed') return refuse('opening.identity_confirmed');
  return found.value.attendee === null
    ? refuse('opening.nobody_checked_in')
    : accept({ kind: 'representative_confirmed', firmId });
}

/** Records that nobody came, or that who came could not show who he is. It excludes nobody: the rule names no consequence. */
export function recordAbsence(hall: Hall, firmId: string): Result<HallEvent, HallRefusal> {
  const found = atCheckIn(hall, firmId);
  if (!found.ok) return found;
  if (found.value.verdict === 'confirmed') return refuse('opening.identity_confirmed');
  return found.value.verdict === 'absent'
    ? refuse('opening.absence_recorded')
    : accept({ kind: 'representative_absent', firmId });
}

/** Firms of which the host has neither confirmed nor denied that they are there. */
export function unaccounted(hall: Hall): readonly Attending[] {
  return hall.attendance?.firms.filter(({ verdict }) => verdict === null) ?? [];
}
