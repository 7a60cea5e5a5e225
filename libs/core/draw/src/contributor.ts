import { dealShares, openShare, type OpenShare, type ShareRefusal } from '@core/escrow';
import {
  refuse,
  signPayload,
  taggedHashHex,
  toHex,
  verifyPayload,
  type Refusal,
  type Result,
} from '@core/kernel';
import {
  specHash,
  type Contributor,
  type DrawDeposit,
  type DrawInput,
  type DrawReveal,
  type DrawSpec,
  type EscrowSource,
} from './spec';

/** Commitment to a nonce (escrow): `H("tp1/draw/commit", …)`. */
export function nonceCommitment(
  drawId: string,
  hashOfSpec: string,
  id: string,
  nonce: string,
): string {
  return taggedHashHex('tp1/draw/commit', { drawId, specHash: hashOfSpec, id, nonce });
}

/** Whether the nonces of this source are public at the lock; under `escrow` only their commitments are. */
export function showsNonce(spec: DrawSpec): boolean {
  return spec.source.kind !== 'escrow';
}

/** A contributor's own side of a draw: what it posts, and the nonce it must keep (escrow) or may forget. */
export interface MadeInput {
  readonly input: DrawInput;
  readonly nonce: string;
}

/**
 * Makes a contributor's input. `nonce` MUST be 32 fresh random bytes. A client MUST refuse to make a second input
 * for the same drawId: whoever signs two lets somebody choose.
 */
export function makeInput(
  spec: DrawSpec,
  id: string,
  seed: Uint8Array,
  nonce: Uint8Array,
): MadeInput {
  if (nonce.length !== 32) throw new RangeError('a nonce has 32 bytes');
  const hash = specHash(spec);
  const shown = toHex(nonce);
  const value = showsNonce(spec)
    ? { nonce: shown }
    : { commit: nonceCommitment(spec.drawId, hash, id, shown) };
  const payload = { drawId: spec.drawId, id, specHash: hash, ...value };
  return {
    input: { id, ...value, sig: signPayload(seed, 'tp1/draw/input', payload) },
    nonce: shown,
  };
}

/** Whether an input is its contributor's, for this very spec, in the form the source wants. */
export function isInputOf(input: DrawInput, contributor: Contributor, spec: DrawSpec): boolean {
  const { id, nonce, commit, sig } = input;
  const value = showsNonce(spec) ? { nonce } : { commit };
  if ((nonce !== undefined) !== showsNonce(spec) || (commit === undefined) !== showsNonce(spec)) {
    return false;
  }
  const payload = { drawId: spec.drawId, id, specHash: specHash(spec), ...value };
  return id === contributor.id && verifyPayload(contributor.pub, 'tp1/draw/input', payload, sig);
}

/** Escrow: shares of the nonce for the holders. Made after the lock is cosigned, and not before. */
export async function makeDeposit(
  source: EscrowSource,
  drawId: string,
  id: string,
  nonce: Uint8Array,
): Promise<DrawDeposit> {
  return {
    drawId,
    id,
    shares: await dealShares(nonce, source.t, source.holders, { kind: 'draw', drawId, id }),
  };
}

/** Escrow: the nonce itself. Made after the last deposit is cosigned; with bids, after all are opened. */
export function makeReveal(drawId: string, id: string, nonce: Uint8Array): DrawReveal {
  return { drawId, id, nonce: toHex(nonce) };
}

/** A holder opens its share of a contributor's deposit, to force a refuser open. */
export async function openDepositShare(
  holderSecret: Uint8Array,
  deposit: DrawDeposit,
  x: number,
): Promise<Result<OpenShare, ShareRefusal | Refusal<'escrow.no_share'>>> {
  const dealt = deposit.shares.find((share) => share.x === x);
  if (!dealt) return refuse('escrow.no_share');
  const { drawId, id } = deposit;
  return openShare(holderSecret, dealt, { kind: 'draw', drawId, id });
}
