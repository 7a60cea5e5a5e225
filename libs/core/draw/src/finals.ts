import {
  accept,
  refuse,
  signPayload,
  verifyPayload,
  type PayloadSignature,
  type Refusal,
  type Result,
} from '@core/kernel';
import { drandFinal, isBeacon, roundTime } from './drand';
import {
  lockHash,
  type DrawFinal,
  type DrawLock,
  type DrawSpec,
  type PhysicalSource,
} from './spec';

/** A locked draw that waits for its last randomness. */
export interface LockedDraw {
  readonly spec: DrawSpec;
  readonly lock: DrawLock;
}

/** Why a round is not taken. */
export type RoundRefusal = Refusal<'draw.wrong_source' | 'draw.too_late' | 'draw.round_false'>;

/**
 * Takes the round a locked draw waits for, whoever brings it: a round proves itself by drand's signature
 * (96 hexadecimal digits). `lockedAt` is the quorum time of the lock, seconds since 1970; a lock cosigned less than
 * `gap` seconds before its round is refused, since the round might have been known (tp1 §3.3 A).
 */
export function takeRound(
  { spec, lock }: LockedDraw,
  signature: string,
  lockedAt: number,
): Result<DrawFinal, RoundRefusal> {
  const { source } = spec;
  const { round } = lock;
  if (source.kind !== 'drand' || round === null) {
    return refuse('draw.wrong_source', { source: source.kind });
  }
  if (isLockedTooLate({ spec, lock }, lockedAt)) return refuse('draw.too_late', { round });
  return isBeacon(source, round, signature)
    ? accept(drandFinal(spec.drawId, round, signature))
    : refuse('draw.round_false', { round });
}

/** Whether a lock was cosigned too close to its round: such a draw can only be voided (tp1 §3.9, no-quorum). */
export function isLockedTooLate({ spec, lock }: LockedDraw, lockedAt: number): boolean {
  const { source } = spec;
  return source.kind === 'drand' && lockedAt + source.gap > roundTime(source, lock.round ?? 0);
}

/** Whether `symbols` (`4,1,6,…`) is an outcome of this throw. */
export function isThrowOf(source: PhysicalSource, symbols: string): boolean {
  const thrown = symbols.split(',');
  return (
    thrown.length === source.symbolCount &&
    thrown.every((symbol) => /^[1-9]\d{0,3}$/.test(symbol) && Number(symbol) <= source.symbolMax)
  );
}

/** What somebody who saw the dice signs: `tp1/draw/physical` over `{drawId, lockHash, symbols}`. */
export function physicalPayload({ spec, lock }: LockedDraw, symbols: string): object {
  return { drawId: spec.drawId, lockHash: lockHash(lock), symbols };
}

/** Signs what was seen. */
export function signThrow(draw: LockedDraw, symbols: string, seed: Uint8Array): PayloadSignature {
  return signPayload(seed, 'tp1/draw/physical', physicalPayload(draw, symbols));
}

/** Why an outcome, or a signature under it, is not taken. */
export type ThrowRefusal = Refusal<
  'draw.wrong_source' | 'draw.symbols_invalid' | 'draw.physical_unsigned'
>;

/** Whether an outcome entered in the room is one of this draw's throw. */
export function takeSymbols({ spec }: LockedDraw, symbols: string): Result<string, ThrowRefusal> {
  const { source } = spec;
  if (source.kind !== 'physical') return refuse('draw.wrong_source', { source: source.kind });
  const { symbolCount, symbolMax } = source;
  return isThrowOf(source, symbols)
    ? accept(symbols)
    : refuse('draw.symbols_invalid', { symbolCount, symbolMax });
}

/** Whether a signature is this contributor's under this outcome. */
export function isThrowSignedBy(
  draw: LockedDraw,
  symbols: string,
  id: string,
  sig: PayloadSignature,
): boolean {
  const contributor = draw.spec.contributors.find((one) => one.id === id);
  return (
    contributor !== undefined &&
    verifyPayload(contributor.pub, 'tp1/draw/physical', physicalPayload(draw, symbols), sig)
  );
}

/** The final record of a throw, once enough contributors have signed it. */
export function physicalFinal(
  draw: LockedDraw,
  symbols: string,
  sigs: readonly { readonly id: string; readonly sig: PayloadSignature }[],
): Result<DrawFinal, ThrowRefusal> {
  const taken = takeSymbols(draw, symbols);
  if (!taken.ok) return taken;
  const { source } = draw.spec;
  const valid = sigs.filter(({ id, sig }) => isThrowSignedBy(draw, symbols, id, sig));
  const signers = new Set(valid.map(({ sig }) => sig.kid)).size;
  const needed = source.kind === 'physical' ? source.minSigners : 0;
  if (signers < needed) return refuse('draw.physical_unsigned', { signers, needed });
  return accept({
    drawId: draw.spec.drawId,
    final: { kind: 'physical', symbols },
    sigs: valid.map(({ sig }) => sig),
  });
}
