import { isObject, textOf, type Json, type JsonObject } from './json';

/** The tables of the flat form, by the array they hold: one sheet per array, joined by `ocid` and the ids above. */
export const CSV_TABLES = {
  main: null,
  parties: ['parties'],
  documents: ['tender', 'documents'],
  amendments: ['tender', 'amendments'],
  enquiries: ['tender', 'enquiries'],
  draws: ['tender', 'draws'],
  lots: ['tender', 'lots'],
  bids: ['bids', 'details'],
  awards: ['awards'],
} as const;
export type CsvTable = keyof typeof CSV_TABLES;

/** One row: column (`tender/title`) → value. */
export type CsvRow = Readonly<Record<string, string>>;

function flattened(object: JsonObject, path = ''): Record<string, string> {
  const row: Record<string, string> = {};
  for (const [name, value] of Object.entries(object)) {
    const here = path === '' ? name : `${path}/${name}`;
    if (isObject(value)) Object.assign(row, flattened(value, here));
    else if (!Array.isArray(value)) row[here] = textOf(value);
    else if (!value.some(isObject)) row[here] = value.map(textOf).join(';');
    else if (value.length > 0 && value.every(isObject) && isReferences(value)) {
      row[`${here}/id`] = value.map((item) => textOf(item.id)).join(';');
      row[`${here}/name`] = value.map((item) => textOf(item.name)).join(';');
    }
  }
  return row;
}

/** References to organisations are short enough for one cell. */
function isReferences(items: readonly JsonObject[]): boolean {
  return items.every((item) => Object.keys(item).every((key) => key === 'id' || key === 'name'));
}

/** The rows of one table for one compiled release, in the shape of Flatten Tool. */
export function csvRows(release: JsonObject, table: CsvTable): readonly CsvRow[] {
  const path = CSV_TABLES[table];
  const ocid = textOf(release.ocid);
  if (path === null) return [flattened(release)];
  let at: Json | undefined = release;
  for (const name of path) at = isObject(at) ? at[name] : undefined;
  if (!Array.isArray(at)) return [];
  const prefix = `${path.join('/')}/0`;
  return (at as JsonObject[]).map((item) => ({
    ocid,
    id: textOf(release.id),
    ...flattened(item, prefix),
  }));
}

/** The columns of each table: fixed, so that a file can be written row by row. */
export const CSV_COLUMNS: Readonly<Record<CsvTable, readonly string[]>> = {
  main: [
    'ocid',
    'id',
    'date',
    'initiationType',
    'language',
    'buyer/id',
    'buyer/name',
    'tender/id',
    'tender/title',
    'tender/description',
    'tender/status',
    'tender/procuringEntity/id',
    'tender/procuringEntity/name',
    'tender/value/amount',
    'tender/value/currency',
    'tender/procurementMethod',
    'tender/procurementMethodDetails',
    'tender/mainProcurementCategory',
    'tender/classification/scheme',
    'tender/classification/id',
    'tender/submissionMethod',
    'tender/tenderPeriod/startDate',
    'tender/tenderPeriod/endDate',
    'tender/enquiryPeriod/startDate',
    'tender/enquiryPeriod/endDate',
    'tender/bidOpening/date',
    'tender/numberOfTenderers',
  ],
  parties: [
    'ocid',
    'id',
    'parties/0/id',
    'parties/0/name',
    'parties/0/identifier/scheme',
    'parties/0/identifier/id',
    'parties/0/identifier/legalName',
    'parties/0/roles',
  ],
  documents: [
    'ocid',
    'id',
    ...[
      'id',
      'documentType',
      'title',
      'description',
      'url',
      'datePublished',
      'format',
      'language',
    ].map((name) => `tender/documents/0/${name}`),
  ],
  amendments: [
    'ocid',
    'id',
    ...['id', 'date', 'rationale', 'amendsReleaseID', 'releaseID'].map(
      (name) => `tender/amendments/0/${name}`,
    ),
  ],
  enquiries: [
    'ocid',
    'id',
    ...['id', 'description', 'answer', 'dateAnswered'].map((name) => `tender/enquiries/0/${name}`),
  ],
  draws: [
    'ocid',
    'id',
    ...[
      'id',
      'drawID',
      'purpose',
      'attempt',
      'source',
      'poolSize',
      'seed',
      'outcome',
      'date',
      'uri',
    ].map((name) => `tender/draws/0/${name}`),
  ],
  lots: [
    'ocid',
    'id',
    ...['id', 'title', 'status', 'value/amount', 'value/currency'].map(
      (name) => `tender/lots/0/${name}`,
    ),
  ],
  bids: [
    'ocid',
    'id',
    ...[
      'id',
      'status',
      'date',
      'tenderers/id',
      'tenderers/name',
      'value/amount',
      'value/currency',
      'relatedLots',
      'rank',
    ].map((name) => `bids/details/0/${name}`),
  ],
  awards: [
    'ocid',
    'id',
    ...[
      'id',
      'title',
      'status',
      'date',
      'value/amount',
      'value/currency',
      'suppliers/id',
      'suppliers/name',
      'relatedBids',
      'relatedLots',
    ].map((name) => `awards/0/${name}`),
  ],
};

/** One line of CSV (RFC 4180). Text that a spreadsheet would take for a formula is defused with an apostrophe. */
export function csvLine(cells: readonly string[]): string {
  return (
    cells
      .map((cell) =>
        /^[=+\-@\t\r]/.test(cell) && !/^-?\d+(\.\d+)?$/.test(cell) ? `'${cell}` : cell,
      )
      .map((cell) => (/[",\r\n]/.test(cell) ? `"${cell.replaceAll('"', '""')}"` : cell))
      .join(',') + '\r\n'
  );
}
