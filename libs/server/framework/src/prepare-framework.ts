import { Injectable, type OnModuleInit } from '@nestjs/common';
import { admittedOf, frameworkTerms, type FrameworkTerms } from '@core/framework';
import { PLATFORM_ACTOR, type Actor } from '@core/identity';
import type { Encodable, Instant } from '@core/kernel';
import type { Finding } from '@core/rules';
import { runsTender } from '@core/tender';
import { AwardTender, ChangeResult, type Candidate } from '@server/award';
import { CandidatePlaces, type Places } from '@server/evaluation';
import { Ledger } from '@server/ledger';
import {
  Arrival,
  DomainError,
  Ids,
  orRefuse,
  Outbox,
  RuleSets,
  UnitOfWork,
} from '@server/platform';
import { Lots, PublishTender, Tenders, type LotRecord, type TenderRow } from '@server/tender';
import { Frameworks } from './frameworks.store';

/** Said when a package of a framework has taken its suppliers: `{frameworkId, lot}`. */
export const SUPPLIERS_ADMITTED = 'framework.admitted';

const METHOD = 'framework_agreement';

/**
 * The first stage of a framework (框架协议第一阶段): a tender with terms of its own, at whose end everybody on the published list is
 * taken. Sealing, opening and evaluation are those of every tender (Order 110 art. 9).
 */
@Injectable()
export class PrepareFramework implements OnModuleInit {
  constructor(
    private readonly unit: UnitOfWork,
    private readonly tenders: Tenders,
    private readonly lots: Lots,
    private readonly publications: PublishTender,
    private readonly places: CandidatePlaces,
    private readonly results: AwardTender,
    private readonly changes: ChangeResult,
    private readonly frameworks: Frameworks,
    private readonly ruleSets: RuleSets,
    private readonly arrival: Arrival,
    private readonly ids: Ids,
    private readonly ledger: Ledger,
    private readonly outbox: Outbox,
  ) {}

  onModuleInit(): void {
    this.publications.requires((row) => this.mayPublish(row));
    this.places.limitBy((tender) => this.placesOf(tender));
    this.results.onAdmission((...admission) => this.admit(...admission));
    this.changes.onLeftOut((...left) => this.leaveOut(...left));
    this.outbox.consume('framework-terms', 'tender.published', ({ payload }) =>
      this.published(String(payload.tenderId)),
    );
  }

  /** Keeps the terms with the draft, in place of those before, and says what the rules find in them. */
  async keep(actor: Actor, id: string, typed: FrameworkTerms): Promise<readonly Finding[]> {
    return this.unit.run(async () => {
      const tender = await this.tenders.lock(id);
      if (!runsTender(actor, tender)) throw new DomainError('tender.not_found');
      if (tender.state !== 'draft') {
        throw new DomainError('tender.wrong_state', { state: tender.state });
      }
      if (tender.method !== METHOD) throw new DomainError('framework.other_method');
      const at = this.arrival.at();
      const law = this.ruleSets.under(tender, at);
      const { terms, findings } = orRefuse(frameworkTerms(typed, tender.kind, law));
      await this.frameworks.keep({
        id,
        terms,
        keptAt: at,
        startsOn: null,
        endsOn: null,
        filedAt: null,
        filedWith: null,
        summarisedAt: null,
      });
      return findings;
    });
  }

  /** What the rules find in the terms of a draft; none where none are kept yet. */
  async findings(tender: TenderRow): Promise<readonly Finding[]> {
    const kept = await this.frameworks.find(tender.id);
    if (!kept) return [];
    const law = this.ruleSets.under(tender, this.arrival.at());
    return orRefuse(frameworkTerms(kept.terms, tender.kind, law)).findings;
  }

  /** A framework is published with its terms, and with a ceiling for each unit price (Order 110 art. 13). */
  private async mayPublish(tender: TenderRow): Promise<void> {
    if (tender.method !== METHOD) return;
    const at = this.arrival.at();
    const kept = await this.frameworks.find(tender.id);
    if (!kept) throw new DomainError('framework.terms_missing');
    orRefuse(frameworkTerms(kept.terms, tender.kind, this.ruleSets.under(tender, at)));
    const lots = await this.lots.ofTender(tender.id);
    // A package has no contract that would set a security free.
    if (lots.some(({ bidBond }) => bidBond > 0)) throw new DomainError('framework.no_security');
    const open = lots.find(({ ceiling }) => ceiling === null);
    if (open) {
      throw this.ruleSets.refusal('framework.ceiling_missing', tender, at, { lot: open.number });
    }
  }

  private async placesOf(tender: TenderRow): Promise<Places | null> {
    if (tender.method !== METHOD) return null;
    const { terms } = await this.frameworks.get(tender.id);
    const law = this.ruleSets.under(tender, this.arrival.at());
    return (valid) => {
      const admitted = admittedOf(valid, terms, law);
      return admitted.ok ? admitted.value : 0;
    };
  }

  private async admit(
    tender: TenderRow,
    { number: lot }: LotRecord,
    suppliers: readonly Candidate[],
    at: Instant,
  ): Promise<void> {
    for (const { rank, enterpriseId, name, price } of suppliers) {
      if (price === null) continue;
      await this.frameworks.addSupplier({
        id: this.ids.next(),
        frameworkId: tender.id,
        lot,
        rank,
        enterpriseId,
        name,
        offered: price,
        price,
        product: null,
        state: 'admitted',
        admittedAt: at,
        collectorSignedAt: null,
        collectorSignedBy: null,
        supplierSignedAt: null,
        supplierSignedBy: null,
        fingerprint: null,
        removedAt: null,
        removalGround: null,
        removalEvidence: null,
      });
    }
    await this.outbox.add(SUPPLIERS_ADMITTED, { frameworkId: tender.id, lot });
  }

  /** Whom an upheld query leaves out is no supplier any more, signed or not. */
  private async leaveOut(
    { id }: TenderRow,
    lot: number,
    enterpriseId: string | null,
  ): Promise<void> {
    const own = (await this.frameworks.suppliers(id)).filter(
      (one) => one.lot === lot && one.state !== 'removed',
    );
    for (const one of own) {
      if (enterpriseId !== null && one.enterpriseId !== enterpriseId) continue;
      await this.frameworks.changeSupplier(one.id, {
        state: 'removed',
        removedAt: this.arrival.at(),
        removalGround: 'agreed',
        removalEvidence: '对入围结果的质疑成立，见结果变更公告',
      });
    }
  }

  /** The terms a framework was published with stand in its log. */
  private async published(tenderId: string): Promise<void> {
    await this.unit.run(async () => {
      const kept = await this.frameworks.find(tenderId);
      if (!kept || (await this.tenders.get(tenderId)).method !== METHOD) return;
      const { most, callOff, ...terms } = kept.terms;
      const body: Record<string, Encodable> = { ...terms, callOff: [...callOff], most };
      await this.ledger.append({
        type: 'framework.published',
        scope: tenderId,
        by: PLATFORM_ACTOR,
        body: { tender: tenderId, ...body },
      });
    });
  }
}
