import { createHash } from 'node:crypto';
import { verifyBundle } from '@core/bundle';
import { toBase64 } from '@core/kernel';
import { lines, rewrite, testSeed } from '../../vectors/lying-operator';
import { compare, median, milliseconds, type Comparison } from '../measure';

const ENTRIES = 10_000;
const ROUNDS = 5;

/**
 * A whole tender verified in a log of 10 000 entries (signatures, tree, bids decrypted, draws computed again),
 * against bare SHA-256 of node:crypto over the same entries and as many inner nodes.
 */
export async function verification(): Promise<Comparison> {
  const own = lines();
  const others = Array.from({ length: ENTRIES - own.length }, (_, at) => ({
    record: null,
    salt: null,
    opaque: toBase64(testSeed(`entry ${at}`)),
  }));
  const bundle = rewrite([...own, ...others]);
  const entries = (bundle.entries as string[]).map((entry) => Buffer.from(entry, 'base64'));
  const ours: number[] = [];
  const bare: number[] = [];
  for (let round = 0; round < ROUNDS; round++) {
    ours.push(
      await milliseconds(async () => {
        const result = await verifyBundle(bundle);
        if (!result.ok) throw new Error(`${result.step}: ${result.reason}`);
      }),
    );
    bare.push(
      await milliseconds(() => {
        const node = Buffer.alloc(65);
        for (const entry of entries) {
          createHash('sha256').update(entry).digest();
          createHash('sha256').update(node).digest();
        }
        return Promise.resolve();
      }),
    );
  }
  const rate = (ms: readonly number[]): number => (ENTRIES / median(ms)) * 1_000;
  return {
    ...compare('verification of 10 000 entries', 'per s', rate(ours), rate(bare)),
    note: `${median(ours).toFixed(0)} ms in all`,
  };
}
