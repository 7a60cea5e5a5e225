/** A tile somebody asks for. */
export interface TilePath {
  readonly level: number | 'entries';
  readonly index: number;
  readonly width: number;
}

const FULL = 256;
const FORM = /^(entries|[0-9]{1,2})\/((?:x[0-9]{3}\/)*[0-9]{3})(?:\.p\/([1-9][0-9]{0,2}))?$/;

/** Reads `<L>/<N>[.p/<W>]` of C2SP tlog-tiles, `N` in groups of three digits (`x001/234`). Null for anything else. */
export function parseTilePath(path: string): TilePath | null {
  const match = FORM.exec(path);
  if (!match) return null;
  const [, level = '', groups = '', partial] = match;
  const width = partial === undefined ? FULL : Number(partial);
  const index = Number(groups.replaceAll(/[x/]/g, ''));
  const isLevel = level === 'entries' || Number(level) < 64;
  const isKnown = isLevel && Number.isSafeInteger(index) && width <= FULL;
  if (!isKnown) return null;
  return { level: level === 'entries' ? level : Number(level), index, width };
}
