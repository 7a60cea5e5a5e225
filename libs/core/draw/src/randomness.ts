import { recoverSecret } from '@core/escrow';
import { toHex, verifyPayload } from '@core/kernel';
import { nonceCommitment } from './contributor';
import { beaconRandomness, isBeacon, roundTime } from './drand';
import { DrawFault, type DrawEvidence, type DrawLog, type Gate, type Of } from './draw-log';
import { isThrowOf } from './finals';
import type { Contribution } from './selection';
import {
  lockHash,
  type DrandSource,
  type DrawFinalValue,
  type DrawLock,
  type EscrowSource,
  type PhysicalSource,
} from './spec';

/** Contributions and final randomness, once they are known and lawful. */
export interface Randomness {
  readonly contributions: readonly Contribution[];
  readonly final: DrawFinalValue;
  /** Whether the beacon's signature was verified; null where there is no beacon. */
  readonly beaconChecked: boolean | null;
}

interface Locked {
  readonly log: DrawLog;
  readonly lock: Of<DrawLock>;
  readonly evidence: DrawEvidence;
}

function gateOf({ evidence }: Locked, index: number, type: string): Gate {
  const gate = evidence.gate(index);
  if (!gate) throw new DrawFault('draw.not_cosigned', { type, index });
  return gate;
}

function plainNonces(lock: DrawLock): Contribution[] {
  return lock.inputs.map(({ id, nonce = '' }) => ({ id, nonce }));
}

function drandRandomness(locked: Locked, source: DrandSource): Randomness | null {
  const { log, lock } = locked;
  const round = lock.body.round ?? 0;
  const gate = gateOf(locked, lock.index, 'draw.lock');
  if (gate.time + source.gap > roundTime(source, round)) {
    throw new DrawFault('draw.too_late', { locked: gate.time, round: roundTime(source, round) });
  }
  if (!log.final) return null;
  const { body, index } = log.final;
  if (index < lock.index) throw new DrawFault('draw.order', { type: 'draw.final' });
  const { final } = body;
  if (final.kind !== 'drand' || !('signature' in body) || final.round !== round) {
    throw new DrawFault('draw.beacon', { reason: 'round' });
  }
  if (!isBeacon(source, round, body.signature)) {
    throw new DrawFault('draw.beacon', { reason: 'signature' });
  }
  if (beaconRandomness(body.signature) !== final.randomness) {
    throw new DrawFault('draw.beacon', { reason: 'randomness' });
  }
  return { contributions: plainNonces(lock.body), final, beaconChecked: true };
}

function physicalRandomness(locked: Locked, source: PhysicalSource): Randomness | null {
  const { log, lock, evidence } = locked;
  if (!log.final) return null;
  const { body, index } = log.final;
  if (index < gateOf(locked, lock.index, 'draw.lock').size) {
    throw new DrawFault('draw.order', { type: 'draw.final' });
  }
  const { final } = body;
  if (final.kind !== 'physical' || !('sigs' in body)) {
    throw new DrawFault('draw.physical', { reason: 'kind' });
  }
  if (!isThrowOf(source, final.symbols)) {
    throw new DrawFault('draw.physical', { reason: 'symbols' });
  }
  const payload = { drawId: log.drawId, lockHash: lockHash(lock.body), symbols: final.symbols };
  const signers = body.sigs
    .filter((sig) => {
      const key = [...log.spec.body.contributors, ...evidence.keys].find(
        (known) => known.kid === sig.kid,
      );
      return key && verifyPayload(key.pub, 'tp1/draw/physical', payload, sig);
    })
    .map((sig) => sig.kid);
  if (new Set(signers).size < source.minSigners) {
    throw new DrawFault('draw.physical', { reason: 'signers' });
  }
  return { contributions: plainNonces(lock.body), final, beaconChecked: null };
}

/** Lock, then every deposit, then every reveal, each step only after the one before is cosigned (tp1 §3.3 B). */
function checkEscrowOrder(locked: Locked): void {
  const { log, lock } = locked;
  const { deposits } = log;
  const opened = [...log.reveals, ...log.forced];
  if (deposits.length === 0 && opened.length === 0) return;
  const afterLock = gateOf(locked, lock.index, 'draw.lock').size;
  if (deposits.some((deposit) => deposit.index < afterLock)) {
    throw new DrawFault('draw.order', { type: 'draw.deposit' });
  }
  if (opened.length === 0) return;
  const depositors = deposits.map((deposit) => deposit.body.id).sort();
  const contributors = log.spec.body.contributors.map((contributor) => contributor.id).sort();
  if (depositors.join('\n') !== contributors.join('\n')) {
    throw new DrawFault('draw.deposit_missing', { deposits: depositors });
  }
  const last = Math.max(...deposits.map((deposit) => deposit.index));
  const afterDeposits = gateOf(locked, last, 'draw.deposit').size;
  if (opened.some((record) => record.index < afterDeposits)) {
    throw new DrawFault('draw.order', { type: 'draw.reveal' });
  }
}

