import { Injectable } from '@nestjs/common';
import { HIGHEST_PPM, plainAccount, type DepositRate } from '@core/bid-security';
import type { Actor } from '@core/identity';
import type { LegalDate } from '@core/rules';
import { Ledger } from '@server/ledger';
import { DomainError, Ids, LegalClock, Reads, UnitOfWork } from '@server/platform';
import { DepositRateRow, SecurityAccountRow } from './bid-security.entity';

/** A posted rate with its source. */
export interface PostedRate extends DepositRate {
  readonly source: string;
}

/** Where securities are paid. */
export interface PayInto {
  readonly payee: string;
  readonly bank: string;
  readonly account: string;
}

/**
 * What an administrator keeps for the securities: the account they are paid into and the rates its bank posts. Not finance:
 * who counts the money does not say where it goes.
 */
@Injectable()
export class DepositTerms {
  constructor(
    private readonly unit: UnitOfWork,
    private readonly reads: Reads,
    private readonly clock: LegalClock,
    private readonly ids: Ids,
    private readonly ledger: Ledger,
  ) {}

  /** Every posted rate, the oldest first. */
  async rates(): Promise<readonly PostedRate[]> {
    const manager = await this.reads.manager();
    const rows = await manager.getRepository(DepositRateRow).find({ order: { day: 'ASC' } });
    return rows.map(({ day, ppm, source }) => ({ from: day, ppm, source }));
  }

  /** The account in use; null: none was entered. */
  async account(): Promise<PayInto | null> {
    const manager = await this.reads.manager();
    const [row] = await manager
      .getRepository(SecurityAccountRow)
      .find({ order: { enteredAt: 'DESC', id: 'DESC' }, take: 1 });
    return row ?? null;
  }

  /** Enters or corrects the rate from a day on. Refunds made before stay as they were recorded; the log keeps each entry. */
  async enterRate(actor: Actor, day: LegalDate, ppm: number, source: string): Promise<void> {
    if (ppm < 0 || ppm > HIGHEST_PPM) throw new DomainError('bid_security.rate_invalid');
    await this.unit.run(async () => {
      const rows = this.unit.manager.getRepository(DepositRateRow);
      const row = { ppm, source, enteredAt: this.clock.now() };
      if (await rows.existsBy({ day })) await rows.update({ day }, row);
      else await rows.insert({ day, ...row });
      await this.ledger.append({
        type: 'deposit_rate.entered',
        scope: 'platform',
        by: actor,
        body: { day, ppm, source },
      });
    });
  }

  /** Enters the account securities are paid into from now on. */
  async enterAccount(actor: Actor, { payee, bank, account }: PayInto): Promise<void> {
    if (plainAccount(account) === '') throw new DomainError('bid_security.account_invalid');
    await this.unit.run(async () => {
      const enteredAt = this.clock.now();
      await this.unit.manager
        .getRepository(SecurityAccountRow)
        .insert({ id: this.ids.next(), payee, bank, account, enteredAt });
      await this.ledger.append({
        type: 'security_account.entered',
        scope: 'platform',
        by: actor,
        body: { payee, bank, account },
      });
    });
  }
}
