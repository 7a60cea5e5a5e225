import { Injectable } from '@nestjs/common';
import type { Mark, Review } from '@core/evaluation';
import { DomainError, forUpdate, Ids, Reads, UnitOfWork } from '@server/platform';
import {
  BlindReviewRow,
  EvaluationRow,
  JudgeRow,
  MarkRow,
  PanelQuestionRow,
  ReviewRow,
} from './evaluation.entity';

/** An evaluation under way or done. */
export type Evaluation = EvaluationRow;
/** A panel member who has checked in. */
export type Judge = JudgeRow;

/** A member's review, with whether it rejects the price as below cost. */
export interface MemberReview extends Review {
  readonly belowCost: boolean;
}
/** A letter of the panel. */
export type PanelLetter = PanelQuestionRow;

/** Evaluations, their members, reviews, marks and letters. */
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

  async reviews(tenderId: string): Promise<MemberReview[]> {
    const manager = await this.reads.manager();
    const rows = await manager.getRepository(ReviewRow).findBy({ tenderId });
    return rows.map(({ personId, bidId, responsive, ground, belowCost }) => ({
      expertId: personId,
      bidId,
      responsive: responsive === 1,
      ground,
      belowCost: belowCost === 1,
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

  /** All marks of a tender; `judge` is the member's person. */
  async marks(tenderId: string): Promise<Mark[]> {
    const manager = await this.reads.manager();
    const rows = await manager.getRepository(MarkRow).findBy({ tenderId });
    return rows.map(({ personId, bidId, itemId, points }) => ({
      judge: personId,
      bidId,
      itemId,
      points,
    }));
  }

  /** Writes or changes a member's points for an item. */
  async putMark(row: Omit<MarkRow, 'id'>): Promise<void> {
    const marks = this.unit.manager.getRepository(MarkRow);
    const { tenderId, personId, bidId, itemId } = row;
    const known = await marks.findOneBy({ tenderId, personId, bidId, itemId });
    if (known) await marks.update({ id: known.id }, row);
    else await marks.insert({ id: this.ids.next(), ...row });
  }

  /** The panel's letters of a tender, the oldest first. */
  async letters(tenderId: string): Promise<PanelLetter[]> {
    const manager = await this.reads.manager();
    return manager
      .getRepository(PanelQuestionRow)
      .find({ where: { tenderId }, order: { askedAt: 'ASC', id: 'ASC' } });
  }

  /** The letters a firm was sent, the newest first. */
  async lettersTo(enterpriseId: string): Promise<PanelLetter[]> {
    const manager = await this.reads.manager();
    return manager
      .getRepository(PanelQuestionRow)
      .find({ where: { enterpriseId }, order: { askedAt: 'DESC', id: 'DESC' }, take: 100 });
  }

  /** A letter; throws `evaluation.letter_not_found`. */
  async letter(id: string): Promise<PanelLetter> {
    const manager = await this.reads.manager();
    const row = await manager.getRepository(PanelQuestionRow).findOneBy({ id });
    if (!row) throw new DomainError('evaluation.letter_not_found');
    return row;
  }

  async addLetter(row: PanelQuestionRow): Promise<void> {
    await this.unit.manager.getRepository(PanelQuestionRow).insert(row);
  }

  async changeLetter(id: string, change: Partial<PanelQuestionRow>): Promise<void> {
    await this.unit.manager.getRepository(PanelQuestionRow).update({ id }, change);
  }

  /** The blind review of a tender; null where there is none. */
  async blind(tenderId: string): Promise<BlindReviewRow | null> {
    const manager = await this.reads.manager();
    return manager.getRepository(BlindReviewRow).findOneBy({ id: tenderId });
  }

  async addBlind(row: BlindReviewRow): Promise<void> {
    await this.unit.manager.getRepository(BlindReviewRow).insert(row);
  }

  async changeBlind(id: string, change: Partial<BlindReviewRow>): Promise<void> {
    await this.unit.manager.getRepository(BlindReviewRow).update({ id }, change);
  }
}
