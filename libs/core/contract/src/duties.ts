import type { Instant, LawBasis } from '@core/kernel';
import { firstRule, lawOf, periodOf, type Calendar, type UnderLaw } from '@core/rules';

/** What the law asks for around a contract, each with the rules it may stand on and the moment it counts from. */
const DUTIES = {
  sign: { from: 'award', rules: ['gp-contract-30d', 'contract-30d'] },
  publish: { from: 'contract', rules: ['gp-contract-publish-2wd'] },
  file: {
    from: 'contract',
    rules: ['gp-contract-file-7wd', 'cq-contract-file-7wd', 'zj-contract-file-15d'],
  },
} as const satisfies Readonly<
  Record<string, { readonly from: 'award' | 'contract'; readonly rules: readonly string[] }>
>;

/** Something the law asks for after an award. */
export type ContractDuty = keyof typeof DUTIES;
export const CONTRACT_DUTIES = Object.keys(DUTIES) as readonly ContractDuty[];

/** A duty with its clock. */
export interface DueDuty {
  readonly duty: ContractDuty;
  /** The first instant that is too late; null: the calendar of a year that counts is not known yet. */
  readonly until: Instant | null;
  readonly law: LawBasis;
}

/**
 * What is due after an award and, once it is signed, after the contract, by the rules in force. Duties whose rule the set
 * does not have, or whose beginning has not come, are not among them.
 */
export function contractDuties(
  moments: { readonly awardedAt: Instant; readonly concludedAt: Instant | null },
  law: UnderLaw,
  calendar: Calendar,
): readonly DueDuty[] {
  const due: DueDuty[] = [];
  for (const duty of CONTRACT_DUTIES) {
    const { from, rules } = DUTIES[duty];
    const begin = from === 'award' ? moments.awardedAt : moments.concludedAt;
    const rule = firstRule(law, rules);
    if (begin === null || !rule) continue;
    const end = periodOf(calendar, rule, begin);
    if (!end.ok && end.refusal.code === 'rules.no_period') continue;
    due.push({ duty, until: end.ok ? end.value.until : null, law: lawOf(rule) });
  }
  return due;
}
