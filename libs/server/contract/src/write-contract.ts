import { Injectable } from '@nestjs/common';
import {
  checkTerms,
  contractFingerprint,
  rewrite,
  signedTerms,
  type ContractTerms,
  type Offer,
  type SignedContract,
} from '@core/contract';
import type { Actor } from '@core/identity';
import { legalDate } from '@core/rules';
import { runsTender } from '@core/tender';
import { Awards, type Award } from '@server/award';
import { Ledger } from '@server/ledger';
import { Openings } from '@server/opening';
import {
  Arrival,
  Counters,
  DomainError,
  Ids,
  orRefuse,
  Outbox,
  RuleSets,
  UnitOfWork,
} from '@server/platform';
import { Lots, Tenders, type TenderRow } from '@server/tender';
import { Contracts, type Contract } from './contracts.store';

/** Said when a contract lies before its parties: `{contractId}`. */
export const CONTRACT_WRITTEN = 'contract.written';

/** Writes the contract of an awarded lot from what its winner offered. */
@Injectable()
export class WriteContract {
  constructor(
    private readonly unit: UnitOfWork,
    private readonly tenders: Tenders,
    private readonly lots: Lots,
    private readonly awards: Awards,
    private readonly openings: Openings,
    private readonly contracts: Contracts,
    private readonly ruleSets: RuleSets,
    private readonly arrival: Arrival,
    private readonly counters: Counters,
    private readonly ids: Ids,
    private readonly ledger: Ledger,
    private readonly outbox: Outbox,
  ) {}

  /** {@link offer} to whoever writes the contract. */
  async offerTo(actor: Actor, tenderId: string, lot: number): Promise<Offer> {
    const tender = await this.tenders.get(tenderId);
    if (!runsTender(actor, tender)) throw new DomainError('tender.not_found');
    return this.offer(tenderId, lot);
  }

  /** What the winner of a lot offered: what was read aloud; without bids, what the tenderer had fixed. */
  private async offer(tenderId: string, lot: number): Promise<Offer> {
    const award = await this.award(tenderId, lot);
    const opening = await this.openings.ofTender(tenderId);
    const bids = opening ? await this.openings.openedBids(opening.id) : [];
    const bid = bids.find((one) => one.lot === lot && one.enterpriseId === award.enterpriseId);
    if (bid) {
      const { price, durationDays, quality, manager } = bid;
      return { price, durationDays, quality, manager };
    }
    const { ceiling, estimate } = await this.lots.get(tenderId, lot);
    const price = award.price ?? ceiling ?? estimate;
    return { price, durationDays: null, quality: null, manager: null };
  }

  /**
   * Writes the contract of a lot, or writes it anew while nobody has signed. What it says of price, period, quality and
   * manager is what was offered.
   */
  async run(actor: Actor, tenderId: string, lot: number, terms: ContractTerms): Promise<Contract> {
    return this.unit.run(async () => {
      const tender = await this.tenders.lock(tenderId);
      if (!runsTender(actor, tender)) throw new DomainError('tender.not_found');
      const award = await this.award(tenderId, lot);
      const at = this.arrival.at();
      const offer = await this.offer(tenderId, lot);
      const agreed = orRefuse(checkTerms(terms, offer, this.ruleSets.under(tender, at)));
      const known = await this.contracts.ofLot(tenderId, lot);
      if (known) orRefuse(rewrite(known));
      const members = await this.membersOf(tenderId, award);
      const fingerprint = contractFingerprint(signedOf(tender, award, members, agreed));
      const written = { offer, members, terms: agreed, fingerprint, writtenAt: at, declined: null };
      const contract = known ? { ...known, ...written } : await this.begin(tender, award, written);
      if (known) await this.contracts.change(known.id, written);
      await this.ledger.append({
        type: 'contract.written',
        scope: `${tenderId}/internal`,
        by: actor,
        body: { contract: contract.id, lot, fingerprint },
      });
      await this.outbox.add(CONTRACT_WRITTEN, { contractId: contract.id });
      return contract;
    });
  }

  private async begin(
    tender: TenderRow,
    award: Award,
    written: Pick<
      Contract,
      'offer' | 'members' | 'terms' | 'fingerprint' | 'writtenAt' | 'declined'
    >,
  ): Promise<Contract> {
    const contract: Contract = {
      id: this.ids.next(),
      tenderId: tender.id,
      lot: award.lot,
      tendererId: tender.tendererId,
      enterpriseId: award.enterpriseId,
      enterpriseName: award.name,
      number: await this.counters.code('C', legalDate(written.writtenAt).slice(0, 4)),
      ...written,
      tendererSignedAt: null,
      tendererSignedBy: null,
      winnerSignedAt: null,
      winnerSignedBy: null,
      lateReason: null,
      fileId: null,
      filedAt: null,
      filedWith: null,
      acceptedAt: null,
    };
    await this.contracts.add(contract);
    return contract;
  }

  /** The names of the members of the consortium that won, but for its leader, as the hall read them out. */
  private async membersOf(tenderId: string, award: Award): Promise<readonly string[]> {
    const opening = await this.openings.ofTender(tenderId);
    if (!opening) return [];
    const { bids } = await this.openings.hall(opening.id);
    const bid = bids.find(
      ({ lot, bidderId }) => lot === award.lot && bidderId === award.enterpriseId,
    );
    return bid?.members.filter((name) => name !== award.name) ?? [];
  }

  private async award(tenderId: string, lot: number): Promise<Award> {
    const award = (await this.awards.ofTender(tenderId)).find((one) => one.lot === lot);
    if (!award) throw new DomainError('contract.no_award', { lot });
    return award;
  }
}

/** What both sides of a contract sign. */
export function signedOf(
  tender: Pick<TenderRow, 'code' | 'tendererId' | 'tendererName'>,
  { lot, enterpriseId, name }: Pick<Award, 'lot' | 'enterpriseId' | 'name'>,
  members: readonly string[],
  terms: ContractTerms,
): SignedContract {
  return {
    tender: tender.code,
    lot,
    tenderer: { id: tender.tendererId, name: tender.tendererName },
    winner: { id: enterpriseId, name, members },
    terms: signedTerms(terms),
  };
}
