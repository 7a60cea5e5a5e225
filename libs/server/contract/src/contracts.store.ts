import { Injectable } from '@nestjs/common';
import { concludedAt } from '@core/contract';
import { DomainError, Reads, UnitOfWork } from '@server/platform';
import {
  ContractChangeRow,
  ContractPaymentRow,
  ContractRow,
  DutyDoneRow,
  SiteCheckRow,
  SubcontractRow,
} from './contract.entity';

/** A contract as it stands. */
export type Contract = ContractRow;
/** A change order. */
export type ContractChange = ContractChangeRow;
/** A payment. */
export type ContractPayment = ContractPaymentRow;
/** A part somebody else does. */
export type SubcontractRecord = SubcontractRow;
/** A duty done by its tenderer's word. */
export type DutyDone = DutyDoneRow;
/** A look at the site. */
export type SiteCheck = SiteCheckRow;

/** Contracts, and everything recorded under them. */
@Injectable()
export class Contracts {
  constructor(
    private readonly unit: UnitOfWork,
    private readonly reads: Reads,
  ) {}

  /** The contract with this id; null: there is none. */
  async find(id: string): Promise<Contract | null> {
    const manager = await this.reads.manager();
    return manager.getRepository(ContractRow).findOneBy({ id });
  }

  /** The contract with this id; throws `contract.not_found`. */
  async get(id: string): Promise<Contract> {
    const row = await this.find(id);
    if (!row) throw new DomainError('contract.not_found');
    return row;
  }

  /** The contracts of a tender, by lot. */
  async ofTender(tenderId: string): Promise<Contract[]> {
    const manager = await this.reads.manager();
    return manager.getRepository(ContractRow).find({ where: { tenderId }, order: { lot: 'ASC' } });
  }

  /** The contract of a lot; null: none is written. */
  async ofLot(tenderId: string, lot: number): Promise<Contract | null> {
    const manager = await this.reads.manager();
    return manager.getRepository(ContractRow).findOneBy({ tenderId, lot });
  }

  /** Whether both sides have signed the contract of a lot. */
  async isConcluded(tenderId: string, lot: number): Promise<boolean> {
    const contract = await this.ofLot(tenderId, lot);
    return contract !== null && concludedAt(contract) !== null;
  }

  /**
   * Takes away what was written for an award that is void; the log keeps that it was. What both have signed is a contract
   * and stays: whoever voids an award has asked {@link isConcluded} first.
   */
  async discard(tenderId: string, lot: number): Promise<void> {
    if (await this.isConcluded(tenderId, lot)) throw new Error('a contract both have signed stays');
    await this.unit.manager.getRepository(ContractRow).delete({ tenderId, lot });
  }

  /** What an organisation is party to, or all contracts, the latest first. */
  async latest(party: {
    readonly enterpriseId?: string;
    readonly tendererId?: string;
  }): Promise<Contract[]> {
    const manager = await this.reads.manager();
    return manager
      .getRepository(ContractRow)
      .find({ where: party, order: { writtenAt: 'DESC', id: 'DESC' }, take: 200 });
  }

  async add(row: Contract): Promise<void> {
    await this.unit.manager.getRepository(ContractRow).insert(row);
  }

  async change(id: string, change: Partial<Contract>): Promise<void> {
    await this.unit.manager.getRepository(ContractRow).update({ id }, change);
  }

  /** Change orders, the oldest first; those agreed change what the contract says. */
  async changes(contractId: string): Promise<ContractChange[]> {
    const manager = await this.reads.manager();
    return manager
      .getRepository(ContractChangeRow)
      .find({ where: { contractId }, order: { proposedAt: 'ASC', id: 'ASC' } });
  }

  async addChange(row: ContractChange): Promise<void> {
    await this.unit.manager.getRepository(ContractChangeRow).insert(row);
  }

  async answerChange(id: string, agreed: boolean, answeredAt: number): Promise<void> {
    await this.unit.manager
      .getRepository(ContractChangeRow)
      .update({ id }, { agreed: agreed ? 1 : 0, answeredAt });
  }

  /** Payments, the oldest first. */
  async payments(contractId: string): Promise<ContractPayment[]> {
    const manager = await this.reads.manager();
    return manager
      .getRepository(ContractPaymentRow)
      .find({ where: { contractId }, order: { paidAt: 'ASC', id: 'ASC' } });
  }

  async addPayment(row: ContractPayment): Promise<void> {
    await this.unit.manager.getRepository(ContractPaymentRow).insert(row);
  }

  /** Notices of subcontracts, the oldest first. */
  async subcontracts(contractId: string): Promise<SubcontractRecord[]> {
    const manager = await this.reads.manager();
    return manager
      .getRepository(SubcontractRow)
      .find({ where: { contractId }, order: { notifiedAt: 'ASC', id: 'ASC' } });
  }

  async addSubcontract(row: SubcontractRecord): Promise<void> {
    await this.unit.manager.getRepository(SubcontractRow).insert(row);
  }

  async answerSubcontract(id: string, agreed: boolean, answeredAt: number): Promise<void> {
    await this.unit.manager
      .getRepository(SubcontractRow)
      .update({ id }, { agreed: agreed ? 1 : 0, answeredAt });
  }

  /** The duties of a tender that were done by its tenderer's word. */
  async dutiesDone(tenderId: string): Promise<DutyDone[]> {
    return (await this.reads.manager()).getRepository(DutyDoneRow).findBy({ tenderId });
  }

  async addDutyDone(row: DutyDone): Promise<void> {
    await this.unit.manager.getRepository(DutyDoneRow).insert(row);
  }

  /** Looks at the site, the oldest first. */
  async siteChecks(contractId: string): Promise<SiteCheck[]> {
    const manager = await this.reads.manager();
    return manager
      .getRepository(SiteCheckRow)
      .find({ where: { contractId }, order: { checkedAt: 'ASC', id: 'ASC' } });
  }

  async addSiteCheck(row: SiteCheck): Promise<void> {
    await this.unit.manager.getRepository(SiteCheckRow).insert(row);
  }
}
