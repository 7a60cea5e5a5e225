import {
  canonicalize,
  fenToYuan,
  hexOf,
  IDENTIFIER,
  parseCanonical,
  read,
  struct,
  taggedHashHex,
  text,
  toHex,
  whole,
  type Fen,
  type ShapeOf,
} from '@core/kernel';

/** The lot it is for, exactly where the tender has several. */
const LOT = { lot: whole(1, 999) };

/**
 * `base_price.opened`, and what stands in the base price file: the price in yuan, above zero, and the random bytes that hid it.
 */
export const BASE_PRICE = struct(
  {
    tender: IDENTIFIER,
    price: text(/^(?!0\.00$)(0|[1-9]\d{0,13})\.\d{2}$/),
    nonce: hexOf(32),
  },
  LOT,
);
export type BasePrice = ShapeOf<typeof BASE_PRICE>;

/** `base_price.sealed`: the commitment, and nothing else of the base price. */
export const SEALED_BASE_PRICE = struct({ tender: IDENTIFIER, commit: hexOf(32) }, LOT);

/** A base price (标底) hidden by 32 random bytes. `lot` is null where the tender has one lot. */
export function basePrice(
  tender: string,
  lot: number | null,
  price: Fen,
  nonce: Uint8Array,
): BasePrice {
  if (nonce.length !== 32) throw new RangeError('a nonce has 32 bytes');
  if (price === 0) throw new RangeError('a base price is above zero');
  const own = { tender, price: fenToYuan(price), nonce: toHex(nonce) };
  return lot === null ? own : { ...own, lot };
}

/** What is sealed of a base price: it binds the price to its tender and lot, and says nothing of it. */
export function basePriceCommit({ tender, lot, price, nonce }: BasePrice): string {
  const own = { tender, price, nonce };
  return taggedHashHex('tp1/base-price', lot === undefined ? own : { ...own, lot });
}

/** The text of a base price file. */
export function basePriceText(base: BasePrice): string {
  return `${canonicalize(base)}\n`;
}

/** Reads a base price file. Returns null when it is none. */
export function parseBasePrice(content: string): BasePrice | null {
  const parsed = parseCanonical(content.trim());
  const base = read(BASE_PRICE, parsed.ok ? parsed.value : null);
  return base.ok ? base.value : null;
}
