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

  private async record(tenderId: string): Promise<void> {
    const { code, title, tendererName: tenderer } = await this.tenders.get(tenderId);
    for (const { enterpriseId, awardedAt, lot } of await this.awards.ofTender(tenderId)) {
      const number = lot === 1 ? code : `${code}/${lot}`;
      await this.unit.run(() =>
        this.credit.recordAward(enterpriseId, {
          tenderId,
          code: number,
          title,
          tenderer,
          awardedAt,
        }),
      );
    }
  }
}
