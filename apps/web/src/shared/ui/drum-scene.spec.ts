import { ballRadius, restingBalls, tumblingBalls } from './drum-motion';
import { drumScene, isMoving, type DrawTimeline } from './drum-scene';

const numbers = [1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12];
const timeline: DrawTimeline = {
  seed: '5c81e0d4',
  numbers,
  lockedAt: 0,
  valueAt: 60_000,
  order: [7, 11, 3],
  proofSteps: 4,
};
const at = (now: number, still = false) => drumScene(timeline, now, still);

describe('drum', () => {
  it('is a pure function of seed and time', () => {
    expect(tumblingBalls('a', 12_345, numbers)).toEqual(tumblingBalls('a', 12_345, numbers));
    expect(tumblingBalls('a', 12_345, numbers)).not.toEqual(tumblingBalls('b', 12_345, numbers));
  });

  it.each([1, 2, 7, 12, 24])('keeps %d balls inside the drum', (count) => {
    const some = Array.from({ length: count }, (_, index) => index + 1);
    for (const places of [restingBalls(some), tumblingBalls('x', 777, some)]) {
      expect(places.map((place) => place.number)).toEqual(some);
      for (const { x, y } of places)
        expect(Math.hypot(x, y)).toBeLessThan(1 - ballRadius(count) / 2);
    }
  });

  it('goes through lock, wait, proof, draw, done in the times of the look', () => {
    expect(at(1_000).phase).toBe('dropping');
    expect(at(30_000)).toMatchObject({ phase: 'waiting', drawn: [], proved: 0 });
    expect(at(62_500)).toMatchObject({ phase: 'proving', proved: 2, drawn: [] });
    expect(at(64_800).drawn).toEqual([{ number: 7, arrived: 0.5, named: false }]);
    expect(at(66_200).drawn[0]).toEqual({ number: 7, arrived: 1, named: true });
    expect(at(67_300).drawn.map((ball) => ball.number)).toEqual([7, 11, 3]);
    expect(at(70_000)).toMatchObject({ phase: 'done', proved: 4 });
    expect(at(70_000).balls).toHaveLength(9);
  });

  it('never shows a result before the value, nor waits for it with reduced motion', () => {
    expect(drumScene({ ...timeline, valueAt: null, order: [] }, 90_000, false).drawn).toEqual([]);
    expect(at(59_999, true)).toMatchObject({ phase: 'waiting', drawn: [] });
    expect(at(60_000, true)).toMatchObject({ phase: 'done', proved: 4 });
    expect(isMoving(at(60_000, true), true)).toBe(false);
  });
});
