import type { SpecRow } from './validate';

const ESCAPES: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
};

function escaped(text: string): string {
  return text
    .replace(/[&<>"]/g, (sign) => ESCAPES[sign] ?? sign)
    .replace(/[^\t\n\r\u0020-\uD7FF\uE000-\uFFFD\u{10000}-\u{10FFFF}]/gu, '');
}

/** Rows by data set, each an array of objects of texts: the JSON form. */
export function specJson(rows: readonly SpecRow[]): Readonly<Record<string, readonly object[]>> {
  const sets: Record<string, object[]> = {};
  for (const { table, values } of rows) (sets[table] ??= []).push(values);
  return sets;
}

/** The same as XML: `<data><TABLE><row><KEY>…</KEY></row></TABLE></data>`, UTF-8. */
export function specXml(rows: readonly SpecRow[]): string {
  const sets = Object.entries(specJson(rows)).map(([table, all]) => {
    const lines = all.map((values) => {
      const cells = Object.entries(values as Record<string, string>).map(
        ([key, value]) => `<${key}>${escaped(value)}</${key}>`,
      );
      return `    <row>${cells.join('')}</row>`;
    });
    return `  <${table}>\n${lines.join('\n')}\n  </${table}>`;
  });
  return `<?xml version="1.0" encoding="UTF-8"?>\n<data>\n${sets.join('\n')}\n</data>\n`;
}
