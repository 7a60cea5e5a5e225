import { formatInstant } from '@core/kernel';
import {
  DIALOGUE_BEGINS,
  dialogueKey,
  dialogueSilence,
  type DialogueStep,
  type VoiceOutcome,
  type VoiceScript,
} from '@core/voice';
import type { SystemClock } from '@server/platform';
import type { Leg, LegTransport } from './leg';
import { Signals, type Signal } from './signals';
import type {
  VoiceCallEvent,
  VoiceCallEventType,
  VoiceCallOptions,
  VoiceCallRequest,
  VoiceCallResult,
} from './voice-gateway';

/** Milliseconds between the end of the last sentence and hanging up. */
const BREATH = 200;

function wordsOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}

function textsOf({ invitation, invalidKey, sure, confirm, failure }: VoiceScript): string[] {
  const texts = [invitation, invalidKey, ...Object.values(sure ?? {}), ...Object.values(confirm)];
  return failure === undefined ? texts : [...texts, failure];
}

/** One call from the first ring to the end: written once for every transport. */
export class IvrCall {
  private readonly signals: Signals;
  private readonly startedAt: number;
  private answeredAt: number | null = null;
  private providerCallId: string | undefined;
  private line: string | undefined;

  constructor(
    private readonly transport: LegTransport,
    private readonly clock: SystemClock,
    private readonly request: VoiceCallRequest,
    private readonly options: VoiceCallOptions,
  ) {
    this.signals = new Signals(clock);
    this.startedAt = clock.now();
  }

  async run(): Promise<VoiceCallResult> {
    const { to, script } = this.request;
    const { signal } = this.options;
    if (!this.transport.validTarget(to)) return this.end('INVALID_NUMBER', { cause: 'malformed' });
    let leg: Leg;
    try {
      await this.transport.prepare?.(textsOf(script));
      leg = await this.transport.acquire(to, signal);
    } catch (error) {
      if (signal?.aborted) return this.end('CANCELLED');
      return this.end('GATEWAY_ERROR', { cause: wordsOf(error) });
    }
    return this.carry(leg);
  }

  private async carry(leg: Leg): Promise<VoiceCallResult> {
    const { signal } = this.options;
    const abort = (): void => this.signals.push({ type: 'ABORT' });
    signal?.addEventListener('abort', abort, { once: true });
    try {
      if (signal?.aborted) return this.end('CANCELLED');
      this.line = leg.name;
      this.note('DIALING');
      await leg.dial(this.request.to, (event) => this.signals.push(event));
      return (await this.ring(leg)) ?? (await this.talk(leg));
    } catch (error) {
      await leg.hangup().catch(() => undefined);
      return this.end('GATEWAY_ERROR', { cause: wordsOf(error) });
    } finally {
      signal?.removeEventListener('abort', abort);
      this.transport.release(leg);
    }
  }

  /** Until somebody answers: then null, else how it ended. */
  private async ring(leg: Leg): Promise<VoiceCallResult | null> {
    const until = this.clock.now() + this.request.ringTimeoutMs;
    let rang = false;
    for (;;) {
      const signal = await this.signals.next(until);
      switch (signal.type) {
        case 'RINGING':
        case 'EARLY_MEDIA':
          rang = true;
          this.providerCallId = signal.id ?? this.providerCallId;
          this.note(signal.type);
          break;
        case 'ANSWERED':
          this.answeredAt = this.clock.now();
          this.providerCallId = signal.id ?? this.providerCallId;
          this.note('ANSWERED');
          return null;
        case 'KEY':
          break; // Nothing has been asked yet.
        case 'TIMEOUT':
          await leg.hangup();
          return this.end(rang ? 'NO_ANSWER' : 'UNREACHABLE');
        default:
          return this.broken(leg, signal, null);
      }
    }
  }

