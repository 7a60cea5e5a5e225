import { accept, refuse, type Instant, type Refusal, type Result } from '@core/kernel';
import { endOfDate } from '@core/rules';
import { isCreditCode } from './credit-code';
import type { EnterpriseContent } from './enterprise';

/** The columns of the sheet firms are imported from: key, Chinese and English heading, longest text. */
export const SHEET_COLUMNS = [
  { key: 'creditCode', zh: '统一社会信用代码', en: 'Credit code', max: 18 },
  { key: 'name', zh: '企业全称', en: 'Name', max: 120 },
  { key: 'address', zh: '住所', en: 'Address', max: 200 },
  { key: 'legalRepresentative', zh: '法定代表人', en: 'Legal representative', max: 60 },
  { key: 'contactName', zh: '联系人', en: 'Contact', max: 60 },
  { key: 'contactPhone', zh: '联系电话', en: 'Telephone', max: 30 },
  { key: 'bankName', zh: '开户银行', en: 'Bank', max: 100 },
  { key: 'bankAccount', zh: '账号', en: 'Account', max: 40 },
  { key: 'qualificationType', zh: '资质类别', en: 'Qualification', max: 60 },
  { key: 'qualificationGrade', zh: '资质等级', en: 'Grade', max: 30 },
  { key: 'qualificationCertificate', zh: '证书编号', en: 'Certificate', max: 60 },
  { key: 'qualificationUntil', zh: '有效期至', en: 'Valid until', max: 10 },
] as const;

/** Key of a column. */
export type SheetColumn = (typeof SHEET_COLUMNS)[number]['key'];

/** Most rows a sheet may have below its heading. */
export const MOST_SHEET_ROWS = 2_000;

/** What can be wrong with a cell or a row. */
export const ROW_FAULTS = [
  'missing',
  'too_long',
  'credit_code_invalid',
  'date_invalid',
  'qualification_incomplete',
  'twice_in_file',
  'known',
  'formula',
  'rounded',
] as const;
/** One of {@link ROW_FAULTS}. */
export type RowFaultCode = (typeof ROW_FAULTS)[number];

/** One fault of a sheet, at its place. */
export interface RowFault {
  /** The line of the sheet, its heading being line 1. */
  readonly line: number;
  readonly column: SheetColumn;
  readonly code: RowFaultCode;
}

/** A row that can be taken over. */
export interface SheetRow {
  readonly line: number;
  readonly content: EnterpriseContent;
}

/** A sheet, read. A row with a fault is not among the rows. */
export interface SheetReading {
  readonly rows: readonly SheetRow[];
  readonly faults: readonly RowFault[];
}

/** The sheet cannot be read at all. */
export type SheetRefusal = Refusal<
  'import.heading_missing' | 'import.too_many_rows' | 'import.empty'
>;

/** Reads comma-separated text (RFC 4180), with or without a byte order mark; an unclosed quote runs to the end. */
export function parseCsv(text: string): string[][] {
  const rows: string[][] = [];
  let row: string[] = [];
  let cell = '';
  let quoted = false;
  const body = text.replace(/^\uFEFF/, '');
  const endCell = (): void => {
    row.push(cell);
    cell = '';
  };
  const endRow = (): void => {
    endCell();
    rows.push(row);
    row = [];
  };
  for (let at = 0; at < body.length; at++) {
    const letter = body.charAt(at);
    if (quoted) {
      if (letter !== '"') cell += letter;
      else if (body.charAt(at + 1) === '"') {
        cell += '"';
        at++;
      } else quoted = false;
    } else if (letter === '"' && cell === '') quoted = true;
    else if (letter === ',') endCell();
    else if (letter === '\n') endRow();
    else if (letter !== '\r') cell += letter;
  }
  if (cell !== '' || row.length > 0) endRow();
  return rows;
}

/** Finds which place of a row each column has, by its heading in either language. */
function placesOf(heading: readonly string[]): Map<SheetColumn, number> {
  const titles = heading.map((title) => title.replace(/[\s*＊]/g, '').toLowerCase());
  return new Map(
    SHEET_COLUMNS.flatMap(({ key, zh, en }) => {
      const at = titles.findIndex((title) =>
        [zh, en.replace(/\s/g, '').toLowerCase(), key.toLowerCase()].includes(title),
      );
      return at < 0 ? [] : [[key, at] as const];
    }),
  );
}

