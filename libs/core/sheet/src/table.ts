import { accept, refuse, type Refusal, type Result } from '@core/kernel';

/** A column of a sheet: key, Chinese and English heading, longest text. */
export interface TableColumn<Column extends string = string> {
  readonly key: Column;
  readonly zh: string;
  readonly en: string;
  readonly max: number;
}

/** What can be wrong with any cell, or with the row it identifies. */
export const CELL_FAULTS = [
  'missing',
  'too_long',
  'twice_in_file',
  'known',
  'formula',
  'rounded',
] as const;
/** One of {@link CELL_FAULTS}. */
export type CellFault = (typeof CELL_FAULTS)[number];

/** The texts of a row, by column. */
export type Cells<Column extends string> = Readonly<Record<Column, string>>;

/** A kind of sheet: its columns, and how a row of it is judged and read. */
export interface TableKind<Column extends string, Fault extends string, Content> {
  readonly columns: readonly TableColumn<Column>[];
  readonly required: readonly Column[];
  /** The column by which a row is told from all others. */
  readonly identity: Column;
  /** How the identity is compared: without spaces, upper-case. */
  readonly tidy: (identity: string) => string;
  /** What is wrong with a row besides what can be wrong with any cell. */
  readonly faultsOf: (cells: Cells<Column>) => readonly (readonly [Column, Fault])[];
  /** What a row without a fault says. */
  readonly contentOf: (cells: Cells<Column>) => Content;
}

/** One fault of a sheet, at its place. */
export interface TableFault<Column extends string, Fault extends string> {
  /** The line of the sheet, its heading being line 1. */
  readonly line: number;
  readonly column: Column;
  readonly code: Fault | CellFault;
}

/** A row that can be taken over. */
export interface TableRow<Content> {
  readonly line: number;
  readonly content: Content;
}

/** A sheet, read. A row with a fault is not among the rows. */
export interface TableReading<Column extends string, Fault extends string, Content> {
  readonly rows: readonly TableRow<Content>[];
  readonly faults: readonly TableFault<Column, Fault>[];
}

/** The sheet cannot be read at all. */
export type TableRefusal = Refusal<
  'import.heading_missing' | 'import.too_many_rows' | 'import.empty'
>;

/** Most rows a sheet may have below its heading. */
const MOST_ROWS = 2_000;

/** Finds which place of a row each column has, by its heading in either language. */
function placesOf<Column extends string>(
  columns: readonly TableColumn<Column>[],
  heading: readonly string[],
): Map<Column, number> {
  const titles = heading.map((title) => title.replace(/[\s*＊]/g, '').toLowerCase());
  return new Map(
    columns.flatMap(({ key, zh, en }) => {
      const at = titles.findIndex((title) =>
        [zh, en.replace(/\s/g, '').toLowerCase(), key.toLowerCase()].includes(title),
      );
      return at < 0 ? [] : [[key, at] as const];
    }),
  );
}

function cellFaults<Column extends string>(
  columns: readonly TableColumn<Column>[],
  required: readonly Column[],
  cells: Cells<Column>,
): (readonly [Column, CellFault])[] {
  const faults: (readonly [Column, CellFault])[] = [];
  for (const { key, max } of columns) {
    const cell = cells[key];
    if (cell === '' && required.includes(key)) faults.push([key, 'missing']);
    else if (cell.length > max) faults.push([key, 'too_long']);
    else if (/^[=@\t]/.test(cell)) faults.push([key, 'formula']);
    // A spreadsheet keeps fifteen digits of a number: a longer one has lost its end.
    else if (/^\d(\.\d+)?E\+\d+$/i.test(cell)) faults.push([key, 'rounded']);
  }
  return faults;
}

/** The rows below the heading that say anything, each with its line; refused where there are none, or too many. */
function filledRows(
  body: readonly (readonly string[])[],
): Result<readonly { readonly row: readonly string[]; readonly line: number }[], TableRefusal> {
  const filled = body
    .map((row, index) => ({ row, line: index + 2 }))
    .filter(({ row }) => row.some((cell) => cell.trim() !== ''));
  if (filled.length === 0) return refuse('import.empty');
  return filled.length > MOST_ROWS
    ? refuse('import.too_many_rows', { rows: filled.length, most: MOST_ROWS })
    : accept(filled);
}

/**
 * Reads a sheet row by row: the first row is the heading, empty rows are skipped, several rows of one identity are not merged
 * but refused as `twice_in_file`, and `known` marks identities that are there already. Says every fault of every row at once.
 */
export function readTable<Column extends string, Fault extends string, Content>(
  kind: TableKind<Column, Fault, Content>,
  sheet: readonly (readonly string[])[],
  known: ReadonlySet<string>,
): Result<TableReading<Column, Fault, Content>, TableRefusal> {
  const { columns, required, identity } = kind;
  const [heading, ...body] = sheet;
  if (!heading) return refuse('import.empty');
  const places = placesOf(columns, heading);
  const absent = required.filter((key) => !places.has(key));
  if (absent.length > 0) return refuse('import.heading_missing', { columns: absent });
  const filled = filledRows(body);
  if (!filled.ok) return filled;
  const seen = new Set<string>();
  const rows: TableRow<Content>[] = [];
  const faults: TableFault<Column, Fault>[] = [];
  for (const { row, line } of filled.value) {
    const texts = Object.fromEntries(
      columns.map(({ key }) => [key, (row[places.get(key) ?? -1] ?? '').trim()]),
    ) as Record<Column, string>;
    const who = kind.tidy(texts[identity]);
    const cells = { ...texts, [identity]: who };
    const twice: CellFault | null = known.has(who)
      ? 'known'
      : seen.has(who)
        ? 'twice_in_file'
        : null;
    const wrong: (readonly [Column, Fault | CellFault])[] = [
      ...cellFaults(columns, required, cells),
      ...kind.faultsOf(cells),
      ...(twice === null ? [] : [[identity, twice] as const]),
    ];
    seen.add(who);
    if (wrong.length === 0) rows.push({ line, content: kind.contentOf(cells) });
    else faults.push(...wrong.map(([column, code]) => ({ line, column, code })));
  }
  return accept({ rows, faults });
}
