import { Injectable } from '@nestjs/common';
import { In, IsNull } from 'typeorm';
import type { Fen, Instant } from '@core/kernel';
import { DomainError, Reads, UnitOfWork } from '@server/platform';
import { AwardDecisionRow, AwardRow, CandidateRow, LetterRow, VoidAwardRow } from './award.entity';

/** Who is to be published, best first. */
export interface RankedBidder {
  readonly lot: number;
  /** Where the panel does not rank, the number under which he is listed. */
  readonly rank: number;
  readonly enterpriseId: string;
  readonly name: string;
  readonly price: Fen | null;
}

/** A published candidate. */
export type Candidate = CandidateRow;
/** An award. */
export type Award = AwardRow;
/** A letter to one bidder. */
export type Letter = LetterRow;
/** What a tenderer's committee decided. */
export type AwardDecision = AwardDecisionRow;

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

  async changeCandidate(id: string, change: Partial<CandidateRow>): Promise<void> {
    await this.unit.manager.getRepository(CandidateRow).update({ id }, change);
  }

  /** Moves an award to those that are void, and its letters with it: its lot may be awarded again. */
  async void(award: Award, voidedAt: Instant): Promise<void> {
    await this.unit.manager.getRepository(AwardRow).delete({ id: award.id });
    await this.unit.manager.getRepository(VoidAwardRow).insert({ ...award, voidedAt });
    const { tenderId, lot } = award;
    await this.unit.manager.getRepository(LetterRow).update({ tenderId, lot }, { voidedAt });
  }

  /** The awards of a tender, by lot. */
  async ofTender(tenderId: string): Promise<Award[]> {
    const manager = await this.reads.manager();
    return manager.getRepository(AwardRow).find({ where: { tenderId }, order: { lot: 'ASC' } });
  }

  /** Every award a tender ever had, the oldest first, with when it became void; null: it stands. */
  async everMade(tenderId: string): Promise<(Award & { readonly voidedAt: Instant | null })[]> {
    const manager = await this.reads.manager();
    const voided = await manager.getRepository(VoidAwardRow).findBy({ tenderId });
    const standing = (await this.ofTender(tenderId)).map((one) => ({ ...one, voidedAt: null }));
    return [...voided, ...standing].sort((one, other) => one.awardedAt - other.awardedAt);
  }

  /** How many awards of each of these tenders became void. */
  async voidCounts(tenderIds: readonly string[]): Promise<ReadonlyMap<string, number>> {
    const manager = await this.reads.manager();
    const rows = await manager
      .getRepository(VoidAwardRow)
      .find({ where: { tenderId: In([...tenderIds]) }, select: { id: true, tenderId: true } });
    const counts = new Map<string, number>();
    for (const { tenderId } of rows) counts.set(tenderId, (counts.get(tenderId) ?? 0) + 1);
    return counts;
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

  async addDecision(row: AwardDecisionRow): Promise<void> {
    await this.unit.manager.getRepository(AwardDecisionRow).insert(row);
  }

  /** What the tenderer's committees decided of a tender, the oldest first. */
  async decisions(tenderId: string): Promise<AwardDecision[]> {
    const manager = await this.reads.manager();
    return manager
      .getRepository(AwardDecisionRow)
      .find({ where: { tenderId }, order: { decidedAt: 'ASC', id: 'ASC' } });
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

  /** Whether the letter printed with this fingerprint is in force: its award is not void, and no later one took its place. */
  async isInForce(fingerprint: string): Promise<boolean> {
    const manager = await this.reads.manager();
    const letter = await manager.getRepository(LetterRow).findOneBy({ fingerprint });
    return letter !== null && letter.voidedAt === null;
  }

  /** Writes a letter; one the firm had for the lot before is in force no more and gives its place. */
  async addLetter(row: LetterRow): Promise<void> {
    const letters = this.unit.manager.getRepository(LetterRow);
    const { tenderId, lot, enterpriseId } = row;
    await letters.delete({ tenderId, lot, enterpriseId });
    await letters.insert(row);
  }

  /** Names the printed file of a letter, once. */
  async fileLetter(id: string, fileId: string, fingerprint: string): Promise<void> {
    await this.unit.manager
      .getRepository(LetterRow)
      .update({ id, fileId: IsNull() }, { fileId, fingerprint });
  }
}
