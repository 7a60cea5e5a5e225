import type { Locale } from '../i18n/locale';

/** A name of the catalogue in the reader's language, as a label begins: with a capital where there are capitals. */
export function nameIn(
  locale: Locale,
  { zh, en }: { readonly zh: string; readonly en: string },
): string {
  return locale === 'en' ? `${en.charAt(0).toUpperCase()}${en.slice(1)}` : zh;
}
