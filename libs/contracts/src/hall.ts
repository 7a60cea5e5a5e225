import type { HallEvent } from '@core/opening';

/** One stored event of a hall on the wire. `seq` counts from 1 without a gap; `at` is ISO 8601, legal time. */
export interface HallEventMessage {
  readonly openingId: string;
  readonly seq: number;
  readonly at: string;
  readonly event: HallEvent;
}

/** What the server sends to a hall socket (namespace `/halls`). Names carry a version. */
export interface HallServerEvents {
  readonly 'hall.event.v1': (message: HallEventMessage) => void;
  readonly 'hall.presence.v1': (message: {
    readonly openingId: string;
    readonly watching: number;
  }) => void;
}

/** What the server answers to a join: every event so far. The client folds them and goes on from `seq`. */
export type HallJoinAnswer =
  | {
      readonly ok: true;
      readonly openingId: string;
      readonly tenderId: string;
      readonly seq: number;
      readonly now: string;
      readonly events: readonly HallEventMessage[];
    }
  | { readonly ok: false; readonly code: string };

/** What a client sends. `after` is the last sequence number it has: 0 for a newcomer. */
export interface HallClientEvents {
  readonly 'hall.join.v1': (
    request: { readonly openingId: string; readonly after: number },
    answer: (answer: HallJoinAnswer) => void,
  ) => void;
  readonly 'hall.leave.v1': (request: { readonly openingId: string }) => void;
}
