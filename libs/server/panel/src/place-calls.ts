import { Injectable } from '@nestjs/common';
import type { Actor } from '@core/identity';
import { answerInvitation } from '@core/panel';
import { callableFrom, invitationScript, TOO_LATE, type VoiceScript } from '@core/voice';
import { ExpertPool } from '@server/expert';
import { Ledger } from '@server/ledger';
import { Config, DomainError, LegalClock, SystemClock, UnitOfWork } from '@server/platform';
import { Tenders } from '@server/tender';
import { VoiceGateway, type VoiceCallEvent, type VoiceCallResult } from '@server/voice';
import { Calls, type PanelCall } from './calls.store';
import { FillSeats } from './fill-seats';
import { Panels, type Invitation, type Panel } from './panels.store';
import { internalScope } from './request-panel';

/** Most calls looked at in one turn. */
const BATCH = 200;

/** A call that may be made now. */
export interface DueCall {
  readonly call: PanelCall;
  /** Whom to ring. Kept in memory only. */
  readonly to: string;
}

/** The calls of panels: when they are made, what they decide, what is kept of them. */
@Injectable()
export class PlaceCalls {
  constructor(
    private readonly unit: UnitOfWork,
    private readonly config: Config,
    private readonly panels: Panels,
    private readonly calls: Calls,
    private readonly seats: FillSeats,
    private readonly experts: ExpertPool,
    private readonly tenders: Tenders,
    private readonly ledger: Ledger,
    private readonly gateway: VoiceGateway,
    private readonly clock: LegalClock,
    private readonly system: SystemClock,
  ) {}

  /** What is due, and whom to ring for it. */
  async due(): Promise<DueCall[]> {
    const found: DueCall[] = [];
    for (const call of await this.calls.due(this.clock.now(), BATCH)) {
      const invitation = await this.panels.invitation(call.invitationId);
      found.push({ call, to: await this.numberOf(invitation) });
    }
    return found;
  }

  /** Claims a call for a process and says what to say; null when it is not to be made, or not yet. */
  async begin(
    { call: { id }, to }: DueCall,
    holder: string,
    lease: number,
  ): Promise<VoiceScript | null> {
    return this.unit.run(async () => {
      const found = await this.calls.find(id);
      if (!found) return null;
      const panel = await this.seats.live(found.panelId);
      const call = await this.calls.find(id);
      if (call?.state !== 'due') return null;
      const invitation = await this.panels.invitation(call.invitationId);
      const now = this.clock.now();
      if (!panel || invitation.state !== 'invited') {
        const over = { state: 'over', phase: 'OVER', outcome: 'CANCELLED', endedAt: now } as const;
        await this.calls.change(id, over);
        return null;
      }
      const { VOICE_POLICY: policy, VOICE_TEXT: text } = this.config.settings;
      const dueAt = callableFrom(now, await this.calls.dialled(to, now), policy);
      if (dueAt > now) {
        await this.calls.change(id, { dueAt });
        await this.seats.extend(invitation, dueAt + policy.ringTimeoutMs + policy.maxCallMs);
        return null;
      }
      const leaseUntil = this.system.now() + lease;
      const running = { state: 'running', phase: 'DIALING', startedAt: now } as const;
      await this.calls.change(id, { ...running, gateway: this.gateway.kind, holder, leaseUntil });
      await this.calls.noteDialled(to, now);
      const { title, code, tendererName } = await this.tenders.get(panel.tenderId);
      const { meetingAt: at, place } = panel;
      return invitationScript(text, { at, place, secrets: [title, code, tendererName] });
    });
  }

  /** Keeps something that happened in a call. */
  async heard(callId: string, { type, what, key, ms }: VoiceCallEvent): Promise<void> {
    await this.unit.run(async () => {
      const call = await this.calls.find(callId);
      if (call?.state !== 'running') return;
      const happened = { type, ms, at: this.clock.now() };
      await this.calls.append(call, {
        ...happened,
        ...(what === undefined ? {} : { what }),
        ...(key === undefined ? {} : { key }),
      });
      await this.calls.change(callId, { phase: type });
    });
  }

  /**
   * The answer given by key: 1 takes the seat, 2 gives it to the next. Recorded before it comes back; the text it
   * comes back with is said instead of the usual one. Two who answer at once for one seat come one after the other.
   */
  async decide(callId: string, key: string, ms: number): Promise<string | undefined> {
    return this.unit.run(async () => {
      const found = await this.calls.find(callId);
      if (!found) return TOO_LATE;
      const panel = await this.seats.live(found.panelId);
      const call = await this.calls.find(callId);
      const invitation = await this.panels.invitation(found.invitationId);
      // Who was rung in time has answered in time, however long the talk took.
      const { respondBy, state } = invitation;
      const began = Math.min(call?.startedAt ?? respondBy, respondBy - 1);
      const accepts = key === '1';
      const answer = answerInvitation(state, respondBy, accepts, began);
      const isOpen = panel !== null && call?.state === 'running' && state === 'invited';
      if (!isOpen || !answer.ok) return TOO_LATE;
      await this.calls.append(call, { type: 'DECIDED', key, ms, at: this.clock.now() });
      await this.calls.change(callId, { pressed: key });
      if (accepts) await this.seats.accept(panel, invitation);
      else await this.seats.leave(panel, invitation, 'declined');
      return undefined;
    });
  }

