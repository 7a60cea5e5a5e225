import { isHex } from './bytes';
import { isObject } from './canonical';
import { accept, refuse, type Refusal, type Result } from './result';

/** What a parsed value must look like. Members a shape does not name are allowed: hashes cover them anyway. */
export interface Shape<T> {
  /** Where the value departs from the shape, or null. */
  readonly fault: (value: unknown, path: string) => string | null;
  /** Never present; carries the type. */
  readonly type?: T;
}

/** The type a shape describes. */
export type ShapeOf<S> = S extends Shape<infer T> ? T : never;

function when<T>(holds: (value: unknown) => boolean): Shape<T> {
  return { fault: (value, path) => (holds(value) ? null : path) };
}

/** A text that matches a pattern, or of 1 to 200 printable characters. */
export function text(pattern = /^\P{C}{1,200}$/u): Shape<string> {
  return when((value) => typeof value === 'string' && pattern.test(value));
}

/** An identifier of a record: visible ASCII, so that sorting by bytes and by characters agree. */
export const IDENTIFIER: Shape<string> = text(/^[\x21-\x7e]{1,120}$/);

/** A whole number within bounds. */
export function whole(least = 0, most = Number.MAX_SAFE_INTEGER): Shape<number> {
  return when(
    (value) =>
      typeof value === 'number' && Number.isSafeInteger(value) && value >= least && value <= most,
  );
}

/** Lower-case hexadecimal of so many bytes. */
export function hexOf(bytes: number): Shape<string> {
  return when((value) => isHex(value, bytes));
}

/** One of these values. */
export function literal<const T extends string | number | boolean | null>(
  ...values: readonly T[]
): Shape<T> {
  return when((value) => values.some((candidate) => candidate === value));
}

/** A list of between `least` and `most` items. */
export function list<T>(item: Shape<T>, least = 0, most = 100_000): Shape<readonly T[]> {
  return {
    fault: (value, path) => {
      if (!Array.isArray(value) || value.length < least || value.length > most) return path;
      for (const [at, element] of value.entries()) {
        const fault = item.fault(element, `${path}[${at}]`);
        if (fault !== null) return fault;
      }
      return null;
    },
  };
}

type Members = Readonly<Record<string, Shape<unknown>>>;
type Required<M extends Members> = { readonly [K in keyof M]: ShapeOf<M[K]> };
type Optional<M extends Members> = { readonly [K in keyof M]?: ShapeOf<M[K]> };

/** An object with these members; the second set may be absent. */
export function struct<M extends Members>(members: M): Shape<Required<M>>;
export function struct<M extends Members, O extends Members>(
  members: M,
  optional: O,
): Shape<Required<M> & Optional<O>>;
export function struct(members: Members, optional: Members = {}): Shape<unknown> {
  return {
    fault: (value, path) => {
      if (!isObject(value)) return path;
      for (const [name, member] of Object.entries(members)) {
        const fault = member.fault(value[name], `${path}.${name}`);
        if (fault !== null) return fault;
      }
      for (const [name, member] of Object.entries(optional)) {
        if (value[name] === undefined) continue;
        const fault = member.fault(value[name], `${path}.${name}`);
        if (fault !== null) return fault;
      }
      return null;
    },
  };
}

/** An object whose values all have one shape. */
export function dictionary<T>(item: Shape<T>): Shape<Readonly<Record<string, T>>> {
  return {
    fault: (value, path) => {
      if (!isObject(value)) return path;
      for (const [name, member] of Object.entries(value)) {
        const fault = item.fault(member, `${path}.${name}`);
        if (fault !== null) return fault;
      }
      return null;
    },
  };
}

/** A value of one of several shapes. */
export function either<A, B>(one: Shape<A>, other: Shape<B>): Shape<A | B> {
  return {
    fault: (value, path) => (one.fault(value, path) === null ? null : other.fault(value, path)),
  };
}

/** A value of a shape, or null. */
export function nullable<T>(shape: Shape<T>): Shape<T | null> {
  return { fault: (value, path) => (value === null ? null : shape.fault(value, path)) };
}

/** Anything that canonical JSON can hold. */
export const ANYTHING: Shape<unknown> = when((value) => value !== undefined);

/** Why a value does not have the shape: where it departs. */
export type ShapeRefusal = Refusal<'shape.invalid'>;

/** Checks a value against a shape; the value itself is returned, unknown members and all. */
export function read<T>(shape: Shape<T>, value: unknown): Result<T, ShapeRefusal> {
  const fault = shape.fault(value, '$');
  return fault === null ? accept(value as T) : refuse('shape.invalid', { path: fault });
}
