import { Injectable } from '@nestjs/common';
import { lodgeGuarantee, PAYMENT_CODE_PREFIX, type GuaranteeKind } from '@core/bid-security';
import type { Actor } from '@core/identity';
import { fenToYuan, type Fen, type Instant } from '@core/kernel';
import type { LegalDate } from '@core/rules';
import { lotOf, takeBeforeDeadline, takesSealedBids } from '@core/tender';
import { OwnFiles } from '@server/identity';
import { Ledger } from '@server/ledger';
import {
  Arrival,
  DomainError,
  Ids,
  orRefuse,
  Randomness,
  RuleSets,
  UnitOfWork,
} from '@server/platform';
import { Parties } from '@server/sign-up';
import { Admission, Lots, Tenders, toTender, type TenderRow } from '@server/tender';
import { BidSecurities, type BidSecurity } from './bid-securities.store';
import { FollowCourse } from './follow-course';

/** A guarantee or policy as its bidder enters it. */
export interface GuaranteeFacts {
  readonly kind: GuaranteeKind;
  readonly issuer: string;
  readonly number: string;
  readonly sum: Fen;
  readonly validUntil: LegalDate;
  /** The guarantee itself, uploaded before; null: it is known by its number alone. */
  readonly fileId: string | null;
}

/** A bidder's own acts before the deadline: to ask for its payment code, to lodge a guarantee, to take it back. */
@Injectable()
export class LodgeSecurity {
  constructor(
    private readonly unit: UnitOfWork,
    private readonly tenders: Tenders,
    private readonly admission: Admission,
    private readonly lots: Lots,
    private readonly parties: Parties,
    private readonly files: OwnFiles,
    private readonly securities: BidSecurities,
    private readonly course: FollowCourse,
    private readonly ruleSets: RuleSets,
    private readonly arrival: Arrival,
    private readonly ids: Ids,
    private readonly randomness: Randomness,
    private readonly ledger: Ledger,
  ) {}

  /**
   * Gives the firm its random payment code in a lot; asked again, the same one. The leader of a consortium pays for all its
   * members, who have none (Order 30 art. 45).
   */
  async expect(actor: Actor, tenderId: string, lot: number): Promise<BidSecurity> {
    return this.unit.run(async () => {
      const at = this.arrival.at();
      const { id: enterpriseId } = await this.mayGive(actor, tenderId, lot, at);
      const known = await this.securities.find(tenderId, lot, enterpriseId);
      if (known) return known;
      const row: BidSecurity = {
        id: this.ids.next(),
        tenderId,
        lot,
        enterpriseId,
        code: this.randomness.code(PAYMENT_CODE_PREFIX),
        createdAt: at,
        guaranteeKind: null,
        issuer: null,
        guaranteeNumber: null,
        guaranteeSum: null,
        validUntil: null,
        guaranteeFileId: null,
        lodgedAt: null,
        withdrawnAt: null,
        releasedAt: null,
        forfeitedAt: null,
        forfeitGround: null,
        forfeitDecision: null,
        forfeitedBy: null,
      };
      if (!(await this.securities.add(row))) throw new DomainError('bid_security.asked_already');
      await this.log(actor, row, 'bid_security.expected');
      return row;
    });
  }

  /** Lodges a guarantee or policy for a lot, in place of money; one at a time. Its file must be the bidder's own. */
  async lodge(
    actor: Actor,
    tenderId: string,
    lot: number,
    facts: GuaranteeFacts,
  ): Promise<BidSecurity> {
    const paper = facts.fileId === null ? null : await this.files.get(actor, facts.fileId);
    const asked = await this.expect(actor, tenderId, lot);
    return this.unit.run(async () => {
      const at = this.arrival.at();
      const row = await this.securities.lock(asked.id);
      await this.mayGive(actor, tenderId, lot, at);
      const [followed] = await this.course.of([row], at);
      if (!followed) throw new DomainError('bid_security.not_found');
      orRefuse(lodgeGuarantee(followed.security, facts, followed.law));
      const change = {
        guaranteeKind: facts.kind,
        issuer: facts.issuer,
        guaranteeNumber: facts.number,
        guaranteeSum: facts.sum,
        validUntil: facts.validUntil,
        guaranteeFileId: paper?.id ?? null,
        lodgedAt: at,
        withdrawnAt: null,
        releasedAt: null,
      };
      await this.securities.change(row.id, change);
      await this.log(actor, row, 'bid_security.lodged', {
        kind: facts.kind,
        number: facts.number,
        sum: fenToYuan(facts.sum),
        until: facts.validUntil,
        ...(paper === null ? {} : { paper: paper.sha256 }),
      });
      return { ...row, ...change };
    });
  }

  /** Takes the guarantee back; until the deadline only. */
  async withdraw(actor: Actor, securityId: string): Promise<BidSecurity> {
    return this.unit.run(async () => {
      const at = this.arrival.at();
      const row = await this.securities.lock(securityId);
      if (row.enterpriseId !== actor.organisationId) {
        throw new DomainError('bid_security.not_found');
      }
      const tender = await this.tenders.published(row.tenderId);
      orRefuse(takeBeforeDeadline(toTender(tender), at, this.ruleSets.of(tender)));
      if (row.lodgedAt === null || row.withdrawnAt !== null) {
        throw new DomainError('bid_security.nothing_held');
      }
      await this.securities.change(row.id, { withdrawnAt: at });
      await this.log(actor, row, 'bid_security.withdrawn');
      return { ...row, withdrawnAt: at };
    });
  }

  /** Whether the firm may give a security for the lot now; with the firm it is given for. */
  private async mayGive(
    actor: Actor,
    tenderId: string,
    lot: number,
    at: Instant,
  ): Promise<{ readonly id: string }> {
    const tender: TenderRow = await this.tenders.published(tenderId);
    orRefuse(takeBeforeDeadline(toTender(tender), at, this.ruleSets.of(tender)));
    const { bidBond } = orRefuse(lotOf(await this.lots.ofTender(tenderId), lot));
    if (bidBond === 0 || !takesSealedBids(tender.method)) {
      throw new DomainError('bid_security.not_wanted');
    }
    await this.admission.require(tender, actor.organisationId);
    const place = { tenderId, lot, enterpriseId: actor.organisationId };
    const party = await this.parties.find(place);
    if (party?.role === 'member') {
      throw this.ruleSets.refusal('lot.member_of_consortium', tender, at);
    }
    return { id: actor.organisationId };
  }

  /** What bidders do before the opening stands where only the authorities look, and names no firm. */
  private async log(
    actor: Actor,
    { id, tenderId, lot }: BidSecurity,
    type: string,
    said: Readonly<Record<string, string>> = {},
  ): Promise<void> {
    await this.ledger.append({
      type,
      scope: `${tenderId}/internal`,
      by: actor,
      body: { security: id, lot, ...said },
    });
  }
}
