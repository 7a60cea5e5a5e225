import { Injectable, type OnModuleInit } from '@nestjs/common';
import type { DrawEvent, Seat } from '@core/draw';
import { PLATFORM_ACTOR } from '@core/identity';
import { formatInstant, MINUTE, taggedHashHex, type Instant } from '@core/kernel';
import { isEnded } from '@core/tender';
import { answerableUntil, nextCallStep, withinHours, type CallStep } from '@core/voice';
import { DrawnSeats, Draws, type Draw } from '@server/draw';
import { Ledger } from '@server/ledger';
import {
  Arrival,
  Config,
  Deadlines,
  DomainError,
  Ids,
  LegalClock,
  Outbox,
  Randomness,
  UnitOfWork,
} from '@server/platform';
import { Tenders } from '@server/tender';
import { Calls, type PanelCall } from './calls.store';
import { Panels, type Invitation, type Panel } from './panels.store';
import { internalScope } from './request-panel';

const RESPOND = 'invitation.respond';
/** How long an expert may take to answer before the next is asked; in calling hours, where experts are called. */
const RESPONSE_TIME = 30 * MINUTE;
/** What a call that begins at the end of that time adds to it. */
const CALL_TIME = 5 * MINUTE;

/** Outbox: `{invitationId}`. */
export const INVITATION_ACCEPTED = 'invitation.accepted';
/** Outbox: `{panelId, seat, row}`. The gateway fails, and nobody is called for this seat any more. */
export const CALLS_HALTED = 'panel.calls_halted';

/** Seats, taken and given up, in the order the draw fixed. Everything here happens under the panel's lock. */
@Injectable()
export class FillSeats implements OnModuleInit {
  private readonly stoppedHooks: ((callId: string) => void)[] = [];

  constructor(
    private readonly unit: UnitOfWork,
    private readonly config: Config,
    private readonly panels: Panels,
    private readonly calls: Calls,
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
    this.deadlines.on(RESPOND, (invitationId) => this.expire(invitationId));
  }

  /** Is told, after the commit, of each call that is no longer wanted. */
  onStopped(hook: (callId: string) => void): void {
    this.stoppedHooks.push(hook);
  }

  /** Locks the tender and its panel; null once the tender is over: nobody is called any more. */
  async live(panelId: string): Promise<Panel | null> {
    const { tenderId } = await this.panels.get(panelId);
    const tender = await this.tenders.lock(tenderId);
    const panel = await this.panels.lock(panelId);
    return isEnded(tender.state) || tender.state === 'publicity' ? null : panel;
  }

  /** A drawn number is invited to a seat, and called if this installation calls. */
  async invite(panel: Panel, number: number, { row, stratum, via }: Seat): Promise<void> {
    const { VOICE_POLICY: policy } = this.config.settings;
    const invitedAt = this.clock.now();
    const invitation: Invitation = {
      id: this.ids.next(),
      panelId: panel.id,
      seat: number,
      row,
      stratum,
      via,
      state: 'invited',
      evidence: null,
      invitedAt,
      respondBy: this.isCalling
        ? answerableUntil(invitedAt, RESPONSE_TIME, policy)
        : invitedAt + RESPONSE_TIME,
      answeredAt: null,
      checkedInAt: null,
    };
    await this.panels.addInvitation(invitation);
    await this.deadlines.set(RESPOND, invitation.id, invitation.respondBy);
    await this.note(panel, 'panel.invited', { seat: number, row });
    if (!this.isCalling) return;
    const dueAt = withinHours(invitedAt + policy.firstCallAfterMs, policy);
    await this.plan(invitation, 1, 'policy', dueAt);
  }

  /** Takes the seat for whoever accepts. */
  async accept(panel: Panel, invitation: Invitation): Promise<void> {
    const at = this.arrival.at();
    await this.panels.changeInvitation(invitation.id, { state: 'accepted', answeredAt: at });
    await this.deadlines.drop(RESPOND, invitation.id);
    await this.note(panel, 'panel.accepted', { seat: invitation.seat, row: invitation.row });
    await this.stopCalls(invitation.id);
    await this.outbox.add(INVITATION_ACCEPTED, { invitationId: invitation.id });
    await this.formedIfComplete(panel);
  }

