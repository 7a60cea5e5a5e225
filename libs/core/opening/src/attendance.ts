import type { LawBasis } from '@core/kernel';
import {
  LEGAL_REPRESENTATIVE,
  ruleFor,
  type LegalDate,
  type Regime,
  type Rule,
  type RuleSet,
} from '@core/rules';

/** Who attends for a firm that bids, where a rule asks for its legal representative. */
export interface Attending {
  readonly firmId: string;
  readonly firmName: string;
  /** The name given at the check-in; null: nobody has checked in. */
  readonly attendee: string | null;
  /** Whether that is the legal representative in the enterprise's record. */
  readonly isRegistered: boolean | null;
  /** What the host found: the identity confirmed, or nobody there. */
  readonly verdict: 'confirmed' | 'absent' | null;
}

/** The check-in of a hall, with the rule that asks for it. */
export interface Attendance {
  readonly law: LawBasis;
  /** The firms whose bids are opened, by the order of their bids. */
  readonly firms: readonly Attending[];
}

/** What can happen at the check-in. */
export type AttendanceEvent =
  | {
      readonly kind: 'representative_arrived';
      readonly firmId: string;
      readonly attendee: string;
      readonly isRegistered: boolean;
    }
  | { readonly kind: 'representative_confirmed'; readonly firmId: string }
  | { readonly kind: 'representative_absent'; readonly firmId: string };

/** The rule that has legal representatives sign in at the opening; null: nobody has to come. */
export function attendanceRule(set: RuleSet, regime: Regime, on: LegalDate): Rule | null {
  return set.settings.legalRepresentativeAttends
    ? ruleFor(set, LEGAL_REPRESENTATIVE, regime, on)
    : null;
}

/** The check-in as it begins: nobody has come yet. */
export function emptyAttendance(
  law: LawBasis,
  bids: readonly { readonly bidderId: string; readonly bidderName: string }[],
): Attendance {
  const names = new Map(bids.map(({ bidderId, bidderName }) => [bidderId, bidderName]));
  const nobody = { attendee: null, isRegistered: null, verdict: null };
  const firms = [...names].map(([firmId, firmName]) => ({ firmId, firmName, ...nobody }));
  return { law, firms };
}

/** The check-in after one more event. */
export function afterAttendance(attendance: Attendance, event: AttendanceEvent): Attendance {
  const change = changeBy(event);
  return {
    ...attendance,
    firms: attendance.firms.map((one) =>
      one.firmId === event.firmId ? { ...one, ...change } : one,
    ),
  };
}

function changeBy(event: AttendanceEvent): Partial<Attending> {
  switch (event.kind) {
    case 'representative_arrived': {
      const { attendee, isRegistered } = event;
      return { attendee, isRegistered, verdict: null };
    }
    case 'representative_confirmed':
      return { verdict: 'confirmed' };
    case 'representative_absent':
      return { verdict: 'absent' };
  }
}

/** Whether two spellings are one name: spaces and the width of letters make no difference. */
export function isSameName(one: string, other: string): boolean {
  const plain = (name: string): string => name.normalize('NFKC').replace(/\s+/gu, '');
  return plain(one) === plain(other);
}
