import { Injectable } from '@nestjs/common';
import type { Actor } from '@core/identity';
import {
  can,
  divideTender,
  isByInvitation,
  runsTender,
  totalsOf,
  type LotTerms,
} from '@core/tender';
import { Arrival, DomainError, orRefuse, UnitOfWork } from '@server/platform';
import { Tenders, toTender } from '../tenders.store';
import { Lots } from './lots.store';

/** What a tenderer says about lots: what they are, whether consortia may bid, how many lots one bidder may win. */
export interface Division {
  readonly lots: readonly LotTerms[];
  readonly consortia: boolean;
  readonly winLimit: number | null;
}

/** Divides a draft into lots; ceiling and bid security of the whole are the sums of theirs. */
@Injectable()
export class DivideTender {
  constructor(
    private readonly unit: UnitOfWork,
    private readonly tenders: Tenders,
    private readonly lots: Lots,
    private readonly arrival: Arrival,
  ) {}

  async run(actor: Actor, id: string, { lots, consortia, winLimit }: Division): Promise<void> {
    await this.unit.run(async () => {
      const row = await this.tenders.lock(id);
      if (!runsTender(actor, row)) throw new DomainError('tender.not_found');
      if (!can(actor, 'edit', toTender(row), this.arrival.at())) {
        throw new DomainError('tender.wrong_state', { state: row.state });
      }
      if (await this.tenders.publication(id)) throw new DomainError('publication.prepared');
      const isBidding = row.method === 'open_tender' || isByInvitation(row.method);
      if (lots.length > 1 && !isBidding) {
        throw new DomainError('tender.lots_invalid', { reason: 'method' });
      }
      const divided = orRefuse(divideTender(row.estimate, lots));
      await this.lots.replace(id, divided);
      const { ceiling, bidBond } = totalsOf(divided);
      await this.tenders.change(row, {
        ceiling,
        bidBond,
        consortia: consortia ? 1 : 0,
        winLimit: divided.length > 1 ? winLimit : null,
      });
    });
  }
}
