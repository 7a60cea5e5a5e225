import { drawPdf, type Sheet } from './page';

/** What the press's thread does: one sheet in, its PDF out. */
export default async function drawInThread(sheet: Sheet): Promise<Uint8Array> {
  return drawPdf(sheet);
}
