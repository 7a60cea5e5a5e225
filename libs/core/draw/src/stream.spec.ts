import fc from 'fast-check';
import { canonicalize, digest, fromHex, toHex, utf8 } from '@core/kernel';
import vectors from '../../../../test/vectors/tp1/draw-stream.json';
import { permutation, WordStream } from './stream';

describe('tp1-fy32 (tp1 §3.5)', () => {
  it.each(vectors.cases)('reproduces $label of seed $seed', (vector) => {
    const seed = fromHex(vector.seed);
    const words = new WordStream(seed, vector.label);
    expect(vector.first20words.map(() => words.next())).toEqual(vector.first20words);
    const rejecting = new WordStream(seed, vector.label);
    expect(vector.uniform_m3000000000_first8.map(() => rejecting.uniform(3_000_000_000))).toEqual(
      vector.uniform_m3000000000_first8,
    );
    for (const [count, order] of Object.entries(vector.permutations)) {
      expect(permutation(seed, vector.label, Number(count))).toEqual(order);
    }
    const large = canonicalize(permutation(seed, vector.label, 50_000));
    expect(toHex(digest(utf8(large)))).toBe(vector.perm50000_sha256);
  });

  it('permutes: every number once', () => {
    fc.assert(
      fc.property(
        fc.uint8Array({ minLength: 32, maxLength: 32 }),
        fc.integer({ min: 0, max: 300 }),
        (seed, count) => {
          const order = permutation(seed, 'stratum/x', count);
          expect([...order].sort((one, other) => one - other)).toEqual(
            Array.from({ length: count }, (_, at) => at),
          );
        },
      ),
      { numRuns: 40 },
    );
  });

  it('gives each first place its share (chi-square, 5 places, 5 000 seeds)', () => {
    const counts = [0, 0, 0, 0, 0];
    for (let at = 0; at < 5_000; at++) {
      const first = permutation(digest(utf8(`seed ${at}`)), 'stratum/values', 5)[0] ?? 0;
      counts[first] = (counts[first] ?? 0) + 1;
    }
    const chi = counts.reduce((sum, count) => sum + (count - 1_000) ** 2 / 1_000, 0);
    expect(chi).toBeLessThan(18.5); // p = 0.001 at four degrees of freedom
  });
});
