import { Injectable } from '@nestjs/common';
import { relatedPairs, type RelatedFirm } from '@core/enterprise';
import type { Actor } from '@core/identity';
import { lawOf, ruleFor } from '@core/rules';
import { isOpened, isPastDeadline, relationsFor, type RelationsOf } from '@core/tender';
import type { LawBasis } from '@core/kernel';
import { Enterprises } from '@server/enterprise';
import { Arrival, RuleSets } from '@server/platform';
import { Tenders, toTender, type TenderRow } from '@server/tender';
import { SignUps } from '../sign-ups.store';
import { Consortia } from './consortia.store';
import { Parties, type LotParty } from './parties.store';

/** Two bidders of one lot that are related: a lead for people, nothing the platform acts on. */
export interface RelationLead {
  readonly lot: number;
  readonly one: string;
  readonly other: string;
  readonly by: 'legal_representative' | 'controller';
  readonly law: LawBasis | null;
}

/**
 * Looks for relations between the bidders of a lot (Implementing Regulations art. 34). Never before the deadline, and
 * never for a bidder: to be told of a relation is to be told that another has signed up ({@link relationsFor}).
 */
@Injectable()
export class FindRelations {
  constructor(
    private readonly tenders: Tenders,
    private readonly enterprises: Enterprises,
    private readonly signUps: SignUps,
    private readonly parties: Parties,
    private readonly consortia: Consortia,
    private readonly ruleSets: RuleSets,
    private readonly arrival: Arrival,
  ) {}

  /**
   * For the tenderer and the supervisor from the deadline on; for the agency from the opening on, and of bidders only.
   * Throws `tender.too_early` before.
   */
  async forActor(actor: Actor, tenderId: string): Promise<readonly RelationLead[]> {
    const tender = await this.tenders.published(tenderId);
    const whom = relationsFor(actor, tender);
    if (whom === null) throw this.ruleSets.right('see_sign_ups', tender, this.arrival.at());
    return this.find(tender, whom);
  }

  /** For the evaluation room: of bidders only. Throws `tender.too_early` before the opening. */
  async ofBidders(tenderId: string): Promise<readonly RelationLead[]> {
    return this.find(await this.tenders.published(tenderId), 'bidders');
  }

  private async find(tender: TenderRow, whom: RelationsOf): Promise<readonly RelationLead[]> {
    const { id: tenderId, state } = tender;
    const at = this.arrival.at();
    const isTime = whom === 'bidders' ? isOpened(state) : isPastDeadline(toTender(tender), at);
    if (!isTime) throw this.ruleSets.refusal('tender.too_early', tender, at, { state });
    const { set, regime, on } = this.ruleSets.under(tender, at);
    const rule = ruleFor(set, 'no-same-controller', regime, on);
    const law = rule ? lawOf(rule) : null;
    const leads: RelationLead[] = [];
    const byLot = new Map<number, LotParty[]>();
    const all = await this.parties.ofTender(tenderId);
    for (const party of whom === 'bidders' ? biddersOf(all) : all) {
      byLot.set(party.lot, [...(byLot.get(party.lot) ?? []), party]);
    }
    const controllers = await this.controllers(tenderId);
    for (const [lot, parties] of byLot) {
      const firms = await this.firmsOf(parties, controllers);
      for (const { one, other, by } of relatedPairs(firms)) {
        leads.push({ lot, one: one.name, other: other.name, by, law });
      }
    }
    return leads;
  }

  private async controllers(tenderId: string): Promise<ReadonlyMap<string, string>> {
    const known = new Map<string, string>();
    for (const { lot, enterpriseId, controller } of await this.signUps.ofTender(tenderId)) {
      if (controller !== null) known.set(`${lot} ${enterpriseId}`, controller);
    }
    return known;
  }

  private async firmsOf(
    parties: readonly LotParty[],
    controllers: ReadonlyMap<string, string>,
  ): Promise<readonly RelatedFirm[]> {
    const firms = await this.enterprises.byIds(parties.map(({ enterpriseId }) => enterpriseId));
    const related: RelatedFirm[] = [];
    for (const { lot, enterpriseId, consortiumId } of parties) {
      const firm = firms.get(enterpriseId);
      if (!firm) continue;
      const bidder =
        consortiumId === null ? enterpriseId : (await this.consortia.get(consortiumId)).leaderId;
      const { id, name, creditCode, legalRepresentative } = firm;
      const controller = controllers.get(`${lot} ${enterpriseId}`) ?? null;
      related.push({ id, name, creditCode, legalRepresentative, controller, bidder });
    }
    return related;
  }
}

/** Those who bid, alone or through the leader of their consortium. */
function biddersOf(parties: readonly LotParty[]): readonly LotParty[] {
  const bids = parties.filter(({ hasBid }) => hasBid === 1);
  const consortia = new Set(bids.map(({ consortiumId }) => consortiumId));
  return parties.filter(
    ({ hasBid, consortiumId }) =>
      hasBid === 1 || (consortiumId !== null && consortia.has(consortiumId)),
  );
}
