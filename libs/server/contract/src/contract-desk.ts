import { Injectable } from '@nestjs/common';
import {
  afterChanges,
  concludedAt,
  paidInAll,
  type Change,
  type ContractSide,
  type DoneUnderContract,
} from '@core/contract';
import type { Actor } from '@core/identity';
import type { Instant } from '@core/kernel';
import type { UnderLaw } from '@core/rules';
import { isTendererOf } from '@core/tender';
import { Arrival, DomainError, RuleSets, UnitOfWork } from '@server/platform';
import { Lots, Tenders, type TenderRow } from '@server/tender';
import { Contracts, type Contract } from './contracts.store';

/** A contract under the lock of its tender, with who acts and the law it falls under. */
export interface ContractAtHand {
  readonly contract: Contract;
  readonly tender: TenderRow;
  readonly side: ContractSide;
  readonly at: Instant;
  readonly law: UnderLaw;
}

/** What is asked before anybody touches a contract: who he is to it, and that nobody else touches it meanwhile. */
@Injectable()
export class ContractDesk {
  constructor(
    private readonly unit: UnitOfWork,
    private readonly tenders: Tenders,
    private readonly lots: Lots,
    private readonly contracts: Contracts,
    private readonly ruleSets: RuleSets,
    private readonly arrival: Arrival,
  ) {}

  /** Does something to a contract as one of its parties; for all others there is no such contract. */
  async asParty<T>(
    actor: Actor,
    id: string,
    act: (hand: ContractAtHand) => Promise<T>,
  ): Promise<T> {
    const { tenderId } = await this.contracts.get(id);
    return this.unit.run(async () => {
      const tender = await this.tenders.lock(tenderId);
      const contract = await this.contracts.get(id);
      const side = sideOf(actor, contract);
      if (side === null) throw new DomainError('contract.not_found');
      const at = this.arrival.at();
      return act({ contract, tender, side, at, law: this.ruleSets.under(tender, at) });
    });
  }

  /** The same for a contract both sides have signed. */
  async concluded<T>(
    actor: Actor,
    id: string,
    act: (hand: ContractAtHand) => Promise<T>,
  ): Promise<T> {
    return this.asParty(actor, id, (hand) => {
      if (concludedAt(hand.contract) === null) throw new DomainError('contract.not_signed');
      return act(hand);
    });
  }

  /** The same for a contract both sides have signed, whose works are not accepted yet. */
  async inForce<T>(
    actor: Actor,
    id: string,
    act: (hand: ContractAtHand) => Promise<T>,
  ): Promise<T> {
    return this.concluded(actor, id, (hand) => {
      if (hand.contract.acceptedAt !== null) throw new DomainError('contract.accepted_already');
      return act(hand);
    });
  }

  /** What a notice about a lot's contract is titled with and says of the lot: nothing where the tender was not divided. */
  async lotInWords(
    tender: TenderRow,
    lot: number,
  ): Promise<{ readonly title: string; readonly named: { readonly lot?: number } }> {
    const lots = await this.lots.ofTender(tender.id);
    if (lots.length < 2) return { title: tender.title, named: {} };
    const { title } = await this.lots.get(tender.id, lot);
    return { title: `${tender.title}${title}`, named: { lot } };
  }

  /** What has been paid under a contract, and given to others with consent. */
  async done({ id }: Pick<Contract, 'id'>): Promise<DoneUnderContract> {
    const given = (await this.contracts.subcontracts(id)).filter(({ agreed }) => agreed === 1);
    return { paid: paidInAll(await this.contracts.payments(id)), given: paidInAll(given) };
  }

  /** The changes of a contract that were agreed, and what it says with them. */
  async asChanged(contract: Contract): Promise<{
    readonly agreed: readonly Change[];
    readonly now: ReturnType<typeof afterChanges>;
  }> {
    const agreed = (await this.contracts.changes(contract.id)).filter((one) => one.agreed === 1);
    return { agreed, now: afterChanges(contract.terms, agreed) };
  }
}

/** Which party somebody is; null: none. */
export function sideOf(
  actor: Pick<Actor, 'role' | 'organisationId'>,
  contract: Pick<Contract, 'tendererId' | 'enterpriseId'>,
): ContractSide | null {
  if (isTendererOf(actor, contract)) return 'tenderer';
  const isWinner = actor.role === 'bidder' && actor.organisationId === contract.enterpriseId;
  return isWinner ? 'winner' : null;
}
