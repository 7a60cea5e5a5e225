import {
  verifyCheckpoint,
  type LoggedRecord,
  type LogPolicy,
  type VerifiedCheckpoint,
} from '@core/ledger';
import { BundleFault, type Bundle, type Findings } from './bundle';

/** What the log's steps hand on, however the log was given. */
export interface KnownLog {
  readonly checkpoints: readonly VerifiedCheckpoint[];
  readonly known: ReadonlyMap<number, LoggedRecord>;
  readonly last: VerifiedCheckpoint;
}

/** The last checkpoint must have its quorum; weaker ones before it are told. */
export function checkQuorum(
  checkpoints: readonly VerifiedCheckpoint[],
  policy: LogPolicy,
  findings: Findings,
): VerifiedCheckpoint {
  const last = checkpoints.at(-1);
  if (last?.quorumTime == null) {
    throw new BundleFault('checkpoints', 'no_quorum', { witnesses: last?.times.length ?? 0 });
  }
  const weak = checkpoints.filter((checkpoint) => checkpoint.quorumTime === null).length;
  if (weak > 0) findings.warn('checkpoints', 'without_quorum', { count: weak });
  findings.done('checkpoints', { checkpoints: checkpoints.length, quorum: policy.quorum });
  return last;
}

/** Signatures and sizes of the checkpoints; within the entries where those are given. */
export function checkCheckpoints(bundle: Bundle, policy: LogPolicy): VerifiedCheckpoint[] {
  const whole = bundle.receipts === undefined;
  let before = 0;
  return bundle.checkpoints.map(({ size, note }, at) => {
    const verified = verifyCheckpoint(note, policy);
    if (!verified.ok) {
      throw new BundleFault('checkpoints', verified.refusal.code, { checkpoint: at });
    }
    if (verified.value.size !== size || size < before || (whole && size > bundle.entries.length)) {
      throw new BundleFault('checkpoints', 'size', { checkpoint: at, size });
    }
    before = size;
    return verified.value;
  });
}

/** A draw or closing of this tender that was logged under another scope would hide a second try from its chain. */
export function checkScopes(scope: string, clear: readonly LoggedRecord[]): void {
  const stray = clear.find(({ record }) => {
    const { drawId, tender } = record.body;
    const isOurs =
      tender === scope || (typeof drawId === 'string' && drawId.startsWith(`${scope}/`));
    return isOurs && record.scope !== scope;
  });
  if (stray) throw new BundleFault('records', 'in_another_scope', { index: stray.index });
}
