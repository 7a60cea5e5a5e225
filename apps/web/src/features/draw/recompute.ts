import {
  beaconRandomness,
  courseSeed,
  drawResult,
  isBeacon,
  isInputOf,
  nonceCommitment,
  physicalFinal,
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
      return randomnessHolds(records);
    case 'checkSeed':
      return (await courseSeed(records)) === result.seed;
    case 'checkOrder':
      return (
        canonicalize((await drawResult(records, []))?.panel ?? []) === canonicalize(result.panel)
      );
  }
}

/** A round proves itself; dice are signed by those who saw them; nonces from escrow keep their commitments. */
function randomnessHolds({ spec, lock, reveals, final }: DrawRecords): boolean {
  if (spec === null || lock === null) return false;
  const { source } = spec;
  switch (source.kind) {
    case 'drand':
      return (
        final !== null &&
        'signature' in final &&
        isBeacon(source, lock.round ?? 0, final.signature) &&
        final.final.randomness === beaconRandomness(final.signature)
      );
    case 'physical':
      return (
        final !== null &&
        'sigs' in final &&
        physicalFinal(
          { spec, lock },
          final.final.symbols,
          final.sigs.map((sig) => ({
            id: spec.contributors.find(({ kid }) => kid === sig.kid)?.id ?? '',
            sig,
          })),
        ).ok
      );
    case 'escrow':
      return reveals.every(({ id, nonce }) => {
        const commit = lock.inputs.find((one) => one.id === id)?.commit;
        return commit === nonceCommitment(spec.drawId, specHash(spec), id, nonce);
      });
  }
}
