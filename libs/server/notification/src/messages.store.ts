import { Injectable } from '@nestjs/common';
import { In, IsNull, LessThan, LessThanOrEqual } from 'typeorm';
import type { Instant } from '@core/kernel';
import { Reads, UnitOfWork } from '@server/platform';
import { ContactRow, DeliveryRow, MessageRow } from './notification.entity';

/** A message with its state. */
export type Message = MessageRow;
/** A delivery of the log. */
export type Delivery = DeliveryRow;

/** Rows of messages, deliveries and contacts. */
@Injectable()
export class Messages {
  constructor(
    private readonly unit: UnitOfWork,
    private readonly reads: Reads,
  ) {}

  async exists(personId: string, occasion: string): Promise<boolean> {
    return this.unit.manager.getRepository(MessageRow).existsBy({ personId, occasion });
  }

  async add(row: MessageRow, deliveries: readonly DeliveryRow[]): Promise<void> {
    await this.unit.manager.getRepository(MessageRow).insert(row);
    for (const delivery of deliveries) {
      await this.unit.manager.getRepository(DeliveryRow).insert(delivery);
    }
  }

  /** A person's messages, newest first, before an id. */
  async page(personId: string, before: string | null, limit: number): Promise<Message[]> {
    const manager = await this.reads.manager();
    return manager.getRepository(MessageRow).find({
      where: { personId, ...(before === null ? {} : { id: LessThan(before) }) },
      order: { id: 'DESC' },
      take: limit,
    });
  }

  async unread(personId: string): Promise<number> {
    const manager = await this.reads.manager();
    return manager.getRepository(MessageRow).countBy({ personId, readAt: IsNull() });
  }

  /** Marks messages read: one, or all that are not. */
  async read(personId: string, id: string | null, readAt: Instant): Promise<void> {
    await this.unit.run(() =>
      this.unit.manager
        .getRepository(MessageRow)
        .update({ personId, readAt: IsNull(), ...(id === null ? {} : { id }) }, { readAt }),
    );
  }

  /** Erases everything that was told to a person, and where. Inside the present unit. */
  async forget(personId: string): Promise<void> {
    const { manager } = this.unit;
    const told = await manager.getRepository(MessageRow).findBy({ personId });
    for (const { id: messageId } of told) {
      await manager.getRepository(DeliveryRow).delete({ messageId });
    }
    await manager.getRepository(MessageRow).delete({ personId });
    await manager.getRepository(ContactRow).delete({ personId });
  }

  async contacts(personIds: readonly string[]): Promise<Map<string, ContactRow>> {
    const manager = await this.reads.manager();
    const rows = await manager.getRepository(ContactRow).findBy({ personId: In([...personIds]) });
    return new Map(rows.map((row) => [row.personId, row]));
  }

  async keep(row: ContactRow): Promise<void> {
    const contacts = this.unit.manager.getRepository(ContactRow);
    const { personId, ...rest } = row;
    const known = await contacts.existsBy({ personId });
    if (known) await contacts.update({ personId }, rest);
    else await contacts.insert(row);
  }

  /** Deliveries that may be tried now, oldest first. */
  async due(now: Instant, limit: number): Promise<Delivery[]> {
    return this.unit.run(() =>
      this.unit.manager.getRepository(DeliveryRow).find({
        where: { state: 'waiting', dueAt: LessThanOrEqual(new Date(now) as never) },
        order: { dueAt: 'ASC' },
        take: limit,
      }),
    );
  }

  /** Claims a try; false when another process was faster. */
  async claim(row: Delivery, next: { attempts: number; dueAt: Instant }): Promise<boolean> {
    const claimed = await this.unit.run(() =>
      this.unit.manager
        .getRepository(DeliveryRow)
        .update({ id: row.id, state: 'waiting', attempts: row.attempts }, next),
    );
    return claimed.affected === 1;
  }

  async settle(id: string, change: Partial<DeliveryRow>): Promise<void> {
    await this.unit.run(() => this.unit.manager.getRepository(DeliveryRow).update({ id }, change));
  }

  async message(id: string): Promise<Message | null> {
    const manager = await this.reads.manager();
    return manager.getRepository(MessageRow).findOneBy({ id });
  }

  /** Deliveries, the newest first, before an id: for whoever looks after the site. */
  async log(before: string | null, limit: number): Promise<Delivery[]> {
    const manager = await this.reads.manager();
    return manager.getRepository(DeliveryRow).find({
      where: before === null ? {} : { id: LessThan(before) },
      order: { id: 'DESC' },
      take: limit,
    });
  }
}
