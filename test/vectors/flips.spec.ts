import fc from 'fast-check';
import { verifyBundle } from '@core/bundle';
import { flip, isFree, positionsOf } from './flips';
import { hasPython, secondOpinions } from './second';
import bundle from './tp1/bundle.json';

const positions = positionsOf(bundle);
const fixed = positions.filter((position) => !isFree(bundle, position));
const free = positions.filter((position) => isFree(bundle, position));
const anyOf = (count: number) => fc.nat(count - 1);

describe('one byte of a bundle', () => {
  it('is counted: every field is there', () => {
    expect(positions.length).toBeGreaterThan(20_000);
    expect(free.length / positions.length).toBeLessThan(0.1);
  });

  it('matters, wherever it stands', async () => {
    await fc.assert(
      fc.asyncProperty(anyOf(fixed.length), async (at) => {
        const result = await verifyBundle(flip(bundle, fixed[at]!));
        expect([fixed[at], result.ok]).toEqual([fixed[at], false]);
      }),
      { numRuns: 120 },
    );
  });

  it('is judged and never thrown at, where a bundle does not fix it', async () => {
    await fc.assert(
      fc.asyncProperty(anyOf(free.length), async (at) => {
        expect(typeof (await verifyBundle(flip(bundle, free[at]!))).ok).toBe('boolean');
      }),
      { numRuns: 20 },
    );
  });

  (hasPython ? it : it.skip)('matters to the second implementation too', () => {
    const chosen = fc.sample(anyOf(fixed.length), 200).map((at) => fixed[at]!);
    const opinions = secondOpinions(chosen.map((position) => flip(bundle, position)));
    expect(chosen.filter((_, at) => opinions[at] === 'ok')).toEqual([]);
    expect(secondOpinions([bundle])).toEqual(['ok']);
  });
});
