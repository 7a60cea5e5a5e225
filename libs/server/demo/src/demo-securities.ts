import { Injectable } from '@nestjs/common';
import type { Actor } from '@core/identity';
import { DepositTerms, KeepMoney, LodgeSecurity, ReadSecurities } from '@server/bid-security';
import { Enterprises } from '@server/enterprise';
import { LegalClock } from '@server/platform';
import { Lots } from '@server/tender';
import { DemoPeople } from './demo-people';

const BANK = '青禾农村商业银行营业部';
/** As the four big banks post it since 20 May 2025: 0.05 % a year. */
const RATE = {
  day: '2025-05-20',
  ppm: 500,
  source: '青禾农村商业银行人民币存款挂牌利率表（示例）',
};

/** Bid securities of the demo county: paid by code, recorded by finance, refunded with interest when they are due. */
@Injectable()
export class DemoSecurities {
  private sent = 0;

  constructor(
    private readonly demo: DemoPeople,
    private readonly terms: DepositTerms,
    private readonly lodging: LodgeSecurity,
    private readonly keeping: KeepMoney,
    private readonly reading: ReadSecurities,
    private readonly enterprises: Enterprises,
    private readonly lots: Lots,
    private readonly clock: LegalClock,
  ) {}

  /** The account and the rate, as the system administrator enters them. */
  async begin(): Promise<void> {
    const administrator = await this.demo.actor('sysadmin');
    await this.terms.enterRate(administrator, RATE.day, RATE.ppm, RATE.source);
    await this.terms.enterAccount(administrator, {
      payee: '青禾县公共资源交易中心投标保证金专户',
      bank: BANK,
      account: '1799 0101 0400 0001',
    });
  }

  /** A firm pays what a lot asks for, from its basic account, and finance records it. */
  async pay(bidder: Actor, tenderId: string, lot: number): Promise<void> {
    const { bidBond } = await this.lots.get(tenderId, lot);
    if (bidBond === 0) return;
    const { code } = await this.lodging.expect(bidder, tenderId, lot);
    const { name, bankName, bankAccount } = await this.enterprises.get(bidder.organisationId);
    await this.keeping.receive(await this.demo.actor('finance'), code, {
      payer: name,
      bank: bankName,
      account: bankAccount,
      sum: bidBond,
      arrivedAt: this.clock.now(),
      reference: this.reference('S'),
    });
  }

  /** Finance refunds everything of a tender that is due back. */
  async refund(tenderId: string): Promise<void> {
    const finance = await this.demo.actor('finance');
    for (const { row, payments } of await this.reading.dueBack()) {
      if (row.tenderId !== tenderId) continue;
      for (const { id, refundedAt } of payments) {
        if (refundedAt !== null) continue;
        const reference = this.reference('R');
        await this.keeping.refund(finance, id, {
          paidAt: this.clock.now(),
          interest: null,
          reference,
        });
      }
    }
  }

  private reference(kind: string): string {
    this.sent += 1;
    return `${kind}2026${String(this.sent).padStart(8, '0')}`;
  }
}
