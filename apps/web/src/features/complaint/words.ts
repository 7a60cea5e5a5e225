import {
  COMPLAINT_CLOCKS,
  COMPLAINT_OUTCOMES,
  COMPLAINT_STATES,
  COMPLAINT_SUBJECTS,
  NOT_ACCEPTED_GROUNDS,
  STOP_REASONS,
} from '@core/complaint';
import { COMPLAINT_ORDERS } from '@core/tender';
import type { PlainMessageKey } from '../../shared/i18n/catalogue';

function keyOf<Word extends string, Head extends string>(
  head: Head,
  words: readonly Word[],
  first: Word,
): (word: string | null) => `${Head}.${Word}` {
  return (word) => `${head}.${words.find((one) => one === word) ?? first}`;
}

/** The keys of what the wire says in one word. */
export const wordKeys = {
  state: keyOf('complaintState', COMPLAINT_STATES, 'filed'),
  subject: keyOf('complaintSubject', COMPLAINT_SUBJECTS, 'other'),
  outcome: keyOf('complaintOutcome', COMPLAINT_OUTCOMES, 'dismissed'),
  order: keyOf('complaintOrder', COMPLAINT_ORDERS, 'none'),
  ground: keyOf('complaintGround', NOT_ACCEPTED_GROUNDS, 'not_specific'),
  reason: keyOf('complaintStop', STOP_REASONS, 'inspection'),
  clock: keyOf('complaintClock', COMPLAINT_CLOCKS, 'review'),
  side: keyOf('complaintSide', ['complainant', 'respondent', 'authority'] as const, 'authority'),
  pause: keyOf('complaintPause', ['clock', 'suspension'] as const, 'clock'),
} as const satisfies Readonly<Record<string, (word: string | null) => PlainMessageKey>>;
