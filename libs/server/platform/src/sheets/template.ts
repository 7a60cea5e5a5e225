import writeXlsxFile from 'write-excel-file/node';
import type { TableColumn } from '@core/sheet';

/** The formats a template is made in. */
export const TEMPLATE_FORMATS = ['csv', 'xlsx'] as const;
/** One of {@link TEMPLATE_FORMATS}. */
export type TemplateFormat = (typeof TEMPLATE_FORMATS)[number];

/** An empty sheet with the headings; starred ones must be filled. Every column is text, so that no digit is lost. */
export async function sheetTemplate(
  columns: readonly TableColumn[],
  required: readonly string[],
  format: TemplateFormat,
): Promise<Uint8Array> {
  const headings = columns.map(({ key, zh }) => (required.includes(key) ? `${zh}*` : zh));
  if (format === 'csv') return Buffer.from(`\uFEFF${headings.join(',')}\r\n`);
  const heading = headings.map((value) => ({ value, fontWeight: 'bold' as const }));
  const empty = headings.map(() => ({ value: '', type: String, format: '@' }));
  const widths = columns.map(({ max }) => ({ width: Math.min(40, Math.max(14, max / 2)) }));
  return writeXlsxFile([heading, ...Array.from({ length: 20 }, () => empty)], {
    columns: widths,
  }).toBuffer();
}
