import { Injectable } from '@nestjs/common';
import { MoreThan } from 'typeorm';
import type { Instant } from '@core/kernel';
import { foldHall, type Hall, type HallEvent } from '@core/opening';
import { DomainError, forUpdate, Ids, Reads, UnitOfWork, violates } from '@server/platform';
import { OpenedBidRow, OpeningEventRow, OpeningKeyRow, OpeningRow } from './opening.entity';

/** A hall's row. */
export type Opening = OpeningRow;
/** A stored event of a hall. */
export type StoredHallEvent = OpeningEventRow;
/** What an opened bid says. */
export type OpenedBid = OpenedBidRow;

/** Halls and their events. */
@Injectable()
export class Openings {
  constructor(
    private readonly unit: UnitOfWork,
    private readonly reads: Reads,
    private readonly ids: Ids,
  ) {}

  /** The hall with this id; throws `opening.not_found`. */
  async get(id: string): Promise<Opening> {
    const row = await (await this.reads.manager()).getRepository(OpeningRow).findOneBy({ id });
    if (!row) throw new DomainError('opening.not_found');
    return row;
  }

  async ofTender(tenderId: string): Promise<Opening | null> {
    return (await this.reads.manager()).getRepository(OpeningRow).findOneBy({ tenderId });
  }

  /** Locks the hall's row; throws `opening.not_found`. */
  async lock(id: string): Promise<Opening> {
    const row = await this.unit.manager
      .getRepository(OpeningRow)
      .findOne({ where: { id }, ...forUpdate(this.unit) });
    if (!row) throw new DomainError('opening.not_found');
    return row;
  }

  async add(row: OpeningRow): Promise<void> {
    await this.unit.manager.getRepository(OpeningRow).insert(row);
  }

  async change(id: string, change: Partial<OpeningRow>): Promise<void> {
    await this.unit.manager.getRepository(OpeningRow).update({ id }, change);
  }

  /** Events after `seq`, oldest first. */
  async eventsAfter(openingId: string, seq: number): Promise<StoredHallEvent[]> {
    const manager = await this.reads.manager();
    return manager
      .getRepository(OpeningEventRow)
      .find({ where: { openingId, seq: MoreThan(seq) }, order: { seq: 'ASC' } });
  }

  /** The hall folded from all its events. */
  async hall(openingId: string): Promise<Hall> {
    const rows = await this.eventsAfter(openingId, 0);
    return foldHall(rows.map((row) => row.event));
  }

  /** Writes the next event of a locked hall. */
  async append(
    opening: Opening,
    hall: Hall,
    event: HallEvent,
    at: Instant,
  ): Promise<StoredHallEvent> {
    const row = { id: this.ids.next(), openingId: opening.id, seq: hall.seq + 1, event, at };
    await this.unit.manager.getRepository(OpeningEventRow).insert(row);
    return row;
  }

  /** Keeps a key; the same key again is welcome, another one in its place is not. */
  async addKey(key: Omit<OpeningKeyRow, 'id'>): Promise<void> {
    const rows = this.unit.manager.getRepository(OpeningKeyRow);
    const { bidId, env, x, value } = key;
    const known = await rows.findOneBy({ bidId, env, x });
    if (known?.value === value) return;
    if (known && x > 0) throw new DomainError('opening.key_handed_in');
    if (known) {
      await rows.update({ id: known.id }, { value, at: key.at });
      return;
    }
    try {
      await rows.insert({ id: this.ids.next(), ...key });
    } catch (error) {
      if (violates(error, 'uq_opening_key', 'opening_key', ['bidId', 'env', 'x'])) {
        throw new DomainError('opening.key_handed_in');
      }
      throw error;
    }
  }

  async keys(bidId: string, env: string): Promise<OpeningKeyRow[]> {
    const manager = await this.reads.manager();
    return manager.getRepository(OpeningKeyRow).findBy({ bidId, env });
  }

  async addOpenedBid(row: OpenedBidRow): Promise<void> {
    await this.unit.manager.getRepository(OpenedBidRow).insert(row);
  }

  async openedBid(id: string): Promise<OpenedBid | null> {
    return (await this.reads.manager()).getRepository(OpenedBidRow).findOneBy({ id });
  }

  async openedBids(openingId: string): Promise<OpenedBid[]> {
    const manager = await this.reads.manager();
    return manager
      .getRepository(OpenedBidRow)
      .find({ where: { openingId }, order: { price: 'ASC', id: 'ASC' } });
  }
}
