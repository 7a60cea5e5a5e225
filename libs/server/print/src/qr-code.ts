import { create } from 'qrcode';

/** ISO/IEC 18004 asks for four modules of white around a code. */
const QUIET = 4;

/**
 * Draws a QR code of `text`, quiet zone and all, into a square of `side` points. As one path, not as a picture:
 * sharp at any size, and compressing pictures was most of the time a sheet took.
 */
export function drawCode(
  doc: PDFKit.PDFDocument,
  text: string,
  x: number,
  y: number,
  side: number,
): void {
  const { modules } = create(text, { errorCorrectionLevel: 'M' });
  const unit = side / (modules.size + 2 * QUIET);
  doc.rect(x, y, side, side).fill('#ffffff');
  for (let row = 0; row < modules.size; row += 1) {
    for (let from = 0; from < modules.size; from += 1) {
      if (!modules.get(row, from)) continue;
      const start = from;
      while (from + 1 < modules.size && modules.get(row, from + 1)) from += 1;
      const width = (from + 1 - start) * unit;
      doc.rect(x + (start + QUIET) * unit, y + (row + QUIET) * unit, width, unit);
    }
  }
  doc.fill('#000000');
}
