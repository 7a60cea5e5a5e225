import { concatBytes, equalBytes, fromUtf8, utf8 } from '@core/kernel';

const LOCAL = 0x04034b50;
const CENTRAL = 0x02014b50;
const END = 0x06054b50;
/** Version 2.0, names in UTF-8, nothing compressed, every file dated 1 January 1980: the same files are the same bytes. */
const VERSION = 20;
const UTF8_NAMES = 0x0800;
const DATE = 0x21;
const LOCAL_SIZE = 30;
const MOST_FILES = 65_535;
const MOST_BYTES = 0xffff_ffff;

const TABLE = Uint32Array.from({ length: 256 }, (_, byte) => {
  let value = byte;
  for (let bit = 0; bit < 8; bit++) value = value & 1 ? (value >>> 1) ^ 0xedb88320 : value >>> 1;
  return value >>> 0;
});

/** CRC-32 of ISO 3309, as ZIP files want it: against accidents, it proves nothing. */
export function crc32(bytes: Uint8Array): number {
  let crc = 0xffff_ffff;
  for (const byte of bytes) crc = (crc >>> 8) ^ (TABLE[(crc ^ byte) & 0xff] ?? 0);
  return (crc ^ 0xffff_ffff) >>> 0;
}

/** Little-endian fields of two (`[2, n]`) or four bytes. */
function fields(...parts: readonly (readonly [size: 2 | 4, value: number])[]): Uint8Array {
  const bytes = new Uint8Array(parts.reduce((sum, [size]) => sum + size, 0));
  const view = new DataView(bytes.buffer);
  let at = 0;
  for (const [size, value] of parts) {
    if (size === 2) view.setUint16(at, value, true);
    else view.setUint32(at, value, true);
    at += size;
  }
  return bytes;
}

function common(name: Uint8Array, content: Uint8Array): (readonly [2 | 4, number])[] {
  return [
    [2, VERSION],
    [2, UTF8_NAMES],
    [2, 0],
    [2, 0],
    [2, DATE],
    [4, crc32(content)],
    [4, content.length],
    [4, content.length],
    [2, name.length],
    [2, 0],
  ];
}

/**
 * A ZIP file of these files in this order, nothing compressed. There is one encoding of each list of files. Throws a
 * RangeError beyond 4 GiB or 65 535 files.
 */
export function packZip(files: ReadonlyMap<string, Uint8Array>): Uint8Array {
  const pieces: Uint8Array[] = [];
  const central: Uint8Array[] = [];
  let offset = 0;
  for (const [path, content] of files) {
    const name = utf8(path);
    const header = fields([4, LOCAL], ...common(name, content));
    central.push(
      fields(
        [4, CENTRAL],
        [2, VERSION],
        ...common(name, content),
        [2, 0],
        [2, 0],
        [2, 0],
        [4, 0],
        [4, offset],
      ),
      name,
    );
    pieces.push(header, name, content);
    offset += header.length + name.length + content.length;
  }
  const size = central.reduce((sum, { length }) => sum + length, 0);
  if (files.size > MOST_FILES || offset + size > MOST_BYTES) {
    throw new RangeError('more than one ZIP file holds');
  }
  const count = files.size;
  const end = fields(
    [4, END],
    [2, 0],
    [2, 0],
    [2, count],
    [2, count],
    [4, size],
    [4, offset],
    [2, 0],
  );
  return concatBytes(...pieces, ...central, end);
}

/**
 * The files of a ZIP file that {@link packZip} could have made; null for every other. What is read is packed again and
 * compared, so that no two readers can see different files in the same bytes.
 */
export function unpackZip(bytes: Uint8Array): ReadonlyMap<string, Uint8Array> | null {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const files = new Map<string, Uint8Array>();
  let at = 0;
  while (at + LOCAL_SIZE <= bytes.length && view.getUint32(at, true) === LOCAL) {
    const size = view.getUint32(at + 18, true);
    const start = at + LOCAL_SIZE + view.getUint16(at + 26, true);
    const name = fromUtf8(bytes.subarray(at + LOCAL_SIZE, start));
    if (name === null || files.has(name) || start + size > bytes.length) return null;
    files.set(name, bytes.subarray(start, start + size));
    at = start + size;
  }
  return equalBytes(packZip(files), bytes) ? files : null;
}
