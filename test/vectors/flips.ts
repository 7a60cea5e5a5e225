import { fromBase64, fromHex, toBase64, toHex } from '@core/kernel';

type Path = readonly (string | number)[];

/** A byte of a bundle: of a decoded field, of a text, or a number as a whole. */
export interface Position {
  readonly path: Path;
  readonly at: number;
}

interface Field {
  readonly path: Path;
  readonly value: string | number | boolean;
}

function fieldsOf(value: unknown, path: Path): Field[] {
  if (typeof value === 'object' && value !== null) {
    const inner = value as Record<string, unknown>;
    return Object.keys(inner).flatMap((key) =>
      fieldsOf(inner[key], [...path, Array.isArray(value) ? Number(key) : key]),
    );
  }
  return value === null ? [] : [{ path, value: value as Field['value'] }];
}

interface Coding {
  readonly decode: (text: string) => Uint8Array;
  readonly encode: (bytes: Uint8Array) => string;
}

const HEX: Coding = { decode: fromHex, encode: toHex };
const BASE64: Coding = { decode: (text) => fromBase64(text)!, encode: toBase64 };
const TEXT: Coding = {
  decode: (text) => new Uint8Array(Buffer.from(text)),
  encode: (bytes) => Buffer.from(bytes).toString(),
};

function codingOf(text: string): Coding {
  if (/^([0-9a-f]{2}){8,}$/.test(text)) return HEX;
  return text.length >= 32 && fromBase64(text) !== null ? BASE64 : TEXT;
}

/** Every byte of every field. */
export function positionsOf(bundle: unknown): Position[] {
  return fieldsOf(bundle, []).flatMap(({ path, value }) => {
    const count = typeof value === 'string' ? codingOf(value).decode(value).length : 1;
    return Array.from({ length: count }, (_, at) => ({ path, at }));
  });
}

function flipped(value: string | number | boolean, at: number): string | number | boolean {
  if (typeof value === 'number') return value + 1;
  if (typeof value === 'boolean') return !value;
  const { decode, encode } = codingOf(value);
  const bytes = decode(value).slice();
  bytes[at]! ^= 1;
  return encode(bytes);
}

/** A copy of a bundle with one byte changed. */
export function flip(bundle: unknown, { path, at }: Position): unknown {
  const copy = structuredClone(bundle);
  const parent = path.slice(0, -1).reduce<unknown>((value, key) => {
    return (value as Record<string | number, unknown>)[key];
  }, copy) as Record<string | number, string | number | boolean>;
  const key = path.at(-1)!;
  parent[key] = flipped(parent[key]!, at);
  return copy;
}

/**
 * What a bundle does not fix by itself, and why that is so.
 *
 * - `policy.quorum` raised: stricter than what was asked; lowering it below a majority is refused.
 * - Cosignatures of one witness of three: a damaged one does not count, and two are the quorum.
 * - The name beside an institution's key: only bidders are found by name; contributors' keys stand in the draw's
 *   specification, and the supervisor is looked up by name only when a release was signed.
 */
export function isFree(
  bundle: { checkpoints: { note: string }[]; keys: { id: string }[] },
  position: Position,
): boolean {
  const [top, index, field] = position.path;
  if (top === 'policy') return index === 'quorum';
  if (top === 'keys') {
    return field === 'id' && !bundle.keys[Number(index)]!.id.startsWith('bidder');
  }
  if (top !== 'checkpoints' || field !== 'note') return false;
  // Text and the log's line come first; what follows are cosignatures.
  const { note } = bundle.checkpoints[Number(index)]!;
  const own = note.indexOf('\n', note.indexOf('\n\n') + 2) + 1;
  return position.at >= Buffer.byteLength(note.slice(0, own));
}
