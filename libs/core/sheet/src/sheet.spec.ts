import fc from 'fast-check';
import { dateIn, parseCsv } from './index';

describe('a sheet', () => {
  it('reads back whatever was written as comma-separated text', () => {
    const cell = fc.string();
    fc.assert(
      fc.property(
        fc.array(fc.array(cell, { minLength: 2, maxLength: 4 }), { minLength: 1 }),
        (rows) => {
          fc.pre(rows.every((cells) => !cells[0]!.startsWith('\uFEFF')));
          const quote = (text: string): string => `"${text.replaceAll('"', '""')}"`;
          const text = rows.map((cells) => cells.map(quote).join(',')).join('\r\n');
          expect(parseCsv(text)).toEqual(rows);
        },
      ),
    );
    expect(parseCsv('a,b\r\n"c,""d""",e\n')).toEqual([
      ['a', 'b'],
      ['c,"d"', 'e'],
    ]);
  });

  it.each([
    ['2027-12-31', '2027-12-31'],
    ['2027/1/3', '2027-01-03'],
    ['20270103', '2027-01-03'],
    ['2027-02-29', null],
    ['31.12.2027', null],
    ['', null],
  ])('reads %s as the date %s', (text, date) => {
    expect(dateIn(text)).toBe(date);
  });
});
