import { datesIn, dayRuns } from './day-runs';

describe('dayRuns', () => {
  it('joins days that follow one another, over the end of a month too', () => {
    expect(dayRuns(['2026-10-02', '2026-09-30', '2026-10-01', '2026-05-01'])).toEqual([
      { from: '2026-05-01', to: '2026-05-01' },
      { from: '2026-09-30', to: '2026-10-02' },
    ]);
  });
});

describe('datesIn', () => {
  it('reads single days and runs out of pasted text', () => {
    expect(datesIn('元旦 2027-01-01；春节 2027-02-05 至 2027-02-07\n2027-04-05')).toEqual([
      '2027-01-01',
      '2027-02-05',
      '2027-02-06',
      '2027-02-07',
      '2027-04-05',
    ]);
  });

  it('leaves a date that is none for the server to name', () => {
    expect(datesIn('2027-02-30')).toEqual(['2027-02-30']);
    expect(datesIn('2027-13-01')).toEqual(['2027-13-01']);
  });
});
