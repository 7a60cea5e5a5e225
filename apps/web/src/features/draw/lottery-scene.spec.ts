import { lotteryFacts } from './lottery-scene';

const firms = ['01', '02', '03', '04'].map((number) => ({
  number,
  creditCode: `code-${number}`,
  name: `firm ${number}`,
}));
const at = (second: number) => `2026-12-08T01:30:0${second}.000Z`;
const frozen = { lotteryId: 'l', seq: 1, at: at(0), event: { kind: 'frozen' } };

describe('what the lottery’s screen shows', () => {
  it('has no picture before the list is locked', () => {
    expect(lotteryFacts({ firms, events: [] }).timeline).toBeNull();
  });

  it('tumbles while the value is waited for, and shows three places once it is there', () => {
    expect(lotteryFacts({ firms, events: [frozen] }).timeline?.valueAt).toBeNull();
    const order = ['03', '01', '04', '02'].map((number, index) => ({
      rank: index + 1,
      number,
      name: number,
    }));
    const drawn = {
      lotteryId: 'l',
      seq: 2,
      at: at(5),
      event: { kind: 'drawn', seed: 'ab', order },
    };
    const facts = lotteryFacts({ firms, events: [frozen, drawn] });
    expect(facts.timeline).toMatchObject({ numbers: [1, 2, 3, 4], order: [3, 1, 4] });
    expect(facts.timeline?.valueAt).toBe(Date.parse(at(5)));
    expect(facts.seed).toBe('ab');
  });
});
