import { Entity } from 'typeorm';
import type { LegalDate } from '@core/rules';
import type { Instant } from '@core/kernel';
import { JsonText, Key, Moment, ShortText, Whole } from '@server/platform';

/** A year of the official calendar as this installation entered it; it takes the place of the one that ships. */
@Entity('calendar_year')
export class CalendarYearRow {
  @Key(4, 'public') year!: string;
  @JsonText('public') off!: LegalDate[];
  @JsonText('public') work!: LegalDate[];
  /** The notice it was taken from. */
  @ShortText(300, 'public') source!: string;
  /** Counts changes of the year, from 1. */
  @Whole('public') version!: number;
  @Moment('public') changedAt!: Instant;
}

export const CALENDAR_ENTITIES = [CalendarYearRow];
