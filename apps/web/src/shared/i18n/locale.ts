/** The languages of the product. Chinese is the source of the catalogue's keys. */
export const LOCALES = ['zh-CN', 'en'] as const;
export type Locale = (typeof LOCALES)[number];

const REMEMBERED = 'sunlit.locale';

/** The language chosen on this computer, Chinese until somebody chooses. */
export function rememberedLocale(storage: { getItem(key: string): string | null }): Locale {
  const value = storage.getItem(REMEMBERED);
  return LOCALES.find((locale) => locale === value) ?? 'zh-CN';
}

/** Remembers the language on this computer. */
export function rememberLocale(
  storage: { setItem(key: string, value: string): void },
  locale: Locale,
): void {
  storage.setItem(REMEMBERED, locale);
}
