import writeXlsxFile from 'write-excel-file/node';
import { SHEET_COLUMNS } from '@core/enterprise';

/** The formats a template is made in. */
export const TEMPLATE_FORMATS = ['csv', 'xlsx'] as const;
/** One of {@link TEMPLATE_FORMATS}. */
export type TemplateFormat = (typeof TEMPLATE_FORMATS)[number];

const HEADINGS = SHEET_COLUMNS.map(({ key, zh }) =>
  key === 'creditCode' || key === 'name' ? `${zh}*` : zh,
);

/** An empty sheet with the headings; starred ones must be filled. Every column is text, so that no digit is lost. */
export async function importTemplate(format: TemplateFormat): Promise<Uint8Array> {
  if (format === 'csv') return Buffer.from(`\uFEFF${HEADINGS.join(',')}\r\n`);
  const heading = HEADINGS.map((value) => ({ value, fontWeight: 'bold' as const }));
  const empty = HEADINGS.map(() => ({ value: '', type: String, format: '@' }));
  const columns = SHEET_COLUMNS.map(({ max }) => ({ width: Math.min(40, Math.max(14, max / 2)) }));
  return writeXlsxFile([heading, ...Array.from({ length: 20 }, () => empty)], {
    columns,
  }).toBuffer();
}
