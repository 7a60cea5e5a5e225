import { Injectable } from '@nestjs/common';
import { IsNull } from 'typeorm';
import { DomainError, Reads, UnitOfWork } from '@server/platform';
import { CreditRow, DecisionRow, ImportRow, InquiryRow, LetterRow } from './register.entity';

/** A letter of deficiencies. */
export type DeficiencyLetter = LetterRow;
/** A decision of a supervising authority. */
export type Decision = DecisionRow;
/** An integrity inquiry. */
export type Inquiry = InquiryRow;
/** An entry of the credit record. */
export type CreditEntry = CreditRow;

const MOST_LISTED = 500;

/** The papers of the register: letters, decisions, inquiries, credit record, imports. */
@Injectable()
export class RegisterPapers {
  constructor(
    private readonly unit: UnitOfWork,
    private readonly reads: Reads,
  ) {}

  /** All letters to a firm, oldest first. */
  async letters(enterpriseId: string): Promise<DeficiencyLetter[]> {
    const manager = await this.reads.manager();
    return manager
      .getRepository(LetterRow)
      .find({ where: { enterpriseId }, order: { version: 'ASC' }, take: MOST_LISTED });
  }

  async addLetter(row: LetterRow): Promise<void> {
    await this.unit.manager.getRepository(LetterRow).insert(row);
  }

  async letter(id: string): Promise<DeficiencyLetter | null> {
    return (await this.reads.manager()).getRepository(LetterRow).findOneBy({ id });
  }

  /** Names the printed file of a letter, once. */
  async fileLetter(id: string, fileId: string, fingerprint: string): Promise<void> {
    await this.unit.manager
      .getRepository(LetterRow)
      .update({ id, fileId: IsNull() }, { fileId, fingerprint });
  }

  /** All decisions about a firm, newest first. */
  async decisions(enterpriseId: string): Promise<Decision[]> {
    const manager = await this.reads.manager();
    return manager.getRepository(DecisionRow).find({
      where: { enterpriseId },
      order: { enteredAt: 'DESC', id: 'DESC' },
      take: MOST_LISTED,
    });
  }

  async addDecision(row: DecisionRow): Promise<void> {
    await this.unit.manager.getRepository(DecisionRow).insert(row);
  }

  /** All inquiries about a firm, newest first. */
  async inquiries(enterpriseId: string): Promise<Inquiry[]> {
    const manager = await this.reads.manager();
    return manager.getRepository(InquiryRow).find({
      where: { enterpriseId },
      order: { queriedAt: 'DESC', id: 'DESC' },
      take: MOST_LISTED,
    });
  }

  async inquiry(id: string): Promise<Inquiry | null> {
    return (await this.reads.manager()).getRepository(InquiryRow).findOneBy({ id });
  }

  async addInquiry(row: InquiryRow): Promise<void> {
    await this.unit.manager.getRepository(InquiryRow).insert(row);
  }

  /** Confirms an inquiry once; refuses a second time with `enterprise.inquiry_confirmed`. */
  async confirmInquiry(
    id: string,
    confirmed: Pick<InquiryRow, 'confirmedBy' | 'confirmedAt'>,
  ): Promise<void> {
    const { affected } = await this.unit.manager
      .getRepository(InquiryRow)
      .update({ id, confirmedAt: IsNull() }, confirmed);
    if (affected !== 1) throw new DomainError('enterprise.inquiry_confirmed');
  }

  /** The whole credit record of a firm, newest first. */
  async credit(enterpriseId: string): Promise<CreditEntry[]> {
    const manager = await this.reads.manager();
    return manager.getRepository(CreditRow).find({
      where: { enterpriseId },
      order: { publishedAt: 'DESC', id: 'DESC' },
      take: MOST_LISTED,
    });
  }

  async creditEntry(id: string): Promise<CreditEntry | null> {
    return (await this.reads.manager()).getRepository(CreditRow).findOneBy({ id });
  }

  async addCredit(row: CreditRow): Promise<void> {
    await this.unit.manager.getRepository(CreditRow).insert(row);
  }

  /** Takes an entry back once; refuses a second time with `enterprise.credit_withdrawn`. */
  async withdrawCredit(
    id: string,
    by: Pick<CreditRow, 'withdrawnAt' | 'withdrawnBy' | 'withdrawnReason'>,
  ): Promise<void> {
    const { affected } = await this.unit.manager
      .getRepository(CreditRow)
      .update({ id, withdrawnAt: IsNull() }, by);
    if (affected !== 1) throw new DomainError('enterprise.credit_withdrawn');
  }

  async addImport(row: ImportRow): Promise<void> {
    await this.unit.manager.getRepository(ImportRow).insert(row);
  }
}
