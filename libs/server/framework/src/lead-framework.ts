import { Injectable } from '@nestjs/common';
import { lowerPrice, removeSupplier, type RemovalGround } from '@core/framework';
import type { Actor } from '@core/identity';
import { fenToYuan, formatYuan, type Fen } from '@core/kernel';
import { DomainError, orRefuse, Outbox } from '@server/platform';
import { FrameworkDesk } from './framework-desk';
import { Frameworks, type FrameworkSupplier } from './frameworks.store';
import { FrameworkOrders } from './orders.store';

/** Said when a supplier was removed: `{supplierId}`. */
export const SUPPLIER_REMOVED = 'framework.removed';

const GROUNDS: Readonly<Record<RemovalGround, string>> = {
  collusion: '恶意串通谋取入围或者合同成交',
  false_papers: '提供虚假材料谋取入围或者合同成交',
  refused_award: '无正当理由拒不接受合同授予',
  breach: '不履行合同义务或者履行不符合约定，经请求后仍不履行',
  banned: '有效期内被禁止或者限制参加政府采购活动',
  agreed: '框架协议约定的其他情形',
};

/** What happens to agreements while they run: prices fall, suppliers are removed, and at the end everything is summed up. */
@Injectable()
export class LeadFramework {
  constructor(
    private readonly desk: FrameworkDesk,
    private readonly frameworks: Frameworks,
    private readonly orders: FrameworkOrders,
    private readonly outbox: Outbox,
  ) {}

  /** A supplier asks less from now on, of every buyer. Published at once. */
  async lower(actor: Actor, supplierId: string, to: Fen): Promise<void> {
    await this.desk.asSupplier(actor, supplierId, async (hand, supplier) => {
      if (supplier.state !== 'signed') throw new DomainError('framework.not_signed');
      const price = orRefuse(lowerPrice(supplier.price, to));
      await this.frameworks.changeSupplier(supplierId, { price });
      const { name, lot, price: before } = supplier;
      await this.desk.record(hand, 'framework.price_lowered', actor, {
        supplier: name,
        lot,
        from: fenToYuan(before),
        to: fenToYuan(price),
      });
      const { unit } = hand.framework.terms;
      await this.desk.announce(hand, {
        kind: 'price_notice',
        text: `采购包 ${lot}：${name} 的协议价格由 ${formatYuan(before)} 元/${unit} 降为 ${formatYuan(price)} 元/${unit}，自公告时起对所有采购人适用。`,
        facts: { lot, name, from: fenToYuan(before), to: fenToYuan(price) },
      });
    });
  }

  /** Removes a supplier on a ground of the law, with what shows it. Its orders so far are carried out. */
  async remove(
    actor: Actor,
    supplierId: string,
    ground: RemovalGround,
    evidence: string,
  ): Promise<void> {
    const { frameworkId } = await this.frameworks.supplier(supplierId);
    await this.desk.asCollector(actor, frameworkId, async (hand) => {
      const supplier = await this.frameworks.supplier(supplierId);
      const shown = orRefuse(removeSupplier(supplier.state, evidence));
      await this.frameworks.changeSupplier(supplierId, {
        state: 'removed',
        removedAt: hand.at,
        removalGround: ground,
        removalEvidence: shown,
      });
      const { name, lot } = supplier;
      await this.desk.record(hand, 'framework.removed', actor, {
        supplier: name,
        lot,
        ground,
        evidence: shown,
      });
      await this.desk.announce(hand, {
        kind: 'removal_notice',
        text: [
          `采购包 ${lot}：${name} 被取消入围资格（解除框架协议）。`,
          `情形：${GROUNDS[ground]}（第十九条）。`,
          `依据：${shown}`,
          '该供应商不得参加本框架协议的补充征集。',
        ].join('\n'),
        facts: { lot, name, ground },
      });
      await this.outbox.add(SUPPLIER_REMOVED, { supplierId });
    });
  }

  /** Publishes what was bought under the framework, once its agreements have run out (Order 110 art. 35). */
  async summarise(actor: Actor, frameworkId: string): Promise<void> {
    await this.desk.asCollector(actor, frameworkId, async (hand) => {
      const { framework, at, tender } = hand;
      if (framework.endsOn === null || isOpenOrEarly(framework.endsOn, hand.law.on)) {
        throw new DomainError('framework.not_over');
      }
      if (framework.summarisedAt !== null) throw new DomainError('framework.summarised_already');
      const suppliers = await this.frameworks.suppliers(frameworkId);
      const totals = await this.orders.totals(frameworkId);
      const lines = suppliers.map((one) => summaryOf(one, totals));
      await this.frameworks.change(frameworkId, { summarisedAt: at });
      await this.desk.record(hand, 'framework.summarised', actor, {
        suppliers: lines.map(({ supplier: { name, lot }, orders, amount }) => ({
          name,
          lot,
          orders,
          amount: fenToYuan(amount as Fen),
        })),
      });
      await this.desk.announce(hand, {
        kind: 'summary_notice',
        text: [
          `征集人：${tender.tendererName}`,
          `项目：${tender.title}（${tender.code}）`,
          ...lines.map(
            ({ supplier: { name, lot }, orders, amount }) =>
              `采购包 ${lot}：${name}，成交合同 ${orders} 份，总金额 ${formatYuan(amount as Fen)} 元`,
          ),
        ].join('\n'),
        facts: { suppliers: lines.length },
      });
    });
  }
}

function isOpenOrEarly(endsOn: string, on: string): boolean {
  return on <= endsOn;
}

function summaryOf(
  supplier: FrameworkSupplier,
  totals: readonly {
    readonly supplierId: string;
    readonly orders: number;
    readonly amount: number;
  }[],
) {
  const own = totals.filter(({ supplierId }) => supplierId === supplier.id);
  return {
    supplier,
    orders: own.reduce((sum, one) => sum + one.orders, 0),
    amount: own.reduce((sum, one) => sum + one.amount, 0),
  };
}
