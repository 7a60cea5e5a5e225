import { Injectable } from '@nestjs/common';
import type { Review } from '@core/evaluation';
import { DomainError, forUpdate, Ids, Reads, UnitOfWork } from '@server/platform';
import { EvaluationRow, JudgeRow, ReviewRow } from './evaluation.entity';

/** An evaluation under way or done. */
export type Evaluation = EvaluationRow;
/** A panel member who has checked in. */
export type Judge = JudgeRow;

/** Evaluations, their members and reviews. */
@Injectable()
export class Evaluations {
  constructor(
    private readonly unit: UnitOfWork,
    private readonly reads: Reads,
    private readonly ids: Ids,
  ) {}

  async find(tenderId: string): Promise<Evaluation | null> {
    const manager = await this.reads.manager();
    return manager.getRepository(EvaluationRow).findOneBy({ id: tenderId });
  }

  /** Locks the evaluation; throws `evaluation.not_found`. */
  async lock(tenderId: string): Promise<Evaluation> {
    const row = await this.unit.manager
      .getRepository(EvaluationRow)
      .findOne({ where: { id: tenderId }, ...forUpdate(this.unit) });
    if (!row) throw new DomainError('evaluation.not_found');
    return row;
  }

  async add(row: EvaluationRow): Promise<void> {
    await this.unit.manager.getRepository(EvaluationRow).insert(row);
  }

  async change(id: string, change: Partial<EvaluationRow>): Promise<void> {
    await this.unit.manager.getRepository(EvaluationRow).update({ id }, change);
  }

  async judges(tenderId: string): Promise<Judge[]> {
    const manager = await this.reads.manager();
    return manager.getRepository(JudgeRow).find({ where: { tenderId }, order: { seat: 'ASC' } });
  }

  async ofPerson(personId: string): Promise<Judge[]> {
    const manager = await this.reads.manager();
    return manager
      .getRepository(JudgeRow)
      .find({ where: { personId }, order: { checkedInAt: 'DESC' }, take: 100 });
  }

  async addJudge(row: JudgeRow): Promise<void> {
    await this.unit.manager.getRepository(JudgeRow).insert(row);
  }

  async changeJudge(id: string, change: Partial<JudgeRow>): Promise<void> {
    await this.unit.manager.getRepository(JudgeRow).update({ id }, change);
  }

  async reviews(tenderId: string): Promise<Review[]> {
    const manager = await this.reads.manager();
    const rows = await manager.getRepository(ReviewRow).findBy({ tenderId });
    return rows.map(({ personId, bidId, responsive, ground }) => ({
      expertId: personId,
      bidId,
      responsive: responsive === 1,
      ground,
    }));
  }

  /** Writes or changes a member's review of a bid. */
  async putReview(row: Omit<ReviewRow, 'id'>): Promise<void> {
    const reviews = this.unit.manager.getRepository(ReviewRow);
    const { tenderId, personId, bidId } = row;
    const known = await reviews.findOneBy({ tenderId, personId, bidId });
    if (known) await reviews.update({ id: known.id }, row);
    else await reviews.insert({ id: this.ids.next(), ...row });
  }
}
