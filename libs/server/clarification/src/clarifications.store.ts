import { Injectable } from '@nestjs/common';
import { IsNull, Not } from 'typeorm';
import type { Instant } from '@core/kernel';
import { DomainError, Ids, Reads, UnitOfWork, violates } from '@server/platform';
import { ClarificationRow, ClarificationSeenRow, QuestionRow } from './clarification.entity';

/** A question about the documents of a tender. */
export type Question = QuestionRow;
/** A published clarification. */
export type Clarification = ClarificationRow;

/** Rows of questions and clarifications. */
@Injectable()
export class Clarifications {
  constructor(
    private readonly unit: UnitOfWork,
    private readonly reads: Reads,
    private readonly ids: Ids,
  ) {}

  async addQuestion(row: QuestionRow): Promise<void> {
    await this.unit.manager.getRepository(QuestionRow).insert(row);
  }

  /** All questions of a tender, oldest first. */
  async questions(tenderId: string): Promise<Question[]> {
    const manager = await this.reads.manager();
    return manager
      .getRepository(QuestionRow)
      .find({ where: { tenderId }, order: { askedAt: 'ASC', id: 'ASC' } });
  }

  /** Those that were answered, by when they were: what is published. */
  async answered(tenderId: string): Promise<Question[]> {
    const manager = await this.reads.manager();
    return manager.getRepository(QuestionRow).find({
      where: { tenderId, answeredAt: Not(IsNull()) },
      order: { answeredAt: 'ASC', id: 'ASC' },
    });
  }

  /** Answers once; throws `question.not_found` or `question.answered_already`. */
  async answer(tenderId: string, id: string, answer: string, answeredAt: Instant): Promise<void> {
    const rows = this.unit.manager.getRepository(QuestionRow);
    if (!(await rows.existsBy({ id, tenderId }))) throw new DomainError('question.not_found');
    const done = await rows.update({ id, answeredAt: IsNull() }, { answer, answeredAt });
    if (done.affected !== 1) throw new DomainError('question.answered_already');
  }

  async add(row: ClarificationRow): Promise<void> {
    await this.unit.manager.getRepository(ClarificationRow).insert(row);
  }

  /** The clarifications of a tender by number. */
  async ofTender(tenderId: string): Promise<Clarification[]> {
    const manager = await this.reads.manager();
    return manager
      .getRepository(ClarificationRow)
      .find({ where: { tenderId }, order: { number: 'ASC' } });
  }

  /** Those an enterprise has not said it has seen, by number. */
  async unseen(tenderId: string, enterpriseId: string): Promise<Clarification[]> {
    const all = await this.ofTender(tenderId);
    if (all.length === 0) return [];
    const manager = await this.reads.manager();
    const seen = await manager
      .getRepository(ClarificationSeenRow)
      .findBy({ tenderId, enterpriseId });
    const known = new Set(seen.map((row) => row.clarificationId));
    return all.filter((row) => !known.has(row.id));
  }

  /** Marks one as seen; a repeat changes nothing. */
  async see(clarification: Clarification, enterpriseId: string, at: Instant): Promise<void> {
    const { id: clarificationId, tenderId } = clarification;
    try {
      await this.unit.run(() =>
        this.unit.manager
          .getRepository(ClarificationSeenRow)
          .insert({ id: this.ids.next(), clarificationId, tenderId, enterpriseId, at }),
      );
    } catch (error) {
      const columns = ['clarificationId', 'enterpriseId'];
      if (!violates(error, 'uq_clarification_seen', 'clarification_seen', columns)) throw error;
    }
  }
}
