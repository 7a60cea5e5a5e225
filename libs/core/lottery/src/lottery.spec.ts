import { lotteryOrder, lotteryRules, numberFirms } from './index';

describe('a lottery', () => {
  const firms = ['C', 'A', 'B'].map((creditCode) => ({ creditCode, name: `firm ${creditCode}` }));

  it('numbers firms by ascending credit code', () => {
    expect(numberFirms(firms).map(({ number, creditCode }) => `${number}${creditCode}`)).toEqual([
      '01A',
      '02B',
      '03C',
    ]);
    const many = Array.from({ length: 120 }, (_, at) => ({ creditCode: `X${at}`, name: '' }));
    expect(numberFirms(many)[0]?.number).toBe('001');
  });

  it('puts everybody into one order', () => {
    expect(lotteryRules(3).pick[0]?.seats).toBe(3);
    const seat = (row: number) => ({ row, stratum: 'values', via: 'values' });
    const result = { v: 1, drawId: 'd', seed: '', panel: [2, 0, 1, 9].map(seat) } as const;
    expect(lotteryOrder(result, numberFirms(firms))).toEqual([
      { rank: 1, number: '03', name: 'firm C' },
      { rank: 2, number: '01', name: 'firm A' },
      { rank: 3, number: '02', name: 'firm B' },
      { rank: 4, number: '', name: '' },
    ]);
  });
});
