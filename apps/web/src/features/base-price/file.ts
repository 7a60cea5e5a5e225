import { parseBasePrice, type BasePrice } from '@core/sealed-bid';

/** What the file of a base price is called. */
export function fileName(code: string, { lot }: BasePrice): string {
  return `${code}${lot === undefined ? '' : `-${lot}`}.base-price.json`;
}

/** The base price of this tender from its file; null when the file is of another tender, or none. */
export async function basePriceFromFile(file: Blob, tender: string): Promise<BasePrice | null> {
  const base = parseBasePrice(await file.text());
  return base?.tender === tender ? base : null;
}
