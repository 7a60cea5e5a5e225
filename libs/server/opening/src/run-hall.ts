import { Injectable } from '@nestjs/common';
import type { Actor } from '@core/identity';
import type { Result } from '@core/kernel';
import {
  answerObjection,
  beginLot,
  beginReading,
  beginSigning,
  checkIn,
  closeHall,
  confirmRepresentative,
  openObjections,
  pauseHall,
  raiseObjection,
  readBid,
  readingOf,
  recordAbsence,
  resumeHall,
  signRecord,
  type Hall,
  type HallEvent,
  type HallRefusal,
} from '@core/opening';
import { can, moveTender, runsTender } from '@core/tender';
import { Enterprises } from '@server/enterprise';
import { People } from '@server/identity';
import {
  Arrival,
  DomainError,
  Ids,
  orRefuse,
  Outbox,
  RuleSets,
  UnitOfWork,
} from '@server/platform';
import { Tenders, toTender, type TenderRow } from '@server/tender';
import { HallLog } from './hall-log';
import { Openings, type Opening } from './openings.store';

/** Said when every bid of a hall that draws coefficients or orders of bids has been read: `{tenderId, openingId}`. */
export const BIDS_READ = 'opening.bids_read';

/** What the host may press. */
export type HostCommand =
  | { readonly kind: 'begin_reading' }
  | { readonly kind: 'begin_lot'; readonly lot: number }
  | { readonly kind: 'read_bid'; readonly bidId: string }
  | { readonly kind: 'open_objections' }
  | { readonly kind: 'answer_objection'; readonly id: string; readonly answer: string }
  | { readonly kind: 'confirm_representative'; readonly firmId: string }
  | { readonly kind: 'record_absence'; readonly firmId: string }
  | { readonly kind: 'begin_signing' }
  | { readonly kind: 'pause'; readonly reason: string }
  | { readonly kind: 'resume' }
  | { readonly kind: 'close' };

interface Locked {
  readonly opening: Opening;
  readonly hall: Hall;
  readonly tender: TenderRow;
}

/** Commands to a hall: lock it, let core decide from its events, write one more event. */
@Injectable()
export class RunHall {
  constructor(
    private readonly unit: UnitOfWork,
    private readonly openings: Openings,
    private readonly tenders: Tenders,
    private readonly people: People,
    private readonly enterprises: Enterprises,
    private readonly log: HallLog,
    private readonly ruleSets: RuleSets,
    private readonly arrival: Arrival,
    private readonly ids: Ids,
    private readonly outbox: Outbox,
  ) {}

  /** The host's (or the presiding tenderer's) command. Two pressers of one button: the second is refused. */
  async host(actor: Actor, openingId: string, command: HostCommand): Promise<Hall> {
    return this.locked(openingId, async (locked) => {
      const { hall, opening, tender } = locked;
      const at = this.arrival.at();
      if (!can(actor, 'host', toTender(tender), at)) throw this.ruleSets.right('host', tender, at);
      const event = this.ruleSets.orRefuse(await this.decide(hall, command), tender, at);
      const { hall: next } = await this.log.write(actor, opening, hall, event);
      if (event.kind === 'closed') await this.closed(locked);
      if (event.kind === 'objections_opened' && hall.coefficients) {
        await this.outbox.add(BIDS_READ, { tenderId: tender.id, openingId });
      }
      return next;
    });
  }

  /** Checks the actor's firm in, with the name of who attends; it is held against the enterprise's record. */
  async attend(actor: Actor, openingId: string, attendee: string): Promise<Hall> {
    return this.locked(openingId, async ({ hall, opening, tender }) => {
      const firmId = actor.organisationId;
      if (!hall.bids.some(({ bidderId }) => bidderId === firmId)) {
        throw this.ruleSets.right('attend_opening', tender, this.arrival.at());
      }
      const { legalRepresentative } = await this.enterprises.get(firmId);
      const event = orRefuse(checkIn(hall, firmId, attendee.trim(), legalRepresentative));
      return (await this.log.write(actor, opening, hall, event)).hall;
    });
  }

  /** Raises an objection: whoever bids here. */
  async object(actor: Actor, openingId: string, text: string): Promise<Hall> {
    return this.locked(openingId, async ({ hall, opening, tender }) => {
      const bid = hall.bids.find((one) => one.bidderId === actor.organisationId);
      if (!bid) throw this.ruleSets.right('attend_opening', tender, this.arrival.at());
      const event = orRefuse(
        raiseObjection(hall, {
          id: this.ids.next(),
          byId: actor.organisationId,
          byName: bid.bidderName,
          text,
        }),
      );
      return (await this.log.write(actor, opening, hall, event)).hall;
    });
  }

  /** Signs the record: bidders, the tenderer, the centre's operator, the supervisor. */
  async sign(actor: Actor, openingId: string): Promise<Hall> {
    return this.locked(openingId, async ({ hall, opening, tender }) => {
      const isBidder = hall.bids.some((one) => one.bidderId === actor.organisationId);
      const isStaff = actor.role === 'host' || actor.role === 'supervisor';
      if (!isBidder && !isStaff && !runsTender(actor, tender)) {
        throw new DomainError('tender.not_allowed');
      }
      const organisation = await this.people.organisation(actor.organisationId);
      const event = orRefuse(signRecord(hall, actor.organisationId, organisation?.name ?? ''));
      return (await this.log.write(actor, opening, hall, event)).hall;
    });
  }

  private async decide(hall: Hall, command: HostCommand): Promise<Result<HallEvent, HallRefusal>> {
    switch (command.kind) {
      case 'begin_reading':
        return beginReading(hall);
      case 'begin_lot':
        return beginLot(hall, command.lot);
      case 'read_bid': {
        const opened = await this.openings.openedBid(command.bidId);
        if (!opened) return { ok: false, refusal: { code: 'opening.unknown_bid' } };
        return readBid(hall, command.bidId, readingOf(opened));
      }
      case 'open_objections':
        return openObjections(hall);
      case 'answer_objection':
        return answerObjection(hall, command.id, command.answer);
      case 'confirm_representative':
        return confirmRepresentative(hall, command.firmId);
      case 'record_absence':
        return recordAbsence(hall, command.firmId);
      case 'begin_signing':
        return beginSigning(hall);
      case 'pause':
        return pauseHall(hall, command.reason);
      case 'resume':
        return resumeHall(hall);
      case 'close':
        return closeHall(hall);
    }
  }

  private async closed({ opening, tender }: Locked): Promise<void> {
    const to = orRefuse(moveTender(toTender(tender), 'evaluation'));
    await this.tenders.change(tender, { state: to });
    await this.openings.change(opening.id, { closedAt: this.arrival.at() });
    await this.outbox.add('opening.closed', { tenderId: tender.id, openingId: opening.id });
  }

  private locked<T>(openingId: string, work: (locked: Locked) => Promise<T>): Promise<T> {
    return this.unit.run(async () => {
      const { tenderId } = await this.openings.get(openingId);
      const tender = await this.tenders.lock(tenderId);
      const opening = await this.openings.lock(openingId);
      return work({ opening, tender, hall: await this.openings.hall(openingId) });
    });
  }
}
