import { Injectable } from '@nestjs/common';
import type { Instant } from '@core/kernel';
import { documentsGate, takeDocuments, type DocumentReader } from '@core/tender';
import { Lotteries } from '@server/contractor-pool';
import { Evaluations } from '@server/evaluation';
import { FileStore, orRefuse, RuleSets, type StoredFile } from '@server/platform';
import { Parties, SignUpForTender } from '@server/sign-up';
import { publicationDay, Tenders, type TenderRow } from '@server/tender';
import { Tickets, type Taker, type TicketPlace } from './tickets';

/** A request for a file: signed in, or by a ticket. */
export interface DocumentRequest extends TicketPlace {
  readonly taker: Taker | null;
  readonly ticket: string | null;
  readonly address: string;
}

/** Files of published tenders: free, or for those who signed up, as the tender's own rule set says. */
@Injectable()
export class TakeDocument {
  constructor(
    private readonly tenders: Tenders,
    private readonly parties: Parties,
    private readonly lotteries: Lotteries,
    private readonly evaluations: Evaluations,
    private readonly signUp: SignUpForTender,
    private readonly tickets: Tickets,
    private readonly ruleSets: RuleSets,
    private readonly files: FileStore,
  ) {}

  /** A ticket for a file, to whoever may take it; refuses everybody else with the rule. */
  async ticket(
    taker: Taker,
    place: TicketPlace,
  ): Promise<{ readonly ticket: string; readonly expiresAt: Instant }> {
    const tender = await this.tenders.published(place.tenderId);
    await this.tenders.document(tender.id, place.documentId);
    await this.require(tender, taker);
    return this.tickets.issue(taker, place);
  }

  /** The file, recorded for the tenderer's eyes only. */
  async take(request: DocumentRequest): Promise<StoredFile> {
    const { tenderId, documentId, address, ticket } = request;
    const tender = await this.tenders.published(tenderId);
    const document = await this.tenders.document(tender.id, documentId);
    const taker = request.taker ?? (ticket === null ? null : this.tickets.read(ticket, request));
    await this.require(tender, taker);
    await this.signUp.recordDownload(taker, tenderId, documentId, address);
    return this.files.get(document.fileId);
  }

  private async require(tender: TenderRow, taker: Taker | null): Promise<void> {
    const set = this.ruleSets.of(tender);
    if (!documentsGate(set, tender.regime, publicationDay(tender))) return;
    orRefuse(
      takeDocuments(tender, await this.reader(tender.id, taker), set, publicationDay(tender)),
    );
  }

  private async reader(tenderId: string, taker: Taker | null): Promise<DocumentReader> {
    const reader = { actor: taker, isSignedUp: false, isJudge: false };
    if (taker?.role === 'bidder') {
      const { organisationId } = taker;
      const isSignedUp =
        (await this.parties.isSignedUp(tenderId, organisationId)) ||
        (await this.lotteries.participation(tenderId, organisationId)) !== null;
      return { ...reader, isSignedUp };
    }
    if (taker?.role !== 'expert') return reader;
    const judges = await this.evaluations.judges(tenderId);
    return { ...reader, isJudge: judges.some((one) => one.personId === taker.personId) };
  }
}
