import { canonicalize, read, type PublicKey, type RefusalParam, type Shape } from '@core/kernel';
import type { LoggedRecord } from '@core/ledger';
import {
  DRAW_DEPOSIT,
  DRAW_EVENT,
  DRAW_FINAL,
  DRAW_FORCED,
  DRAW_LOCK,
  DRAW_RESULT,
  DRAW_REVEAL,
  DRAW_SPEC,
  DRAW_TABLE,
  DRAW_VOID,
  type DrawDeposit,
  type DrawEvent,
  type DrawFinal,
  type DrawForced,
  type DrawLock,
  type DrawResult,
  type DrawReveal,
  type DrawSpec,
  type DrawTable,
  type DrawVoid,
} from './spec';

/** Codes with which a draw is refused. */
export type DrawFaultCode =
  | 'draw.malformed'
  | 'draw.spec_missing'
  | 'draw.not_one'
  | 'draw.spec_invalid'
  | 'draw.attempt_chain'
  | 'draw.source_after_void'
  | 'draw.lock_invalid'
  | 'draw.input_signature'
  | 'draw.not_cosigned'
  | 'draw.too_late'
  | 'draw.beacon'
  | 'draw.order'
  | 'draw.deposit_missing'
  | 'draw.nonce_missing'
  | 'draw.nonce_false'
  | 'draw.physical'
  | 'draw.bids_mismatch'
  | 'draw.bids_not_open'
  | 'draw.seed_mismatch'
  | 'draw.result_mismatch'
  | 'draw.event_mismatch'
  | 'draw.table_mismatch'
  | 'draw.name_mismatch'
  | 'draw.void_unsigned'
  | 'draw.abandoned';

/** Ends a verification; never leaves this lib. */
export class DrawFault extends Error {
  constructor(
    readonly code: DrawFaultCode,
    readonly params: Readonly<Record<string, RefusalParam>> = {},
  ) {
    super(code);
  }
}

/** When and by which checkpoint an entry was first cosigned by the quorum. */
export interface Gate {
  /** Size of that checkpoint: later records have an index of at least this. */
  readonly size: number;
  /** The entry's time: the quorum-th smallest cosignature time, seconds since 1970. */
  readonly time: number;
}

/** How an envelope of one bid ended; `nonce` is null when it did not open. */
export interface OpenedEnvelope {
  readonly bid: string;
  /** Index of `opening.opened` or `opening.failed`. */
  readonly index: number;
  readonly nonce: string | null;
}

/** What a draw is judged by. */
export interface DrawEvidence {
  /** The tender, or whatever the draw belongs to. */
  readonly scope: string;
  /** Every record of the scope that is known: all clear ones (found by scanning), and the disclosed sealed ones. */
  readonly records: readonly LoggedRecord[];
  readonly gate: (index: number) => Gate | null;
  readonly keys: readonly PublicKey[];
  /** The closing of the bids, or null. */
  readonly closed: {
    readonly index: number;
    readonly bids: readonly { readonly bid: string; readonly bidHash: string }[];
  } | null;
  /** How this envelope of each bid ended, for draws in which bids take part. */
  readonly opened: (env: string) => readonly OpenedEnvelope[];
  /** Whether the scope is closed: an unfinished draw is then a fault. */
  readonly complete: boolean;
}

/** A record of a draw, its body read. */
export interface Of<T> {
  readonly index: number;
  readonly leaf: string;
  readonly body: T;
}

/** Everything the log holds about one draw, in log order. */
export interface DrawLog {
  readonly drawId: string;
  readonly spec: Of<DrawSpec>;
  readonly lock: Of<DrawLock> | null;
  readonly deposits: readonly Of<DrawDeposit>[];
  readonly reveals: readonly Of<DrawReveal>[];
  readonly forced: readonly Of<DrawForced>[];
  readonly final: Of<DrawFinal> | null;
  readonly result: Of<DrawResult> | null;
  readonly events: readonly Of<DrawEvent>[];
  readonly table: Of<DrawTable> | null;
  readonly void: Of<DrawVoid> | null;
}

/** The drawId a record is about, or null. */
export function drawIdOfRecord(logged: LoggedRecord): string | null {
  const { type, body } = logged.record;
  return type.startsWith('draw.') && typeof body.drawId === 'string' ? body.drawId : null;
}

/** Every drawId the records speak of, in order of appearance. */
export function drawIds(records: readonly LoggedRecord[]): string[] {
  const ids = records.map(drawIdOfRecord).filter((id) => id !== null);
  return [...new Set(ids)];
}

/** Collects a draw. Throws {@link DrawFault} for malformed bodies and for a second spec, lock, final, result, table or void. */
export function collectDraw(drawId: string, records: readonly LoggedRecord[]): DrawLog {
  const own = records.filter((logged) => drawIdOfRecord(logged) === drawId);
  const all = <T>(type: string, shape: Shape<T>): Of<T>[] =>
    own
      .filter((logged) => logged.record.type === type)
      .map(({ index, leaf, record }) => {
        const body = read(shape, record.body);
        if (!body.ok) {
          throw new DrawFault('draw.malformed', { index, ...body.refusal.params });
        }
        return { index, leaf, body: body.value };
      });
  const one = <T>(type: string, shape: Shape<T>): Of<T> | null => {
    const found = all(type, shape);
    if (found.length > 1) throw new DrawFault('draw.not_one', { type, count: found.length });
    return found[0] ?? null;
  };
  const spec = one('draw.spec', DRAW_SPEC);
  if (!spec) throw new DrawFault('draw.spec_missing', { drawId });
  return {
    drawId,
    spec,
    lock: one('draw.lock', DRAW_LOCK),
    deposits: all('draw.deposit', DRAW_DEPOSIT),
    reveals: all('draw.reveal', DRAW_REVEAL),
    forced: all('draw.forced', DRAW_FORCED),
    final: one('draw.final', DRAW_FINAL),
    result: one('draw.result', DRAW_RESULT),
    events: all('draw.event', DRAW_EVENT),
    table: one('draw.table', DRAW_TABLE),
    void: one('draw.void', DRAW_VOID),
  };
}

/** Whether two values have the same canonical form. */
export function isSame(one: object, other: object): boolean {
  return canonicalize(one) === canonicalize(other);
}
