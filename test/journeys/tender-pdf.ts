import PDFDocument from 'pdfkit';
import { randomBytes } from 'node:crypto';

const LEAST = 30 * 1024 * 1024;

/** A real PDF of more than 30 MB: a readable first page, and a large attachment as tender documents have. */
export async function bigTenderPdf(title: string): Promise<Uint8Array> {
  const doc = new PDFDocument({ size: 'A4', info: { Title: title }, compress: false });
  const pieces: Uint8Array[] = [];
  const done = new Promise<void>((resolve, reject) => {
    doc.on('data', (piece: Uint8Array) => pieces.push(piece));
    doc.on('end', resolve);
    doc.on('error', reject);
  });
  doc.fontSize(20).text('Tender document');
  doc.fontSize(11).text('Rural road connection works. Drawings are attached to this file.');
  doc.file(randomBytes(LEAST), { name: 'drawings.bin', description: 'drawings' });
  doc.end();
  await done;
  return new Uint8Array(Buffer.concat(pieces));
}
