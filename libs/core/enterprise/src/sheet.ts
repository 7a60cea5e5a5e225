import type { Instant, Result } from '@core/kernel';
import { endOfDate } from '@core/rules';
import {
  CELL_FAULTS,
  dateIn,
  readTable,
  type Cells,
  type TableKind,
  type TableReading,
  type TableRefusal,
} from '@core/sheet';
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

/** What can be wrong with a row besides what can be wrong with any cell. */
const OWN_FAULTS = ['credit_code_invalid', 'date_invalid', 'qualification_incomplete'] as const;
/** What can be wrong with a cell or a row. */
export const ROW_FAULTS = [...CELL_FAULTS, ...OWN_FAULTS] as const;

type OwnFault = (typeof OWN_FAULTS)[number];

/** A sheet of firms, read. A row with a fault is not among the rows. */
export type SheetReading = TableReading<SheetColumn, OwnFault, EnterpriseContent>;

/** The columns that must be filled. */
export const REQUIRED_COLUMNS: readonly SheetColumn[] = ['creditCode', 'name'];
const QUALIFICATION: readonly SheetColumn[] = [
  'qualificationType',
  'qualificationGrade',
  'qualificationCertificate',
  'qualificationUntil',
];

/** The last instant of a date in a cell; null for what is no date. */
function lastInstantOf(text: string): Instant | null {
  const date = dateIn(text);
  return date === null ? null : endOfDate(date) - 1;
}

function faultsOf(cells: Cells<SheetColumn>): (readonly [SheetColumn, OwnFault])[] {
  const faults: (readonly [SheetColumn, OwnFault])[] = [];
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

function contentOf(cells: Cells<SheetColumn>): EnterpriseContent {
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

const FIRMS: TableKind<SheetColumn, OwnFault, EnterpriseContent> = {
  columns: SHEET_COLUMNS,
  required: REQUIRED_COLUMNS,
  identity: 'creditCode',
  tidy: (code) => code.replace(/[\s-]/g, '').toUpperCase(),
  faultsOf,
  contentOf,
};

/** Reads a sheet of firms row by row; `known` marks codes the register has already. Says every fault of every row at once. */
export function readSheet(
  cells: readonly (readonly string[])[],
  known: ReadonlySet<string>,
): Result<SheetReading, TableRefusal> {
  return readTable(FIRMS, cells, known);
}
