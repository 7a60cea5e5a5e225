import type { VoiceOutcome } from '@core/voice';
import type { VoiceGatewayHealth } from './voice-gateway';

/** What a line reports of the call on it. `id` is the other side's name for the call. */
export type LegEvent =
  | { readonly type: 'RINGING' | 'EARLY_MEDIA' | 'ANSWERED'; readonly id?: string }
  | { readonly type: 'KEY'; readonly key: string }
  | { readonly type: 'CLOSED'; readonly cause: string; readonly outcome: VoiceOutcome }
  | { readonly type: 'DIED'; readonly cause: string };

/** One telephone line, or one page: carries a single call at a time. */
export interface Leg {
  readonly name: string;
  /** Rings; nothing MUST be audible of an earlier call. Events may come before this has come back. */
  dial(to: string, report: (event: LegEvent) => void): Promise<void>;
  /** Begins to say a text in place of whatever is being said; returns how many milliseconds it takes. */
  play(text: string): Promise<number>;
  /** Ends the call; harmless when it is over. */
  hangup(): Promise<void>;
}

/** A stock of lines: all that a way of telephoning must bring to share the call flow of {@link IvrGateway}. */
export interface LegTransport {
  readonly kind: 'browser' | 'sip';
  /** Whether this can be dialled at all. */
  validTarget(to: string): boolean;
  /** Whether this process can ring it now; unsaid means that every process can. */
  reaches?(to: string): boolean;
  /** Makes texts ready before anybody is rung. */
  prepare?(texts: readonly string[]): Promise<void>;
  /** A free line, waiting for one; MUST reject once the signal aborts. */
  acquire(to: string, signal?: AbortSignal): Promise<Leg>;
  /** Takes the line back, in whatever state: one that may still carry a call is put right first. */
  release(leg: Leg): void;
  health(): Promise<VoiceGatewayHealth>;
  close(): Promise<void>;
}
