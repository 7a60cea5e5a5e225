import { verifyBundle } from '@core/bundle';
import { Random } from '../fuzz/random';
import { flip, isFree, positionsOf } from '../vectors/flips';
import { secondOpinions } from '../vectors/second';
import bundle from '../vectors/tp1/bundle.json';

const COUNT = Number(process.env.FLIPS ?? '3000');

describe('flipped bytes of a bundle, by the thousand', () => {
  const random = new Random(Number(process.env.FUZZ_SEED ?? '1'));
  const fixed = positionsOf(bundle).filter((position) => !isFree(bundle, position));
  const chosen = Array.from({ length: COUNT }, () => random.pick(fixed));

  it('are found by the verifier', async () => {
    const missed = [];
    for (const position of chosen) {
      if ((await verifyBundle(flip(bundle, position))).ok) missed.push(position);
    }
    expect(missed).toEqual([]);
  });

  it('are found by the second implementation', () => {
    for (let from = 0; from < chosen.length; from += 500) {
      const some = chosen.slice(from, from + 500);
      const opinions = secondOpinions(some.map((position) => flip(bundle, position)));
      expect(some.filter((_, at) => opinions[at] === 'ok')).toEqual([]);
    }
  });
});