  /** A call has ended: keeps how, anchors its record in the ledger, and does what follows. */
  async end(callId: string, result: Omit<VoiceCallResult, 'callId'>): Promise<void> {
    await this.unit.run(async () => {
      const found = await this.calls.find(callId);
      if (!found) return;
      const { tenderId } = await this.panels.get(found.panelId);
      const panel = await this.seats.live(found.panelId);
      const call = await this.calls.find(callId);
      if (call?.state !== 'running') return;
      const { pressed } = call;
      // A decision stands, whatever became of the line after it.
      const outcome = pressed === null ? result.outcome : 'KEY';
      const isUndecided = outcome === 'KEY' && pressed === null;
      const now = this.clock.now();
      const { cause, providerCallId, totalMs: ms } = result;
      const secret = { cause: cause ?? '', providerCallId: providerCallId ?? '' };
      const what = isUndecided ? 'TOO_LATE' : outcome;
      const key = pressed ?? '';
      await this.calls.append(call, { type: 'RESULT', what, key, ms, at: now, secret });
      const kept = isUndecided ? 'CANCELLED' : outcome;
      const over = { state: 'over', phase: 'OVER', outcome: kept, endedAt: now } as const;
      await this.calls.change(callId, { ...over, leaseUntil: null });
      const invitation = await this.panels.invitation(call.invitationId);
      const body = { seat: invitation.seat, row: invitation.row, attempt: call.attempt };
      const digest = await this.calls.head(invitation.id);
      await this.note(tenderId, { ...body, outcome: kept, digest });
      if (panel && invitation.state === 'invited') await this.seats.proceed(panel, invitation);
    });
  }

  /** Calls whose process is gone: our failure, unless a key was decided upon. Returns how many there were. */
  async recover(): Promise<number> {
    const lost = await this.calls.lost(this.system.now());
    for (const { id } of lost) {
      const cause = 'interrupted';
      await this.end(id, { outcome: 'GATEWAY_ERROR', cause, talkMs: 0, totalMs: 0 });
    }
    return lost.length;
  }

  /** Says that these calls are still being made here; returns those that are still wanted. */
  async renew(ids: readonly string[], holder: string, lease: number): Promise<Set<string>> {
    if (ids.length === 0) return new Set();
    return this.unit.run(async () => {
      const own = await this.calls.renew(ids, holder, this.system.now() + lease);
      const wanted = new Set<string>();
      for (const id of own) {
        const call = await this.calls.find(id);
        if (!call) continue;
        const { state } = await this.panels.invitation(call.invitationId);
        if (call.pressed !== null || state === 'invited') wanted.add(id);
      }
      return wanted;
    });
  }

  /** An operator has a number called once more, now; he sees the number that was drawn and nothing else. */
  async again(actor: Actor, panelId: string, invitationId: string): Promise<Panel> {
    return this.unit.run(async () => {
      const asked = await this.panels.invitation(invitationId);
      if (asked.panelId !== panelId) throw new DomainError('invitation.not_found');
      const panel = await this.seats.live(panelId);
      const invitation = await this.panels.invitation(invitationId);
      const calls = await this.calls.ofInvitation(invitationId);
      const isRunning = calls.some(({ state }) => state === 'running');
      const isOff = this.config.settings.VOICE === 'off';
      if (!panel || invitation.state !== 'invited' || isRunning || isOff) {
        throw new DomainError('invitation.not_callable');
      }
      const now = this.clock.now();
      const dialled = await this.calls.dialled(await this.numberOf(invitation), now);
      if (callableFrom(now, dialled, this.config.settings.VOICE_POLICY) > now) {
        throw new DomainError('invitation.call_later');
      }
      const waiting = calls.find(({ state }) => state === 'due');
      if (waiting) await this.calls.change(waiting.id, { dueAt: now, origin: 'operator' });
      else await this.seats.plan(invitation, calls.length + 1, 'operator', now);
      const { seat, row } = invitation;
      await this.ledger.append({
        type: 'panel.called_by_hand',
        scope: internalScope(panel.tenderId),
        by: actor,
        body: { seat, row, attempt: waiting?.attempt ?? calls.length + 1 },
      });
      return panel;
    });
  }

  /** A page is rung by its person, a telephone by its number. */
  private async numberOf({ panelId, row }: Invitation): Promise<string> {
    const { personId, expertId } = await this.panels.identity(panelId, row);
    if (this.gateway.kind === 'browser') return personId;
    const [expert] = await this.experts.byIds([expertId]);
    return expert?.phone.replace(/[\s-]/g, '') ?? '';
  }

  private async note(tenderId: string, body: Record<string, number | string>): Promise<void> {
    const panel = await this.panels.ofTender(tenderId);
    if (panel) await this.seats.note(panel, 'panel.called', body);
  }
}
