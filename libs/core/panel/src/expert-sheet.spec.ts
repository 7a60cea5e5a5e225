import { idNumberCheck } from '@core/enterprise';
import { atBeijing, NATIONAL_2024 } from '@core/rules';
import { EXPERT_COLUMNS, expertPoolTerms, readExpertSheet } from './index';

const at = atBeijing('2026-03-16', '09:00');
const terms = expertPoolTerms(NATIONAL_2024, at);

function idNumber(bornOn: string, serial: number): string {
  const body = `420500${bornOn.replaceAll('-', '')}${String(serial).padStart(3, '0')}`;
  return body + (idNumberCheck(body) ?? '');
}

const [one, two, old] = [
  idNumber('1975-05-05', 1),
  idNumber('1980-01-01', 2),
  idNumber('1950-01-01', 3),
];
const headings = EXPERT_COLUMNS.map(({ zh }) => zh);
const row = (number: string, specialties: string, fieldSince = '2010/7/1'): string[] => [
  '季明',
  number,
  '13911112222',
  '设计院',
  '',
  '青禾县',
  '本科',
  '高级工程师',
  fieldSince,
  specialties,
  '甲公司、乙公司',
];

describe('a sheet of experts', () => {
  it('is read row by row, specialties by name or id', () => {
    const reading = readExpertSheet(
      [headings, row(one, '公路与市政道路、cost'), row(two, 'Information technology')],
      new Set(),
      terms,
      at,
    );
    expect(reading).toMatchObject({
      value: {
        faults: [],
        rows: [
          {
            line: 2,
            content: {
              idNumber: one,
              content: {
                bornOn: '1975-05-05',
                fieldSince: '2010-07-01',
                specialties: ['road', 'cost'],
                recusals: ['甲公司', '乙公司'],
                idDigest: '',
                papers: [],
              },
            },
          },
          { line: 3, content: { content: { specialties: ['it'] } } },
        ],
      },
    });
  });

  it('says every fault of every row, those of the terms included', () => {
    const reading = readExpertSheet(
      [
        headings,
        row(one, 'road'),
        row(` ${one.toLowerCase()} `, 'road'),
        row(two, 'road'),
        row(old, 'road'),
        row('420500197505050011', 'magic'),
        row(idNumber('1981-01-01', 4), 'road、cost、civil'),
        row(idNumber('1982-01-01', 5), 'road、it', '2010-02-30'),
        row('', ''),
      ],
      new Set([two]),
      terms,
      at,
    );
    if (!reading.ok) throw new Error('not read');
    expect(reading.value.rows.map(({ line }) => line)).toEqual([2]);
    expect(reading.value.faults.map(({ line, column, code }) => [line, column, code])).toEqual([
      [3, 'idNumber', 'twice_in_file'],
      [4, 'idNumber', 'known'],
      [5, 'idNumber', 'too_old'],
      [6, 'idNumber', 'id_number_invalid'],
      [6, 'specialties', 'specialty_unknown'],
      [7, 'specialties', 'specialties_too_many'],
      [8, 'fieldSince', 'date_invalid'],
      [8, 'specialties', 'specialties_too_many'],
      [9, 'idNumber', 'missing'],
      [9, 'specialties', 'missing'],
    ]);
  });

  it('is refused where a column that must be there is not', () => {
    expect(readExpertSheet([['姓名'], ['季明']], new Set(), terms, at)).toMatchObject({
      refusal: { code: 'import.heading_missing', params: { columns: ['idNumber', 'specialties'] } },
    });
  });
});
