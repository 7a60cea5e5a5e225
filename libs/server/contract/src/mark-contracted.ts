import { Injectable, type OnModuleInit } from '@nestjs/common';
import { PLATFORM_ACTOR } from '@core/identity';
import { furtherState } from '@core/tender';
import { Awards, RESULT_CHANGED } from '@server/award';
import { Ledger } from '@server/ledger';
import { Outbox, UnitOfWork } from '@server/platform';
import { Tenders } from '@server/tender';
import { Contracts } from './contracts.store';

/** Said when every awarded lot of a tender has its contract: `{tenderId}`. */
export const TENDER_CONTRACTED = 'tender.contracted';

/** Moves a tender on when the last of its awarded lots has a contract both sides have signed. */
@Injectable()
export class MarkContracted implements OnModuleInit {
  constructor(
    private readonly unit: UnitOfWork,
    private readonly tenders: Tenders,
    private readonly awards: Awards,
    private readonly contracts: Contracts,
    private readonly ledger: Ledger,
    private readonly outbox: Outbox,
  ) {}

  onModuleInit(): void {
    // A lot that came to nothing afterwards may have been the last that had no contract.
    this.outbox.consume('contracted', RESULT_CHANGED, ({ payload }) =>
      this.run(String(payload.tenderId)),
    );
  }

  /** Looks whether a tender is contracted by now; in the present unit or one of its own. */
  async run(tenderId: string): Promise<void> {
    await this.unit.run(async () => {
      const tender = await this.tenders.lock(tenderId);
      const signed: boolean[] = [];
      for (const { lot } of await this.awards.ofTender(tenderId)) {
        signed.push(await this.contracts.isConcluded(tenderId, lot));
      }
      const state = furtherState(tender.state, signed, false);
      if (state === null) return;
      await this.tenders.change(tender, { state });
      await this.ledger.append({
        type: TENDER_CONTRACTED,
        scope: 'platform',
        by: PLATFORM_ACTOR,
        body: { tender: tenderId },
      });
      await this.outbox.add(TENDER_CONTRACTED, { tenderId });
    });
  }
}
