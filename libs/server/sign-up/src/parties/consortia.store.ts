import { Injectable } from '@nestjs/common';
import { DomainError, forUpdate, Reads, UnitOfWork } from '@server/platform';
import { ConsortiumMemberRow, ConsortiumRow } from '../sign-up.entity';

/** A consortium's row. */
export type ConsortiumRecord = ConsortiumRow;
/** A member of a consortium. */
export type ConsortiumMember = ConsortiumMemberRow;

/** Consortia and their members. */
@Injectable()
export class Consortia {
  constructor(
    private readonly unit: UnitOfWork,
    private readonly reads: Reads,
  ) {}

  /** The consortium with this id; throws `consortium.not_found`. */
  async get(id: string): Promise<ConsortiumRecord> {
    const row = await (await this.reads.manager()).getRepository(ConsortiumRow).findOneBy({ id });
    if (!row) throw new DomainError('consortium.not_found');
    return row;
  }

  /** Locks a consortium; throws `consortium.not_found`. */
  async lock(id: string): Promise<ConsortiumRecord> {
    const row = await this.unit.manager
      .getRepository(ConsortiumRow)
      .findOne({ where: { id }, ...forUpdate(this.unit) });
    if (!row) throw new DomainError('consortium.not_found');
    return row;
  }

  /** The members of a consortium, its leader first. */
  async members(consortiumId: string): Promise<ConsortiumMember[]> {
    const manager = await this.reads.manager();
    return manager
      .getRepository(ConsortiumMemberRow)
      .find({ where: { consortiumId }, order: { place: 'ASC' } });
  }

  /** The consortia of a tender. */
  async ofTender(tenderId: string): Promise<ConsortiumRecord[]> {
    const manager = await this.reads.manager();
    return manager
      .getRepository(ConsortiumRow)
      .find({ where: { tenderId }, order: { lot: 'ASC', id: 'ASC' } });
  }

  /** The consortia an enterprise leads or is named in, the newest first. */
  async ofEnterprise(enterpriseId: string): Promise<ConsortiumRecord[]> {
    const manager = await this.reads.manager();
    const own = await manager.getRepository(ConsortiumMemberRow).findBy({ enterpriseId });
    const rows: ConsortiumRecord[] = [];
    for (const { consortiumId } of own) rows.push(await this.get(consortiumId));
    return rows.sort((one, other) => (one.id < other.id ? 1 : -1));
  }

  async add(row: ConsortiumRow, members: readonly ConsortiumMemberRow[]): Promise<void> {
    await this.unit.manager.getRepository(ConsortiumRow).insert(row);
    for (const member of members) {
      await this.unit.manager.getRepository(ConsortiumMemberRow).insert(member);
    }
  }

  async change(id: string, change: Partial<ConsortiumRow>): Promise<void> {
    await this.unit.manager.getRepository(ConsortiumRow).update({ id }, change);
  }

  async changeMember(id: string, change: Partial<ConsortiumMemberRow>): Promise<void> {
    await this.unit.manager.getRepository(ConsortiumMemberRow).update({ id }, change);
  }
}