async function escrowedNonce(
  { log, lock }: Locked,
  source: EscrowSource,
  id: string,
): Promise<string | null> {
  const commit = lock.body.inputs.find((input) => input.id === id)?.commit;
  const isNonce = (nonce: string): boolean =>
    nonceCommitment(log.drawId, lock.body.specHash, id, nonce) === commit;
  const reveals = log.reveals.filter((reveal) => reveal.body.id === id);
  const [revealed] = reveals;
  if (revealed) {
    if (reveals.length > 1 || !isNonce(revealed.body.nonce)) {
      throw new DrawFault('draw.nonce_false', { id });
    }
    return revealed.body.nonce;
  }
  const shares = log.forced
    .filter((forced) => forced.body.id === id)
    .flatMap((forced) => forced.body.shares);
  if (shares.length === 0) return null;
  const recovery = await recoverSecret({
    threshold: source.t,
    dealt: log.deposits.find((deposit) => deposit.body.id === id)?.body.shares ?? [],
    ctx: { kind: 'draw', drawId: log.drawId, id },
    shares,
    isSecret: (secret) => isNonce(toHex(secret)),
  });
  if (!recovery.secret) throw new DrawFault('draw.nonce_false', { id, verdict: recovery.verdict });
  return toHex(recovery.secret);
}

async function escrowRandomness(locked: Locked, source: EscrowSource): Promise<Randomness | null> {
  const { log } = locked;
  checkEscrowOrder(locked);
  if (log.final) throw new DrawFault('draw.lock_invalid', { reason: 'final' });
  const contributions: Contribution[] = [];
  for (const { id } of log.spec.body.contributors) {
    const nonce = await escrowedNonce(locked, source, id);
    if (nonce === null) {
      if (log.result) throw new DrawFault('draw.nonce_missing', { id });
      return null;
    }
    contributions.push({ id, nonce });
  }
  return { contributions, final: { kind: 'none' }, beaconChecked: null };
}

/** Bids took part: each must have been opened, or have failed, before the last randomness was known (tp1 §3.3). */
function bidContributions(locked: Locked, env: string): Contribution[] {
  const { log, lock, evidence } = locked;
  const opened = evidence.opened(env);
  const bids = lock.body.bids ?? [];
  const outcomes = bids.map(({ bid }) => {
    const outcome = opened.find((one) => one.bid === bid);
    if (!outcome) throw new DrawFault('draw.bids_not_open', { bid });
    return outcome;
  });
  const lastOpened = Math.max(-1, ...outcomes.map((outcome) => outcome.index));
  const first = Math.min(
    ...[...log.reveals, ...log.forced, ...(log.final ? [log.final] : [])].map(({ index }) => index),
  );
  if (first < lastOpened) throw new DrawFault('draw.bids_not_open', { reason: 'revealed before' });
  const { source } = log.spec.body;
  if (source.kind === 'drand' && outcomes.length > 0) {
    const time = gateOf(locked, lastOpened, 'opening.opened').time;
    if (time > roundTime(source, lock.body.round ?? 0)) {
      throw new DrawFault('draw.bids_not_open', { reason: 'round emitted before' });
    }
  }
  return outcomes
    .filter((outcome) => outcome.nonce !== null)
    .map(({ bid, nonce }) => ({ id: `bid:${bid}`, nonce: nonce ?? '' }));
}

/** Finds and checks the randomness of a locked draw. Null while it is not known yet. */
export async function drawRandomness(
  log: DrawLog,
  lock: Of<DrawLock>,
  evidence: DrawEvidence,
): Promise<Randomness | null> {
  const { source } = log.spec.body;
  const locked = { log, lock, evidence };
  const known = await ofSource(locked);
  if (!known || !source.withBids) return known;
  const bids = bidContributions(locked, source.withBids.env);
  return { ...known, contributions: [...known.contributions, ...bids] };
}

function ofSource(locked: Locked): Promise<Randomness | null> | Randomness | null {
  const { source } = locked.log.spec.body;
  switch (source.kind) {
    case 'drand':
      return drandRandomness(locked, source);
    case 'physical':
      return physicalRandomness(locked, source);
    case 'escrow':
      return escrowRandomness(locked, source);
  }
}
