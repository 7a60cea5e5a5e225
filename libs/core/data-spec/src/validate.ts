import { CLOSING, tableOf, type SpecField } from './tables';

/** A row of a data set: only fields that have a value. */
export interface SpecRow {
  /** The data set's key. */
  readonly table: string;
  readonly values: Readonly<Record<string, string>>;
}

/** What is wrong with a row. `missing`: a required field that this platform does not hold. */
export interface SpecFault {
  readonly table: string;
  readonly key: string;
  readonly fault: 'form' | 'unknown' | 'missing';
}

const DATES: Readonly<Record<string, RegExp>> = {
  yyyyMMddHHmmss: /^\d{4}(0[1-9]|1[0-2])(0[1-9]|[12]\d|3[01])([01]\d|2[0-3])[0-5]\d[0-5]\d$/,
  yyyyMMdd: /^\d{4}(0[1-9]|1[0-2])(0[1-9]|[12]\d|3[01])$/,
};

function lengthFits(form: string, length: number): boolean {
  const [, atMost, size = ''] = /^(\.\.)?(\d+|ul)$/.exec(form) ?? [];
  if (size === 'ul') return true;
  return atMost === undefined ? length === Number(size) : length <= Number(size);
}

/** Whether a text has the form of a field. Characters are counted as people count them. */
export function hasForm(format: string, text: string): boolean {
  const date = DATES[format];
  if (date) return date.test(text);
  const form = format.slice(1);
  if (format.startsWith('C')) return lengthFits(form, Array.from(text).length);
  const [digits = '', places] = form.split(',');
  const match = /^-?(\d+)(?:\.(\d+))?$/.exec(text);
  if (!match) return false;
  const [, whole = '', part = ''] = match;
  return lengthFits(digits, whole.length + part.length) && part.length <= Number(places ?? 0);
}

function fieldsOf(table: string): readonly SpecField[] {
  return [...tableOf(table).fields, ...CLOSING];
}

/** Everything wrong with a row; whoever sends it on decides what of `missing` the other side lets pass. */
export function faultsOf({ table, values }: SpecRow): readonly SpecFault[] {
  const fields = fieldsOf(table);
  const known = new Map(fields.map((field) => [field.key, field]));
  const given = Object.entries(values).flatMap(([key, value]): SpecFault[] => {
    const field = known.get(key);
    if (!field) return [{ table, key, fault: 'unknown' }];
    return hasForm(field.format, value) ? [] : [{ table, key, fault: 'form' }];
  });
  const missing = fields
    .filter(({ key, required }) => required && !(key in values))
    .map(({ key }): SpecFault => ({ table, key, fault: 'missing' }));
  return [...given, ...missing];
}

/** The same row without what only authorities may see. */
export function publicPart({ table, values }: SpecRow): SpecRow {
  const open = new Set(
    fieldsOf(table)
      .filter((field) => field.scope === 'public')
      .map((field) => field.key),
  );
  return {
    table,
    values: Object.fromEntries(Object.entries(values).filter(([key]) => open.has(key))),
  };
}
