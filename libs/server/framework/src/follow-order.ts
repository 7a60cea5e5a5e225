import { Injectable } from '@nestjs/common';
import { isChanceGivenBack, moveOrder, type OrderState } from '@core/framework';
import { PLATFORM_ACTOR, type Actor } from '@core/identity';
import { fenToYuan, formatYuan } from '@core/kernel';
import { DomainError, orRefuse, Outbox } from '@server/platform';
import { FrameworkDesk, isOpen, isSupplier, type FrameworkAtHand } from './framework-desk';
import { Frameworks } from './frameworks.store';
import { FrameworkOrders, type FrameworkOrder } from './orders.store';
import { PlaceOrder } from './place-order';

/** Said when an order moved on: `{orderId, to}`. */
export const ORDER_MOVED = 'order.moved';

const WAYS = { direct: '直接选定', competition: '二次竞价', rotation: '顺序轮候' } as const;

/** What the buyer thinks of a delivery. */
export interface OrderReview {
  /** From 1 to 5. */
  readonly stars: number;
  readonly words: string;
}

/** An order on its way: the supplier confirms and delivers, the buyer receives, pays and says what he thinks of it. */
@Injectable()
export class FollowOrder {
  constructor(
    private readonly desk: FrameworkDesk,
    private readonly frameworks: Frameworks,
    private readonly orders: FrameworkOrders,
    private readonly place: PlaceOrder,
    private readonly outbox: Outbox,
  ) {}

  /** The supplier takes the order; it is a contract of a fixed price from then on (Order 110 art. 36). */
  async confirm(actor: Actor, id: string): Promise<void> {
    await this.asSupplier(actor, id, async (hand, order) => {
      const { state } = await this.frameworks.supplier(order.supplierId);
      if (state !== 'signed') throw new DomainError('order.supplier_not_bound');
      await this.move(actor, hand, order, 'confirmed', { answeredAt: hand.at });
      await this.announce(hand, order);
    });
  }

  /** The supplier refuses, with its reason. In a rotation its chance is used up, and the next is asked at once. */
  async refuse(actor: Actor, id: string, reason: string): Promise<void> {
    const said = reason.trim();
    if (said === '') throw new DomainError('order.reason_missing');
    await this.asSupplier(actor, id, async (hand, order) => {
      await this.move(actor, hand, order, 'refused', { answeredAt: hand.at, refusal: said });
      if (order.way !== 'rotation' || !isOpen(hand.framework, hand.at)) return;
      const { lot, quantity, delivery, buyerId, buyerName, placedBy } = order;
      const buyer = { id: buyerId, name: buyerName, personId: placedBy };
      await this.place.giveTurn(PLATFORM_ACTOR, hand, {
        lot,
        quantity,
        delivery,
        reason: order.reason,
        buyer,
        after: order,
      });
    });
  }

  /**
   * The buyer takes an order back that nobody has confirmed: its supplier is silent, or was removed. In a rotation the chance is
   * used up only by a silence of some days.
   */
  async cancel(actor: Actor, id: string, reason: string): Promise<void> {
    const said = reason.trim();
    if (said === '') throw new DomainError('order.reason_missing');
    await this.asBuyer(actor, id, async (hand, order) => {
      await this.move(actor, hand, order, 'cancelled', { answeredAt: hand.at, refusal: said });
      const isGivenBack = isChanceGivenBack(order.placedAt, hand.at);
      if (order.way === 'rotation' && isGivenBack) await this.orders.dropTurn(id);
    });
  }

  /** The supplier says it has delivered. */
  async deliver(actor: Actor, id: string): Promise<void> {
    await this.asSupplier(actor, id, (hand, order) =>
      this.move(actor, hand, order, 'delivered', { deliveredAt: hand.at }),
    );
  }

  /** The buyer has inspected what came, and takes it (验收). */
  async receive(actor: Actor, id: string): Promise<void> {
    await this.asBuyer(actor, id, (hand, order) =>
      this.move(actor, hand, order, 'received', { receivedAt: hand.at }),
    );
  }

  /** The buyer has paid. */
  async pay(actor: Actor, id: string): Promise<void> {
    await this.asBuyer(actor, id, (hand, order) =>
      this.move(actor, hand, order, 'paid', { paidAt: hand.at }),
    );
  }

  /** The buyer says what he thinks of it, once; everybody reads it (Order 110 art. 16). */
  async review(actor: Actor, id: string, { stars, words }: OrderReview): Promise<void> {
    await this.asBuyer(actor, id, async (hand, order) => {
      if (order.receivedAt === null) {
        throw new DomainError('order.wrong_state', { state: order.state });
      }
      if (order.stars !== null) throw new DomainError('order.reviewed_already');
      const review = words.trim();
      await this.orders.change(id, { stars, review: review === '' ? null : review });
      await this.desk.record(hand, 'order.reviewed', actor, { order: order.code, stars, review });
    });
  }

  /** What was found by competition or rotation is published one by one (Order 110 art. 35). */
  async announce(hand: FrameworkAtHand, order: FrameworkOrder): Promise<void> {
    if (order.way === 'direct') return;
    const supplier = await this.frameworks.supplier(order.supplierId);
    const { unit } = hand.framework.terms;
    const product = supplier.product;
    const named = product === null ? '' : [product.name, product.brand, product.model].join(' ');
    await this.desk.announce(hand, {
      kind: 'call_off_notice',
      text: [
        `采购人：${order.buyerName}`,
        `框架协议项目：${hand.tender.title}（${hand.tender.code}），采购包 ${order.lot}`,
        `成交供应商：${supplier.name}（${WAYS[order.way]}）`,
        `成交标的：${named.trim()}；数量 ${order.quantity} ${unit}，单价 ${formatYuan(order.unitPrice)} 元`,
        `成交金额：${formatYuan(order.amount)} 元；订单 ${order.code}`,
        '公告期限：1 个工作日',
      ].join('\n'),
      facts: {
        order: order.code,
        lot: order.lot,
        name: supplier.name,
        amount: fenToYuan(order.amount),
        way: order.way,
      },
    });
  }

  private async move(
    actor: Actor,
    hand: FrameworkAtHand,
    order: FrameworkOrder,
    to: OrderState,
    change: Partial<FrameworkOrder>,
  ): Promise<void> {
    const state = orRefuse(moveOrder(order.state, to));
    await this.orders.change(order.id, { ...change, state });
    await this.desk.record(hand, `order.${to}`, actor, {
      order: order.code,
      ...(change.refusal == null ? {} : { reason: change.refusal }),
    });
    await this.outbox.add(ORDER_MOVED, { orderId: order.id, to });
  }

  private async asSupplier(
    actor: Actor,
    id: string,
    act: (hand: FrameworkAtHand, order: FrameworkOrder) => Promise<void>,
  ): Promise<void> {
    const { frameworkId } = await this.orders.get(id);
    await this.desk.at(frameworkId, async (hand) => {
      const order = await this.orders.get(id);
      const supplier = await this.frameworks.supplier(order.supplierId);
      if (!isSupplier(actor, supplier)) throw new DomainError('order.unknown');
      await act(hand, order);
    });
  }

  private async asBuyer(
    actor: Actor,
    id: string,
    act: (hand: FrameworkAtHand, order: FrameworkOrder) => Promise<void>,
  ): Promise<void> {
    const { frameworkId } = await this.orders.get(id);
    await this.desk.at(frameworkId, async (hand) => {
      const order = await this.orders.get(id);
      if (actor.organisationId !== order.buyerId) throw new DomainError('order.unknown');
      await act(hand, order);
    });
  }
}
