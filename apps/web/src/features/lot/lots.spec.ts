import { byLot, isDivided, ofLot, type Lot } from './lots';
import type { TenderDetail } from '../../shared/api/wire';

const lot = (number: number): Lot => ({
  number,
  title: `t${number}`,
  state: 'open',
  publicityUntil: null,
  ceilingFen: String(number),
  bidBondFen: '0',
  qualification: null,
});
const tender = { ceilingFen: '9', lots: [lot(1), lot(2)] } as unknown as TenderDetail;

describe('lots on screen', () => {
  it('are told only where there are several', () => {
    expect(isDivided(tender)).toBe(true);
    expect(isDivided({ lots: [lot(1)] })).toBe(false);
  });

  it('have a ceiling of their own', () => {
    expect(ofLot(tender, 2).ceilingFen).toBe('2');
    expect(ofLot(tender, 3).ceilingFen).toBe('9');
  });

  it('group rows in the order of their numbers', () => {
    const rows = [
      { lot: 2, a: 1 },
      { lot: 1, a: 2 },
      { lot: 2, a: 3 },
    ];
    expect(byLot(rows)).toEqual([
      { lot: 1, rows: [rows[1]] },
      { lot: 2, rows: [rows[0], rows[2]] },
    ]);
  });
});
