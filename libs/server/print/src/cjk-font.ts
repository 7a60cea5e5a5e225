import { existsSync } from 'node:fs';
import { dirname, join } from 'node:path';

/** Files of the embedded font: Noto Sans Hans (SIL OFL 1.1) from the npm package @embedpdf/fonts-sc. */
export const FONT_FILES = {
  regular: fontFile('NotoSansHans-Regular.otf'),
  bold: fontFile('NotoSansHans-Bold.otf'),
} as const;

function fontFile(name: string): string {
  const face = require.resolve('@embedpdf/fonts-sc');
  const file = join(dirname(face), '..', 'fonts', name);
  if (!existsSync(file)) throw new Error(`the font ${name} is missing from @embedpdf/fonts-sc`);
  return file;
}

/** Whether a font has a glyph for a code point. */
export interface GlyphSource {
  hasGlyphForCodePoint(codePoint: number): boolean;
}

/**
 * Replaces characters the font cannot draw (rare names) by their code point, `〔U+20BB7〕`: a name on paper is then
 * ugly but never wrong, empty or another one's.
 */
export function printable(text: string, font: GlyphSource): string {
  return Array.from(text)
    .map((character) => {
      const codePoint = character.codePointAt(0) ?? 0;
      if (codePoint < 0x20 || font.hasGlyphForCodePoint(codePoint)) return character;
      return `〔U+${codePoint.toString(16).toUpperCase().padStart(4, '0')}〕`;
    })
    .join('');
}
