import { Injectable } from '@nestjs/common';
import type { Instant } from '@core/kernel';
import { periodOf } from '@core/rules';
import { Calendars } from '@server/calendar';
import { RuleSets } from '@server/platform';

/** The periods of the register, by the rule set in force. */
@Injectable()
export class RegisterClocks {
  constructor(
    private readonly ruleSets: RuleSets,
    private readonly calendars: Calendars,
  ) {}

  /** When the period of a rule that begins at `from` is over; null where the set or the calendar does not say. */
  async until(ruleId: string, from: Instant): Promise<Instant | null> {
    const rule = this.ruleSets.current.rules.get(ruleId);
    if (!rule) return null;
    const end = periodOf(await this.calendars.current(), rule, from);
    return end.ok ? end.value.until : null;
  }

  /** The number of a rule, such as months; `fallback` where the set has none. */
  lengthOf(ruleId: string, fallback: number): number {
    return this.ruleSets.current.rules.get(ruleId)?.value ?? fallback;
  }
}
