import { kept } from '../fuzz/corpus';
import { TARGETS } from '../fuzz/targets';

/** The smallest input of each outcome a long attack found: parsers must go on saying the same of it. */
describe.each(TARGETS.map((target) => ({ name: target.name, target })))(
  'the kept inputs of $name',
  ({ name, target }) => {
    it.each(kept(name))('still lead to: $outcome', async ({ outcome, input }) => {
      expect(await target.judge(input)).toBe(outcome);
    });
  },
);
