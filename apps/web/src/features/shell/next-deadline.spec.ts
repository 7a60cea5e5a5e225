import { nextDeadline } from './next-deadline';

it('finds the nearest instant that is still to come', () => {
  expect(nextDeadline([30, 10, 20], 10)).toBe(20);
  expect(nextDeadline([30, 10, 20], 30)).toBeNull();
  expect(nextDeadline([], 0)).toBeNull();
});
