import { Injectable } from '@nestjs/common';
import type { NoticeFacts } from '@core/tender';
import { Config } from '@server/platform';
import type { TenderRow } from '../tender.entity';

/** What the templates of notices are filled with, taken from a tender as it stands. */
@Injectable()
export class FactsOfNotice {
  constructor(private readonly config: Config) {}

  of(row: TenderRow): NoticeFacts {
    const { title, code, unifiedCode, tendererName, agencyName, region, method } = row;
    const { ceiling, bidBond, timetable } = row;
    return {
      title,
      code,
      unifiedCode,
      tendererName,
      agencyName,
      region,
      method,
      ceiling,
      bidBond,
      consortia: row.consortia === 1,
      timetable,
      site: this.config.publicUrl,
    };
  }
}
