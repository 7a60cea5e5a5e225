import { birthdayOf, isIdNumber, tidyIdNumber } from '@core/enterprise';
import type { Instant, Result } from '@core/kernel';
import { legalDate } from '@core/rules';
import {
  CELL_FAULTS,
  dateIn,
  readTable,
  type Cells,
  type TableReading,
  type TableRefusal,
} from '@core/sheet';
import { checkSpecialties, emptyApplication, type ExpertContent } from './application';
import { SPECIALTIES } from './specialties';
import { ageOn } from './standing';
import type { ExpertPoolTerms } from './terms';

/** The columns of the sheet experts are imported from. */
export const EXPERT_COLUMNS = [
  { key: 'name', zh: '姓名', en: 'Name', max: 60 },
  { key: 'idNumber', zh: '身份证号', en: 'Identity number', max: 24 },
  { key: 'phone', zh: '手机', en: 'Telephone', max: 30 },
  { key: 'employer', zh: '工作单位', en: 'Employer', max: 120 },
  { key: 'employerCode', zh: '单位信用代码', en: 'Credit code', max: 18 },
  { key: 'region', zh: '地区', en: 'Region', max: 60 },
  { key: 'education', zh: '学历', en: 'Education', max: 60 },
  { key: 'title', zh: '职称', en: 'Title', max: 60 },
  { key: 'fieldSince', zh: '从业起始日', en: 'In the field since', max: 10 },
  { key: 'specialties', zh: '评标专业', en: 'Specialties', max: 200 },
  { key: 'recusals', zh: '应回避的单位', en: 'Firms to keep away from', max: 500 },
] as const;

/** Key of a column. */
export type ExpertColumn = (typeof EXPERT_COLUMNS)[number]['key'];

/** The columns that must be filled. */
export const REQUIRED_EXPERT_COLUMNS: readonly ExpertColumn[] = ['name', 'idNumber', 'specialties'];

/** What can be wrong with a row besides what can be wrong with any cell. */
const OWN_FAULTS = [
  'id_number_invalid',
  'date_invalid',
  'specialty_unknown',
  'specialties_too_many',
  'too_old',
] as const;
type OwnFault = (typeof OWN_FAULTS)[number];
/** What can be wrong with a cell or a row. */
export const EXPERT_ROW_FAULTS = [...CELL_FAULTS, ...OWN_FAULTS] as const;

/** What a row says: an application to be completed, and the identity number it is told by. */
export interface ExpertRowContent {
  readonly idNumber: string;
  /** Without the digest of the number, which core cannot make. */
  readonly content: ExpertContent;
}

/** A sheet of experts, read. */
export type ExpertSheetReading = TableReading<ExpertColumn, OwnFault, ExpertRowContent>;

/** The parts of a cell that lists several things. */
function partsOf(cell: string): readonly string[] {
  return cell
    .split(/[、,，;；|\n]/)
    .map((part) => part.trim())
    .filter((part) => part !== '');
}

/** The specialty of a name or an id; null where the classification has none. */
function specialtyOf(word: string): string | null {
  const wanted = word.toLowerCase();
  const found = SPECIALTIES.find(({ id, zh, en }) => [id, zh, en.toLowerCase()].includes(wanted));
  return found?.id ?? null;
}

function specialtyFault(cell: string, terms: ExpertPoolTerms): OwnFault | null {
  const chosen = partsOf(cell).map(specialtyOf);
  const known = chosen.filter((one) => one !== null);
  if (known.length < chosen.length) return 'specialty_unknown';
  return checkSpecialties(known, terms).ok ? null : 'specialties_too_many';
}

function faultsOf(
  cells: Cells<ExpertColumn>,
  terms: ExpertPoolTerms,
  at: Instant,
): (readonly [ExpertColumn, OwnFault])[] {
  const { idNumber, fieldSince, specialties } = cells;
  const faults: (readonly [ExpertColumn, OwnFault])[] = [];
  if (idNumber !== '' && !isIdNumber(idNumber)) faults.push(['idNumber', 'id_number_invalid']);
  else if (idNumber !== '' && ageOn(birthdayOf(idNumber), legalDate(at)) > terms.ageIn.value) {
    faults.push(['idNumber', 'too_old']);
  }
  if (fieldSince !== '' && dateIn(fieldSince) === null) faults.push(['fieldSince', 'date_invalid']);
  const wrong = specialtyFault(specialties, terms);
  if (wrong !== null) faults.push(['specialties', wrong]);
  return faults;
}

function contentOf(cells: Cells<ExpertColumn>): ExpertRowContent {
  const { idNumber, fieldSince, specialties, recusals, ...texts } = cells;
  const known = partsOf(specialties).map(specialtyOf);
  return {
    idNumber,
    content: {
      ...emptyApplication(texts.name),
      ...texts,
      bornOn: birthdayOf(idNumber),
      fieldSince: dateIn(fieldSince) ?? '',
      specialties: [...new Set(known.filter((one) => one !== null))],
      recusals: partsOf(recusals),
    },
  };
}

/**
 * Reads a sheet of experts row by row; `known` are identity numbers the pool has already. Says every fault of every row at once,
 * what the terms of the pool say of ages and specialties included.
 */
export function readExpertSheet(
  cells: readonly (readonly string[])[],
  known: ReadonlySet<string>,
  terms: ExpertPoolTerms,
  at: Instant,
): Result<ExpertSheetReading, TableRefusal> {
  return readTable(
    {
      columns: EXPERT_COLUMNS,
      required: REQUIRED_EXPERT_COLUMNS,
      identity: 'idNumber',
      tidy: tidyIdNumber,
      faultsOf: (row) => faultsOf(row, terms, at),
      contentOf,
    },
    cells,
    known,
  );
}
