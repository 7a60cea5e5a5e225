import { Injectable } from '@nestjs/common';
import { IsNull } from 'typeorm';
import { DomainError, Reads, UnitOfWork } from '@server/platform';
import { AwardRow, CandidateRow, LetterRow } from './award.entity';

/** A published candidate. */
export type Candidate = CandidateRow;
/** An award. */
export type Award = AwardRow;
/** A letter to one bidder. */
export type Letter = LetterRow;

/** Candidates, awards and letters. */
@Injectable()
export class Awards {
  constructor(
    private readonly unit: UnitOfWork,
    private readonly reads: Reads,
  ) {}

  async candidates(tenderId: string): Promise<Candidate[]> {
    const manager = await this.reads.manager();
    return manager
      .getRepository(CandidateRow)
      .find({ where: { tenderId }, order: { lot: 'ASC', rank: 'ASC' } });
  }

  async addCandidate(row: CandidateRow): Promise<void> {
    await this.unit.manager.getRepository(CandidateRow).insert(row);
  }

  /** The awards of a tender, by lot. */
  async ofTender(tenderId: string): Promise<Award[]> {
    const manager = await this.reads.manager();
    return manager.getRepository(AwardRow).find({ where: { tenderId }, order: { lot: 'ASC' } });
  }

  /** What a firm won, the latest first. */
  async ofEnterprise(enterpriseId: string): Promise<Award[]> {
    const manager = await this.reads.manager();
    return manager
      .getRepository(AwardRow)
      .find({ where: { enterpriseId }, order: { awardedAt: 'DESC', id: 'DESC' } });
  }

  async add(row: AwardRow): Promise<void> {
    await this.unit.manager.getRepository(AwardRow).insert(row);
  }

  async letters(tenderId: string): Promise<Letter[]> {
    const manager = await this.reads.manager();
    return manager.getRepository(LetterRow).find({ where: { tenderId }, order: { id: 'ASC' } });
  }

  async lettersTo(enterpriseId: string): Promise<Letter[]> {
    const manager = await this.reads.manager();
    return manager
      .getRepository(LetterRow)
      .find({ where: { enterpriseId }, order: { sentAt: 'DESC', id: 'DESC' }, take: 200 });
  }

  /** The letter with this id; throws `award.letter_not_found`. */
  async letter(id: string): Promise<Letter> {
    const row = await (await this.reads.manager()).getRepository(LetterRow).findOneBy({ id });
    if (!row) throw new DomainError('award.letter_not_found');
    return row;
  }

  async addLetter(row: LetterRow): Promise<void> {
    await this.unit.manager.getRepository(LetterRow).insert(row);
  }

  /** Names the printed file of a letter, once. */
  async fileLetter(id: string, fileId: string, fingerprint: string): Promise<void> {
    await this.unit.manager
      .getRepository(LetterRow)
      .update({ id, fileId: IsNull() }, { fileId, fingerprint });
  }
}
