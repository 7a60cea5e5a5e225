import { Injectable } from '@nestjs/common';
import { IsNull, MoreThan, Not } from 'typeorm';
import type { Instant } from '@core/kernel';
import { Reads, UnitOfWork } from '@server/platform';
import { DownloadRow, SignUpRow } from './sign-up.entity';

/** A sign-up. */
export type SignUp = SignUpRow;
/** A recorded download. */
export type Download = DownloadRow;

/** Sign-ups and downloads. */
@Injectable()
export class SignUps {
  constructor(
    private readonly unit: UnitOfWork,
    private readonly reads: Reads,
  ) {}

  async find(tenderId: string, lot: number, enterpriseId: string): Promise<SignUp | null> {
    const manager = await this.reads.manager();
    return manager.getRepository(SignUpRow).findOneBy({ tenderId, lot, enterpriseId });
  }

  async ofTender(tenderId: string): Promise<SignUp[]> {
    const manager = await this.reads.manager();
    return manager
      .getRepository(SignUpRow)
      .find({ where: { tenderId, withdrawnAt: IsNull() }, order: { at: 'ASC', id: 'ASC' } });
  }

  async ofEnterprise(enterpriseId: string): Promise<SignUp[]> {
    const manager = await this.reads.manager();
    return manager
      .getRepository(SignUpRow)
      .find({ where: { enterpriseId }, order: { at: 'DESC', id: 'DESC' }, take: 200 });
  }

  async add(row: SignUpRow): Promise<void> {
    await this.unit.manager.getRepository(SignUpRow).insert(row);
  }

  /** Takes a sign-up back. False when somebody has done so already. */
  async withdraw(id: string, withdrawnAt: Instant): Promise<boolean> {
    const result = await this.unit.manager
      .getRepository(SignUpRow)
      .update({ id, withdrawnAt: IsNull() }, { withdrawnAt });
    return result.affected === 1;
  }

  /** Makes a withdrawn sign-up good again. False when somebody has done so already. */
  async renew(row: SignUpRow): Promise<boolean> {
    const result = await this.unit.manager
      .getRepository(SignUpRow)
      .update({ id: row.id, withdrawnAt: Not(IsNull()) }, row);
    return result.affected === 1;
  }

  /** Keeps the printed receipt of a sign-up. False when there is one already, or the sign-up was taken back. */
  async fileReceipt({ id, receipt }: SignUp, receiptFileId: string): Promise<boolean> {
    const result = await this.unit.manager
      .getRepository(SignUpRow)
      .update({ id, receipt, withdrawnAt: IsNull(), receiptFileId: IsNull() }, { receiptFileId });
    return result.affected === 1;
  }

  async addDownload(row: DownloadRow): Promise<void> {
    await this.unit.manager.getRepository(DownloadRow).insert(row);
  }

  /** Who took documents of a tender under its own name: each organisation once. */
  async downloaders(tenderId: string): Promise<string[]> {
    const rows = await (
      await this.reads.manager()
    )
      .getRepository(DownloadRow)
      .createQueryBuilder('d')
      .select('DISTINCT d.organisationId', 'organisation')
      .where('d.tenderId = :tenderId AND d.organisationId IS NOT NULL', { tenderId })
      .getRawMany<{ organisation: string }>();
    return rows.map(({ organisation }) => organisation);
  }

  /** Downloads of a tender from an id on (exclusive; null: from the first), in their order. */
  async downloads(tenderId: string, after: string | null, limit: number): Promise<Download[]> {
    const manager = await this.reads.manager();
    return manager.getRepository(DownloadRow).find({
      where: { tenderId, ...(after === null ? {} : { id: MoreThan(after) }) },
      order: { id: 'ASC' },
      take: limit,
    });
  }
}
