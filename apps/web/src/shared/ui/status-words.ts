import type { TenderState } from '../api/wire';
import type { IconName } from './icon';

/** How a chip looks. The kind follows from the state; nobody chooses it at the place of use. */
export type ChipKind = 'live' | 'go' | 'info' | 'ok' | 'warn' | 'bad' | 'plain' | 'line' | 'seal';

interface Look {
  readonly kind: ChipKind;
  readonly icon?: IconName;
}

/** One state, one chip, one word (`status.<name>` in the catalogue) in the whole product. */
export const STATUS = {
  draft: { kind: 'plain' },
  live: { kind: 'live' },
  now: { kind: 'live' },
  bidding: { kind: 'go' },
  collecting: { kind: 'go' },
  closed: { kind: 'plain' },
  opening: { kind: 'live' },
  evaluation: { kind: 'go' },
  publicity: { kind: 'info' },
  awarded: { kind: 'ok', icon: 'check' },
  contracted: { kind: 'ok', icon: 'check' },
  archived: { kind: 'plain' },
  failed: { kind: 'bad', icon: 'close' },
  terminated: { kind: 'plain' },
  suspended: { kind: 'warn', icon: 'pause' },
  changed: { kind: 'warn', icon: 'clock' },
  due_soon: { kind: 'warn', icon: 'clock' },
  overdue: { kind: 'bad', icon: 'alert' },
  revoked: { kind: 'bad', icon: 'close' },
  sealed: { kind: 'seal', icon: 'lock' },
  not_submitted: { kind: 'bad', icon: 'alert' },
  submitted: { kind: 'ok', icon: 'check' },
  complies: { kind: 'ok', icon: 'check' },
  no_gaps: { kind: 'ok', icon: 'check' },
  gap: { kind: 'bad', icon: 'alert' },
  current: { kind: 'ok', icon: 'check' },
  acting: { kind: 'ok', icon: 'check' },
  demo: { kind: 'warn', icon: 'clock' },
} as const satisfies Record<string, Look>;

export type StatusWord = keyof typeof STATUS;

/** The word for a tender's state. */
export const TENDER_STATUS: Readonly<Record<TenderState, StatusWord>> = {
  draft: 'draft',
  published: 'bidding',
  opening: 'opening',
  evaluation: 'evaluation',
  publicity: 'publicity',
  awarded: 'awarded',
  contracted: 'contracted',
  archived: 'archived',
  failed: 'failed',
  terminated: 'terminated',
};

/** The word for a tender where it may also stand still. */
export function tenderStatus(tender: {
  readonly state: TenderState;
  readonly suspendedAt: string | null;
}): StatusWord {
  const stands = tender.state === 'published' && tender.suspendedAt !== null;
  return stands ? 'suspended' : TENDER_STATUS[tender.state];
}
