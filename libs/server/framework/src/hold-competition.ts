import { Injectable, type OnModuleInit } from '@nestjs/common';
import { lowestQuote, openQuote, quoteWindow, takeQuote } from '@core/framework';
import { PLATFORM_ACTOR, type Actor } from '@core/identity';
import { fenToYuan, type Fen, type Instant } from '@core/kernel';
import { legalDate } from '@core/rules';
import { Arrival, Counters, Deadlines, DomainError, Ids, orRefuse, Outbox } from '@server/platform';
import { FollowOrder } from './follow-order';
import { FrameworkDesk, isOpen, isSupplier, type FrameworkAtHand } from './framework-desk';
import { Frameworks, type FrameworkSupplier } from './frameworks.store';
import { FrameworkOrders } from './orders.store';
import { PlaceOrder, type OrderRequest } from './place-order';
import { Quotes, type Quote, type QuoteCall } from './quotes.store';

/** Said when suppliers are asked for quotes, when they may open them, and when it is over: `{callId, step}`. */
export const COMPETITION_MOVED = 'framework.competition';

const DEADLINE = 'framework.quotes';
const DECISION = 'framework.quotes_decided';

/** What a buyer asks all suppliers of a package for. */
export interface QuoteRequest extends Omit<OrderRequest, 'reason'> {
  readonly need: string;
  readonly deadline: Instant;
}

/**
 * A competition (二次竞价): every supplier of the package is asked, hands in a sealed quote that nobody can read, the operator
 * included, and opens it after the deadline; the lowest wins, never above its agreement (Order 110 art. 33).
 */
@Injectable()
export class HoldCompetition implements OnModuleInit {
  constructor(
    private readonly desk: FrameworkDesk,
    private readonly frameworks: Frameworks,
    private readonly orders: FrameworkOrders,
    private readonly quotes: Quotes,
    private readonly place: PlaceOrder,
    private readonly follow: FollowOrder,
    private readonly arrival: Arrival,
    private readonly deadlines: Deadlines,
    private readonly counters: Counters,
    private readonly ids: Ids,
    private readonly outbox: Outbox,
  ) {}

  onModuleInit(): void {
    this.deadlines.on(DEADLINE, (id) => this.closed(id));
    this.deadlines.on(DECISION, (id) => this.decideAtLast(id));
  }

  /** Asks all suppliers of a package. */
  async call(actor: Actor, frameworkId: string, request: QuoteRequest): Promise<QuoteCall> {
    const buyer = await this.place.buyer(actor);
    return this.desk.at(frameworkId, async (hand) => {
      const { framework, at, law } = hand;
      const { lot, quantity, need, delivery } = request;
      if (!isOpen(framework, at)) throw new DomainError('order.not_running');
      if (!framework.terms.callOff.includes('competition')) {
        throw new DomainError('order.way_not_agreed', { way: 'competition' });
      }
      if (!(await this.bound(frameworkId, lot)).length) throw new DomainError('order.nobody_left');
      if (quantity < 1) throw new DomainError('order.quantity', { quantity });
      const window = orRefuse(quoteWindow(request.deadline, at, law));
      // What is called is decided while the agreements still run.
      if (!isOpen(framework, window.openUntil)) throw new DomainError('order.not_running');
      const call: QuoteCall = {
        id: this.ids.next(),
        code: await this.counters.code('J', legalDate(at).slice(0, 4)),
        frameworkId,
        lot,
        buyerId: buyer.id,
        buyerName: buyer.name,
        quantity,
        need: need.trim(),
        delivery: delivery.trim(),
        calledAt: at,
        calledBy: buyer.personId,
        ...window,
        state: 'open',
        orderId: null,
      };
      await this.quotes.addCall(call);
      await this.deadlines.set(DEADLINE, call.id, window.deadline);
      await this.desk.record(hand, 'competition.called', actor, {
        call: call.code,
        lot,
        buyer: buyer.name,
        quantity,
        need: call.need,
      });
      await this.outbox.add(COMPETITION_MOVED, { callId: call.id, step: 'called' });
      return call;
    });
  }

  /** Takes a sealed quote by the moment it arrived; one for each supplier. */
  async seal(actor: Actor, callId: string, sealed: string): Promise<void> {
    const arrivedAt = this.arrival.at();
    await this.asSupplier(actor, callId, async (hand, call, supplier) => {
      orRefuse(takeQuote(call, arrivedAt));
      const all = await this.quotes.ofCall(callId);
      if (all.some(({ supplierId }) => supplierId === supplier.id)) {
        throw new DomainError('framework.quoted_already');
      }
      await this.quotes.add({
        id: this.ids.next(),
        callId,
        supplierId: supplier.id,
        sealed,
        sealedAt: arrivedAt,
        unitPrice: null,
        nonce: null,
        openedAt: null,
      });
      // How many have quoted is nobody's to know before the deadline.
      await this.desk.recordInside(hand, 'competition.sealed', actor, { call: call.code, sealed });
    });
  }