  private async talk(leg: Leg): Promise<VoiceCallResult> {
    const { script, repeats, maxCallMs } = this.request;
    const callEnd = this.clock.now() + maxCallMs;
    let dialogue = DIALOGUE_BEGINS;
    let until = await this.say(leg, script.invitation, 'invitation', callEnd);
    for (;;) {
      const signal = await this.signals.next(until);
      let step: DialogueStep;
      if (signal.type === 'KEY') {
        this.note('KEY', { key: signal.key });
        [dialogue, step] = dialogueKey(script, dialogue, signal.key);
      } else if (signal.type === 'TIMEOUT') {
        [dialogue, step] = dialogueSilence(script, dialogue, repeats);
      } else if (signal.type === 'CLOSED' || signal.type === 'DIED' || signal.type === 'ABORT') {
        return this.broken(leg, signal, 'HANGUP_NO_KEY');
      } else continue;
      if (step.type === 'decide') return this.answer(leg, step.key);
      if (step.type === 'give-up' || this.clock.now() >= callEnd) {
        await leg.hangup();
        return this.end('NO_KEY');
      }
      until = await this.say(leg, step.text, step.what, callEnd);
    }
  }

  /** From here on nothing can change the answer: not an abort, not a line that breaks. */
  private async answer(leg: Leg, key: string): Promise<VoiceCallResult> {
    const { script } = this.request;
    let text = script.confirm[key];
    let failed: string | undefined;
    try {
      text = (await this.options.decide?.(key)) ?? text;
    } catch (error) {
      failed = `answer not recorded: ${wordsOf(error)}`;
      text = script.failure;
    }
    if (text !== undefined) await this.farewell(leg, text);
    await leg.hangup().catch(() => undefined);
    return failed === undefined
      ? this.end('KEY', { key })
      : this.end('GATEWAY_ERROR', { key, cause: failed });
  }

  private async farewell(leg: Leg, text: string): Promise<void> {
    const ms = await leg.play(text).catch(() => 0);
    this.note('PLAY', { what: 'confirmation' });
    const until = this.clock.now() + ms + BREATH;
    for (;;) {
      const signal = await this.signals.next(until);
      if (signal.type === 'CLOSED') this.note('CLOSED', { cause: signal.cause });
      if (['CLOSED', 'DIED', 'TIMEOUT'].includes(signal.type)) return;
    }
  }

  private async broken(
    leg: Leg,
    signal: Signal & { readonly type: 'CLOSED' | 'DIED' | 'ABORT' },
    talking: VoiceOutcome | null,
  ): Promise<VoiceCallResult> {
    if (signal.type === 'CLOSED') {
      this.note('CLOSED', { cause: signal.cause });
      return this.end(talking ?? signal.outcome, { cause: signal.cause });
    }
    await leg.hangup();
    if (signal.type === 'ABORT') return this.end('CANCELLED');
    return this.end('GATEWAY_ERROR', { cause: signal.cause });
  }

  /** Says a text; returns when the silence after it has lasted long enough. */
  private async say(leg: Leg, text: string, what: string, callEnd: number): Promise<number> {
    const ms = await leg.play(text);
    this.note('PLAY', { what });
    return Math.min(callEnd, this.clock.now() + ms + this.request.keyTimeoutMs);
  }

  private note(type: VoiceCallEventType, more: Partial<VoiceCallEvent> = {}): void {
    const now = this.clock.now();
    const { providerCallId, line } = this;
    try {
      this.options.onEvent?.({
        callId: this.request.callId,
        at: formatInstant(now),
        ms: now - this.startedAt,
        type,
        ...(line === undefined ? {} : { line }),
        ...(providerCallId === undefined ? {} : { providerCallId }),
        ...more,
      });
    } catch {
      // A log that fails is the log's trouble, not the callee's.
    }
  }

  private end(
    outcome: VoiceOutcome,
    more: { readonly key?: string; readonly cause?: string } = {},
  ): VoiceCallResult {
    this.note('RESULT', { what: outcome, ...more });
    const now = this.clock.now();
    const { providerCallId, answeredAt } = this;
    return {
      callId: this.request.callId,
      outcome,
      ...more,
      ...(providerCallId === undefined ? {} : { providerCallId }),
      talkMs: answeredAt === null ? 0 : now - answeredAt,
      totalMs: now - this.startedAt,
    };
  }
}
