import { Injectable } from '@nestjs/common';
import type { Instant } from '@core/kernel';
import type { LocalBand } from '@core/rules';
import { FindProcedure } from '@server/procedure';
import { Projects } from '@server/project';
import type { TenderRow } from './tender.entity';

/** The band of a place's own document a tender falls into. */
@Injectable()
export class BandOfTender {
  constructor(
    private readonly procedures: FindProcedure,
    private readonly projects: Projects,
  ) {}

  /** By the tables that decided when it was published; for a draft, by those that decide at `now`. */
  async of(row: TenderRow, now: Instant): Promise<LocalBand | null> {
    const { regime, kind, estimate, projectId, tendererId, publishedAt } = row;
    if (regime === 'A' || regime === 'B') return null;
    const project = await this.projects.find(projectId);
    const facts = {
      regime,
      kind,
      estimate,
      totalInvestment: project?.totalInvestment ?? estimate,
    };
    return this.procedures.bandOf(tendererId, facts, publishedAt ?? now);
  }
}
