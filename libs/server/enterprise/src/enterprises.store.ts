import { Injectable } from '@nestjs/common';
import type { Eligibility, EnterpriseContent, EnterpriseState } from '@core/enterprise';
import { Arrival, DomainError, forUpdate, Reads, UnitOfWork } from '@server/platform';
import { EnterpriseRow, EnterpriseVersionRow } from './enterprise.entity';

/** An enterprise of the register, whole: for its owner and the registrar. */
export type Enterprise = EnterpriseRow;

/** What an enterprise says of itself, taken out of its row. */
export function contentOf(row: EnterpriseRow): EnterpriseContent {
  const { name, creditCode, address, legalRepresentative, contactName, contactPhone } = row;
  const { bankName, bankAccount, qualifications } = row;
  return {
    name,
    creditCode,
    address,
    legalRepresentative,
    contactName,
    contactPhone,
    bankName,
    bankAccount,
    qualifications,
  };
}

/** The bidder register. */
@Injectable()
export class Enterprises {
  constructor(
    private readonly unit: UnitOfWork,
    private readonly reads: Reads,
    private readonly arrival: Arrival,
  ) {}

  async find(id: string): Promise<Enterprise | null> {
    return (await this.reads.manager()).getRepository(EnterpriseRow).findOneBy({ id });
  }

  /** The enterprise with this id; throws `enterprise.not_found`. */
  async get(id: string): Promise<Enterprise> {
    const row = await this.find(id);
    if (!row) throw new DomainError('enterprise.not_found');
    return row;
  }

  async byCreditCode(creditCode: string): Promise<Enterprise | null> {
    return (await this.reads.manager()).getRepository(EnterpriseRow).findOneBy({ creditCode });
  }

  /** Everybody in a state, those who handed in first on top. */
  async inState(state: EnterpriseState): Promise<Enterprise[]> {
    const manager = await this.reads.manager();
    return manager
      .getRepository(EnterpriseRow)
      .find({ where: { state }, order: { submittedAt: 'ASC', id: 'ASC' }, take: 500 });
  }

  async byIds(ids: readonly string[]): Promise<Map<string, Enterprise>> {
    if (ids.length === 0) return new Map();
    const manager = await this.reads.manager();
    const rows = await manager
      .getRepository(EnterpriseRow)
      .createQueryBuilder('e')
      .whereInIds([...ids])
      .getMany();
    return new Map(rows.map((row) => [row.id, row]));
  }

  /** Locks the enterprise's row; throws `enterprise.not_found`. */
  async lock(id: string): Promise<Enterprise> {
    const row = await this.unit.manager
      .getRepository(EnterpriseRow)
      .findOne({ where: { id }, ...forUpdate(this.unit) });
    if (!row) throw new DomainError('enterprise.not_found');
    return row;
  }

  /** Begins an empty record for an organisation, in the present unit. */
  async begin(
    id: string,
    facts: Pick<Enterprise, 'creditCode' | 'name' | 'contactName'>,
  ): Promise<void> {
    await this.unit.manager.getRepository(EnterpriseRow).insert({
      id,
      ...facts,
      state: 'draft',
      version: 0,
      address: '',
      legalRepresentative: '',
      contactPhone: '',
      bankName: '',
      bankAccount: '',
      qualifications: [],
      missing: [],
      memberNumber: null,
      verifiedBy: null,
      createdAt: this.arrival.at(),
      submittedAt: null,
      verifiedAt: null,
    });
  }

  async change(id: string, change: Partial<EnterpriseRow>): Promise<void> {
    await this.unit.manager.getRepository(EnterpriseRow).update({ id }, change);
  }

  async addVersion(row: EnterpriseVersionRow): Promise<void> {
    await this.unit.manager.getRepository(EnterpriseVersionRow).insert(row);
  }
}

/** The part of an enterprise that eligibility is judged by. */
export function eligibilityOf(row: Enterprise): Eligibility {
  const { state, creditCode, legalRepresentative, qualifications } = row;
  return { state, creditCode, legalRepresentative, qualifications };
}
