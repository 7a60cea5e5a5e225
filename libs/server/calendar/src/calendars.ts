import { Injectable } from '@nestjs/common';
import type { Actor } from '@core/identity';
import {
  CALENDAR,
  readCalendarYear,
  withYears,
  type Calendar,
  type CalendarYear,
} from '@core/rules';
import { Ledger } from '@server/ledger';
import { forUpdate, LegalClock, orRefuse, Reads, UnitOfWork } from '@server/platform';
import { CalendarYearRow } from './calendar.entity';

/** Where the days of a year come from. */
export interface KnownYear extends CalendarYear {
  readonly source: string;
  /** 0 for a year as it ships. */
  readonly version: number;
}

/** The source of the years that ship. */
const SHIPPED = 'chinese-days (MIT), 国务院办公厅放假通知';

/** The official calendar: the years that ship, and those an administrator entered from the State Council's notice. */
@Injectable()
export class Calendars {
  constructor(
    private readonly unit: UnitOfWork,
    private readonly reads: Reads,
    private readonly clock: LegalClock,
    private readonly ledger: Ledger,
  ) {}

  /** The calendar periods of law are counted by now. */
  async current(): Promise<Calendar> {
    return withYears(CALENDAR, await this.entered());
  }

  /** Every known year with its source, oldest first. */
  async years(): Promise<readonly KnownYear[]> {
    const entered = await this.entered();
    const years = new Map<string, KnownYear>(
      [...CALENDAR.years].map(([year, { off, work }]) => [
        year,
        { year, off: [...off], work: [...work], source: SHIPPED, version: 0 },
      ]),
    );
    for (const { year, off, work, source, version } of entered) {
      years.set(year, { year, off, work, source, version });
    }
    return [...years.values()].sort((one, other) => one.year.localeCompare(other.year));
  }

  /**
   * Enters or corrects a year. Periods that were counted already stay as they were recorded; the log keeps each
   * version. Refuses `calendar.malformed` naming the first wrong day.
   */
  async enter(actor: Actor, entered: CalendarYear, source: string): Promise<void> {
    const { year, off, work } = orRefuse(readCalendarYear(entered));
    await this.unit.run(async () => {
      const rows = this.unit.manager.getRepository(CalendarYearRow);
      const known = await rows.findOne({ where: { year }, ...forUpdate(this.unit) });
      const version = (known?.version ?? 0) + 1;
      const content = { off: [...off], work: [...work], source, version };
      const row = { ...content, changedAt: this.clock.now() };
      if (known) await rows.update({ year }, row);
      else await rows.insert({ year, ...row });
      await this.ledger.append({
        type: 'calendar.entered',
        scope: 'platform',
        by: actor,
        body: { year, ...content },
      });
    });
  }

  private async entered(): Promise<CalendarYearRow[]> {
    const manager = await this.reads.manager();
    return manager.getRepository(CalendarYearRow).find({ order: { year: 'ASC' } });
  }
}
