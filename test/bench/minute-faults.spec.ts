import { minuteFaults } from './minute-faults';

const wanted = { bidders: 3, mostMs: 60_000 };
const whole = { receipts: ['a', 'b', 'c'], rows: ['c', 'b', 'a'], ms: 60_000 };

describe('the last minute before a deadline', () => {
  it('is right when everybody holds the receipt of a row, in a minute', () => {
    expect(minuteFaults(wanted, whole)).toEqual([]);
  });

  it.each([
    [{ ms: 60_001 }, '60001 ms, more than 60000'],
    [{ rows: ['a', 'b'] }, '1 receipts without a row'],
    [{ receipts: ['a', 'b'], rows: ['a', 'b'] }, '2 receipts for 3 bidders'],
    [{ rows: ['a', 'b', 'c', 'd'] }, '1 rows without a receipt'],
    [{ rows: ['a', 'b', 'c', 'c'] }, '1 rows twice'],
  ])('fails otherwise: %o', (change, fault) => {
    expect(minuteFaults(wanted, { ...whole, ...change })).toContain(fault);
  });
});