/** `2027-12-31`, `2027/12/31` or `20271231`: the last instant of that Beijing day; null for what is no date. */
function lastInstantOf(text: string): Instant | null {
  const match = /^(\d{4})[-/.]?(\d{1,2})[-/.]?(\d{1,2})$/.exec(text);
  if (!match) return null;
  const [, year = '', month = '', day = ''] = match;
  const date = `${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`;
  const parsed = new Date(`${date}T00:00:00.000Z`);
  if (Number.isNaN(parsed.getTime()) || !parsed.toISOString().startsWith(date)) return null;
  return endOfDate(date) - 1;
}

const REQUIRED: readonly SheetColumn[] = ['creditCode', 'name'];
const QUALIFICATION: readonly SheetColumn[] = [
  'qualificationType',
  'qualificationGrade',
  'qualificationCertificate',
  'qualificationUntil',
];

type Cells = Readonly<Record<SheetColumn, string>>;

function faultsOf(cells: Cells): (readonly [SheetColumn, RowFaultCode])[] {
  const faults: (readonly [SheetColumn, RowFaultCode])[] = [];
  for (const { key, max } of SHEET_COLUMNS) {
    const cell = cells[key];
    if (cell === '' && REQUIRED.includes(key)) faults.push([key, 'missing']);
    else if (cell.length > max) faults.push([key, 'too_long']);
    else if (/^[=@\t]/.test(cell)) faults.push([key, 'formula']);
    // A spreadsheet keeps fifteen digits of a number: a longer account number has lost its end.
    else if (/^\d(\.\d+)?E\+\d+$/i.test(cell)) faults.push([key, 'rounded']);
  }
  if (cells.creditCode !== '' && !isCreditCode(cells.creditCode)) {
    faults.push(['creditCode', 'credit_code_invalid']);
  }
  const given = QUALIFICATION.filter((key) => cells[key] !== '');
  if (given.length > 0) {
    const gap = QUALIFICATION.find((key) => cells[key] === '');
    if (gap !== undefined) faults.push([gap, 'qualification_incomplete']);
    else if (lastInstantOf(cells.qualificationUntil) === null) {
      faults.push(['qualificationUntil', 'date_invalid']);
    }
  }
  return faults;
}

function contentOf(cells: Cells): EnterpriseContent {
  const { qualificationType, qualificationGrade, qualificationCertificate, ...rest } = cells;
  const { qualificationUntil, ...texts } = rest;
  const validUntil = lastInstantOf(qualificationUntil);
  return {
    ...texts,
    qualifications:
      validUntil === null
        ? []
        : [
            {
              type: qualificationType,
              grade: qualificationGrade,
              certificate: qualificationCertificate,
              validUntil,
            },
          ],
    staff: [],
    attachments: [],
  };
}

/**
 * Reads a sheet row by row: the first row is the heading, empty rows are skipped, several rows of one firm are not
 * merged but refused as `twice_in_file`, and `known` marks codes the register has already. Says every fault of every
 * row at once.
 */
export function readSheet(
  cells: readonly (readonly string[])[],
  known: ReadonlySet<string>,
): Result<SheetReading, SheetRefusal> {
  const [heading, ...body] = cells;
  if (!heading) return refuse('import.empty');
  const places = placesOf(heading);
  const absent = REQUIRED.filter((key) => !places.has(key));
  if (absent.length > 0) return refuse('import.heading_missing', { columns: absent });
  const filled = body
    .map((row, index) => ({ row, line: index + 2 }))
    .filter(({ row }) => row.some((cell) => cell.trim() !== ''));
  if (filled.length === 0) return refuse('import.empty');
  if (filled.length > MOST_SHEET_ROWS) {
    return refuse('import.too_many_rows', { rows: filled.length, most: MOST_SHEET_ROWS });
  }
  const seen = new Set<string>();
  const rows: SheetRow[] = [];
  const faults: RowFault[] = [];
  for (const { row, line } of filled) {
    const found = Object.fromEntries(
      SHEET_COLUMNS.map(({ key }) => [key, (row[places.get(key) ?? -1] ?? '').trim()]),
    ) as Record<SheetColumn, string>;
    found.creditCode = found.creditCode.replace(/[\s-]/g, '').toUpperCase();
    const wrong = faultsOf(found);
    if (known.has(found.creditCode)) wrong.push(['creditCode', 'known']);
    else if (seen.has(found.creditCode)) wrong.push(['creditCode', 'twice_in_file']);
    seen.add(found.creditCode);
    if (wrong.length === 0) rows.push({ line, content: contentOf(found) });
    else faults.push(...wrong.map(([column, code]) => ({ line, column, code })));
  }
  return accept({ rows, faults });
}
