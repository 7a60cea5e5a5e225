import { Injectable } from '@nestjs/common';
import { nextTurn, placeOrder, type CallOffWay } from '@core/framework';
import type { Actor } from '@core/identity';
import { fenToYuan, type Fen } from '@core/kernel';
import { legalDate } from '@core/rules';
import { People } from '@server/identity';
import { Counters, DomainError, Ids, orRefuse, Outbox } from '@server/platform';
import { FrameworkDesk, isOpen, type FrameworkAtHand } from './framework-desk';
import { Frameworks, type FrameworkSupplier } from './frameworks.store';
import { FrameworkOrders, type FrameworkOrder } from './orders.store';

/** Said when a supplier is given an order: `{orderId}`. */
export const ORDER_PLACED = 'order.placed';

/** What a buyer wants of a package. */
export interface OrderRequest {
  readonly lot: number;
  readonly quantity: number;
  /** Where and until when, in words. */
  readonly delivery: string;
  readonly reason: string;
}

/** An order for a supplier that was found in one of the ways, ready to be written. */
export interface FoundOrder extends OrderRequest {
  readonly way: CallOffWay;
  readonly supplier: FrameworkSupplier;
  readonly unitPrice: Fen;
  readonly buyer: { readonly id: string; readonly name: string; readonly personId: string };
  /** The order whose refusal rotation carried on; null: none. */
  readonly after: FrameworkOrder | null;
}

/** The second stage: buyers order directly, or from whose turn it is (Order 110 art. 32, 34). */
@Injectable()
export class PlaceOrder {
  constructor(
    private readonly desk: FrameworkDesk,
    private readonly frameworks: Frameworks,
    private readonly orders: FrameworkOrders,
    private readonly people: People,
    private readonly counters: Counters,
    private readonly ids: Ids,
    private readonly outbox: Outbox,
  ) {}

  /** Orders of the supplier the buyer chose, at its price, with the reason. */
  async direct(
    actor: Actor,
    frameworkId: string,
    supplierId: string,
    request: OrderRequest,
  ): Promise<FrameworkOrder> {
    const buyer = await this.buyer(actor);
    return this.desk.at(frameworkId, async (hand) => {
      const supplier = await this.frameworks.supplier(supplierId);
      if (supplier.frameworkId !== frameworkId || supplier.lot !== request.lot) {
        throw new DomainError('framework.no_supplier');
      }
      const unitPrice = supplier.price;
      const found = { ...request, way: 'direct' as const, supplier, unitPrice, buyer, after: null };
      return this.write(actor, hand, found);
    });
  }

  /** Orders of whoever's turn it is; nobody chooses. */
  async byTurn(actor: Actor, frameworkId: string, request: OrderRequest): Promise<FrameworkOrder> {
    const buyer = await this.buyer(actor);
    return this.desk.at(frameworkId, async (hand) => {
      const order = await this.giveTurn(actor, hand, { ...request, buyer, after: null });
      if (order === null) throw new DomainError('order.nobody_left');
      return order;
    });
  }

  /**
   * Gives the next chance of the package to whoever's turn it is. Null: nobody is left, or everybody was asked for this
   * purchase already. Runs under the framework's lock.
   */
  async giveTurn(
    actor: Actor,
    hand: FrameworkAtHand,
    request: Omit<FoundOrder, 'way' | 'supplier' | 'unitPrice'>,
  ): Promise<FrameworkOrder | null> {
    const { framework, at } = hand;
    const { lot, after } = request;
    const bound = (await this.frameworks.suppliers(framework.id)).filter(
      (one) => one.lot === lot && one.state === 'signed',
    );
    const turns = (await this.orders.turns(framework.id)).filter((one) => one.lot === lot);
    const next = nextTurn(
      bound.map(({ id }) => id),
      turns,
    );
    const supplier = bound.find(({ id }) => id === next?.supplierId);
    if (next === null || !supplier) return null;
    const asked = after === null ? [] : await this.orders.chain(after.chainId);
    if (asked.some(({ supplierId }) => supplierId === supplier.id)) return null;
    const order = await this.write(actor, hand, {
      ...request,
      way: 'rotation',
      supplier,
      unitPrice: supplier.price,
    });
    await this.orders.addTurn({
      id: this.ids.next(),
      frameworkId: framework.id,
      lot,
      round: next.round,
      supplierId: supplier.id,
      orderId: order.id,
      at,
    });
    return order;
  }

  /** Writes an order for a supplier that was found. Runs under the framework's lock. */
  async write(actor: Actor, hand: FrameworkAtHand, found: FoundOrder): Promise<FrameworkOrder> {
    const { framework, at } = hand;
    const { supplier, way, quantity, unitPrice, reason, buyer, lot, delivery, after } = found;
    const amount = orRefuse(
      placeOrder(
        { way, quantity, reason },
        {
          terms: framework.terms,
          isRunning: isOpen(framework, at),
          supplier: supplier.state,
          agreedPrice: supplier.price,
          unitPrice,
          law: hand.law,
        },
      ),
    );
    const id = this.ids.next();
    const order: FrameworkOrder = {
      id,
      code: await this.counters.code('D', legalDate(at).slice(0, 4)),
      frameworkId: framework.id,
      lot,
      supplierId: supplier.id,
      way,
      chainId: after?.chainId ?? id,
      buyerId: buyer.id,
      buyerName: buyer.name,
      quantity,
      unitPrice,
      amount,
      reason: reason.trim(),
      delivery: delivery.trim(),
      state: 'placed',
      placedAt: at,
      placedBy: buyer.personId,
      answeredAt: null,
      refusal: null,
      deliveredAt: null,
      receivedAt: null,
      paidAt: null,
      stars: null,
      review: null,
    };
    await this.orders.add(order);
    await this.desk.record(hand, 'order.placed', actor, {
      order: order.code,
      lot,
      way,
      buyer: buyer.name,
      supplier: supplier.name,
      quantity,
      unitPrice: fenToYuan(unitPrice),
      amount: fenToYuan(amount),
      ...(order.reason === '' ? {} : { reason: order.reason }),
    });
    // Who wins a competition has nothing to confirm: it is told of the result.
    if (way !== 'competition') await this.outbox.add(ORDER_PLACED, { orderId: id });
    return order;
  }

  /** Who buys: an organisation, and the person who acts for it. Throws `order.no_buyer`. */
  async buyer(actor: Actor): Promise<FoundOrder['buyer']> {
    // An agency runs tenders for others; it buys nothing.
    if (actor.organisationKind === 'agency') throw new DomainError('order.no_buyer');
    const own = await this.people.organisation(actor.organisationId);
    return { id: actor.organisationId, name: own?.name ?? '', personId: actor.personId };
  }
}
