import { isInputOf } from './contributor';
import { DrawFault, isSame, type DrawEvidence, type DrawLog, type Of } from './draw-log';
import { specHash, type DrawInput, type DrawLock, type DrawSpec } from './spec';

/** Puts a lock together. Inputs are sorted; every contributor MUST have given one. */
export function makeLock(
  spec: DrawSpec,
  inputs: readonly DrawInput[],
  round: number | null,
  bids: DrawLock['bids'],
): DrawLock {
  return {
    v: 1,
    drawId: spec.drawId,
    specHash: specHash(spec),
    round,
    inputs: [...inputs].sort((one, other) => (one.id < other.id ? -1 : 1)),
    bids,
  };
}

/** The contributors of whom a spec still lacks an acceptable input. */
export function missingInputs(spec: DrawSpec, inputs: readonly DrawInput[]): string[] {
  return spec.contributors
    .filter((contributor) => !inputs.some((input) => isInputOf(input, contributor, spec)))
    .map((contributor) => contributor.id);
}

function checkInputs(spec: DrawSpec, lock: DrawLock): void {
  const expected = spec.contributors.map((contributor) => contributor.id).sort();
  if (lock.inputs.map((input) => input.id).join('\n') !== expected.join('\n')) {
    throw new DrawFault('draw.lock_invalid', { reason: 'inputs' });
  }
  const [missing] = missingInputs(spec, lock.inputs);
  if (missing !== undefined) throw new DrawFault('draw.input_signature', { id: missing });
}

function checkBids(log: DrawLog, lock: Of<DrawLock>, evidence: DrawEvidence): void {
  const takesBids = Boolean(log.spec.body.source.withBids);
  if (takesBids !== (lock.body.bids !== null)) {
    throw new DrawFault('draw.bids_mismatch', { reason: 'bids' });
  }
  if (lock.body.bids === null) return;
  const { closed } = evidence;
  if (!closed || closed.index > lock.index) {
    throw new DrawFault('draw.bids_mismatch', { reason: 'locked before the closing' });
  }
  if (!isSame(lock.body.bids, closed.bids)) {
    throw new DrawFault('draw.bids_mismatch', { reason: 'not the closed list' });
  }
}

/** Checks a lock: of this spec, all inputs and their signatures, the closed bids where they take part. */
export function checkLock(log: DrawLog, lock: Of<DrawLock>, evidence: DrawEvidence): void {
  const spec = log.spec.body;
  if (lock.index < log.spec.index) throw new DrawFault('draw.order', { type: 'draw.lock' });
  if (lock.body.specHash !== specHash(spec)) {
    throw new DrawFault('draw.lock_invalid', { reason: 'specHash' });
  }
  if ((lock.body.round !== null) !== (spec.source.kind === 'drand')) {
    throw new DrawFault('draw.lock_invalid', { reason: 'round' });
  }
  checkInputs(spec, lock.body);
  checkBids(log, lock, evidence);
}
