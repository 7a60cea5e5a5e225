import { Unzip, UnzipInflate } from 'fflate';
import { readSheet as readXlsxSheet } from 'read-excel-file/node';
import { parseCsv } from '@core/sheet';
import { DomainError } from '../domain-error';

/** The largest sheet taken, and what it may become when it is unpacked. */
const MOST_BYTES = 2 * 1024 * 1024;
const MOST_UNPACKED = 40 * 1024 * 1024;
const PIECE = 4 * 1024;
const ZIP = Buffer.from('PK\u0003\u0004');

/**
 * The cells of a sheet as texts: the first sheet of an XLSX file, or comma-separated text in UTF-8 or GB 18030, as
 * spreadsheets in China save it. Refuses what is too large, also when unpacked (`import.too_large`), and what is
 * neither (`import.unreadable`).
 */
export async function readCells(bytes: Uint8Array): Promise<string[][]> {
  if (bytes.length > MOST_BYTES) throw new DomainError('import.too_large', { most: MOST_BYTES });
  if (!ZIP.equals(bytes.subarray(0, ZIP.length))) return parseCsv(textOf(bytes));
  measure(bytes);
  let rows;
  try {
    rows = await readXlsxSheet(Buffer.from(bytes), 1, { parseNumber: (text) => text });
  } catch {
    throw new DomainError('import.unreadable');
  }
  return rows.map((row) => row.map(cellText));
}

function cellText(cell: unknown): string {
  if (cell instanceof Date) return cell.toISOString().slice(0, 10);
  return typeof cell === 'string' || typeof cell === 'boolean' ? String(cell) : '';
}

function textOf(bytes: Uint8Array): string {
  if (bytes.includes(0)) throw new DomainError('import.unreadable');
  for (const encoding of ['utf-8', 'gb18030']) {
    try {
      return new TextDecoder(encoding, { fatal: true }).decode(bytes);
    } catch {
      // The next encoding may fit.
    }
  }
  throw new DomainError('import.unreadable');
}

/** Unpacks piece by piece and counts: a small file may hold gigabytes, whatever its own index says of it. */
function measure(bytes: Uint8Array): void {
  let unpacked = 0;
  const unzip = new Unzip((entry) => {
    entry.ondata = (error, data) => {
      if (error) throw error;
      unpacked += data.length;
    };
    entry.start();
  });
  unzip.register(UnzipInflate);
  for (let at = 0; at < bytes.length && unpacked <= MOST_UNPACKED; at += PIECE) {
    try {
      unzip.push(bytes.subarray(at, at + PIECE), at + PIECE >= bytes.length);
    } catch {
      throw new DomainError('import.unreadable');
    }
  }
  if (unpacked > MOST_UNPACKED) throw new DomainError('import.too_large', { most: MOST_UNPACKED });
}
