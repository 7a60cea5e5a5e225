import { Injectable, type OnModuleInit } from '@nestjs/common';
import type { Actor } from '@core/identity';
import { answerInvitation, checkInExpert, expertStanding, tieOf } from '@core/panel';
import { DRAW_DRAWN, Draws } from '@server/draw';
import { PANEL_CHECKED_IN } from '@server/evaluation';
import { ExpertPool, ExpertTerms, toPoolExpert, type Expert } from '@server/expert';
import { Ledger } from '@server/ledger';
import { Arrival, DomainError, orRefuse, Outbox, UnitOfWork } from '@server/platform';
import { Tenders } from '@server/tender';
import { FillSeats } from './fill-seats';
import { Panels, type Invitation, type Panel } from './panels.store';
import { internalScope, RequestPanel } from './request-panel';

/** An invitation and the panel it is for. */
export interface InvitationOfPanel {
  readonly invitation: Invitation;
  readonly panel: Panel;
}

/**
 * Invites whoever was drawn, one seat after another, until the panel is formed. Nothing that is written before
 * check-in says which expert it is about: who answers is found by opening the sealed identities.
 */
@Injectable()
export class CallPanel implements OnModuleInit {
  constructor(
    private readonly unit: UnitOfWork,
    private readonly panels: Panels,
    private readonly seats: FillSeats,
    private readonly requests: RequestPanel,
    private readonly experts: ExpertPool,
    private readonly terms: ExpertTerms,
    private readonly draws: Draws,
    private readonly tenders: Tenders,
    private readonly ledger: Ledger,
    private readonly outbox: Outbox,
    private readonly arrival: Arrival,
  ) {}

  onModuleInit(): void {
    this.outbox.consume('panel', DRAW_DRAWN, async ({ payload }) => {
      if (payload.purpose === 'panel') await this.drawn(String(payload.tenderId));
    });
    this.outbox.consume('panel-conflicts', 'opening.opened', async ({ payload }) => {
      if (payload.to === 'opening') await this.settleConflicts(String(payload.tenderId));
    });
  }

  /** The invitations of the person signed in. */
  async mine(personId: string): Promise<InvitationOfPanel[]> {
    const found: InvitationOfPanel[] = [];
    const states = ['calling', 'formed', 'checked_in', 'short'] as const;
    for (const invitation of await this.panels.invitationsIn(states)) {
      const { personId: invited } = await this.panels.identity(invitation.panelId, invitation.row);
      if (invited !== personId) continue;
      found.push({ invitation, panel: await this.panels.get(invitation.panelId) });
    }
    return found;
  }

  /** The expert's answer; declining hands the seat to the next of the drawn order. A call that runs is ended. */
  async answer(actor: Actor, invitationId: string, accepts: boolean): Promise<void> {
    await this.own(actor, invitationId, async (panel, invitation) => {
      const { state: before, respondBy } = invitation;
      const state = orRefuse(answerInvitation(before, respondBy, accepts, this.arrival.at()));
      if (state === 'declined') await this.seats.leave(panel, invitation, 'declined');
      else await this.seats.accept(panel, invitation);
    });
  }

  /** The expert stands in the evaluation room: from here on the panel is known to those who evaluate. Who was banned or removed meanwhile gives the seat up. */
  async checkIn(actor: Actor, invitationId: string): Promise<void> {
    await this.own(actor, invitationId, async (panel, invitation) => {
      const tender = await this.tenders.get(panel.tenderId);
      const now = this.arrival.at();
      const meeting = { at: panel.meetingAt, tenderState: tender.state };
      const state = orRefuse(checkInExpert(invitation.state, meeting, now));
      const expert = await this.experts.ofPerson(actor.personId);
      if (!expert || this.isBarred(expert)) {
        // Banned or removed since: the seat goes to the next, who is invited now.
        await this.seats.leave(panel, invitation, 'conflict');
        return;
      }
      await this.panels.changeInvitation(invitation.id, { state, checkedInAt: now });
      const seats = panel.total - panel.tenderer;
      await this.ledger.append({
        type: 'panel.checked_in',
        scope: internalScope(panel.tenderId),
        by: actor,
        body: { tender: panel.tenderId, seat: invitation.seat },
      });
      await this.outbox.add(PANEL_CHECKED_IN, {
        tenderId: panel.tenderId,
        personId: actor.personId,
        seat: invitation.seat,
        seats,
      });
      const all = await this.panels.invitations(panel.id);
      const present = all.filter((one) => one.state === 'checked_in').length;
      if (present === seats) await this.panels.change(panel.id, { state: 'checked_in' });
    });
  }

  private async drawn(tenderId: string): Promise<void> {
    const found = await this.panels.ofTender(tenderId);
    const draw = await this.draws.latest(tenderId, 'panel');
    if (!found || !draw?.result) return;
    const panel = await this.seats.live(found.id);
    if (panel?.state !== 'drawing') return;
    for (const [at, seat] of draw.result.panel.entries()) {
      await this.seats.invite(panel, at + 1, seat);
    }
    const isShort = draw.result.panel.length < panel.total - panel.tenderer;
    await this.panels.change(panel.id, { state: isShort ? 'short' : 'calling' });
  }

  /**
   * After the deadline: whoever has to do with a firm that came late leaves, by a numbered public event; so does who was banned
   * or removed since the draw. It waits for this moment, for a seat given up right after a ban would tell whose it was.
   */
  private async settleConflicts(tenderId: string): Promise<void> {
    const found = await this.panels.ofTender(tenderId);
    if (!found) return;
    const panel = await this.seats.live(found.id);
    if (!panel) return;
    const parties = await this.requests.parties(await this.tenders.get(tenderId));
    for (const invitation of await this.panels.invitations(panel.id)) {
      if (invitation.state !== 'invited' && invitation.state !== 'accepted') continue;
      const { expertId } = await this.panels.identity(panel.id, invitation.row);
      const [expert] = await this.experts.byIds([expertId]);
      if (!expert) continue;
      if (tieOf(toPoolExpert(expert), parties) === null && !this.isBarred(expert)) continue;
      await this.seats.leave(await this.panels.get(panel.id), invitation, 'conflict');
    }
  }

  private isBarred(expert: Expert): boolean {
    const now = this.arrival.at();
    const { ageOut } = this.terms.at(now);
    return ['banned', 'removed'].includes(expertStanding(toPoolExpert(expert), ageOut, now));
  }

  private own(
    actor: Actor,
    invitationId: string,
    work: (panel: Panel, invitation: Invitation) => Promise<void>,
  ): Promise<void> {
    return this.unit.run(async () => {
      const { panelId, row } = await this.panels.invitation(invitationId);
      const panel = await this.seats.live(panelId);
      if (!panel) throw new DomainError('invitation.too_late');
      const { personId } = await this.panels.identity(panelId, row);
      if (personId !== actor.personId) throw new DomainError('invitation.not_found');
      await work(panel, await this.panels.invitation(invitationId));
    });
  }
}
