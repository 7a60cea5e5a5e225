import { Injectable } from '@nestjs/common';
import type { Actor } from '@core/identity';
import type { Instant } from '@core/kernel';
import {
  checkTimetable,
  deadlineDays,
  proposeTimetable,
  withDeadline,
  type DeadlineDay,
  type Finding,
  type Timetable,
} from '@core/rules';
import { runsTender } from '@core/tender';
import { Calendars } from '@server/calendar';
import { Arrival, DomainError, orRefuse, RuleSets } from '@server/platform';
import { Tenders } from './tenders.store';

const DAYS = 70;

/** What the law says to a deadline, and to every other day it might have been. */
export interface TimetablePlan {
  /** The earliest lawful one. */
  readonly earliest: Timetable;
  readonly timetable: Timetable;
  readonly findings: readonly Finding[];
  readonly days: readonly DeadlineDay[];
}

/** What a tenderer asks while planning: the deadline and the hour of publication he thinks of; null: the earliest, now. */
export interface TimetableWish {
  readonly deadline: Instant | null;
  readonly publishAt: Instant | null;
  /** Time of day in Beijing, `09:30`. */
  readonly time: string;
}

/** Answers while a timetable is planned; nothing is saved. */
@Injectable()
export class PlanTimetable {
  constructor(
    private readonly tenders: Tenders,
    private readonly ruleSets: RuleSets,
    private readonly calendars: Calendars,
    private readonly arrival: Arrival,
  ) {}

  async of(actor: Actor, tenderId: string, wish: TimetableWish): Promise<TimetablePlan> {
    const row = await this.tenders.get(tenderId);
    if (!runsTender(actor, row)) throw new DomainError('tender.not_found');
    const set = this.ruleSets.of(row);
    const calendar = await this.calendars.current();
    const publishAt = Math.max(this.arrival.at(), wish.publishAt ?? 0);
    const earliest = orRefuse(proposeTimetable(set, row.regime, publishAt, calendar));
    const timetable = withDeadline(earliest, publishAt, wish.deadline ?? earliest.deadline);
    return {
      earliest,
      timetable,
      findings: orRefuse(checkTimetable(set, row.regime, timetable, calendar)),
      days: deadlineDays(set, row.regime, earliest, wish.time, DAYS, calendar),
    };
  }
}
