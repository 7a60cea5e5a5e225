import { Injectable } from '@nestjs/common';
import type { Instant } from '@core/kernel';
import { legalDate, periodOf, ruleOn } from '@core/rules';
import { Calendars } from '@server/calendar';
import { DomainError, RuleSets } from '@server/platform';

/** The periods of the register, by the rule set in force. */
@Injectable()
export class RegisterClocks {
  constructor(
    private readonly ruleSets: RuleSets,
    private readonly calendars: Calendars,
  ) {}

  /** When the period of a rule that begins at `from` is over; null where the set has none. Throws where a year is not known. */
  async until(ruleId: string, from: Instant): Promise<Instant | null> {
    const rule = ruleOn(this.ruleSets.current, ruleId, legalDate(from));
    if (!rule) return null;
    const end = periodOf(await this.calendars.current(), rule, from);
    if (end.ok) return end.value.until;
    const { code, params } = end.refusal;
    if (code === 'calendar.year_unknown') throw new DomainError(code, params);
    return null;
  }

  /** The number of a rule at an instant, such as months; `fallback` where the set has none then. */
  lengthOf(ruleId: string, at: Instant, fallback: number): number {
    return ruleOn(this.ruleSets.current, ruleId, legalDate(at))?.value ?? fallback;
  }
}
