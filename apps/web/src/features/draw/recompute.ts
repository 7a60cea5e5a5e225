import {
  drawResult,
  drawSeed,
  isInputOf,
  lockHash,
  nonceCommitment,
  specHash,
  type DrawSpec,
} from '@core/draw';
import { canonicalize } from '@core/kernel';
import type { DrawRecords } from './records';

/** The things a reader's browser can recompute of a draw, in order. */
export const DRAW_CHECKS = [
  'checkSpec',
  'checkInputs',
  'checkNonces',
  'checkSeed',
  'checkOrder',
] as const;
export type DrawCheck = (typeof DRAW_CHECKS)[number];

/** Which checks can be made: the order of a private pool is recomputed from the whole record, once disclosed. */
export function checksFor(spec: DrawSpec): readonly DrawCheck[] {
  return spec.pool.kind === 'values' ? DRAW_CHECKS : DRAW_CHECKS.slice(0, -1);
}

/** Recomputes one thing. */
export async function holds(check: DrawCheck, records: DrawRecords): Promise<boolean> {
  const { spec, lock, result } = records;
  if (spec === null || lock === null || result === null) return false;
  switch (check) {
    case 'checkSpec':
      return lock.specHash === specHash(spec);
    case 'checkInputs':
      return lock.inputs.every((input) => {
        const contributor = spec.contributors.find((one) => one.id === input.id);
        return contributor !== undefined && isInputOf(input, contributor, spec);
      });
    case 'checkNonces':
      return records.reveals.every(({ id, nonce }) => {
        const commit = lock.inputs.find((one) => one.id === id)?.commit;
        return commit === nonceCommitment(spec.drawId, specHash(spec), id, nonce);
      });
    case 'checkSeed':
      return (await seedOf(records)) === result.seed;
    case 'checkOrder':
      return canonicalize((await recomputed(records))?.panel ?? []) === canonicalize(result.panel);
  }
}

function recomputed(records: DrawRecords) {
  return drawResult({ ...records, phase: 'resulted', enrolled: [] }, []);
}

async function seedOf(records: DrawRecords): Promise<string | null> {
  const { spec, lock, reveals } = records;
  if (spec === null || lock === null) return null;
  if (records.forced.length > 0) return (await recomputed(records))?.seed ?? null;
  return drawSeed({
    drawId: spec.drawId,
    specHash: specHash(spec),
    lockHash: lockHash(lock),
    contributions: reveals.map(({ id, nonce }) => ({ id, nonce })),
    final: { kind: 'none' },
  });
}
