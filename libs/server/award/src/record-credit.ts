import { Injectable, type OnModuleInit } from '@nestjs/common';
import { KeepCredit } from '@server/enterprise';
import { Outbox, UnitOfWork } from '@server/platform';
import { Tenders } from '@server/tender';
import { Awards } from './awards.store';

/** Every award enters the winner's credit record. */
@Injectable()
export class RecordCredit implements OnModuleInit {
  constructor(
    private readonly unit: UnitOfWork,
    private readonly outbox: Outbox,
    private readonly awards: Awards,
    private readonly tenders: Tenders,
    private readonly credit: KeepCredit,
  ) {}

  onModuleInit(): void {
    this.outbox.consume('credit-award', 'award.made', ({ payload }) =>
      this.record(String(payload.tenderId)),
    );
  }

  /** Enters every award of a tender that is not entered yet, under the tender's lock: an award that becomes void meanwhile is not there any more when it is read. */
  async record(tenderId: string): Promise<void> {
    await this.unit.run(async () => {
      const { code, title, tendererName: tenderer } = await this.tenders.lock(tenderId);
      for (const { enterpriseId, awardedAt, lot } of await this.awards.ofTender(tenderId)) {
        const number = lot === 1 ? code : `${code}/${lot}`;
        const award = { tenderId, code: number, title, tenderer, awardedAt };
        await this.credit.recordAward(enterpriseId, award);
      }
    });
  }
}
