import { sealQuote } from '@core/framework';
import { fen, toHex, type Fen } from '@core/kernel';

/** What a supplier keeps of a sealed quote: it opens it after the deadline, and nothing else does. */
export interface QuoteFile {
  readonly call: string;
  readonly supplier: string;
  readonly unitPriceFen: string;
  readonly nonce: string;
}

const KEY = 'sunlit-quote-';

/** Seals a quote on this computer with a fresh random number, and keeps what opens it. */
export function sealHere(
  call: string,
  supplier: string,
  unitPrice: Fen,
): { readonly sealed: string; readonly file: QuoteFile } {
  const nonce = toHex(crypto.getRandomValues(new Uint8Array(32)));
  const sealed = sealQuote({ callId: call, supplierId: supplier, unitPrice, nonce });
  if (!sealed.ok) throw new Error(sealed.refusal.code);
  return { sealed: sealed.value, file: { call, supplier, unitPriceFen: String(unitPrice), nonce } };
}

/** Keeps a quote file in this browser until it is opened. */
export function keepHere(file: QuoteFile): void {
  localStorage.setItem(KEY + file.call, JSON.stringify(file));
}

/** The quote file of a call that was kept here; null: none was. */
export function keptHere(call: string): QuoteFile | null {
  const text = localStorage.getItem(KEY + call);
  return text === null ? null : readQuoteFile(text, call);
}

/** Reads a quote file; null: it is none of this call. */
export function readQuoteFile(text: string, call: string): QuoteFile | null {
  try {
    const file = JSON.parse(text) as Partial<QuoteFile>;
    const { supplier, unitPriceFen, nonce } = file;
    if (file.call !== call || supplier === undefined) return null;
    if (unitPriceFen === undefined || nonce === undefined) return null;
    if (!/^\d{1,16}$/.test(unitPriceFen)) return null;
    return { call, supplier, unitPriceFen: String(fen(Number(unitPriceFen))), nonce };
  } catch {
    return null;
  }
}
