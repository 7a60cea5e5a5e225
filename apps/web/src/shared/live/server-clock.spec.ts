import { driftOf, legalNow, readingOf } from './server-clock';

const clock = {
  legal: '2026-11-24T01:42:16.000Z',
  system: '2026-01-01T00:00:00.000Z',
  demo: true,
  rate: 60,
};

describe('server clock', () => {
  const reading = readingOf(clock, 1_000, 1_200);

  it('is valid for the middle of the round trip', () => {
    expect(legalNow(reading, 1_100)).toBe(Date.parse(clock.legal));
  });

  it('runs on the steady counter at the rate of the legal clock', () => {
    expect(legalNow(reading, 2_100)).toBe(Date.parse(clock.legal) + 60_000);
  });

  it('compares the computer with the system clock, which never moves', () => {
    const local = Date.parse(clock.system) + 5_000;
    expect(driftOf(reading, 2_100, local)).toBe(4_000);
  });
});