  /** Opens a supplier's own quote after the deadline; when all are open, the lowest wins at once. */
  async open(actor: Actor, callId: string, unitPrice: Fen, nonce: string): Promise<void> {
    const arrivedAt = this.arrival.at();
    await this.asSupplier(actor, callId, async (hand, call, supplier) => {
      const all = await this.quotes.ofCall(callId);
      const own = all.find(({ supplierId }) => supplierId === supplier.id);
      if (!own) throw new DomainError('framework.no_quote');
      if (own.openedAt !== null) throw new DomainError('framework.quoted_already');
      const said = { callId, supplierId: supplier.id, unitPrice, nonce };
      // The price may have fallen since the quote was sealed; deciding takes the lower of both.
      const facts = { window: call, cap: supplier.offered, law: hand.law };
      const price = orRefuse(openQuote(said, own.sealed, facts, arrivedAt));
      const change = { unitPrice: price, nonce, openedAt: arrivedAt };
      await this.quotes.change(own.id, change);
      await this.desk.recordInside(hand, 'competition.opened', actor, {
        call: call.code,
        supplier: supplier.name,
        supplierId: supplier.id,
        unitPrice: fenToYuan(price),
        nonce,
      });
      const now = all.map((one) => (one.id === own.id ? { ...own, ...change } : one));
      if (now.every(({ openedAt }) => openedAt !== null)) await this.decide(hand, call, now);
    });
  }

  private async closed(callId: string): Promise<void> {
    const { frameworkId, openUntil } = await this.quotes.call(callId);
    await this.desk.at(frameworkId, async (hand) => {
      const call = await this.quotes.call(callId);
      if (call.state !== 'open') return;
      const all = await this.quotes.ofCall(callId);
      if (all.length === 0) {
        await this.decide(hand, call, all);
        return;
      }
      await this.deadlines.set(DECISION, callId, openUntil);
      await this.outbox.add(COMPETITION_MOVED, { callId, step: 'closed' });
    });
  }

  private async decideAtLast(callId: string): Promise<void> {
    const { frameworkId } = await this.quotes.call(callId);
    await this.desk.at(frameworkId, async (hand) => {
      const call = await this.quotes.call(callId);
      if (call.state === 'open') await this.decide(hand, call, await this.quotes.ofCall(callId));
    });
  }

  /** The lowest of the opened quotes wins; a supplier that was removed meanwhile does not. */
  private async decide(
    hand: FrameworkAtHand,
    call: QuoteCall,
    quotes: readonly Quote[],
  ): Promise<void> {
    const bound = await this.bound(call.frameworkId, call.lot);
    const opened = quotes.flatMap(({ supplierId, unitPrice, sealedAt }) => {
      const price = bound.find(({ id }) => id === supplierId)?.price;
      if (unitPrice === null || price === undefined) return [];
      // A price that fell meanwhile holds here too.
      return [{ supplierId, unitPrice: unitPrice < price ? unitPrice : price, sealedAt }];
    });
    const best = lowestQuote(opened);
    const supplier = bound.find(({ id }) => id === best?.supplierId);
    await this.deadlines.drop(DECISION, call.id);
    if (best === null || !supplier) {
      await this.quotes.changeCall(call.id, { state: 'failed' });
      await this.desk.record(hand, 'competition.failed', PLATFORM_ACTOR, { call: call.code });
      await this.outbox.add(COMPETITION_MOVED, { callId: call.id, step: 'failed' });
      return;
    }
    const { lot, quantity, delivery, buyerId, buyerName, calledBy } = call;
    const order = await this.place.write(PLATFORM_ACTOR, hand, {
      lot,
      quantity,
      delivery,
      reason: '',
      way: 'competition',
      supplier,
      unitPrice: best.unitPrice,
      buyer: { id: buyerId, name: buyerName, personId: calledBy },
      after: null,
    });
    await this.quotes.changeCall(call.id, { state: 'decided', orderId: order.id });
    await this.orders.change(order.id, { state: 'confirmed', answeredAt: hand.at });
    await this.desk.record(hand, 'competition.decided', PLATFORM_ACTOR, {
      call: call.code,
      order: order.code,
      supplier: supplier.name,
      unitPrice: fenToYuan(best.unitPrice),
      quotes: quotes.map(({ supplierId, sealed, unitPrice, nonce }) => ({
        supplier: supplierId,
        sealed,
        unitPrice: unitPrice === null ? null : fenToYuan(unitPrice),
        nonce,
      })),
    });
    await this.follow.announce(hand, { ...order, state: 'confirmed' });
    await this.outbox.add(COMPETITION_MOVED, { callId: call.id, step: 'decided' });
  }

  private async bound(frameworkId: string, lot: number): Promise<FrameworkSupplier[]> {
    return (await this.frameworks.suppliers(frameworkId)).filter(
      (one) => one.lot === lot && one.state === 'signed',
    );
  }

  private async asSupplier(
    actor: Actor,
    callId: string,
    act: (hand: FrameworkAtHand, call: QuoteCall, supplier: FrameworkSupplier) => Promise<void>,
  ): Promise<void> {
    const { frameworkId } = await this.quotes.call(callId);
    await this.desk.at(frameworkId, async (hand) => {
      const call = await this.quotes.call(callId);
      const supplier = (await this.bound(frameworkId, call.lot)).find((one) =>
        isSupplier(actor, one),
      );
      if (!supplier) throw new DomainError('framework.no_supplier');
      if (call.state !== 'open') throw new DomainError('framework.call_over');
      await act(hand, call, supplier);
    });
  }
}
