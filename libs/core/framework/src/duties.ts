import type { Instant, LawBasis } from '@core/kernel';
import { firstRule, lawOf, periodOf, type Calendar, type UnderLaw } from '@core/rules';

/** What has happened to a framework; null: not yet. */
export interface FrameworkMoments {
  readonly admittedAt: Instant | null;
  /** The first agreement was signed by both sides. */
  readonly firstSignedAt: Instant | null;
  /** The last was, and no supplier waits any more. */
  readonly signedAt: Instant | null;
  /** Buyers were told of the suppliers. */
  readonly informedAt: Instant | null;
  readonly filedAt: Instant | null;
  /** The first instant after the agreements ran out. */
  readonly endedAt: Instant | null;
  readonly summarisedAt: Instant | null;
}

/** What the law asks of whoever concluded a framework, each with its rule, its beginning, and what does it. */
const DUTIES = {
  sign: { rule: 'fw-sign-30d', from: 'admittedAt', done: 'signedAt' },
  inform: { rule: 'fw-inform-3wd', from: 'firstSignedAt', done: 'informedAt' },
  file: { rule: 'fw-file-7wd', from: 'firstSignedAt', done: 'filedAt' },
  summarise: { rule: 'fw-summary-10wd', from: 'endedAt', done: 'summarisedAt' },
} as const satisfies Readonly<
  Record<
    string,
    {
      readonly rule: string;
      readonly from: keyof FrameworkMoments;
      readonly done: keyof FrameworkMoments;
    }
  >
>;

/** Something the law asks of a framework's collector within a time (Order 110 art. 29, 30, 35). */
export type FrameworkDuty = keyof typeof DUTIES;
export const FRAMEWORK_DUTIES = Object.keys(DUTIES) as readonly FrameworkDuty[];

/** A duty with its clock. */
export interface DueFrameworkDuty {
  readonly duty: FrameworkDuty;
  /** The first instant that is too late; null: the calendar of a year that counts is not known yet. */
  readonly until: Instant | null;
  readonly law: LawBasis;
  readonly doneAt: Instant | null;
}

/**
 * The duties whose beginning has come, with the day by which they are done.
 */
export function frameworkDuties(
  moments: FrameworkMoments,
  law: UnderLaw,
  calendar: Calendar,
): readonly DueFrameworkDuty[] {
  return FRAMEWORK_DUTIES.flatMap((duty): readonly DueFrameworkDuty[] => {
    const { rule: id, from, done } = DUTIES[duty];
    const rule = firstRule(law, [id]);
    const begin = moments[from];
    if (begin === null || !rule) return [];
    const end = periodOf(calendar, rule, begin);
    const until = end.ok ? end.value.until : null;
    return [{ duty, until, law: lawOf(rule), doneAt: moments[done] }];
  });
}
