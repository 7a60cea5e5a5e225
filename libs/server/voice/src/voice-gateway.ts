import type { VoiceOutcome, VoiceScript } from '@core/voice';

/** One call: rings somebody, says the invitation, takes an answer by key, hangs up. */
export interface VoiceCallRequest {
  /** Ours; a provider gets it as its own reference, and a repetition of it is the same call. */
  readonly callId: string;
  /** Whom to ring: digits of a telephone (E.164) for `sip` and `cloud`, the id of a person for `browser`. */
  readonly to: string;
  readonly script: VoiceScript;
  /** Milliseconds it may ring. */
  readonly ringTimeoutMs: number;
  /** Milliseconds of silence after a text before it is repeated. */
  readonly keyTimeoutMs: number;
  /** How often the invitation is said again without a key. */
  readonly repeats: number;
  /** Milliseconds from the answer to the end at the latest. */
  readonly maxCallMs: number;
}

export const VOICE_EVENTS = [
  'DIALING',
  'RINGING',
  'EARLY_MEDIA',
  'ANSWERED',
  'PLAY',
  'KEY',
  'CLOSED',
  'RESULT',
] as const;
export type VoiceCallEventType = (typeof VOICE_EVENTS)[number];

/** Something that happened in a call. `cause` and `providerCallId` may hold the number: never shown to staff. */
export interface VoiceCallEvent {
  readonly callId: string;
  /** ISO 8601, system clock. */
  readonly at: string;
  /** Milliseconds since the call began. */
  readonly ms: number;
  readonly type: VoiceCallEventType;
  /** Of PLAY: which text. Of RESULT: the outcome. */
  readonly what?: string;
  readonly key?: string;
  readonly cause?: string;
  readonly providerCallId?: string;
  readonly line?: string;
}

export interface VoiceCallResult {
  readonly callId: string;
  readonly outcome: VoiceOutcome;
  /** With KEY: the key. With GATEWAY_ERROR: a key that could not be recorded. */
  readonly key?: string;
  readonly cause?: string;
  readonly providerCallId?: string;
  readonly talkMs: number;
  readonly totalMs: number;
}

export interface VoiceCallOptions {
  /** Ends the call: while it waits for a line, rings or talks; not once a key has been decided. */
  readonly signal?: AbortSignal;
  /** Hears of everything in order. What it throws is ignored: a log must not break a call. */
  readonly onEvent?: (event: VoiceCallEvent) => void;
  /**
   * Records the answer BEFORE the confirmation is said; may come back with another text, such as "the seat has
   * gone". When it rejects nothing was recorded: `script.failure` is said and the outcome is GATEWAY_ERROR. An
   * adapter that hears of keys only afterwards calls it then, and has no use for the text.
   */
  readonly decide?: (key: string) => Promise<string | undefined>;
}

export interface VoiceGatewayHealth {
  readonly ok: boolean;
  /** Calls at once. */
  readonly capacity: number;
  readonly detail?: string;
}

export type VoiceGatewayKind = 'browser' | 'sip' | 'cloud';

/** All that the draw of experts knows of telephony (docs/adr/0084). */
export abstract class VoiceGateway {
  abstract readonly kind: VoiceGatewayKind;
  /** Comes back exactly once, and never throws for what happens in a call. Waits while all lines are busy. */
  abstract call(request: VoiceCallRequest, options?: VoiceCallOptions): Promise<VoiceCallResult>;
  abstract health(): Promise<VoiceGatewayHealth>;
  /** Whether this process can ring it now: a page is connected to one of several. */
  reaches(to: string): boolean {
    return to !== '';
  }
  /** Ends all calls and gives the lines back. */
  abstract close(): Promise<void>;
}
