import { Injectable } from '@nestjs/common';
import { In } from 'typeorm';
import type { Instant } from '@core/kernel';
import type { PoolExpert, Span } from '@core/panel';
import { DomainError, forUpdate, Reads, UnitOfWork, violates } from '@server/platform';
import { ExpertRow } from './expert.entity';

/** An expert's record. */
export type Expert = ExpertRow;

function span(from: Instant | null, until: Instant | null): Span | null {
  return from === null || until === null ? null : { from, until };
}

/** What the draw must know of an expert. */
export function toPoolExpert(row: Expert): PoolExpert {
  const { id, state, termFrom, termUntil, bornOn, specialties, employer, employerCode } = row;
  const codes = employerCode === '' ? [] : [employerCode];
  return {
    id,
    state,
    termFrom,
    termUntil,
    bornOn,
    specialties,
    employer,
    pause: span(row.pausedFrom, row.pausedUntil),
    ban: span(row.bannedFrom, row.bannedUntil),
    reviewPassed: row.reviewPassed === null ? null : row.reviewPassed === 1,
    recusals: [...row.recusals, ...codes],
  };
}

/** Rows of the expert pool. */
@Injectable()
export class ExpertPool {
  constructor(
    private readonly unit: UnitOfWork,
    private readonly reads: Reads,
  ) {}

  /** Everybody in the pool, whatever the state. */
  async all(): Promise<Expert[]> {
    const manager = await this.reads.manager();
    return manager.getRepository(ExpertRow).find({ order: { id: 'ASC' } });
  }

  async find(id: string): Promise<Expert | null> {
    return (await this.reads.manager()).getRepository(ExpertRow).findOneBy({ id });
  }

  async ofPerson(personId: string): Promise<Expert | null> {
    const manager = await this.reads.manager();
    return manager.getRepository(ExpertRow).findOneBy({ personId });
  }

  async byIds(ids: readonly string[]): Promise<Expert[]> {
    const manager = await this.reads.manager();
    return manager.getRepository(ExpertRow).findBy({ id: In([...ids]) });
  }

  /** Experts with this digest of an identity number. */
  async byDigest(idDigest: string): Promise<Expert[]> {
    return (await this.reads.manager()).getRepository(ExpertRow).findBy({ idDigest });
  }

  /** Locks an expert's row; throws `expert.not_found`. */
  async lock(id: string): Promise<Expert> {
    const row = await this.unit.manager
      .getRepository(ExpertRow)
      .findOne({ where: { id }, ...forUpdate(this.unit) });
    if (!row) throw new DomainError('expert.not_found');
    return row;
  }

  /** Adds an expert; a person has one record, else `expert.wrong_state`. */
  async add(row: ExpertRow): Promise<void> {
    try {
      await this.unit.manager.getRepository(ExpertRow).insert(row);
    } catch (error) {
      if (violates(error, 'uq_expert_person', 'expert', ['personId'])) {
        throw new DomainError('expert.wrong_state');
      }
      throw error;
    }
  }

  async change(id: string, change: Partial<ExpertRow>): Promise<void> {
    await this.unit.manager.getRepository(ExpertRow).update({ id }, change);
  }
}
