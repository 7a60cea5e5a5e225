import { Injectable } from '@nestjs/common';
import { drawsInHall } from '@core/evaluation';
import type { Actor } from '@core/identity';
import { Draws } from '@server/draw';
import { Enterprises } from '@server/enterprise';
import { Openings, RunHall, UnsealBid } from '@server/opening';
import { Tenders } from '@server/tender';
import { demoName } from './county';
import type { DemoBid } from './demo-bidder';
import { DemoPeople } from './demo-people';
import { DemoTime } from './demo-time';
import { DemoDraws } from './lottery/demo-draws';

/** The openings of the demo: unsealed by the bidders, read by the host, drawn in where the plan draws, signed. */
@Injectable()
export class DemoHall {
  constructor(
    private readonly demo: DemoPeople,
    private readonly time: DemoTime,
    private readonly tenders: Tenders,
    private readonly openings: Openings,
    private readonly enterprises: Enterprises,
    private readonly unseal: UnsealBid,
    private readonly hall: RunHall,
    private readonly draws: Draws,
    private readonly drawing: DemoDraws,
  ) {}

  /** Opens everything that was handed in, from the deadline to the signed record. */
  async open(tenderId: string, tenderer: Actor, bids: readonly DemoBid[]): Promise<void> {
    const opening = await this.openings.ofTender(tenderId);
    if (!opening) return;
    for (const bid of bids) {
      await this.unseal.byBidder(bid.actor, opening.id, bid.bidId, bid.secret);
    }
    const host = await this.demo.actor('host');
    await this.checkIn(bids, opening.id, host);
    await this.hall.host(host, opening.id, { kind: 'begin_reading' });
    for (const { bidId } of (await this.openings.hall(opening.id)).bids) {
      await this.hall.host(host, opening.id, { kind: 'read_bid', bidId });
    }
    await this.hall.host(host, opening.id, { kind: 'open_objections' });
    await this.coefficients(tenderId, tenderer);
    await this.hall.host(host, opening.id, { kind: 'begin_signing' });
    for (const bid of bids) await this.hall.sign(bid.actor, opening.id);
    await this.hall.host(host, opening.id, { kind: 'close' });
  }

  private async coefficients(tenderId: string, tenderer: Actor): Promise<void> {
    const { plan } = await this.tenders.get(tenderId);
    if (!plan || !drawsInHall(plan)) return;
    await this.time.catchUp();
    const draw = await this.draws.latest(tenderId, 'coefficient');
    if (draw) await this.drawing.through([{ drawId: draw.id, tenderer }]);
  }

  /** Legal representatives sign in where the rule set asks for them; the last bidder of the demo sends somebody else. */
  private async checkIn(bids: readonly DemoBid[], openingId: string, host: Actor): Promise<void> {
    const { attendance } = await this.openings.hall(openingId);
    const firms = attendance?.firms ?? [];
    for (const [at, { firmId }] of firms.entries()) {
      const actor = bids.find((bid) => bid.actor.organisationId === firmId)?.actor;
      const { legalRepresentative } = await this.enterprises.get(firmId);
      const isLast = at === firms.length - 1;
      if (actor) {
        await this.hall.attend(actor, openingId, isLast ? demoName(at + 60) : legalRepresentative);
      }
      await this.hall.host(host, openingId, { kind: 'confirm_representative', firmId });
    }
  }
}
