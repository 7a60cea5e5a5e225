import {
  fenFromYuan,
  literal,
  read,
  refuse,
  accept,
  struct,
  text,
  whole,
  type CanonicalValue,
  type Fen,
  type Refusal,
  type Result,
} from '@core/kernel';

const SHEET = struct({
  v: literal(1),
  /** Yuan with two places, as in every record of `tp1`. */
  price: text(/^(0|[1-9]\d{0,13})\.\d{2}$/),
  durationDays: whole(1, 36_500),
  quality: text(/^\P{C}{1,60}$/u),
  manager: text(/^\P{C}{1,60}$/u),
});

/** What is read aloud of a bid: the opening sheet (开标一览表). */
export interface OpeningSheet {
  readonly price: Fen;
  readonly durationDays: number;
  readonly quality: string;
  readonly manager: string;
}

/** Why the sheet inside an envelope cannot be read aloud. */
export type SheetRefusal = Refusal<'opening.sheet_malformed'>;

/** Reads the sheet of an opened envelope. */
export function readSheet(value: unknown): Result<OpeningSheet, SheetRefusal> {
  const sheet = read(SHEET, value);
  if (!sheet.ok) return refuse('opening.sheet_malformed', sheet.refusal.params);
  const price = fenFromYuan(sheet.value.price);
  if (!price.ok) return refuse('opening.sheet_malformed', { path: 'price' });
  const { durationDays, quality, manager } = sheet.value;
  return accept({ price: price.value, durationDays, quality, manager });
}

/** Writes a sheet in the form that is sealed. */
export function sheetValue(sheet: {
  readonly price: string;
  readonly durationDays: number;
  readonly quality: string;
  readonly manager: string;
}): CanonicalValue {
  const { price, durationDays, quality, manager } = sheet;
  return { v: 1, price, durationDays, quality, manager };
}

/** What the hall shows of a sheet once it is read. */
export function readingOf(sheet: OpeningSheet): Readonly<Record<string, string>> {
  return {
    priceFen: String(sheet.price),
    durationDays: String(sheet.durationDays),
    quality: sheet.quality,
    manager: sheet.manager,
  };
}
