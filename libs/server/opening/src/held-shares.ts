import { Injectable } from '@nestjs/common';
import type { Actor } from '@core/identity';
import { mayHoldersOpen, type HeldTender } from '@core/sealed-bid';
import { Bids } from '@server/bid';
import { Ledger } from '@server/ledger';
import { Arrival, DomainError } from '@server/platform';
import { HolderKeys, Lots, openingOf, Tenders, type HeldKey } from '@server/tender';
import { Openings, type Opening } from './openings.store';

/** A tender for which an organisation holds a key, and what it has to do there now. */
export interface HeldDuty {
  readonly tenderId: string;
  readonly code: string;
  readonly title: string;
  readonly batchId: string;
  readonly x: number;
  readonly opening: Opening | null;
  /** How many bids wait for this holder's share: after the bidders' window, and only then. */
  readonly waiting: number;
}

/** What a holder gets to open its shares with: a claim its program checks before anything leaves it. */
export interface HeldShareSet extends HeldTender {
  readonly openingId: string;
  readonly batchId: string;
}

/** The side of the key holders at an opening (tp1 §4.5, 3). */
@Injectable()
export class HeldShares {
  constructor(
    private readonly keys: HolderKeys,
    private readonly tenders: Tenders,
    private readonly lots: Lots,
    private readonly openings: Openings,
    private readonly bids: Bids,
    private readonly ledger: Ledger,
    private readonly arrival: Arrival,
  ) {}

  /** The tenders for which the actor's organisation holds a key, those with something to do first. */
  async duties(actor: Actor): Promise<HeldDuty[]> {
    const duties: HeldDuty[] = [];
    for (const held of await this.keys.held(actor.organisationId)) {
      const tender = await this.tenders.get(held.key.tenderId);
      const opening = await this.openings.ofTender(tender.id);
      const waiting = opening ? (await this.sealedBids(opening, held)).length : 0;
      const { id: tenderId, code, title } = tender;
      const { id: batchId, x } = held.batch;
      duties.push({ tenderId, code, title, batchId, x, opening, waiting });
    }
    return duties.sort((one, other) => other.waiting - one.waiting);
  }

  /**
   * The shares dealt to the actor's organisation of the bids that are still sealed. Throws `opening.window_open` before
   * the bidders' time is over, `opening.not_cosigned` before the closing is, `tender.not_allowed` for strangers.
   */
  async sharesFor(actor: Actor, openingId: string): Promise<HeldShareSet> {
    const opening = await this.openings.get(openingId);
    const tender = await this.tenders.get(opening.tenderId);
    const held = (await this.keys.held(actor.organisationId)).find(
      ({ key }) => key.tenderId === tender.id,
    );
    const terms = openingOf(tender, await this.lots.ofTender(tender.id));
    if (!held || !mayHoldersOpen(terms)) throw new DomainError('tender.not_allowed');
    if (this.arrival.at() < opening.windowEndsAt) throw new DomainError('opening.window_open');
    const closing = await this.ledger.receipt(opening.closedRecordId);
    if (opening.closedLeaf === null || !closing) throw new DomainError('opening.not_cosigned');
    const bids: string[] = [];
    for (const bidId of await this.sealedBids(opening, held)) {
      bids.push((await this.bids.get(bidId)).bidObject ?? '');
    }
    return {
      openingId,
      batchId: held.batch.id,
      tender: tender.id,
      x: held.batch.x,
      slot: held.key.slot,
      openAt: terms.openAt,
      closing,
      bids,
    };
  }

  /** Bids that are still sealed, whose window is over, and of which this holder has given no share yet. */
  private async sealedBids(opening: Opening, { batch }: HeldKey): Promise<string[]> {
    const hall = await this.openings.hall(opening.id);
    if (hall.phase !== 'unsealing' || this.arrival.at() < opening.windowEndsAt) return [];
    const waiting: string[] = [];
    for (const { bidId, unsealing } of hall.bids) {
      if (unsealing.state !== 'sealed') continue;
      const given = await this.openings.keys(bidId, 'sheet');
      if (!given.some(({ x }) => x === batch.x)) waiting.push(bidId);
    }
    return waiting;
  }
}
