import tables from './tables.json';

/** A field of the specification: its key, its form, and who may see it. */
export interface SpecField {
  readonly key: string;
  /** Chinese name, as the specification prints it. */
  readonly name: string;
  /** `C18` exactly so many characters, `C..200` at most, `C..ul` any; `N1` digits; `N..20,6` decimal; `yyyyMMddHHmmss`. */
  readonly format: string;
  readonly required: boolean;
  /** 社会公开 (everybody) or 政务公开 (authorities). */
  readonly scope: 'public' | 'gov';
}

/** A data set of the specification. */
export interface SpecTable {
  /** `501`. */
  readonly number: string;
  /** `TENDER_PROJECT`. */
  readonly key: string;
  readonly name: string;
  readonly fields: readonly SpecField[];
}

/**
 * The data sets this platform fills, of the data specification of public resource trading platforms as Fujian's edition
 * 4.x prints it, which extends the national V2.0 (数据规范). The closing fields of every set are in {@link CLOSING}.
 */
export const SPEC_TABLES = tables as readonly SpecTable[];

/** What every data set ends with. */
export const CLOSING: readonly SpecField[] = [
  { key: 'PLATFORM_CODE', name: '交易系统标识码', format: 'C18', required: true, scope: 'public' },
  {
    key: 'PUB_SERVICE_PLAT_CODE',
    name: '公共服务系统标识码',
    format: 'C18',
    required: true,
    scope: 'public',
  },
  {
    key: 'DATA_TIMESTAMP',
    name: '数据时间戳',
    format: 'yyyyMMddHHmmss',
    required: true,
    scope: 'public',
  },
];

/** The table with this key. Throws a RangeError for none: a bug, not bad input. */
export function tableOf(key: string): SpecTable {
  const table = SPEC_TABLES.find((one) => one.key === key);
  if (!table) throw new RangeError(`no data set ${key}`);
  return table;
}
