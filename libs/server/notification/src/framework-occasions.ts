import { Injectable, type OnModuleInit } from '@nestjs/common';
import type { MessageTopic } from '@core/notification';
import { formatInstant, HOUR, type Instant } from '@core/kernel';
import {
  AGREEMENT_CONCLUDED,
  AGREEMENT_READY,
  COMPETITION_MOVED,
  FRAMEWORK_ENDED,
  FrameworkOrders,
  Frameworks,
  ORDER_MOVED,
  ORDER_PLACED,
  Quotes,
  SUPPLIER_REMOVED,
  SUPPLIERS_ADMITTED,
} from '@server/framework';
import { People } from '@server/identity';
import { Outbox, type OutboxEvent } from '@server/platform';
import { Tenders } from '@server/tender';
import { Notify } from './notify';

const NAME = 'notification-framework';

/** Steps an order takes by its supplier; the others are its buyer's. */
const BY_SUPPLIER: ReadonlySet<unknown> = new Set(['confirmed', 'refused', 'delivered']);

/** A moment as a message writes it in either language: `2026-03-05 09:00`, Beijing time. */
function inBeijing(at: Instant): string {
  return formatInstant(at + 8 * HOUR)
    .slice(0, 16)
    .replace('T', ' ');
}

interface Told {
  readonly topic: MessageTopic;
  readonly about: string;
  readonly link: string;
  readonly params: Readonly<Record<string, string>>;
}

/** Turns what happens to frameworks, orders and competitions into messages to whoever has to act on it. */
@Injectable()
export class FrameworkOccasions implements OnModuleInit {
  constructor(
    private readonly outbox: Outbox,
    private readonly notify: Notify,
    private readonly people: People,
    private readonly tenders: Tenders,
    private readonly frameworks: Frameworks,
    private readonly orders: FrameworkOrders,
    private readonly quotes: Quotes,
  ) {}

  onModuleInit(): void {
    const on = (event: string, tell: (event: OutboxEvent) => Promise<void>): void =>
      this.outbox.consume(NAME, event, tell);
    on(SUPPLIERS_ADMITTED, (event) => this.admitted(event));
    on(AGREEMENT_READY, ({ payload }) => this.agreement(payload, 'framework.ready', 'collector'));
    on(AGREEMENT_CONCLUDED, ({ payload }) => this.concluded(payload));
    on(SUPPLIER_REMOVED, ({ payload }) => this.agreement(payload, 'framework.removed', 'supplier'));
    on(FRAMEWORK_ENDED, (event) => this.ended(event));
    on(ORDER_PLACED, (event) => this.placed(event));
    on(ORDER_MOVED, (event) => this.moved(event));
    on(COMPETITION_MOVED, (event) => this.competition(event));
  }

  private async admitted({ payload }: OutboxEvent): Promise<void> {
    const frameworkId = String(payload.frameworkId);
    const params = await this.named(frameworkId);
    const all = await this.frameworks.suppliers(frameworkId);
    for (const { id, enterpriseId } of all.filter(({ lot }) => lot === Number(payload.lot))) {
      await this.tellFirm(enterpriseId, {
        topic: 'framework.admitted',
        about: id,
        link: `/frameworks/${frameworkId}`,
        params,
      });
    }
  }

  private async agreement(
    payload: OutboxEvent['payload'],
    topic: MessageTopic,
    to: 'collector' | 'supplier',
  ): Promise<void> {
    const supplier = await this.frameworks.supplier(String(payload.supplierId));
    const { id, frameworkId, enterpriseId, name } = supplier;
    const params = { ...(await this.named(frameworkId)), supplier: name };
    const message = { topic, about: id, link: `/frameworks/${frameworkId}`, params };
    if (to === 'collector') await this.tellCollector(frameworkId, message);
    else await this.tellFirm(enterpriseId, message);
  }

