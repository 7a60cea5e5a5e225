import { Injectable } from '@nestjs/common';
import { sealQuote } from '@core/framework';
import type { Actor } from '@core/identity';
import { DAY, fen, HOUR } from '@core/kernel';
import type { GivenBasis } from '@core/tender';
import {
  FollowOrder,
  FrameworkOrders,
  Frameworks,
  HoldCompetition,
  LeadFramework,
  PlaceOrder,
  PrepareFramework,
  SignAgreement,
  type FrameworkOrder,
  type FrameworkSupplier,
} from '@server/framework';
import { People } from '@server/identity';
import { FileStore, LegalClock, Randomness } from '@server/platform';
import { DemoPeople } from '../demo-people';
import { DemoTime } from '../demo-time';
import { wayOf, type DemoFramework } from './frameworks-data';

const BUYERS = ['school', 'township2', 'waterworks', 'tenderer'] as const;
const REASONS = ['价格最低', '离得近，服务快', '上次供货评价好'] as const;
/** How long after a call the demo's quotes are due. */
const QUOTING = 6 * HOUR;

/** Framework agreements of the demo: signed, ordered from in every way, and at their end summed up. */
@Injectable()
export class DemoFrameworks {
  constructor(
    private readonly demo: DemoPeople,
    private readonly people: People,
    private readonly time: DemoTime,
    private readonly clock: LegalClock,
    private readonly prepare: PrepareFramework,
    private readonly agreements: SignAgreement,
    private readonly lead: LeadFramework,
    private readonly place: PlaceOrder,
    private readonly follow: FollowOrder,
    private readonly competition: HoldCompetition,
    private readonly frameworks: Frameworks,
    private readonly orders: FrameworkOrders,
    private readonly files: FileStore,
    private readonly randomness: Randomness,
  ) {}

  /** What a framework rests on: the ground of the law, and its plan. */
  async basis({ personId }: Actor): Promise<GivenBasis> {
    const file = await this.files.put(Buffer.from('框架协议采购方案（示例）'), {
      name: '采购方案.txt',
      media: 'text/plain',
      uploadedBy: personId,
      dataClass: 'public',
    });
    return {
      documentNumber: '青财采〔2025〕框架2号',
      fairCompetitionReview: null,
      condition: '集中采购目录以内品目，属于小额零星采购',
      fileId: file.id,
    };
  }

  /** Keeps the terms with the draft. */
  async keep(tenderer: Actor, tenderId: string, { terms }: DemoFramework): Promise<void> {
    await this.prepare.keep(tenderer, tenderId, terms);
  }

  /** From the admitted list on: agreements, filing, orders, a removal, the summary. */
  async live(tenderer: Actor, id: string, about: DemoFramework): Promise<void> {
    for (const [at, supplier] of (await this.frameworks.suppliers(id)).entries()) {
      const actor = await this.actorOf(supplier);
      const product = { ...about.product, model: `${supplier.lot}${at + 1}` };
      await this.agreements.offer(actor, supplier.id, product);
      const { fingerprint } = await this.agreements.read(actor, supplier.id);
      await this.agreements.sign(actor, supplier.id, fingerprint);
      await this.agreements.sign(tenderer, supplier.id, fingerprint);
    }
    const begin = this.clock.now();
    this.time.at(begin + 3 * DAY, () => this.agreements.file(tenderer, id, '青禾县财政局'));
    for (let number = 0; number < about.orders; number++) {
      const at = begin + (4 + number * about.every) * DAY;
      this.time.at(at, () => this.order(id, number, about));
      if (number === about.removedAfter) {
        this.time.at(at + 2 * HOUR, () => this.remove(tenderer, id));
      }
    }
    const { endsOn } = await this.frameworks.get(id);
    const end = Date.parse(`${endsOn}T16:00:00.000Z`);
    this.time.at(end + 2 * DAY + 10 * HOUR, () => this.lead.summarise(tenderer, id));
  }

