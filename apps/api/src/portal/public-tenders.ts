import { Injectable } from '@nestjs/common';
import { documentsGate, publicationFindings, resultObjectionsUntil } from '@core/tender';
import { Calendars } from '@server/calendar';
import { Arrival, orRefuse, RuleSets } from '@server/platform';
import { BandOfTender, BasePrices, Lots, publicationDay, Tenders, toTender } from '@server/tender';
import { FindingView } from '../http/views';
import { PublicTenderView } from './portal.view';

/** One tender as everybody may see it: for the API and for the reading pages. */
@Injectable()
export class PublicTenders {
  constructor(
    private readonly tenders: Tenders,
    private readonly lots: Lots,
    private readonly basePrices: BasePrices,
    private readonly bands: BandOfTender,
    private readonly ruleSets: RuleSets,
    private readonly calendars: Calendars,
    private readonly arrival: Arrival,
  ) {}

  /** Throws `tender.not_found` for drafts as for what does not exist. */
  async view(id: string): Promise<PublicTenderView> {
    const row = await this.tenders.published(id);
    const documents = await this.tenders.documents(id);
    const lots = await this.lots.ofTender(id);
    const nextId = await this.tenders.nextCall(id);
    const next = nextId === null ? null : await this.tenders.find(nextId);
    const set = this.ruleSets.of(row);
    const calendar = await this.calendars.current();
    const findings = orRefuse(
      publicationFindings(
        toTender(row),
        {
          timetable: row.timetable,
          documents: documents.length,
          basis: row.basis,
          plan: row.plan,
          lots,
          local: await this.bands.of(row, this.arrival.at()),
          set,
          calendar,
        },
        publicationDay(row),
      ),
    );
    // Without the calendar of the year to come the day is not known yet; the page is there all the same.
    const objections = resultObjectionsUntil(toTender(row), set, calendar);
    return PublicTenderView.ofRow(
      row,
      {
        documents,
        documentsGate: documentsGate(set, row.regime, publicationDay(row)),
        lots,
        basePrices: await this.basePrices.ofTender(id),
        notices: await this.tenders.notices(id),
        findings: findings.map(FindingView.of),
        ruleSetNotice: set.notice,
        objectResultUntil: objections.ok ? objections.value : null,
        previousId: await this.tenders.previousCall(id),
        nextId: next?.publishedAt == null ? null : next.id,
      },
      this.arrival.at(),
    );
  }
}
