import { Injectable } from '@nestjs/common';
import {
  addedByChanges,
  afterChanges,
  concludedAt,
  departures,
  paidInAll,
  type ContractSide,
  type Departure,
} from '@core/contract';
import type { Actor } from '@core/identity';
import type { Fen } from '@core/kernel';
import { runsTender } from '@core/tender';
import { Awards } from '@server/award';
import { DomainError } from '@server/platform';
import { Tenders, type TenderRow } from '@server/tender';
import { sideOf } from './contract-desk';
import { DueDuties, type DutyState } from './due-duties';
import {
  Contracts,
  type Contract,
  type ContractChange,
  type ContractPayment,
  type SiteCheck,
  type SubcontractRecord,
} from './contracts.store';

/** A contract with everything recorded under it. */
export interface WholeContract {
  readonly contract: Contract;
  readonly tender: TenderRow;
  /** Which party the reader is; null: neither. */
  readonly side: ContractSide | null;
  /** Whether the reader writes it: its tenderer, or the agency that runs the tender. */
  readonly writes: boolean;
  readonly departures: readonly Departure[];
  readonly now: ReturnType<typeof afterChanges>;
  readonly added: Fen;
  readonly paid: Fen;
  readonly duties: readonly DutyState[];
  readonly changes: readonly ContractChange[];
  readonly payments: readonly ContractPayment[];
  readonly subcontracts: readonly SubcontractRecord[];
  readonly siteChecks: readonly SiteCheck[];
}

/** What a list of contracts shows of one. */
export type ContractLine = Pick<
  WholeContract,
  'contract' | 'tender' | 'side' | 'writes' | 'changes' | 'subcontracts'
>;

/** Reads contracts, each reader what is his: parties and supervisors all, everybody what was concluded. */
@Injectable()
export class ReadContract {
  constructor(
    private readonly contracts: Contracts,
    private readonly tenders: Tenders,
    private readonly awards: Awards,
    private readonly due: DueDuties,
  ) {}

  /** A contract to one of its parties, to the agency that wrote it, or to a supervisor. */
  async to(actor: Actor, id: string): Promise<WholeContract> {
    const contract = await this.contracts.get(id);
    const tender = await this.tenders.get(contract.tenderId);
    const side = sideOf(actor, contract);
    const writes = runsTender(actor, tender);
    const isKnown = side !== null || writes || actor.role === 'supervisor';
    if (!isKnown) throw new DomainError('contract.not_found');
    return this.whole(contract, tender, side, writes);
  }

  /** The contracts of a tender that this reader may see. */
  async ofTender(actor: Actor, tenderId: string): Promise<readonly WholeContract[]> {
    const tender = await this.tenders.get(tenderId);
    const found: WholeContract[] = [];
    for (const contract of await this.contracts.ofTender(tenderId)) {
      const side = sideOf(actor, contract);
      const writes = runsTender(actor, tender);
      if (side !== null || writes || actor.role === 'supervisor') {
        found.push(await this.whole(contract, tender, side, writes));
      }
    }
    return found;
  }

  /** The contracts of the actor's organisation, a supervisor's all, the latest first; what their list needs. */
  async mine(actor: Actor): Promise<readonly ContractLine[]> {
    const found: ContractLine[] = [];
    for (const contract of await this.contracts.latest(partyOf(actor))) {
      const tender = await this.tenders.get(contract.tenderId);
      found.push({
        contract,
        tender,
        side: sideOf(actor, contract),
        writes: runsTender(actor, tender),
        changes: await this.contracts.changes(contract.id),
        subcontracts: await this.contracts.subcontracts(contract.id),
      });
    }
    return found;
  }

  /** What everybody may know: contracts both sides have signed, with what both have agreed since. */
  async published(tenderId: string): Promise<readonly WholeContract[]> {
    const tender = await this.tenders.published(tenderId);
    const found: WholeContract[] = [];
    for (const contract of await this.contracts.ofTender(tenderId)) {
      if (concludedAt(contract) === null) continue;
      const whole = await this.whole(contract, tender, null, false);
      found.push({
        ...whole,
        changes: whole.changes.filter(({ agreed }) => agreed === 1),
        subcontracts: whole.subcontracts.filter(({ agreed }) => agreed === 1),
      });
    }
    return found;
  }

  private async whole(
    contract: Contract,
    tender: TenderRow,
    side: ContractSide | null,
    writes: boolean,
  ): Promise<WholeContract> {
    const { id, terms, offer } = contract;
    const changes = await this.contracts.changes(id);
    const agreed = changes.filter((one) => one.agreed === 1);
    const payments = await this.contracts.payments(id);
    return {
      contract,
      tender,
      side,
      writes,
      departures: departures(terms, offer),
      now: afterChanges(terms, agreed),
      added: addedByChanges(agreed),
      paid: paidInAll(payments),
      duties: await this.duties(contract, tender),
      changes,
      payments,
      subcontracts: await this.contracts.subcontracts(id),
      siteChecks: await this.contracts.siteChecks(id),
    };
  }

  private async duties(contract: Contract, tender: TenderRow): Promise<readonly DutyState[]> {
    const awards = await this.awards.ofTender(tender.id);
    const award = awards.find(({ lot }) => lot === contract.lot);
    return award ? this.due.ofAward(tender, award, contract) : [];
  }
}

/** Whose contracts somebody's list holds: a supervisor's, everybody's. */
function partyOf({ role, organisationId }: Actor): {
  readonly enterpriseId?: string;
  readonly tendererId?: string;
} {
  if (role === 'supervisor') return {};
  return role === 'tenderer' ? { tendererId: organisationId } : { enterpriseId: organisationId };
}

/** Whether something waits for the reader's own side: a signature, a new text, an answer. */
export function waitsForReader({ contract, side, changes, subcontracts }: ContractLine): boolean {
  if (side === null || contract.acceptedAt !== null) return false;
  const isUnanswered = (one: { readonly agreed: number | null }): boolean => one.agreed === null;
  const isAsked = changes.some((one) => isUnanswered(one) && one.proposedBy !== side);
  if (side === 'winner') {
    return isAsked || (contract.winnerSignedAt === null && contract.declined === null);
  }
  return isAsked || contract.tendererSignedAt === null || subcontracts.some(isUnanswered);
}
