import { Injectable } from '@nestjs/common';
import { documentsGate, type NoticeFacts } from '@core/tender';
import { Config, RuleSets } from '@server/platform';
import type { TenderRow } from '../tender.entity';
import { publicationDay } from '../tender.entity';

/** What the templates of notices are filled with, taken from a tender as it stands. */
@Injectable()
export class FactsOfNotice {
  constructor(
    private readonly config: Config,
    private readonly ruleSets: RuleSets,
  ) {}

  of(row: TenderRow): NoticeFacts {
    const { title, code, unifiedCode, tendererName, agencyName, region, regime, method } = row;
    const { estimate, ceiling, bidBond, timetable, plan } = row;
    return {
      title,
      code,
      unifiedCode,
      tendererName,
      agencyName,
      region,
      regime,
      method,
      estimate,
      ceiling,
      bidBond,
      bidValidityDays: row.bidValidityDays,
      consortia: row.consortia === 1,
      timetable,
      plan,
      signUpFirst: documentsGate(this.ruleSets.of(row), row.regime, publicationDay(row)) !== null,
      site: this.config.publicUrl,
    };
  }
}
