import { StreamableFile } from '@nestjs/common';
import { csvLine } from '@core/ocds';

/** A spreadsheet as a download: UTF-8 with the mark that spreadsheets know it by. */
export function csvFile(
  columns: readonly string[],
  lines: readonly (readonly string[])[],
  name: string,
): StreamableFile {
  const text = [columns, ...lines].map((cells) => csvLine([...cells])).join('');
  return new StreamableFile(Buffer.from(`\ufeff${text}`), {
    type: 'text/csv; charset=utf-8',
    disposition: `attachment; filename="${name}"`,
  });
}
