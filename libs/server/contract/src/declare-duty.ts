import { Injectable } from '@nestjs/common';
import type { DeclaredDuty } from '@core/contract';
import type { Actor } from '@core/identity';
import { protocolTime, type Instant } from '@core/kernel';
import { legalDate } from '@core/rules';
import { isTendererOf } from '@core/tender';
import { Awards } from '@server/award';
import { Ledger } from '@server/ledger';
import { Arrival, DomainError, Ids, UnitOfWork } from '@server/platform';
import { Tenders } from '@server/tender';
import { Contracts } from './contracts.store';
import { DueDuties } from './due-duties';

/** What a tenderer says he has done, of which the platform has no trace; said once, and kept in the log. */
@Injectable()
export class DeclareDuty {
  constructor(
    private readonly unit: UnitOfWork,
    private readonly tenders: Tenders,
    private readonly awards: Awards,
    private readonly contracts: Contracts,
    private readonly due: DueDuties,
    private readonly arrival: Arrival,
    private readonly ids: Ids,
    private readonly ledger: Ledger,
  ) {}

  /** Records that a duty after the award of a lot was done, on a day since the award. Its tenderer alone may. */
  async run(
    actor: Actor,
    tenderId: string,
    lot: number,
    duty: DeclaredDuty,
    doneAt: Instant,
  ): Promise<void> {
    await this.unit.run(async () => {
      const tender = await this.tenders.lock(tenderId);
      if (!isTendererOf(actor, tender)) throw new DomainError('tender.not_found');
      const award = (await this.awards.ofTender(tenderId)).find((one) => one.lot === lot);
      if (!award) throw new DomainError('contract.no_award', { lot });
      const contract = await this.contracts.ofLot(tenderId, lot);
      const due = await this.due.ofAward(tender, award, contract);
      const open = due.find((one) => one.duty === duty && one.doneAt === null);
      if (!open) throw new DomainError('contract.duty_not_due');
      if (open.isRecorded) throw new DomainError('contract.duty_recorded');
      const at = this.arrival.at();
      const isBefore = legalDate(doneAt) < legalDate(award.awardedAt);
      if (doneAt > at || isBefore) throw new DomainError('contract.duty_day');
      await this.contracts.addDutyDone({
        id: this.ids.next(),
        tenderId,
        awardId: award.id,
        duty,
        doneAt,
        recordedAt: at,
        recordedBy: actor.personId,
      });
      await this.ledger.append({
        type: 'duty.declared',
        scope: 'platform',
        by: actor,
        body: { tender: tenderId, lot, duty, done: protocolTime(doneAt) },
      });
    });
  }
}
