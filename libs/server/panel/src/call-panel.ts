import { Injectable, type OnModuleInit } from '@nestjs/common';
import type { DrawEvent, Seat } from '@core/draw';
import { PLATFORM_ACTOR, type Actor } from '@core/identity';
import { formatInstant, MINUTE, taggedHashHex } from '@core/kernel';
import { answerInvitation, checkInExpert, tieOf } from '@core/panel';
import { isEnded } from '@core/tender';
import { DRAW_DRAWN, DrawnSeats, Draws, type Draw } from '@server/draw';
import { PANEL_CHECKED_IN } from '@server/evaluation';
import { ExpertPool, toPoolExpert } from '@server/expert';
import { Ledger } from '@server/ledger';
import {
  Arrival,
  Deadlines,
  DomainError,
  Ids,
  LegalClock,
  orRefuse,
  Outbox,
  Randomness,
  UnitOfWork,
} from '@server/platform';
import { Tenders } from '@server/tender';
import { Panels, type Invitation, type Panel } from './panels.store';
import { internalScope, RequestPanel } from './request-panel';

const RESPOND = 'invitation.respond';
/** How long an expert may take to answer before the next is asked. */
const RESPONSE_TIME = 30 * MINUTE;

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
    private readonly requests: RequestPanel,
    private readonly experts: ExpertPool,
    private readonly draws: Draws,
    private readonly drawnSeats: DrawnSeats,
    private readonly tenders: Tenders,
    private readonly ledger: Ledger,
    private readonly outbox: Outbox,
    private readonly deadlines: Deadlines,
    private readonly clock: LegalClock,
    private readonly arrival: Arrival,
    private readonly randomness: Randomness,
    private readonly ids: Ids,
  ) {}

  onModuleInit(): void {
    this.outbox.consume('panel', DRAW_DRAWN, async ({ payload }) => {
      if (payload.purpose === 'panel') await this.drawn(String(payload.tenderId));
    });
    this.outbox.consume('panel-conflicts', 'opening.opened', async ({ payload }) => {
      if (payload.to === 'opening') await this.settleConflicts(String(payload.tenderId));
    });
    this.deadlines.on(RESPOND, (invitationId) => this.expire(invitationId));
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

  /** The expert's answer; declining hands the seat to the next of the drawn order. */
  async answer(actor: Actor, invitationId: string, accepts: boolean): Promise<void> {
    await this.own(actor, invitationId, async (panel, invitation) => {
      const at = this.arrival.at();
      const { state: before, respondBy } = invitation;
      const state = orRefuse(answerInvitation(before, respondBy, accepts, at));
      if (state === 'declined') {
        await this.leave(panel, invitation, 'declined');
        return;
      }
      await this.panels.changeInvitation(invitation.id, { state, answeredAt: at });
      await this.deadlines.drop(RESPOND, invitation.id);
      await this.note(panel, 'panel.accepted', { seat: invitation.seat, row: invitation.row });
      await this.formedIfComplete(panel);
    });
  }

  /** The expert stands in the evaluation room: from here on the panel is known to those who evaluate. */
  async checkIn(actor: Actor, invitationId: string): Promise<void> {
    await this.own(actor, invitationId, async (panel, invitation) => {
      const tender = await this.tenders.get(panel.tenderId);
      const now = this.arrival.at();
      const meeting = { at: panel.meetingAt, tenderState: tender.state };
      const state = orRefuse(checkInExpert(invitation.state, meeting, now));
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
    const panel = await this.live(found.id);
    if (panel?.state !== 'drawing') return;
    for (const [at, seat] of draw.result.panel.entries()) await this.invite(panel, at + 1, seat);
    const isShort = draw.result.panel.length < panel.total - panel.tenderer;
    await this.panels.change(panel.id, { state: isShort ? 'short' : 'calling' });
  }

  private async invite(panel: Panel, number: number, { row, stratum, via }: Seat): Promise<void> {
    const id = this.ids.next();
    const invitedAt = this.clock.now();
    const respondBy = invitedAt + RESPONSE_TIME;
    await this.panels.addInvitation({
      id,
      panelId: panel.id,
      seat: number,
      row,
      stratum,
      via,
      state: 'invited',
      evidence: null,
      invitedAt,
      respondBy,
      answeredAt: null,
      checkedInAt: null,
    });
    await this.deadlines.set(RESPOND, id, respondBy);
    await this.note(panel, 'panel.invited', { seat: number, row });
  }

  /** No answer in time: the next is asked. Does nothing when there was one after all. */
  private async expire(invitationId: string): Promise<void> {
    await this.unit.run(async () => {
      const { panelId } = await this.panels.invitation(invitationId);
      const panel = await this.live(panelId);
      if (!panel) return;
      const invitation = await this.panels.invitation(invitationId);
      const isDue = this.clock.now() >= invitation.respondBy;
      if (invitation.state === 'invited' && isDue) {
        await this.leave(panel, invitation, 'unreachable');
      }
    });
  }

  /** After the deadline: whoever has to do with a firm that came late leaves, by a numbered public event. */
  private async settleConflicts(tenderId: string): Promise<void> {
    const found = await this.panels.ofTender(tenderId);
    if (!found) return;
    const panel = await this.live(found.id);
    if (!panel) return;
    const parties = await this.requests.parties(await this.tenders.get(tenderId));
    for (const invitation of await this.panels.invitations(panel.id)) {
      if (invitation.state !== 'invited' && invitation.state !== 'accepted') continue;
      const { expertId } = await this.panels.identity(panel.id, invitation.row);
      const [expert] = await this.experts.byIds([expertId]);
      if (!expert || tieOf(toPoolExpert(expert), parties) === null) continue;
      await this.leave(await this.panels.get(panel.id), invitation, 'conflict');
    }
  }

  private async leave(
    panel: Panel,
    invitation: Invitation,
    type: Exclude<DrawEvent['type'], 'absent'>,
  ): Promise<void> {
    const at = this.arrival.at();
    const draw = await this.drawOf(panel);
    const evidence = {
      random: this.randomness.hex(32),
      invitation: invitation.id,
      row: invitation.row,
      type,
      at: formatInstant(at),
    };
    await this.panels.changeInvitation(invitation.id, {
      state: type,
      answeredAt: at,
      evidence: JSON.stringify(evidence),
    });
    await this.deadlines.drop(RESPOND, invitation.id);
    const digest = taggedHashHex('sunlit/call', evidence);
    const { seat } = await this.drawnSeats.replace(draw.id, invitation.row, type, digest);
    if (seat) {
      await this.panels.change(panel.id, { state: 'calling', formedAt: null });
      await this.invite(panel, invitation.seat, seat);
    } else await this.panels.change(panel.id, { state: 'short', formedAt: null });
  }

  private async formedIfComplete(panel: Panel): Promise<void> {
    const seats = panel.total - panel.tenderer;
    const all = await this.panels.invitations(panel.id);
    if (all.filter(({ state }) => state === 'accepted').length < seats) return;
    const formedAt = this.arrival.at();
    await this.panels.change(panel.id, { state: 'formed', formedAt });
    await this.note(panel, 'panel.formed', { seats });
    await this.outbox.add('panel.formed', { tenderId: panel.tenderId, panelId: panel.id });
  }

  private async drawOf(panel: Panel): Promise<Draw> {
    const draw = await this.draws.latest(panel.tenderId, 'panel');
    if (!draw) throw new DomainError('draw.not_found');
    return draw;
  }

  /** Written as the platform's own act: who answered is nobody's business before check-in. */
  private async note(panel: Panel, type: string, body: Record<string, number>): Promise<void> {
    const scope = internalScope(panel.tenderId);
    await this.ledger.append({ type, scope, by: PLATFORM_ACTOR, body });
  }

  /** Locks the tender and its panel; null once the tender is over: nobody is called any more. */
  private async live(panelId: string): Promise<Panel | null> {
    const { tenderId } = await this.panels.get(panelId);
    const tender = await this.tenders.lock(tenderId);
    const panel = await this.panels.lock(panelId);
    return isEnded(tender.state) || tender.state === 'publicity' ? null : panel;
  }

  private own(
    actor: Actor,
    invitationId: string,
    work: (panel: Panel, invitation: Invitation) => Promise<void>,
  ): Promise<void> {
    return this.unit.run(async () => {
      const { panelId, row } = await this.panels.invitation(invitationId);
      const panel = await this.live(panelId);
      if (!panel) throw new DomainError('invitation.too_late');
      const { personId } = await this.panels.identity(panelId, row);
      if (personId !== actor.personId) throw new DomainError('invitation.not_found');
      await work(panel, await this.panels.invitation(invitationId));
    });
  }
}