  /** Gives the seat to the next of the drawn order. The public event's evidence commits to what the calls were. */
  async leave(
    panel: Panel,
    invitation: Invitation,
    type: Exclude<DrawEvent['type'], 'absent'>,
  ): Promise<void> {
    const at = this.arrival.at();
    const draw = await this.drawOf(panel);
    const calls = await this.calls.ofInvitation(invitation.id);
    const evidence = {
      random: this.randomness.hex(32),
      invitation: invitation.id,
      row: invitation.row,
      type,
      at: formatInstant(at),
      calls: {
        made: calls.filter(({ startedAt }) => startedAt !== null).length,
        head: await this.calls.head(invitation.id),
      },
    };
    await this.panels.changeInvitation(invitation.id, {
      state: type,
      answeredAt: at,
      evidence: JSON.stringify(evidence),
    });
    await this.deadlines.drop(RESPOND, invitation.id);
    await this.stopCalls(invitation.id);
    const digest = taggedHashHex('sunlit/call', evidence);
    const { seat } = await this.drawnSeats.replace(draw.id, invitation.row, type, digest);
    if (seat) {
      await this.panels.change(panel.id, { state: 'calling', formedAt: null });
      await this.invite(panel, invitation.seat, seat);
    } else await this.panels.change(panel.id, { state: 'short', formedAt: null });
  }

  /** What follows for somebody who has still not answered when a call has ended. */
  async proceed(panel: Panel, invitation: Invitation): Promise<void> {
    const calls = await this.calls.ofInvitation(invitation.id);
    const step = this.stepAfter(calls);
    if (step.type === 'call') {
      await this.plan(invitation, calls.length + 1, 'policy', step.at);
    } else if (step.type === 'give-up') await this.leave(panel, invitation, 'unreachable');
    else if (step.type === 'halt') {
      // Nobody loses a seat because our line is down: the invitation stays open for the page, or a call by hand.
      await this.extend(invitation, panel.meetingAt);
      const { seat, row } = invitation;
      await this.note(panel, 'panel.calls_halted', { seat, row });
      await this.outbox.add(CALLS_HALTED, { panelId: panel.id, seat, row });
    }
  }

  /** The policy's next step after these calls. */
  stepAfter(calls: readonly PanelCall[]): CallStep {
    const ended = calls.flatMap(({ outcome, pressed, endedAt, origin }) =>
      outcome === null || endedAt === null
        ? []
        : [{ outcome, key: pressed, endedAt, byHand: origin === 'operator' }],
    );
    return nextCallStep(ended, [], this.clock.now(), this.config.settings.VOICE_POLICY);
  }

  /** Adds a call that is due at `dueAt`, and leaves it time to be answered. */
  async plan(
    invitation: Invitation,
    attempt: number,
    origin: PanelCall['origin'],
    dueAt: Instant,
  ): Promise<void> {
    await this.calls.add({
      id: this.ids.next(),
      panelId: invitation.panelId,
      invitationId: invitation.id,
      attempt,
      origin,
      state: 'due',
      phase: 'DUE',
      dueAt,
      gateway: null,
      holder: null,
      leaseUntil: null,
      startedAt: null,
      endedAt: null,
      outcome: null,
      pressed: null,
    });
    await this.extend(invitation, dueAt + CALL_TIME);
  }

  /** Moves the end of the time to answer to `until`, never forward. */
  async extend(invitation: Invitation, until: Instant): Promise<void> {
    const { id } = invitation;
    const { respondBy } = await this.panels.invitation(id);
    if (until <= respondBy) return;
    await this.panels.changeInvitation(id, { respondBy: until });
    await this.deadlines.set(RESPOND, id, until);
  }

  /** Written as the platform's own act: who answered is nobody's business before check-in. */
  async note(panel: Panel, type: string, body: Record<string, number | string>): Promise<void> {
    const scope = internalScope(panel.tenderId);
    await this.ledger.append({ type, scope, by: PLATFORM_ACTOR, body });
  }

  private get isCalling(): boolean {
    return this.config.settings.VOICE !== 'off';
  }

  /** No answer in time: the next is asked. Does nothing when there was one after all, and waits for a call that talks. */
  private async expire(invitationId: string): Promise<void> {
    await this.unit.run(async () => {
      const { panelId } = await this.panels.invitation(invitationId);
      const panel = await this.live(panelId);
      if (!panel) return;
      const invitation = await this.panels.invitation(invitationId);
      const now = this.clock.now();
      if (invitation.state !== 'invited' || now < invitation.respondBy) return;
      const calls = await this.calls.ofInvitation(invitationId);
      if (calls.some(({ state }) => state === 'running')) {
        await this.extend(invitation, now + CALL_TIME);
      } else await this.leave(panel, invitation, 'unreachable');
    });
  }

  private async stopCalls(invitationId: string): Promise<void> {
    for (const { id, state } of await this.calls.ofInvitation(invitationId)) {
      if (state === 'due') {
        const endedAt = this.clock.now();
        await this.calls.change(id, {
          state: 'over',
          phase: 'OVER',
          outcome: 'CANCELLED',
          endedAt,
        });
      } else if (state === 'running') {
        this.unit.afterCommit(() => {
          for (const hook of this.stoppedHooks) hook(id);
        });
      }
    }
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
}
