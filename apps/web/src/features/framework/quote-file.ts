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
  // A second try of the same price is the same quote: the first may have arrived.
  const kept = keptHere(call);
  const isSame = kept?.supplier === supplier && kept.unitPriceFen === String(unitPrice);
  const nonce = isSame ? kept.nonce : toHex(crypto.getRandomValues(new Uint8Array(32)));
  const sealed = sealQuote({ callId: call, supplierId: supplier, unitPrice, nonce });
  if (!sealed.ok) throw new Error(sealed.refusal.code);
  return { sealed: sealed.value, file: { call, supplier, unitPriceFen: String(unitPrice), nonce } };
}

/** Keeps a quote file in this browser until it is opened, beside earlier tries of the same call: one of them may have arrived. */
export function keepHere(file: QuoteFile): void {
  const others = allHere(file.call).filter(({ nonce }) => nonce !== file.nonce);
  localStorage.setItem(KEY + file.call, JSON.stringify([file, ...others]));
}

function allHere(call: string): readonly QuoteFile[] {
  try {
    const kept = JSON.parse(localStorage.getItem(KEY + call) ?? '[]') as unknown[];
    return kept.flatMap((one) => readQuoteFile(JSON.stringify(one), call) ?? []);
  } catch {
    return [];
  }
}

/** The quote file kept here that opens what was handed in as `sealed`, or the latest where nothing is known of it yet. */
export function keptHere(call: string, sealed: string | null = null): QuoteFile | null {
  const all = allHere(call);
  if (sealed === null) return all[0] ?? null;
  return all.find((file) => sealAgain(file) === sealed) ?? null;
}

function sealAgain({ call, supplier, unitPriceFen, nonce }: QuoteFile): string | null {
  const unitPrice = fen(Number(unitPriceFen));
  const sealed = sealQuote({ callId: call, supplierId: supplier, unitPrice, nonce });
  return sealed.ok ? sealed.value : null;
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
