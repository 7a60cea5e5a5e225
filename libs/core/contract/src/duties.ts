import type { Instant, LawBasis } from '@core/kernel';
import { firstRule, lawOf, periodOf, type Calendar, type UnderLaw } from '@core/rules';

/** The moments of a result from which something is due; null: not come yet. */
export interface ResultMoments {
  /** The panel signed its report. */
  readonly reportedAt: Instant | null;
  readonly awardedAt: Instant | null;
  readonly concludedAt: Instant | null;
}

/** What the law asks for after an evaluation, each with the rules it may stand on and the moment it counts from. */
const DUTIES = {
  publish_candidates: { from: 'reportedAt', rules: ['candidate-publish-3d'] },
  award: { from: 'reportedAt', rules: ['gp-award-5wd'] },
  announce: { from: 'awardedAt', rules: ['gp-result-2wd'] },
  refund_losers: { from: 'awardedAt', rules: ['gp-bond-refund-5wd'] },
  report: { from: 'awardedAt', rules: ['written-report-15d'] },
  sign: { from: 'awardedAt', rules: ['gp-contract-30d', 'contract-30d'] },
  publish: { from: 'concludedAt', rules: ['gp-contract-publish-2wd'] },
  refund: { from: 'concludedAt', rules: ['gp-bond-refund-5wd', 'bid-bond-refund-5d'] },
  file: {
    from: 'concludedAt',
    rules: ['gp-contract-file-7wd', 'cq-contract-file-7wd', 'zj-contract-file-15d'],
  },
} as const satisfies Readonly<
  Record<string, { readonly from: keyof ResultMoments; readonly rules: readonly string[] }>
>;

/** Something the law asks for after an evaluation, an award or a contract. */
export type Duty = keyof typeof DUTIES;
export const DUTY_NAMES = Object.keys(DUTIES) as readonly Duty[];
/** What is due of the tender as a whole, after the report. */
export const REPORT_DUTIES = ['publish_candidates', 'award'] as const satisfies readonly Duty[];
/** What is due of each lot, after its award. */
export const CONTRACT_DUTIES = [
  'announce',
  'refund_losers',
  'report',
  'sign',
  'publish',
  'refund',
  'file',
] as const satisfies readonly Duty[];
/** What leaves no trace on the platform (money goes back at a bank, a report is written): done by its tenderer's word. */
export const DECLARED_DUTIES = [
  'refund_losers',
  'report',
  'refund',
] as const satisfies readonly Duty[];
/** One of {@link DECLARED_DUTIES}. */
export type DeclaredDuty = (typeof DECLARED_DUTIES)[number];

/** A duty with its clock. */
export interface DueDuty<D extends Duty = Duty> {
  readonly duty: D;
  /** The first instant that is too late; null: the calendar of a year that counts is not known yet. */
  readonly until: Instant | null;
  readonly law: LawBasis;
}

/**
 * What is due of these duties, by the rules in force. Duties whose rule the set does not have, or whose beginning has not
 * come, are not among them.
 */
export function dutiesDue<D extends Duty>(
  duties: readonly D[],
  moments: ResultMoments,
  law: UnderLaw,
  calendar: Calendar,
): readonly DueDuty<D>[] {
  const due: DueDuty<D>[] = [];
  for (const duty of duties) {
    const { from, rules } = DUTIES[duty];
    const begin = moments[from];
    const rule = firstRule(law, rules);
    if (begin === null || !rule) continue;
    const end = periodOf(calendar, rule, begin);
    if (!end.ok && end.refusal.code === 'rules.no_period') continue;
    due.push({ duty, until: end.ok ? end.value.until : null, law: lawOf(rule) });
  }
  return due;
}
