import type { LotteryEvent } from '@core/lottery';

/** One stored event of a lottery on the wire. `seq` counts from 1 without a gap; `at` is ISO 8601, legal time. */
export interface LotteryEventMessage {
  readonly lotteryId: string;
  readonly seq: number;
  readonly at: string;
  readonly event: LotteryEvent;
}

/** What the server sends to a lottery socket (namespace `/lotteries`). Names carry a version. */
export interface LotteryServerEvents {
  readonly 'lottery.event.v1': (message: LotteryEventMessage) => void;
  readonly 'lottery.presence.v1': (message: {
    readonly lotteryId: string;
    readonly watching: number;
  }) => void;
}

/** What the server answers to a join: every event after the one the client has. */
export type LotteryJoinAnswer =
  | {
      readonly ok: true;
      readonly lotteryId: string;
      readonly tenderId: string;
      readonly seq: number;
      readonly now: string;
      readonly events: readonly LotteryEventMessage[];
    }
  | { readonly ok: false; readonly code: string };

/** What a client sends. `after` is the last sequence number it has: 0 for a newcomer. */
export interface LotteryClientEvents {
  readonly 'lottery.join.v1': (
    request: { readonly lotteryId: string; readonly after: number },
    answer: (answer: LotteryJoinAnswer) => void,
  ) => void;
  readonly 'lottery.leave.v1': (request: { readonly lotteryId: string }) => void;
}
