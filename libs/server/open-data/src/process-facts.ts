import { isApart } from '@core/evaluation';
import { Injectable } from '@nestjs/common';
import type {
  AwardFacts,
  BidFacts,
  CandidateFacts,
  ContractFacts,
  DocumentFacts,
  DrawFacts,
  NoticeFacts,
  PartyFacts,
  ProcessFacts,
} from '@core/ocds';
import { fenFromWire, type Fen } from '@core/kernel';
import { concludedAt } from '@core/contract';
import { documentsGate } from '@core/tender';
import { Awards } from '@server/award';
import { ReadContract } from '@server/contract';
import { Clarifications } from '@server/clarification';
import { Draws, chosenSource, type Draw } from '@server/draw';
import { Enterprises } from '@server/enterprise';
import { People } from '@server/identity';
import { Openings } from '@server/opening';
import { Config, RuleSets } from '@server/platform';
import {
  Lots,
  noticeTitle,
  publicationDay,
  Tenders,
  type Notice,
  type TenderDocument,
  type TenderRow,
} from '@server/tender';

function priceOf(reading: Readonly<Record<string, string>> | null): Fen | null {
  const price = fenFromWire(reading?.priceFen ?? '');
  return price.ok ? price.value : null;
}

/** Reads what is public about one tender: from halls only what was read out and closed, names only as published. */
@Injectable()
export class PublicFacts {
  constructor(
    private readonly config: Config,
    private readonly ruleSets: RuleSets,
    private readonly tenders: Tenders,
    private readonly lots: Lots,
    private readonly clarifications: Clarifications,
    private readonly openings: Openings,
    private readonly awards: Awards,
    private readonly contracts: ReadContract,
    private readonly draws: Draws,
    private readonly enterprises: Enterprises,
    private readonly people: People,
  ) {}

  /** The id of a tender's process. */
  ocid(tender: Pick<TenderRow, 'code'>): string {
    return `${this.config.settings.OCDS_PREFIX}-${tender.code}`;
  }

  /** Everything a process is published from; the tender MUST be published. */
  async of(tender: TenderRow): Promise<ProcessFacts> {
    const { id, title, code, category, region, kind, method, ceiling, bidBond } = tender;
    const { timetable, deadline, ruleSetId } = tender;
    const url = `${this.config.publicUrl}/tenders/${id}`;
    const terms = { code, title, category, region, kind, method, ceiling, bidBond };
    const notices = await this.tenders.notices(id);
    const documents = await this.tenders.documents(id);
    return {
      ocid: this.ocid(tender),
      tender: { ...terms, timetable, deadline, ruleSetId, url },
      tenderer: await this.principal(tender.tendererId, tender.tendererName),
      agency:
        tender.agencyId === null
          ? null
          : await this.principal(tender.agencyId, tender.agencyName ?? ''),
      previous: await this.previous(id),
      documents: documents.map((one) => this.document(tender, one)),
      notices: notices.map((notice) => this.notice(url, notice)),
      amendments: await this.clarifications.ofTender(id),
      enquiries: await this.enquiries(id),
      hall: await this.hall(id),
      lots: await this.divided(id),
      candidates: await this.candidates(id, !isApart(tender.plan)),
      awards: await this.awarded(id),
      contracts: await this.contracted(id),
      draws: (await this.draws.ofTender(id)).flatMap((draw) => this.draw(draw)),
    };
  }

  /** A file of the tender; where it is for those who signed up, its page and the rule that says so. */
  private document(tender: TenderRow, { id, title, name, addedAt }: TenderDocument): DocumentFacts {
    const { id: tenderId, regime } = tender;
    const gate = documentsGate(this.ruleSets.of(tender), regime, publicationDay(tender));
    const page = `${this.config.publicUrl}/tenders/${tenderId}`;
    const file = `${this.config.publicUrl}/api/public/tenders/${tenderId}/documents/${id}/file`;
    const own = { id, title, name, addedAt, url: gate ? page : file };
    return gate ? { ...own, access: `${gate.zh}（${gate.citation}）` } : own;
  }

  private notice(tenderUrl: string, notice: Notice): NoticeFacts {
    const { id, tenderId, kind, title, text, publishedAt, fileId, facts } = notice;
    const lot = typeof facts.lot === 'number' ? facts.lot : null;
    const isPdf = fileId !== null;
    const file = `${this.config.publicUrl}/api/public/notices/${tenderId}/${id}/file`;
    return {
      id,
      kind,
      lot,
      title,
      text,
      isPdf,
      publishedAt,
      url: isPdf ? file : `${tenderUrl}#${id}`,
    };
  }