  private async order(id: string, number: number, about: DemoFramework): Promise<void> {
    const { quantities } = about;
    const buyer = await this.demo.actor(BUYERS[number % BUYERS.length] ?? BUYERS[0]);
    const quantity = quantities[number % quantities.length] ?? 1;
    const wish = { lot: 1, quantity, delivery: '单位办公楼，三个工作日内' };
    const way = wayOf(number, about);
    if (way === 'competition') {
      await this.compete(id, buyer, { ...wish, quantity: quantity + 20 });
      return;
    }
    const order = await this.placed(id, buyer, number, way === 'direct', wish);
    const supplier = await this.actorOf(await this.frameworks.supplier(order.supplierId));
    // One in nineteen cannot be filled; in a rotation the next is asked at once.
    if (number % 19 === 11) {
      await this.follow.refuse(supplier, order.id, '该型号暂时缺货');
      return;
    }
    await this.follow.confirm(supplier, order.id);
    this.time.at(this.clock.now() + 2 * DAY, () => this.finish(order, buyer, supplier, number));
  }

  private async placed(
    id: string,
    buyer: Actor,
    number: number,
    isDirect: boolean,
    wish: { readonly lot: number; readonly quantity: number; readonly delivery: string },
  ): Promise<FrameworkOrder> {
    if (!isDirect) return this.place.byTurn(buyer, id, { ...wish, reason: '' });
    const bound = (await this.frameworks.suppliers(id)).filter(({ state }) => state === 'signed');
    const chosen = bound[(number / 2) % Math.min(3, bound.length)];
    const reason = REASONS[number % REASONS.length] ?? REASONS[0];
    return this.place.direct(buyer, id, chosen?.id ?? '', { ...wish, reason });
  }

  private async finish(
    { id }: FrameworkOrder,
    buyer: Actor,
    supplier: Actor,
    number: number,
  ): Promise<void> {
    await this.follow.deliver(supplier, id);
    await this.follow.receive(buyer, id);
    await this.follow.pay(buyer, id);
    if (number % 3 !== 0) return;
    const stars = 3 + (number % 3);
    await this.follow.review(buyer, id, { stars, words: stars > 3 ? '送货及时' : '' });
  }

  private async compete(
    id: string,
    buyer: Actor,
    wish: { readonly lot: number; readonly quantity: number; readonly delivery: string },
  ): Promise<void> {
    const deadline = this.clock.now() + QUOTING;
    const call = await this.competition.call(buyer, id, {
      ...wish,
      need: '批量采购，一次送达并安装',
      deadline,
    });
    const bound = (await this.frameworks.suppliers(id)).filter(({ state }) => state === 'signed');
    const quotes = bound.map((supplier, at) => ({
      supplier,
      unitPrice: fen(supplier.price - (at + 1) * 1_500),
      nonce: this.randomness.hex(32),
    }));
    for (const { supplier, unitPrice, nonce } of quotes) {
      const sealed = sealQuote({ callId: call.id, supplierId: supplier.id, unitPrice, nonce });
      if (sealed.ok) {
        await this.competition.seal(await this.actorOf(supplier), call.id, sealed.value);
      }
    }
    this.time.at(deadline, async () => {
      for (const { supplier, unitPrice, nonce } of quotes) {
        await this.competition.open(await this.actorOf(supplier), call.id, unitPrice, nonce);
      }
      await this.delivered(id, buyer);
    });
  }

  /** What was won in a competition is delivered like every other order. */
  private async delivered(id: string, buyer: Actor): Promise<void> {
    const [latest] = await this.orders.ofFramework(id, 1);
    if (latest?.state !== 'confirmed') return;
    const supplier = await this.actorOf(await this.frameworks.supplier(latest.supplierId));
    this.time.at(this.clock.now() + 2 * DAY, () => this.finish(latest, buyer, supplier, 1));
  }

  private async remove(tenderer: Actor, id: string): Promise<void> {
    const bound = (await this.frameworks.suppliers(id)).filter(({ state }) => state === 'signed');
    const last = bound.at(-1);
    if (!last) return;
    await this.lead.remove(
      tenderer,
      last.id,
      'refused_award',
      '两次无正当理由不供货，经书面催告（青采催〔2025〕3号）仍不履行',
    );
    const [first] = bound;
    if (first) await this.lead.lower(await this.actorOf(first), first.id, fen(first.price - 5_000));
  }

  private async actorOf({ enterpriseId }: FrameworkSupplier): Promise<Actor> {
    const [held] = await this.people.holders('bidder', enterpriseId);
    return {
      personId: held?.personId ?? '',
      organisationId: enterpriseId,
      organisationKind: 'enterprise',
      role: 'bidder',
      from: null,
    };
  }
}
