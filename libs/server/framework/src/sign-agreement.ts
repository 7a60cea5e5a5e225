import { Injectable, type OnModuleInit } from '@nestjs/common';
import {
  agreementFingerprint,
  agreementText,
  periodOfAgreement,
  productOf,
  runsOutAt,
  type AgreementFacts,
  type Product,
} from '@core/framework';
import type { Actor } from '@core/identity';
import { fenToYuan } from '@core/kernel';
import { isTendererOf } from '@core/tender';
import { Enterprises } from '@server/enterprise';
import { Deadlines, DomainError, orRefuse, Outbox } from '@server/platform';
import { Lots, Tenders, type TenderRow } from '@server/tender';
import { FrameworkDesk, isSupplier, type FrameworkAtHand } from './framework-desk';
import { Frameworks, type FrameworkSupplier } from './frameworks.store';

/** Said when both sides have signed an agreement: `{supplierId}`. */
export const AGREEMENT_CONCLUDED = 'framework.concluded';
/** Said when a supplier has said what it delivers, and its agreement waits for signatures: `{supplierId}`. */
export const AGREEMENT_READY = 'framework.ready';
/** Said when the agreements of a framework have run out: `{frameworkId}`. */
export const FRAMEWORK_ENDED = 'framework.ended';

/** The kind of deadline that wakes a framework whose agreements have run out. */
const ENDS = 'framework.ends';

/** An agreement as its parties read it before they sign. */
export interface Agreement {
  readonly text: string;
  readonly fingerprint: string;
}

/** Throws while the agreements of a package must wait. Runs under the framework's lock. */
export type HoldAgreement = (tender: TenderRow, lot: number) => Promise<void>;

/** Agreements (框架协议): what a supplier delivers, then both sides sign the same text; with the first the year begins. */
@Injectable()
export class SignAgreement implements OnModuleInit {
  private readonly holds: HoldAgreement[] = [];

  constructor(
    private readonly desk: FrameworkDesk,
    private readonly frameworks: Frameworks,
    private readonly tenders: Tenders,
    private readonly lots: Lots,
    private readonly enterprises: Enterprises,
    private readonly deadlines: Deadlines,
    private readonly outbox: Outbox,
  ) {}

  /** Adds what may hold signatures back: it throws while it does (an upheld query that has led to nothing yet). */
  holdBack(check: HoldAgreement): void {
    this.holds.push(check);
  }

  onModuleInit(): void {
    this.deadlines.on(ENDS, (id) =>
      this.desk.at(id, () => this.outbox.add(FRAMEWORK_ENDED, { frameworkId: id })),
    );
  }

  /** A supplier says what it delivers in its package; until one side has signed, and as often as it likes. */
  async offer(actor: Actor, supplierId: string, typed: Product): Promise<void> {
    const product = orRefuse(productOf(typed));
    await this.desk.asSupplier(actor, supplierId, async ({ tender }, supplier) => {
      if (supplier.state !== 'admitted' || isTouched(supplier)) {
        throw new DomainError('framework.signed_already');
      }
      await this.frameworks.changeSupplier(supplierId, { product });
      await this.desk.record({ tender }, 'framework.offered', actor, {
        supplier: supplier.name,
        lot: supplier.lot,
        product: { ...product },
      });
      await this.outbox.add(AGREEMENT_READY, { supplierId });
    });
  }

  /** The agreement of a supplier in words; its parties and, once it is concluded, everybody read it. */
  async read(actor: Actor | null, supplierId: string): Promise<Agreement> {
    const supplier = await this.frameworks.supplier(supplierId);
    const tender = await this.tenders.get(supplier.frameworkId);
    const isParty = actor !== null && (isTendererOf(actor, tender) || isSupplier(actor, supplier));
    if (!isParty && supplier.fingerprint === null) throw new DomainError('framework.no_supplier');
    const facts = await this.facts(tender, supplier);
    return { text: agreementText(facts), fingerprint: agreementFingerprint(facts) };
  }