  private async principal(id: string, name: string): Promise<PartyFacts> {
    const organisation = await this.people.organisation(id);
    return { creditCode: organisation?.creditCode ?? null, name };
  }

  private async party(enterpriseId: string, name: string): Promise<PartyFacts> {
    const { creditCode } = await this.enterprises.get(enterpriseId);
    return { creditCode, name };
  }

  private async previous(id: string): Promise<ProcessFacts['previous']> {
    const previousId = await this.tenders.previousCall(id);
    const tender = previousId === null ? null : await this.tenders.find(previousId);
    return tender ? { ocid: this.ocid(tender), title: tender.title } : null;
  }

  private async enquiries(id: string): Promise<ProcessFacts['enquiries']> {
    return (await this.clarifications.answered(id)).map((one) => ({
      id: one.id,
      text: one.text,
      answer: one.answer ?? '',
      answeredAt: one.answeredAt ?? 0,
    }));
  }

  private async hall(id: string): Promise<ProcessFacts['hall']> {
    const opening = await this.openings.ofTender(id);
    if (!opening) return null;
    const hall = await this.openings.hall(opening.id);
    if (hall.phase !== 'closed') return null;
    const bids: BidFacts[] = [];
    for (const bid of hall.bids) {
      bids.push({
        id: bid.bidId,
        lot: bid.lot,
        enterpriseId: bid.bidderId,
        members: bid.members.filter((name) => name !== bid.bidderName),
        party: await this.party(bid.bidderId, bid.bidderName),
        price: priceOf(bid.reading),
        isVoid: bid.unsealing.state === 'failed',
      });
    }
    return { openedAt: opening.openedAt, bids };
  }

  private async divided(id: string): Promise<ProcessFacts['lots']> {
    const lots = await this.lots.ofTender(id);
    return lots.length > 1
      ? lots.map(({ number, title, ceiling }) => ({ number, title, ceiling }))
      : [];
  }

  private async candidates(id: string, isRanked: boolean): Promise<CandidateFacts[]> {
    const facts: CandidateFacts[] = [];
    for (const row of await this.awards.candidates(id)) {
      const { id: candidate, lot, enterpriseId, name, price, passedOverAt } = row;
      const party = await this.party(enterpriseId, name);
      const rank = isRanked ? row.rank : null;
      facts.push({ id: candidate, lot, enterpriseId, party, rank, price, passedOverAt });
    }
    return facts;
  }

  private async awarded(id: string): Promise<AwardFacts[]> {
    const facts: AwardFacts[] = [];
    for (const award of await this.awards.everMade(id)) {
      const { id: awardId, lot, enterpriseId, name, price, awardedAt, voidedAt } = award;
      const party = await this.party(enterpriseId, name);
      facts.push({ id: awardId, lot, enterpriseId, party, price, awardedAt, voidedAt });
    }
    return facts;
  }

  private async contracted(id: string): Promise<ContractFacts[]> {
    return (await this.contracts.published(id)).map(({ contract, tender, changes, payments }) => ({
      title: noticeTitle(tender.title, 'contract_notice'),
      lot: contract.lot,
      number: contract.number,
      price: contract.terms.price,
      durationDays: contract.terms.durationDays,
      signedAt: concludedAt(contract) ?? contract.writtenAt,
      changes: changes.map(({ id: change, reason, priceBy, daysBy, answeredAt, proposedAt }) => ({
        id: change,
        reason,
        priceBy,
        daysBy,
        agreedAt: answeredAt ?? proposedAt,
      })),
      payments: payments.map(({ id: payment, sum, paidAt, recordedAt }) => ({
        id: payment,
        sum,
        paidAt,
        recordedAt,
      })),
      acceptedAt: contract.acceptedAt,
    }));
  }

  private draw(draw: Draw): readonly DrawFacts[] {
    const { id, drawId, purpose, attempt, phase, pool, result, drawnAt } = draw;
    if (phase !== 'drawn' || !result || drawnAt === null) return [];
    const values = pool.kind === 'values' ? pool.values : null;
    return [
      {
        id,
        drawId,
        purpose,
        attempt,
        source: chosenSource(draw).kind,
        poolSize: pool.kind === 'values' ? pool.values.length : pool.size,
        seed: result.seed,
        outcome: result.panel.map(({ row }) => values?.[row] ?? String(row)),
        url: `${this.config.publicUrl}/draws/${id}`,
        drawnAt,
      },
    ];
  }
}
