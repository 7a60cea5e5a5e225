import { Column, PrimaryColumn, PrimaryGeneratedColumn, type ColumnOptions } from 'typeorm';
import { fen, type Fen, type Instant } from '@core/kernel';
import { PersonalCipher } from '../secrets/personal-cipher';

/** Who may ever see a column (blueprint §2). `personal` columns are encrypted with a key outside the database. */
export type DataClass = 'public' | 'internal' | 'personal' | 'sealed';

/** Table property → data class, filled by the decorators; a test asserts that no column is missing. */
export const DATA_CLASSES = new Map<object, Map<string, DataClass>>();

function classify(dataClass: DataClass, decorate: PropertyDecorator): PropertyDecorator {
  return (target, property) => {
    const known = DATA_CLASSES.get(target.constructor) ?? new Map<string, DataClass>();
    DATA_CLASSES.set(target.constructor, known.set(String(property), dataClass));
    decorate(target, property);
  };
}

interface Options {
  readonly nullable?: boolean;
  /** What rows have that were there before the column. */
  readonly default?: number;
}

function options(extra: Options | undefined, rest: ColumnOptions): ColumnOptions {
  const before = extra?.default === undefined ? {} : { default: extra.default };
  return { ...rest, ...before, nullable: extra?.nullable ?? false };
}

/** The primary key: a UUIDv7 (36 characters), or another short text key. */
export function Key(length = 36, dataClass: DataClass = 'internal'): PropertyDecorator {
  return classify(dataClass, PrimaryColumn({ type: 'varchar', length }));
}

/** A primary key counted by the database: append-only tables whose order matters. */
export function Counted(): PropertyDecorator {
  return classify('internal', PrimaryGeneratedColumn({ type: 'int' }));
}

/** A primary key that says a place: given by the code, never by the database. */
export function Position(): PropertyDecorator {
  return classify('internal', PrimaryColumn({ type: 'int' }));
}

/** The id of another row. */
export function Ref(dataClass: DataClass = 'internal', extra?: Options): PropertyDecorator {
  return classify(dataClass, Column(options(extra, { type: 'varchar', length: 36 })));
}

/** A short text of at most `length` characters; longer than 255 is a {@link LongText}. */
export function ShortText(
  length: number,
  dataClass: DataClass,
  extra?: Options,
): PropertyDecorator {
  return classify(dataClass, Column(options(extra, { type: 'varchar', length })));
}

/** A text up to 64 KiB. */
export function LongText(dataClass: DataClass, extra?: Options): PropertyDecorator {
  return classify(dataClass, Column(options(extra, { type: 'text' })));
}

/** An encrypted text (data class personal). */
export function Personal(extra?: Options): PropertyDecorator {
  return classify(
    'personal',
    Column(
      options(extra, {
        type: 'text',
        transformer: {
          to: (value: string | null | undefined) =>
            value == null ? value : PersonalCipher.current.encrypt(value),
          from: (value: string | null) =>
            value === null ? null : PersonalCipher.current.decrypt(value),
        },
      }),
    ),
  );
}

/** A value kept as JSON text up to 64 KiB; never hashed from here (key order is the writer's). */
export function JsonText(dataClass: DataClass, extra?: Options): PropertyDecorator {
  return classify(
    dataClass,
    Column(
      options(extra, {
        type: 'text',
        transformer: {
          to: (value: unknown) => (value == null ? value : JSON.stringify(value)),
          from: (value: string | null) => (value === null ? null : (JSON.parse(value) as unknown)),
        },
      }),
    ),
  );
}

/** A moment with milliseconds, UTC. */
export function Moment(dataClass: DataClass = 'internal', extra?: Options): PropertyDecorator {
  return classify(
    dataClass,
    Column(
      options(extra, {
        type: 'datetime',
        precision: 3,
        transformer: {
          // Query builders hand operators such as LessThan() through: those carry a Date already.
          to: (value: Instant | null | undefined) =>
            typeof value === 'number' ? new Date(value) : value,
          from: (value: Date | null) => (value === null ? null : value.getTime()),
        },
      }),
    ),
  );
}

function safeInteger(value: string | number | null): number | null {
  if (value === null) return null;
  const parsed = Number(value);
  if (!Number.isSafeInteger(parsed)) throw new Error(`column holds ${value}: not a safe integer`);
  return parsed;
}

/** An amount of money in fen. */
export function FenAmount(dataClass: DataClass, extra?: Options): PropertyDecorator {
  return classify(
    dataClass,
    Column(
      options(extra, {
        type: 'bigint',
        transformer: {
          to: (value: Fen | null | undefined) => value,
          from: (value: string | number | null) => {
            const amount = safeInteger(value);
            return amount === null ? null : fen(amount);
          },
        },
      }),
    ),
  );
}

/** A whole number that may exceed 32 bits (bytes, epoch milliseconds). */
export function BigWhole(dataClass: DataClass = 'internal', extra?: Options): PropertyDecorator {
  return classify(
    dataClass,
    Column(
      options(extra, {
        type: 'bigint',
        transformer: { to: (value: number | null | undefined) => value, from: safeInteger },
      }),
    ),
  );
}

/** A whole number of at most 31 bits. */
export function Whole(dataClass: DataClass = 'internal', extra?: Options): PropertyDecorator {
  return classify(dataClass, Column(options(extra, { type: 'int' })));
}

/** Bytes, up to 64 KiB. */
export function Bytes(dataClass: DataClass, extra?: Options): PropertyDecorator {
  return classify(dataClass, Column(options(extra, { type: 'blob' })));
}
