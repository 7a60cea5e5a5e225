/** What the public list is searched by, as it stands in the address. */
export interface FirmSearch {
  readonly q?: string;
}

const LONGEST = 60;

/** Reads the address; what is no search is dropped rather than refused. */
export function parseFirmSearch(search: Readonly<Record<string, unknown>>): FirmSearch {
  const { q } = search;
  // A credit code of digits alone arrives as a number.
  const text = typeof q === 'string' || typeof q === 'number' ? String(q).trim() : '';
  return text === '' ? {} : { q: text.slice(0, LONGEST) };
}
