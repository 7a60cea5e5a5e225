import { applyDecorators } from '@nestjs/common';
import { ApiProperty, type ApiPropertyOptions } from '@nestjs/swagger';
import { Transform, Type } from 'class-transformer';
import {
  ArrayMaxSize,
  IsArray,
  IsBoolean,
  IsIn,
  IsInt,
  IsObject,
  IsOptional,
  Matches,
  Max,
  MaxLength,
  Min,
  MinLength,
  IsString,
  ValidateNested,
} from 'class-validator';

/** Decorators that validate and document a field in one, so that the two cannot drift apart. */
interface Presence {
  readonly optional?: boolean;
}

function field(
  presence: Presence | undefined,
  document: ApiPropertyOptions,
  ...checks: PropertyDecorator[]
): PropertyDecorator {
  const optional = presence?.optional === true;
  return applyDecorators(
    ApiProperty({ ...document, required: !optional } as ApiPropertyOptions),
    ...(optional ? [IsOptional()] : []),
    ...checks,
  );
}

const trim = Transform(({ value }: { value: unknown }) =>
  typeof value === 'string' ? value.trim() : value,
);

/** A text without surrounding space, of `min` (default 1) to `max` characters. */
export function Text(limits: { max: number; min?: number } & Presence): PropertyDecorator {
  const min = limits.min ?? 1;
  return field(
    limits,
    { type: String, minLength: min, maxLength: limits.max },
    trim,
    IsString(),
    MinLength(min),
    MaxLength(limits.max),
  );
}

/** A secret as typed: neither trimmed nor shown in examples. */
export function Secret(presence?: Presence): PropertyDecorator {
  return field(
    presence,
    { type: String, format: 'password', maxLength: 200 },
    IsString(),
    MinLength(1),
    MaxLength(200),
  );
}

function pattern(format: string, expression: RegExp, presence?: Presence): PropertyDecorator {
  return field(
    presence,
    { type: String, format, pattern: expression.source },
    Matches(expression, { message: format }),
  );
}

/** The id of something: a UUID. */
export function Id(presence?: Presence): PropertyDecorator {
  return pattern(
    'uuid',
    /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/,
    presence,
  );
}

/** Money: a decimal string of fen, below ten million million yuan, so that it is exact. */
export function FenText(presence?: Presence): PropertyDecorator {
  return pattern('fen', /^(0|[1-9]\d{0,14})$/, presence);
}

/** A moment: ISO 8601, UTC, milliseconds. */
export function UtcInstant(presence?: Presence): PropertyDecorator {
  return pattern('instant', /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}\.\d{3}Z$/, presence);
}

/** A time of day in Beijing: `09:30`. */
export function TimeOfDay(presence?: Presence): PropertyDecorator {
  return pattern('time-of-day', /^([01]\d|2[0-3]):[0-5]\d$/, presence);
}

/** A date of the legal calendar, `2026-03-23`. */
export function LegalDate(presence?: Presence): PropertyDecorator {
  return pattern('date', /^(19|20)\d{2}-(0[1-9]|1[0-2])-(0[1-9]|[12]\d|3[01])$/, presence);
}

/** Lower-case hexadecimal of exactly `bytes` bytes. */
export function Hex(bytes: number, presence?: Presence): PropertyDecorator {
  return pattern('hex', new RegExp(`^[0-9a-f]{${bytes * 2}}$`), presence);
}

/** One of the given words. */
export function OneOf(words: readonly string[], presence?: Presence): PropertyDecorator {
  return field(presence, { type: String, enum: [...words] }, IsIn([...words]));
}

/** A whole number between two bounds, both included. */
export function WholeNumber(limits: { min: number; max: number } & Presence): PropertyDecorator {
  return field(
    limits,
    { type: 'integer', minimum: limits.min, maximum: limits.max },
    IsInt(),
    Min(limits.min),
    Max(limits.max),
  );
}

/** A whole number in a query string. */
export function QueryNumber(limits: { min: number; max: number } & Presence): PropertyDecorator {
  return applyDecorators(
    Type(() => Number),
    WholeNumber(limits),
  );
}

/** Yes or no. */
export function YesNo(presence?: Presence): PropertyDecorator {
  return field(presence, { type: Boolean }, IsBoolean());
}

/** A list of nested objects, at most `max`. */
export function ListOf(
  item: () => new () => object,
  limits: { max: number } & Presence,
): PropertyDecorator {
  // Swagger takes a function for a lazy reference only when its name is `type`.
  const type = (): new () => object => item();
  return field(
    limits,
    { type, isArray: true, maxItems: limits.max },
    IsArray(),
    ArrayMaxSize(limits.max),
    ValidateNested({ each: true }),
    Type(item),
  );
}

/** A list of short texts. */
export function Texts(limits: { max: number; length: number } & Presence): PropertyDecorator {
  return field(
    limits,
    { type: String, isArray: true, maxItems: limits.max },
    IsArray(),
    ArrayMaxSize(limits.max),
    IsString({ each: true }),
    MaxLength(limits.length, { each: true }),
  );
}

/** A nested object. */
export function Nested(item: () => new () => object, presence?: Presence): PropertyDecorator {
  const type = (): new () => object => item();
  return field(presence, { type }, IsObject(), ValidateNested(), Type(item));
}

/** A JSON object whose form core checks by itself (canonical records, bid objects, signatures). */
export function CoreObject(presence?: Presence): PropertyDecorator {
  return field(presence, { type: 'object', additionalProperties: true }, IsObject());
}

/** A list of such objects. */
export function CoreObjects(limits: { max: number } & Presence): PropertyDecorator {
  return field(
    limits,
    {
      type: 'array',
      items: { type: 'object', additionalProperties: true },
      maxItems: limits.max,
    },
    IsArray(),
    ArrayMaxSize(limits.max),
    IsObject({ each: true }),
  );
}
