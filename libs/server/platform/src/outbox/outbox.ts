import { Injectable } from '@nestjs/common';
import { IsNull, LessThan, MoreThanOrEqual, Or } from 'typeorm';
import { SECOND } from '@core/kernel';
import { SystemClock } from '../clock/clock';
import { violates } from '../database/transient';
import { UnitOfWork } from '../database/unit-of-work';
import { OutboxConsumedRow, OutboxRow } from '../platform.entity';
import { Logger } from '../logger';

/** An event as a consumer gets it. */
export interface OutboxEvent {
  readonly seq: number;
  readonly topic: string;
  readonly payload: Readonly<Record<string, unknown>>;
}

type Consumer = (event: OutboxEvent) => Promise<void>;

const LEASE = 30 * SECOND;
const MAX_ATTEMPTS = 12;

/**
 * Events for the outside: written in the command's transaction, delivered at least once after it, and
 * consumed in effect once, because a consumer's mark is written in the consumer's own transaction.
 */
@Injectable()
export class Outbox {
  private readonly consumers: {
    readonly name: string;
    readonly topic: string;
    readonly handle: Consumer;
  }[] = [];

  constructor(
    private readonly unit: UnitOfWork,
    private readonly clock: SystemClock,
    private readonly logger: Logger,
  ) {}

  /** Registers a consumer, which runs inside a unit: it writes rows, and nothing else. */
  consume(name: string, topic: string, handle: Consumer): void {
    this.consumers.push({ name, topic, handle });
  }

  /** Adds an event to the present unit. */
  async add(topic: string, payload: Record<string, unknown>): Promise<void> {
    await this.unit.manager.getRepository(OutboxRow).insert({
      topic,
      payload: payload as never,
      createdAt: this.clock.now(),
      attempts: 0,
    });
  }

  /** Delivers what is waiting, at most `limit` events; returns how many. */
  async relay(limit = 50): Promise<number> {
    const waiting = await this.unit.run(() =>
      this.unit.manager.getRepository(OutboxRow).find({
        where: {
          deliveredAt: IsNull(),
          attempts: LessThan(MAX_ATTEMPTS),
          leaseUntil: Or(IsNull(), LessThan(new Date(this.clock.now()) as never)),
        },
        order: { seq: 'ASC' },
        take: limit,
      }),
    );
    let delivered = 0;
    for (const row of waiting) if (await this.deliver(row)) delivered++;
    return delivered;
  }

  /** How many events were given up after repeated failures: somebody must look. */
  async parked(): Promise<number> {
    return this.unit.run(() =>
      this.unit.manager
        .getRepository(OutboxRow)
        .countBy({ deliveredAt: IsNull(), attempts: MoreThanOrEqual(MAX_ATTEMPTS) }),
    );
  }

  private async deliver(row: OutboxRow): Promise<boolean> {
    const claimed = await this.unit.run(() =>
      this.unit.manager
        .getRepository(OutboxRow)
        .update(
          { seq: row.seq, attempts: row.attempts, deliveredAt: IsNull() },
          { attempts: row.attempts + 1, leaseUntil: this.clock.now() + LEASE },
        ),
    );
    if (claimed.affected !== 1) return false;
    try {
      for (const consumer of this.consumers) {
        if (consumer.topic === row.topic)
          await this.consumeOnce(consumer.name, consumer.handle, row);
      }
    } catch (error) {
      this.logger.error('outbox event failed', { seq: row.seq, topic: row.topic, error });
      return false;
    }
    await this.unit.run(() =>
      this.unit.manager
        .getRepository(OutboxRow)
        .update({ seq: row.seq }, { deliveredAt: this.clock.now(), leaseUntil: null }),
    );
    return true;
  }

  private async consumeOnce(name: string, handle: Consumer, row: OutboxRow): Promise<void> {
    const id = `${name}:${row.seq}`;
    try {
      await this.unit.run(async () => {
        await this.unit.manager
          .getRepository(OutboxConsumedRow)
          .insert({ id, consumedAt: this.clock.now() });
        await handle({ seq: row.seq, topic: row.topic, payload: row.payload });
      });
    } catch (error) {
      if (!violates(error, 'PRIMARY', 'outbox_consumed', ['id'])) throw error;
    }
  }
}
