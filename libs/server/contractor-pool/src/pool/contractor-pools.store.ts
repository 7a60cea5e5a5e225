import { Injectable } from '@nestjs/common';
import { In, IsNull, LessThanOrEqual } from 'typeorm';
import { PLAIN_TERMS, type Membership, type PoolTerms } from '@core/contractor-pool';
import type { Instant } from '@core/kernel';
import { DomainError, forUpdate, Ids, Reads, UnitOfWork, violates } from '@server/platform';
import {
  ContractorPoolRow,
  PoolCallRow,
  PoolMemberRow,
  PoolMemberStepRow,
  PoolObjectionRow,
  type MemberStep,
} from './contractor-pool.entity';

export { MEMBER_STEPS, type MemberStep } from './contractor-pool.entity';

/** A pool of contractors. */
export type ContractorPool = ContractorPoolRow;
/** A firm of a pool. */
export type PoolMember = PoolMemberRow;
/** One step of a membership. */
export type MemberStepRecord = PoolMemberStepRow;
/** An objection to an admission. */
export type PoolObjection = PoolObjectionRow;

/** The terms of a pool; plain ones where it never said any. */
export function termsOf(pool: ContractorPool): PoolTerms {
  return pool.terms ?? PLAIN_TERMS;
}

/** What core decides about a membership by. */
export function membershipOf(row: PoolMember): Membership {
  const { state, suspendedUntil, coolOffUntil, reviewDueAt, reviewPassed } = row;
  return {
    state,
    suspendedUntil,
    coolOffUntil,
    reviewDueAt,
    reviewPassed: reviewPassed === null ? null : reviewPassed === 1,
  };
}

/** Pools, their members, what happened to them, and objections. */
@Injectable()
export class ContractorPools {
  constructor(
    private readonly unit: UnitOfWork,
    private readonly reads: Reads,
    private readonly ids: Ids,
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

  /** The pool a tender is called from; null where it is called to everybody. */
  async calledBy(tenderId: string): Promise<ContractorPool | null> {
    const manager = await this.reads.manager();
    const call = await manager.getRepository(PoolCallRow).findOneBy({ tenderId });
    return call && this.get(call.poolId);
  }

  /** Names the pool a tender is called from, or none, in the present unit. */
  async setCall(tenderId: string, poolId: string | null): Promise<void> {
    const calls = this.unit.manager.getRepository(PoolCallRow);
    await calls.delete({ tenderId });
    if (poolId !== null) await calls.insert({ tenderId, poolId });
  }

  /** Adds a pool; a trade has one, else `pool.trade_taken`. */
  async add(row: ContractorPoolRow): Promise<void> {
    try {
      await this.unit.manager.getRepository(ContractorPoolRow).insert(row);
    } catch (error) {
      if (violates(error, 'uq_contractor_pool_trade', 'contractor_pool', ['trade'])) {
        throw new DomainError('pool.trade_taken', { trade: row.trade });
      }
      throw error;
    }
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

  /** The membership with this id; throws `pool.member_not_found`. */
  async memberById(id: string): Promise<PoolMember> {
    const row = await (await this.reads.manager()).getRepository(PoolMemberRow).findOneBy({ id });
    if (!row) throw new DomainError('pool.member_not_found');
    return row;
  }

  /** Locks the membership with this id; throws `pool.member_not_found`. */
  async lockMemberById(id: string): Promise<PoolMember> {
    const row = await this.unit.manager
      .getRepository(PoolMemberRow)
      .findOne({ where: { id }, ...forUpdate(this.unit) });
    if (!row) throw new DomainError('pool.member_not_found');
    return row;
  }

  /** Admitted members whose yearly review is due by `by`, the earliest first. */
  async reviewsDue(by: Instant): Promise<PoolMember[]> {
    const manager = await this.reads.manager();
    return manager.getRepository(PoolMemberRow).find({
      where: { state: 'admitted', reviewDueAt: LessThanOrEqual(new Date(by) as never) },
      order: { reviewDueAt: 'ASC' },
      take: 500,
    });
  }

  /** Writes a step into a membership's history, in the present unit. */
  async addStep(
    step: Pick<PoolMemberStepRow, 'memberId' | 'step' | 'at'> & Partial<PoolMemberStepRow>,
  ): Promise<void> {
    await this.unit.manager.getRepository(PoolMemberStepRow).insert({
      id: this.ids.next(),
      ground: null,
      number: null,
      authority: null,
      text: '',
      until: null,
      ...step,
    });
  }

  /** What happened to a membership, the oldest first. */
  async steps(memberId: string): Promise<MemberStepRecord[]> {
    const manager = await this.reads.manager();
    return manager
      .getRepository(PoolMemberStepRow)
      .find({ where: { memberId }, order: { at: 'ASC', id: 'ASC' } });
  }

  /** Steps of these kinds of all members of a pool, the latest first. */
  async stepsOf(poolId: string, kinds: readonly MemberStep[]): Promise<MemberStepRecord[]> {
    const members = await this.members(poolId);
    if (members.length === 0) return [];
    const manager = await this.reads.manager();
    return manager.getRepository(PoolMemberStepRow).find({
      where: { memberId: In(members.map(({ id }) => id)), step: In([...kinds]) },
      order: { at: 'DESC', id: 'DESC' },
    });
  }

  async addObjection(row: PoolObjectionRow): Promise<void> {
    await this.unit.manager.getRepository(PoolObjectionRow).insert(row);
  }

  /** The objection with this id; throws `objection.not_found`. */
  async objection(id: string): Promise<PoolObjection> {
    const manager = await this.reads.manager();
    const row = await manager.getRepository(PoolObjectionRow).findOneBy({ id });
    if (!row) throw new DomainError('objection.not_found');
    return row;
  }

  /** Objections of a pool, the oldest first. */
  async objections(poolId: string): Promise<PoolObjection[]> {
    const manager = await this.reads.manager();
    return manager
      .getRepository(PoolObjectionRow)
      .find({ where: { poolId }, order: { filedAt: 'ASC', id: 'ASC' } });
  }

  /** How many objections to an admission wait for their answer. */
  async openObjections(memberId: string): Promise<number> {
    return this.unit.manager
      .getRepository(PoolObjectionRow)
      .countBy({ memberId, repliedAt: IsNull() });
  }

  /** Answers an objection, once, in the present unit; throws `objection.answered_already`. */
  async answerObjection(
    id: string,
    answer: Pick<PoolObjectionRow, 'reply' | 'upheld' | 'repliedAt'>,
  ): Promise<void> {
    const { affected } = await this.unit.manager
      .getRepository(PoolObjectionRow)
      .update({ id, repliedAt: IsNull() }, answer);
    if (affected !== 1) throw new DomainError('objection.answered_already');
  }
}
