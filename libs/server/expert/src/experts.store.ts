import { Injectable } from '@nestjs/common';
import { In } from 'typeorm';
import type { PoolExpert } from '@core/panel';
import { Reads, UnitOfWork } from '@server/platform';
import { ExpertRow } from './expert.entity';

/** An expert's record. */
export type Expert = ExpertRow;

/** What the draw must know of an expert. */
export function toPoolExpert(row: Expert): PoolExpert {
  const { id, state, termUntil, specialties, employer, employerCode, recusals } = row;
  const codes = employerCode === '' ? [] : [employerCode];
  return { id, state, termUntil, specialties, employer, recusals: [...recusals, ...codes] };
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

  async ofPerson(personId: string): Promise<Expert | null> {
    const manager = await this.reads.manager();
    return manager.getRepository(ExpertRow).findOneBy({ personId });
  }

  async byIds(ids: readonly string[]): Promise<Expert[]> {
    const manager = await this.reads.manager();
    return manager.getRepository(ExpertRow).findBy({ id: In([...ids]) });
  }

  async add(row: ExpertRow): Promise<void> {
    await this.unit.manager.getRepository(ExpertRow).insert(row);
  }
}
