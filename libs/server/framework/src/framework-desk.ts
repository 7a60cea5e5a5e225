import { Injectable } from '@nestjs/common';
import { isRunning } from '@core/framework';
import type { Actor } from '@core/identity';
import type { Encodable, Instant } from '@core/kernel';
import type { UnderLaw } from '@core/rules';
import { isTendererOf } from '@core/tender';
import { Ledger } from '@server/ledger';
import { Arrival, DomainError, Ids, RuleSets, UnitOfWork } from '@server/platform';
import { noticeTitle, Tenders, type NoticeKind, type TenderRow } from '@server/tender';
import { Frameworks, type Framework, type FrameworkSupplier } from './frameworks.store';

/** A framework under its lock, with the law it falls under. */
export interface FrameworkAtHand {
  readonly framework: Framework;
  readonly tender: TenderRow;
  readonly law: UnderLaw;
  readonly at: Instant;
}

/** What a notice about a framework says. */
export interface Saying {
  readonly kind: NoticeKind;
  readonly text: string;
  readonly facts: Record<string, unknown>;
}

/** What is asked before anybody touches a framework: that nobody else does meanwhile, and who he is to it. */
@Injectable()
export class FrameworkDesk {
  constructor(
    private readonly unit: UnitOfWork,
    private readonly tenders: Tenders,
    private readonly frameworks: Frameworks,
    private readonly ruleSets: RuleSets,
    private readonly arrival: Arrival,
    private readonly ids: Ids,
    private readonly ledger: Ledger,
  ) {}

  /** Does something to a framework under its lock, in one unit. */
  async at<T>(id: string, act: (hand: FrameworkAtHand) => Promise<T>): Promise<T> {
    return this.unit.run(async () => {
      const framework = await this.frameworks.lock(id);
      const tender = await this.tenders.get(id);
      const at = this.arrival.at();
      return act({ framework, tender, at, law: this.ruleSets.under(tender, at) });
    });
  }

  /** The same as the one who concluded its agreements; for all others it is not theirs to touch. */
  async asCollector<T>(
    actor: Actor,
    id: string,
    act: (hand: FrameworkAtHand) => Promise<T>,
  ): Promise<T> {
    return this.at(id, (hand) => {
      if (!isTendererOf(actor, hand.tender)) throw new DomainError('framework.unknown');
      return act(hand);
    });
  }

  /** The same as one of its suppliers. */
  async asSupplier<T>(
    actor: Actor,
    supplierId: string,
    act: (hand: FrameworkAtHand, supplier: FrameworkSupplier) => Promise<T>,
  ): Promise<T> {
    const { frameworkId } = await this.frameworks.supplier(supplierId);
    return this.at(frameworkId, async (hand) => {
      const supplier = await this.frameworks.supplier(supplierId);
      if (!isSupplier(actor, supplier)) throw new DomainError('framework.no_supplier');
      return act(hand, supplier);
    });
  }

  /** Publishes something about a framework, with the pages and feeds of its tender. */
  async announce({ tender, at }: FrameworkAtHand, { kind, text, facts }: Saying): Promise<void> {
    await this.tenders.addNotice({
      id: this.ids.next(),
      tenderId: tender.id,
      kind,
      title: noticeTitle(tender.title, kind),
      text,
      facts,
      fileId: null,
      publishedAt: at,
    });
  }

  /**
   * Records something in the log of the framework: a chain of its own below that of its tender, which is closed once its result
   * stands, long before the last order.
   */
  async record(
    { tender }: Pick<FrameworkAtHand, 'tender'>,
    type: string,
    by: Actor,
    body: Readonly<Record<string, Encodable>>,
  ): Promise<void> {
    const scope = `${tender.id}/framework`;
    await this.ledger.append({ type, scope, by, body: { tender: tender.id, ...body } });
  }

  /** Records what nobody outside may count yet, in the part of the log that is not shown. */
  async recordInside(
    { tender }: Pick<FrameworkAtHand, 'tender'>,
    type: string,
    by: Actor,
    body: Readonly<Record<string, Encodable>>,
  ): Promise<void> {
    const scope = `${tender.id}/internal`;
    await this.ledger.append({ type, scope, by, body: { tender: tender.id, ...body } });
  }
}

/** Whether somebody acts for a supplier. */
export function isSupplier(
  actor: Pick<Actor, 'role' | 'organisationId'>,
  { enterpriseId }: Pick<FrameworkSupplier, 'enterpriseId'>,
): boolean {
  return actor.role === 'bidder' && actor.organisationId === enterpriseId;
}

/** Whether orders may be placed under a framework at `at`. */
export function isOpen({ startsOn, endsOn }: Framework, at: Instant): boolean {
  return startsOn !== null && endsOn !== null && isRunning({ from: startsOn, to: endsOn }, at);
}
