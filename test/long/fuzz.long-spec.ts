import { keep } from '../fuzz/corpus';
import { Random } from '../fuzz/random';
import type { Input, Target } from '../fuzz/target';
import { TARGETS } from '../fuzz/targets';

/** Inputs in all, and where the generator begins: another seed attacks with other inputs. */
const INPUTS = Number(process.env.FUZZ_INPUTS ?? '1070000');
const SEED = Number(process.env.FUZZ_SEED ?? '1');
const WHOLE = TARGETS.reduce((sum, { share }) => sum + share, 0);
/** Far more than any input needs on any machine; a parser that takes longer hangs. */
const HANG_MS = 20_000;
const MOST_GROWTH = 1_200 * 1024 * 1024;

interface Found {
  readonly outcomes: Map<string, Input>;
  readonly failures: string[];
  inputs: number;
  slowest: number;
}

async function attack(target: Target, index: number): Promise<Found> {
  const found: Found = { outcomes: new Map(), failures: [], inputs: 0, slowest: 0 };
  const random = new Random(SEED * 1_000 + index);
  const inputs = Math.max(1, Math.round((target.share / WHOLE) * INPUTS));
  for (; found.inputs < inputs && found.failures.length < 20; found.inputs++) {
    const input = target.invent(random);
    const start = performance.now();
    try {
      const outcome = await target.judge(input);
      const known = found.outcomes.get(outcome);
      if (!known || JSON.stringify(input).length < JSON.stringify(known).length) {
        found.outcomes.set(outcome, input);
      }
    } catch (error) {
      found.failures.push(`${String(error)}\n  ${JSON.stringify(input).slice(0, 2_000)}`);
    }
    found.slowest = Math.max(found.slowest, performance.now() - start);
  }
  return found;
}

describe('every parser of the trust core, under a seeded attack', () => {
  it.each(TARGETS.map((target, index) => ({ name: target.name, target, index })))(
    '$name only accepts or refuses, never hangs, and accepts what it would write',
    async ({ target, index }) => {
      const before = process.memoryUsage().rss;
      const found = await attack(target, index);
      console.log(
        `${target.name}: ${found.inputs} inputs, ${found.outcomes.size} outcomes, slowest ${found.slowest.toFixed(0)} ms`,
      );
      expect(found.failures).toEqual([]);
      expect(found.slowest).toBeLessThan(HANG_MS);
      expect(process.memoryUsage().rss - before).toBeLessThan(MOST_GROWTH);
      expect(found.outcomes.size).toBeGreaterThan(1);
      if (process.env.WRITE === '1') keep(target.name, found.outcomes);
    },
  );
});
