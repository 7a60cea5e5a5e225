import { Injectable } from '@nestjs/common';
import { DomainError, forUpdate, Reads, UnitOfWork, violates } from '@server/platform';
import { ContractorPoolRow, ParticipationRow, PoolMemberRow } from './contractor-pool.entity';

/** A pool of contractors. */
export type ContractorPool = ContractorPoolRow;
/** A firm of a pool. */
export type PoolMember = PoolMemberRow;
/** A firm's confirmation that it takes part in a lottery. */
export type Participation = ParticipationRow;

/** Pools, members and participations. */
@Injectable()
export class ContractorPools {
  constructor(
    private readonly unit: UnitOfWork,
    private readonly reads: Reads,
  ) {}

  async all(): Promise<ContractorPool[]> {
    const manager = await this.reads.manager();
    return manager.getRepository(ContractorPoolRow).find({ order: { trade: 'ASC' } });
  }

  /** The pool with this id; throws `pool.not_found`. */
  async get(id: string): Promise<ContractorPool> {
    const manager = await this.reads.manager();
    const row = await manager.getRepository(ContractorPoolRow).findOneBy({ id });
    if (!row) throw new DomainError('pool.not_found');
    return row;
  }

  /** The pool that serves tenders of a category; null when the county has none. */
  async ofTrade(trade: string): Promise<ContractorPool | null> {
    const manager = await this.reads.manager();
    return manager.getRepository(ContractorPoolRow).findOneBy({ trade });
  }

  async add(row: ContractorPoolRow): Promise<void> {
    await this.unit.manager.getRepository(ContractorPoolRow).insert(row);
  }

  async members(poolId: string): Promise<PoolMember[]> {
    const manager = await this.reads.manager();
    return manager
      .getRepository(PoolMemberRow)
      .find({ where: { poolId }, order: { appliedAt: 'ASC', id: 'ASC' } });
  }

  async membershipsOf(enterpriseId: string): Promise<PoolMember[]> {
    const manager = await this.reads.manager();
    return manager
      .getRepository(PoolMemberRow)
      .find({ where: { enterpriseId }, order: { appliedAt: 'ASC' } });
  }

  async member(poolId: string, enterpriseId: string): Promise<PoolMember | null> {
    const manager = await this.reads.manager();
    return manager.getRepository(PoolMemberRow).findOneBy({ poolId, enterpriseId });
  }

  /** Locks a firm's membership; null when it never applied. */
  async lockMember(poolId: string, enterpriseId: string): Promise<PoolMember | null> {
    return this.unit.manager
      .getRepository(PoolMemberRow)
      .findOne({ where: { poolId, enterpriseId }, ...forUpdate(this.unit) });
  }

  /** Adds an application; a firm applies once, else `pool.already_applied`. */
  async addMember(row: PoolMemberRow): Promise<void> {
    try {
      await this.unit.manager.getRepository(PoolMemberRow).insert(row);
    } catch (error) {
      if (violates(error, 'uq_pool_member', 'pool_member', ['poolId', 'enterpriseId'])) {
        throw new DomainError('pool.already_applied');
      }
      throw error;
    }
  }

  async changeMember(id: string, change: Partial<PoolMemberRow>): Promise<void> {
    await this.unit.manager.getRepository(PoolMemberRow).update({ id }, change);
  }

  async participations(tenderId: string): Promise<Participation[]> {
    const manager = await this.reads.manager();
    return manager
      .getRepository(ParticipationRow)
      .find({ where: { tenderId }, order: { at: 'ASC', id: 'ASC' } });
  }

  async participation(tenderId: string, enterpriseId: string): Promise<Participation | null> {
    const manager = await this.reads.manager();
    return manager.getRepository(ParticipationRow).findOneBy({ tenderId, enterpriseId });
  }

  /** Adds a confirmation; a firm takes part once, else `lottery.already_in`. */
  async addParticipation(row: ParticipationRow): Promise<void> {
    try {
      await this.unit.manager.getRepository(ParticipationRow).insert(row);
    } catch (error) {
      if (violates(error, 'uq_participation', 'participation', ['tenderId', 'enterpriseId'])) {
        throw new DomainError('lottery.already_in');
      }
      throw error;
    }
  }
}