  /** Whoever may buy is told of a supplier and its price (Order 110 art. 30), the supplier that it is bound. */
  private async concluded(payload: OutboxEvent['payload']): Promise<void> {
    const { id, frameworkId, enterpriseId, name } = await this.frameworks.supplier(
      String(payload.supplierId),
    );
    const params = { ...(await this.named(frameworkId)), supplier: name };
    const link = `/frameworks/${frameworkId}`;
    const told = { topic: 'framework.concluded' as const, about: id, link, params };
    await this.tell(await this.people.holders('tenderer'), told);
    await this.tellFirm(enterpriseId, told);
  }

  private async ended({ payload }: OutboxEvent): Promise<void> {
    const frameworkId = String(payload.frameworkId);
    await this.tellCollector(frameworkId, {
      topic: 'framework.ended',
      about: frameworkId,
      link: `/frameworks/${frameworkId}`,
      params: await this.named(frameworkId),
    });
  }

  private async placed({ payload }: OutboxEvent): Promise<void> {
    const order = await this.orders.get(String(payload.orderId));
    const { enterpriseId } = await this.frameworks.supplier(order.supplierId);
    await this.tellFirm(enterpriseId, {
      topic: 'order.placed',
      about: order.id,
      link: '/work/orders',
      params: { order: order.code, buyer: order.buyerName },
    });
  }

  private async moved({ payload }: OutboxEvent): Promise<void> {
    const order = await this.orders.get(String(payload.orderId));
    const { enterpriseId } = await this.frameworks.supplier(order.supplierId);
    const message = {
      topic: 'order.moved' as const,
      about: `${order.id}/${String(payload.to)}`,
      link: '/work/orders',
      params: { order: order.code },
    };
    if (BY_SUPPLIER.has(payload.to)) await this.tellBuyer(order.buyerId, message);
    else await this.tellFirm(enterpriseId, message);
  }

  private async competition({ payload }: OutboxEvent): Promise<void> {
    const call = await this.quotes.call(String(payload.callId));
    const step = String(payload.step);
    const about = `${call.id}/${step}`;
    const link = '/work/orders';
    const suppliers = (await this.frameworks.suppliers(call.frameworkId)).filter(
      ({ lot, state }) => lot === call.lot && state === 'signed',
    );
    const sealed = new Set((await this.quotes.ofCall(call.id)).map((one) => one.supplierId));
    for (const { id, enterpriseId } of suppliers) {
      if (step === 'called') {
        const params = { call: call.code, buyer: call.buyerName, at: inBeijing(call.deadline) };
        await this.tellFirm(enterpriseId, { topic: 'quotes.called', about, link, params });
      } else if (sealed.has(id) && step === 'closed') {
        const params = { call: call.code, at: inBeijing(call.openUntil) };
        await this.tellFirm(enterpriseId, { topic: 'quotes.closed', about, link, params });
      } else if (sealed.has(id)) {
        const params = { call: call.code };
        await this.tellFirm(enterpriseId, { topic: 'quotes.over', about, link, params });
      }
    }
    if (step === 'decided' || step === 'failed') {
      const params = { call: call.code };
      await this.tellBuyer(call.buyerId, { topic: 'quotes.over', about, link, params });
    }
  }

  private async named(frameworkId: string): Promise<{ code: string; title: string }> {
    const { code, title } = await this.tenders.get(frameworkId);
    return { code, title };
  }

  private async tellFirm(enterpriseId: string, told: Told): Promise<void> {
    await this.tell(await this.people.holders('bidder', enterpriseId), told);
  }

  private async tellBuyer(organisationId: string, told: Told): Promise<void> {
    await this.tell(await this.people.holders('tenderer', organisationId), told);
  }

  private async tellCollector(frameworkId: string, told: Told): Promise<void> {
    const { tendererId } = await this.tenders.get(frameworkId);
    await this.tellBuyer(tendererId, told);
  }

  private async tell(held: readonly { readonly personId: string }[], told: Told): Promise<void> {
    await this.notify.tell(
      held.map(({ personId }) => personId),
      told,
    );
  }
}
