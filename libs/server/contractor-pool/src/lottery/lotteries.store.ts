import { Injectable } from '@nestjs/common';
import { In, MoreThan } from 'typeorm';
import type { Instant } from '@core/kernel';
import type { LotteryEvent, LotteryPlace } from '@core/lottery';
import { DomainError, forUpdate, Ids, Reads, UnitOfWork, violates } from '@server/platform';
import { LotteryEventRow, LotteryRow, ParticipationRow } from './lottery.entity';

/** A lottery's row. */
export type Lottery = LotteryRow;
/** A firm's confirmation that it takes part in a lottery. */
export type Participation = ParticipationRow;
/** A stored event of a lottery. */
export type StoredLotteryEvent = LotteryEventRow;

type Listener = (lotteryId: string) => void;

/** Lotteries, who takes part, and their numbered events. */
@Injectable()
export class Lotteries {
  private readonly listeners: Listener[] = [];

  constructor(
    private readonly unit: UnitOfWork,
    private readonly reads: Reads,
    private readonly ids: Ids,
  ) {}

  /** Calls `listener` after each commit that added events to a lottery. */
  onEvent(listener: Listener): void {
    this.listeners.push(listener);
  }

  /** The lottery with this id; throws `lottery.not_found`. */
  async get(id: string): Promise<Lottery> {
    const row = await (await this.reads.manager()).getRepository(LotteryRow).findOneBy({ id });
    if (!row) throw new DomainError('lottery.not_found');
    return row;
  }

  async ofTender(tenderId: string): Promise<Lottery | null> {
    return (await this.reads.manager()).getRepository(LotteryRow).findOneBy({ tenderId });
  }

  /** Locks the lottery of a tender; throws `lottery.not_found`. */
  async lockOfTender(tenderId: string): Promise<Lottery> {
    const row = await this.unit.manager
      .getRepository(LotteryRow)
      .findOne({ where: { tenderId }, ...forUpdate(this.unit) });
    if (!row) throw new DomainError('lottery.not_found');
    return row;
  }

  async add(row: LotteryRow): Promise<void> {
    await this.unit.manager.getRepository(LotteryRow).insert(row);
  }

  async change(id: string, change: Partial<LotteryRow>): Promise<void> {
    await this.unit.manager.getRepository(LotteryRow).update({ id }, change);
  }

  /** Writes the next event of a locked lottery and nudges whoever is watching from this process. */
  async append(lottery: Lottery, event: LotteryEvent, at: Instant): Promise<Lottery> {
    const seq = lottery.seq + 1;
    const row = { id: this.ids.next(), lotteryId: lottery.id, seq, event, at };
    await this.unit.manager.getRepository(LotteryEventRow).insert(row);
    await this.change(lottery.id, { seq });
    this.unit.afterCommit(() => {
      for (const listener of this.listeners) listener(lottery.id);
    });
    return { ...lottery, seq };
  }

  /** Events after `seq`, oldest first. */
  async eventsAfter(lotteryId: string, seq: number): Promise<StoredLotteryEvent[]> {
    const manager = await this.reads.manager();
    return manager
      .getRepository(LotteryEventRow)
      .find({ where: { lotteryId, seq: MoreThan(seq) }, order: { seq: 'ASC' } });
  }

  async participations(tenderId: string): Promise<Participation[]> {
    const manager = await this.reads.manager();
    return manager
      .getRepository(ParticipationRow)
      .find({ where: { tenderId }, order: { at: 'ASC', id: 'ASC' } });
  }

  async participation(tenderId: string, enterpriseId: string): Promise<Participation | null> {
    const manager = await this.reads.manager();
    return manager.getRepository(ParticipationRow).findOneBy({ tenderId, enterpriseId });
  }

  /** Adds a confirmation; a firm takes part once, else `lottery.already_in`. */
  async addParticipation(row: ParticipationRow): Promise<void> {
    try {
      await this.unit.manager.getRepository(ParticipationRow).insert(row);
    } catch (error) {
      if (violates(error, 'uq_participation', 'participation', ['tenderId', 'enterpriseId'])) {
        throw new DomainError('lottery.already_in');
      }
      throw error;
    }
  }

  /** The lotteries of a pool that were drawn, the oldest first. */
  async drawnOf(poolId: string): Promise<Lottery[]> {
    const manager = await this.reads.manager();
    return manager.getRepository(LotteryRow).find({
      where: { poolId, state: In(['drawn', 'published']) },
      order: { frozenAt: 'ASC', id: 'ASC' },
    });
  }

  /** The order each of these lotteries was drawn in: the last `drawn` event, should there be several. */
  async ordersOf(lotteryIds: readonly string[]): Promise<Map<string, readonly LotteryPlace[]>> {
    if (lotteryIds.length === 0) return new Map();
    const manager = await this.reads.manager();
    const rows = await manager
      .getRepository(LotteryEventRow)
      .find({ where: { lotteryId: In([...lotteryIds]) }, order: { seq: 'ASC' } });
    return new Map(
      rows.flatMap(({ lotteryId, event }) =>
        event.kind === 'drawn' ? [[lotteryId, event.order] as const] : [],
      ),
    );
  }
}