  /** Signs as the party the actor is: the text he has read, by its fingerprint. */
  async sign(actor: Actor, supplierId: string, fingerprint: string): Promise<void> {
    const { frameworkId } = await this.frameworks.supplier(supplierId);
    await this.desk.at(frameworkId, async (hand) => {
      const { tender, at } = hand;
      const supplier = await this.frameworks.supplier(supplierId);
      const isCollector = isTendererOf(actor, tender);
      if (!isCollector && !isSupplier(actor, supplier)) {
        throw new DomainError('framework.no_supplier');
      }
      const own = isCollector ? supplier.collectorSignedAt : supplier.supplierSignedAt;
      if (supplier.state !== 'admitted' || own !== null) {
        throw new DomainError('framework.signed_already');
      }
      for (const check of this.holds) await check(tender, supplier.lot);
      const now = agreementFingerprint(await this.facts(tender, supplier));
      if (now !== fingerprint) throw new DomainError('framework.agreement_changed');
      const change: Partial<FrameworkSupplier> = isCollector
        ? { collectorSignedAt: at, collectorSignedBy: actor.personId }
        : { supplierSignedAt: at, supplierSignedBy: actor.personId };
      const signed = { ...supplier, ...change };
      const isConcluded = signed.collectorSignedAt !== null && signed.supplierSignedAt !== null;
      await this.frameworks.changeSupplier(supplierId, {
        ...change,
        ...(isConcluded ? { state: 'signed', fingerprint } : {}),
      });
      await this.desk.record(hand, 'framework.signed', actor, {
        supplier: supplier.name,
        lot: supplier.lot,
        side: isCollector ? 'collector' : 'supplier',
        fingerprint,
        price: fenToYuan(supplier.price),
      });
      if (isConcluded) await this.conclude(hand, supplierId);
    });
  }

  /** Says that copies of the agreements were filed, and where (Order 110 art. 29). */
  async file(actor: Actor, frameworkId: string, filedWith: string): Promise<void> {
    await this.desk.asCollector(actor, frameworkId, async (hand) => {
      const { framework, at } = hand;
      if (framework.startsOn === null) throw new DomainError('framework.not_signed');
      if (framework.filedAt !== null) throw new DomainError('framework.filed_already');
      await this.frameworks.change(frameworkId, { filedAt: at, filedWith: filedWith.trim() });
      await this.desk.record(hand, 'framework.filed', actor, { with: filedWith.trim() });
    });
  }

  private async conclude({ framework, at }: FrameworkAtHand, supplierId: string): Promise<void> {
    if (framework.startsOn === null) {
      const period = periodOfAgreement(at, framework.terms.months);
      await this.frameworks.change(framework.id, { startsOn: period.from, endsOn: period.to });
      await this.deadlines.set(ENDS, framework.id, runsOutAt(period));
    }
    await this.outbox.add(AGREEMENT_CONCLUDED, { supplierId });
  }

  private async facts(tender: TenderRow, supplier: FrameworkSupplier): Promise<AgreementFacts> {
    if (supplier.product === null) throw new DomainError('framework.product_missing');
    const { terms } = await this.frameworks.get(supplier.frameworkId);
    const lot = await this.lots.get(tender.id, supplier.lot);
    const { creditCode } = await this.enterprises.get(supplier.enterpriseId);
    return {
      collector: tender.tendererName,
      supplier: supplier.name,
      creditCode,
      title: tender.title,
      code: tender.code,
      lot: supplier.lot,
      lotTitle: lot.title,
      ceiling: lot.ceiling,
      // What both sides signed is the price of the response; later it only falls, by notices of its own.
      price: supplier.offered,
      product: supplier.product,
      terms,
    };
  }
}

function isTouched({ collectorSignedAt, supplierSignedAt }: FrameworkSupplier): boolean {
  return collectorSignedAt !== null || supplierSignedAt !== null;
}
