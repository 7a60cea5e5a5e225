import { Injectable } from '@nestjs/common';
import { In, IsNull, LessThan, Not } from 'typeorm';
import type { Instant } from '@core/kernel';
import { DomainError, forUpdate, Ids, Reads, UnitOfWork, violates } from '@server/platform';
import { BidBlobRow, BidInFlightRow, BidRecipientRow, BidRow } from './bid.entity';

/** A bid as its bidder may see it. */
export type BidRecord = BidRow;
/** Where a ciphertext of a bid is stored. */
export type BidBlob = BidBlobRow;

/** Bids, their ciphertexts, the recipients they used, and submissions under way. */
@Injectable()
export class Bids {
  constructor(
    private readonly unit: UnitOfWork,
    private readonly reads: Reads,
    private readonly ids: Ids,
  ) {}

  /** The bid with this id; throws `bid.not_found`. */
  async get(id: string): Promise<BidRecord> {
    const row = await (await this.reads.manager()).getRepository(BidRow).findOneBy({ id });
    if (!row) throw new DomainError('bid.not_found');
    return row;
  }

  /** Locks a bid; throws `bid.not_found`. */
  async lock(id: string): Promise<BidRecord> {
    const row = await this.unit.manager
      .getRepository(BidRow)
      .findOne({ where: { id }, ...forUpdate(this.unit) });
    if (!row) throw new DomainError('bid.not_found');
    return row;
  }

  async ofEnterprise(tenderId: string, enterpriseId: string): Promise<BidRecord[]> {
    const manager = await this.reads.manager();
    return manager
      .getRepository(BidRow)
      .find({ where: { tenderId, enterpriseId }, order: { lot: 'ASC', seq: 'ASC' } });
  }

  async allOfEnterprise(enterpriseId: string): Promise<BidRecord[]> {
    const manager = await this.reads.manager();
    return manager
      .getRepository(BidRow)
      .find({ where: { enterpriseId }, order: { createdAt: 'DESC', id: 'DESC' }, take: 200 });
  }

  /** Every submitted or withdrawn bid of a tender: for the closing and after it, never before. */
  async submitted(tenderId: string): Promise<BidRecord[]> {
    const manager = await this.reads.manager();
    return manager.getRepository(BidRow).find({
      where: { tenderId, state: In(['submitted', 'withdrawn']), bidHash: Not(IsNull()) },
      order: { id: 'ASC' },
    });
  }

  async add(row: BidRow): Promise<void> {
    await this.unit.manager.getRepository(BidRow).insert(row as never);
  }

  async change(id: string, change: Partial<BidRow>): Promise<void> {
    await this.unit.manager.getRepository(BidRow).update({ id }, change as never);
  }

  async blobs(bidId: string): Promise<BidBlob[]> {
    return (await this.reads.manager()).getRepository(BidBlobRow).findBy({ bidId });
  }

  async addBlob(bidId: string, name: string, fileId: string): Promise<void> {
    const row = { id: this.ids.next(), bidId, name, fileId };
    await this.unit.manager.getRepository(BidBlobRow).insert(row);
  }

  async recipients(tenderId: string): Promise<string[]> {
    const manager = await this.reads.manager();
    const rows = await manager.getRepository(BidRecipientRow).findBy({ tenderId });
    return rows.map((row) => row.recipient);
  }

  /** Takes a recipient for a bid; refuses one that any bid of the tender has used before. */
  async claimRecipient(tenderId: string, bidId: string, recipient: string): Promise<void> {
    try {
      await this.unit.manager
        .getRepository(BidRecipientRow)
        .insert({ id: this.ids.next(), tenderId, bidId, recipient });
    } catch (error) {
      if (violates(error, 'uq_bid_recipient', 'bid_recipient', ['tenderId', 'recipient'])) {
        throw new DomainError('seal.recipient_reused');
      }
      throw error;
    }
  }

  /** Notes that a submission is under way, in a unit of its own; returns what takes the note away again. */
  async enter(tenderId: string, arrivedAt: Instant): Promise<() => Promise<void>> {
    const id = this.ids.next();
    await this.unit.run(() =>
      this.unit.manager.getRepository(BidInFlightRow).insert({ id, tenderId, arrivedAt }),
    );
    return async () => {
      await this.unit.run(() => this.unit.manager.getRepository(BidInFlightRow).delete({ id }));
    };
  }

  /** How many submissions that arrived before `deadline` are still under way. */
  async inFlight(tenderId: string, deadline: Instant): Promise<number> {
    return this.unit.manager
      .getRepository(BidInFlightRow)
      .countBy({ tenderId, arrivedAt: LessThan(new Date(deadline) as never) });
  }

  /** Forgets notes that a crashed process left behind. */
  async clearInFlight(tenderId: string): Promise<void> {
    await this.unit.manager.getRepository(BidInFlightRow).delete({ tenderId });
  }
}
