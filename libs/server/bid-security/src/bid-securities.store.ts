import { Injectable } from '@nestjs/common';
import { Brackets, In, IsNull, type SelectQueryBuilder } from 'typeorm';
import { DomainError, forUpdate, Reads, UnitOfWork, violates } from '@server/platform';
import { BidSecurityPaymentRow, BidSecurityRow } from './bid-security.entity';

/** A security with its code and guarantee. */
export type BidSecurity = BidSecurityRow;
/** Money that came for one. */
export type BidSecurityPayment = BidSecurityPaymentRow;

/** How many are listed: of those still there, and of all. */
const HELD = 2_000;
const LATEST = 200;
const EXISTS_PAID =
  'EXISTS (SELECT 1 FROM bid_security_payment payment WHERE payment.securityId = one.id)';
const EXISTS_HELD =
  'EXISTS (SELECT 1 FROM bid_security_payment payment WHERE payment.securityId = one.id AND payment.refundedAt IS NULL)';

/** Bid securities, and the money that came for them. */
@Injectable()
export class BidSecurities {
  constructor(
    private readonly unit: UnitOfWork,
    private readonly reads: Reads,
  ) {}

  /** The security with this id; throws `bid_security.not_found`. */
  async get(id: string): Promise<BidSecurity> {
    const row = await (await this.reads.manager()).getRepository(BidSecurityRow).findOneBy({ id });
    if (!row) throw new DomainError('bid_security.not_found');
    return row;
  }

  /** Locks a security, the root of its payments; throws `bid_security.not_found`. */
  async lock(id: string): Promise<BidSecurity> {
    const row = await this.unit.manager
      .getRepository(BidSecurityRow)
      .findOne({ where: { id }, ...forUpdate(this.unit) });
    if (!row) throw new DomainError('bid_security.not_found');
    return row;
  }

  /** That of a firm in a lot; null: it has asked for none. */
  async find(tenderId: string, lot: number, enterpriseId: string): Promise<BidSecurity | null> {
    const manager = await this.reads.manager();
    return manager.getRepository(BidSecurityRow).findOneBy({ tenderId, lot, enterpriseId });
  }

  /** That with this payment code; null: nobody was given it. */
  async byCode(code: string): Promise<BidSecurity | null> {
    return (await this.reads.manager()).getRepository(BidSecurityRow).findOneBy({ code });
  }

  /** All of a tender, by lot; by id within one, which tells nothing of bids. */
  async ofTender(tenderId: string): Promise<BidSecurity[]> {
    const manager = await this.reads.manager();
    return manager
      .getRepository(BidSecurityRow)
      .find({ where: { tenderId }, order: { lot: 'ASC', id: 'ASC' } });
  }

  async ofEnterprise(tenderId: string, enterpriseId: string): Promise<BidSecurity[]> {
    const manager = await this.reads.manager();
    return manager
      .getRepository(BidSecurityRow)
      .find({ where: { tenderId, enterpriseId }, order: { lot: 'ASC' } });
  }

  /** Those of which something is still there: money that has not gone back, or a guarantee. */
  async open(): Promise<BidSecurity[]> {
    // The oldest first: what is most overdue never leaves the desk.
    return (await this.given(HELD, 'ASC'))
      .where('one.forfeitedAt IS NULL')
      .andWhere(
        new Brackets((part) =>
          part
            .where(
              'one.lodgedAt IS NOT NULL AND one.withdrawnAt IS NULL AND one.releasedAt IS NULL',
            )
            .orWhere(EXISTS_HELD),
        ),
      )
      .getMany();
  }

  /** The latest for which anything ever came. */
  async latest(): Promise<BidSecurity[]> {
    return (await this.given(LATEST))
      .where('one.lodgedAt IS NOT NULL')
      .orWhere(EXISTS_PAID)
      .getMany();
  }

  private async given(
    most: number,
    order: 'ASC' | 'DESC' = 'DESC',
  ): Promise<SelectQueryBuilder<BidSecurityRow>> {
    const manager = await this.reads.manager();
    return manager
      .getRepository(BidSecurityRow)
      .createQueryBuilder('one')
      .orderBy('one.createdAt', order)
      .addOrderBy('one.id', order)
      .take(most);
  }

  /** Adds a security; false when the firm has one in the lot. A code that was given out before is drawn again by the caller. */
  async add(row: BidSecurityRow): Promise<boolean> {
    try {
      await this.unit.manager.getRepository(BidSecurityRow).insert(row);
      return true;
    } catch (error) {
      const columns = ['tenderId', 'lot', 'enterpriseId'];
      if (violates(error, 'uq_bid_security_place', 'bid_security', columns)) return false;
      throw error;
    }
  }

  async change(id: string, change: Partial<BidSecurityRow>): Promise<void> {
    await this.unit.manager.getRepository(BidSecurityRow).update({ id }, change);
  }

  /** What came for these securities, the earliest first. */
  async payments(securityIds: readonly string[]): Promise<BidSecurityPayment[]> {
    if (securityIds.length === 0) return [];
    const manager = await this.reads.manager();
    return manager.getRepository(BidSecurityPaymentRow).find({
      where: { securityId: In([...securityIds]) },
      order: { arrivedAt: 'ASC', id: 'ASC' },
    });
  }

  /** The payment with this id; throws `bid_security.not_found`. */
  async payment(id: string): Promise<BidSecurityPayment> {
    const manager = await this.reads.manager();
    const row = await manager.getRepository(BidSecurityPaymentRow).findOneBy({ id });
    if (!row) throw new DomainError('bid_security.not_found');
    return row;
  }

  /** Whether the bank's transfer of this number is recorded. */
  async isRecorded(reference: string): Promise<boolean> {
    const manager = await this.reads.manager();
    return manager.getRepository(BidSecurityPaymentRow).existsBy({ reference });
  }

  /** Adds a payment; the same transfer is recorded once, else `bid_security.recorded_already`. */
  async addPayment(row: BidSecurityPaymentRow): Promise<void> {
    try {
      await this.unit.manager.getRepository(BidSecurityPaymentRow).insert(row);
    } catch (error) {
      const index = 'uq_bid_security_payment_reference';
      if (violates(error, index, 'bid_security_payment', ['reference'])) {
        throw new DomainError('bid_security.recorded_already');
      }
      throw error;
    }
  }

  /** Records that a payment went back, once: false when it had before. */
  async refund(id: string, change: Partial<BidSecurityPaymentRow>): Promise<boolean> {
    const { affected } = await this.unit.manager
      .getRepository(BidSecurityPaymentRow)
      .update({ id, refundedAt: IsNull() }, change);
    return affected === 1;
  }
}
