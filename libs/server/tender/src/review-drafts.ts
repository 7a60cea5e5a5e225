import { Injectable } from '@nestjs/common';
import type { Actor } from '@core/identity';
import { draftParts, maySeeDraftParts, type DraftPart } from '@core/tender';
import { Calendars } from '@server/calendar';
import { Arrival, DomainError, RuleSets } from '@server/platform';
import { BandOfTender } from './band-of-tender';
import { Lots } from './lots/lots.store';
import { Tenders, toTender } from './tenders.store';
import type { TenderRow } from './tender.entity';

/** A draft as the centre may know it. */
export interface DraftReview extends Pick<
  TenderRow,
  'id' | 'code' | 'projectId' | 'tendererName' | 'createdAt'
> {
  readonly parts: readonly DraftPart[];
}

/** What the centre sees of drafts: that they exist and which parts are complete, never what is in them. */
@Injectable()
export class ReviewDrafts {
  constructor(
    private readonly tenders: Tenders,
    private readonly lots: Lots,
    private readonly bands: BandOfTender,
    private readonly ruleSets: RuleSets,
    private readonly calendars: Calendars,
    private readonly arrival: Arrival,
  ) {}

  /** The drafts that are being written, the newest first. */
  async list(actor: Actor): Promise<readonly DraftReview[]> {
    if (!maySeeDraftParts(actor)) throw new DomainError('tender.not_allowed');
    const calendar = await this.calendars.current();
    const reviews: DraftReview[] = [];
    for (const row of await this.tenders.drafts()) {
      const { id, code, projectId, tendererName, createdAt, timetable, basis, sealing, plan } = row;
      const facts = {
        timetable,
        basis,
        plan,
        documents: (await this.tenders.documents(id)).length,
        lots: await this.lots.ofTender(id),
        hasOpeningMode: sealing !== null,
        local: await this.bands.of(row, this.arrival.at()),
        set: this.ruleSets.of(row),
        calendar,
      };
      const parts = draftParts(toTender(row), facts, this.arrival.at());
      reviews.push({ id, code, projectId, tendererName, createdAt, parts });
    }
    return reviews;
  }
}
