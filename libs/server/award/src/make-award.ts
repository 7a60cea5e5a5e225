import { Injectable } from '@nestjs/common';
import type { Actor } from '@core/identity';
import { fenToYuan, type Encodable } from '@core/kernel';
import { legalDate } from '@core/rules';
import { Ledger } from '@server/ledger';
import { Openings } from '@server/opening';
import { Arrival, Counters, Ids } from '@server/platform';
import { Lots, noticeTitle, Tenders, type LotRecord, type TenderRow } from '@server/tender';
import { Awards, type Award, type Candidate } from './awards.store';

/** Says who else took part in a tender that had no hall. */
export type FindParticipants = (tenderId: string) => Promise<readonly string[]>;

/** What an award's notice says besides the winner and his price. */
export interface SaidOfAward {
  readonly text: string;
  readonly facts: Readonly<Record<string, Encodable>>;
}

/** Writes an award down, with everything that goes out at the same moment. Everything here runs in the unit that has locked the tender. */
@Injectable()
export class MakeAward {
  private readonly others: FindParticipants[] = [];

  constructor(
    private readonly tenders: Tenders,
    private readonly lots: Lots,
    private readonly openings: Openings,
    private readonly awards: Awards,
    private readonly arrival: Arrival,
    private readonly counters: Counters,
    private readonly ids: Ids,
    private readonly ledger: Ledger,
  ) {}

  /** Adds a way of finding who must be told of an award: everybody who took part gets a letter. */
  alsoTell(find: FindParticipants): void {
    this.others.push(find);
  }

  /** Awards a lot to a candidate: award, letters, notice, record. */
  async award(
    actor: Actor,
    row: TenderRow,
    { number: lot, title }: LotRecord,
    { enterpriseId, name, price }: Candidate,
    said: SaidOfAward = { text: '', facts: {} },
  ): Promise<Award> {
    const { id: tenderId } = row;
    const now = this.arrival.at();
    const award = { id: this.ids.next(), tenderId, lot, enterpriseId, name, price, awardedAt: now };
    await this.awards.add(award);
    await this.lots.change(tenderId, lot, { state: 'awarded' });
    await this.write(row, lot, new Set([enterpriseId]));
    const isDivided = (await this.lots.ofTender(tenderId)).length > 1;
    const named: Readonly<Record<string, Encodable>> = isDivided ? { lot } : {};
    const result = { name, price: price === null ? null : fenToYuan(price) };
    await this.tenders.addNotice({
      id: this.ids.next(),
      tenderId,
      kind: 'award_notice',
      title: noticeTitle(isDivided ? `${row.title}${title}` : row.title, 'award_notice'),
      text: said.text,
      facts: { ...named, ...result, ...said.facts },
      fileId: null,
      publishedAt: now,
    });
    await this.ledger.append({
      type: 'award.made',
      scope: tenderId,
      by: actor,
      body: { tender: tenderId, ...named, ...result },
    });
    return award;
  }

  /** One letter per bidder of the lot, all at the same instant (Tendering Law art. 45). */
  async write(row: TenderRow, lot: number, winners: ReadonlySet<string>): Promise<void> {
    const now = this.arrival.at();
    const opening = await this.openings.ofTender(row.id);
    const bidders = opening
      ? (await this.openings.hall(opening.id)).bids
          .filter((bid) => bid.lot === lot)
          .map((bid) => bid.bidderId)
      : (await this.awards.candidates(row.id)).map((one) => one.enterpriseId);
    const told = new Set(bidders);
    for (const find of this.others) for (const id of await find(row.id)) told.add(id);
    for (const enterpriseId of told) {
      await this.awards.addLetter({
        id: this.ids.next(),
        tenderId: row.id,
        lot,
        enterpriseId,
        kind: winners.has(enterpriseId) ? 'award' : 'result',
        number: await this.counters.code('L', legalDate(now).slice(0, 4)),
        fileId: null,
        fingerprint: null,
        sentAt: now,
        voidedAt: null,
      });
    }
  }
}
