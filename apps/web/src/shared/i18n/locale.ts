/** The languages of the product. Chinese is the source of the catalogue's keys. */
export const LOCALES = ['zh-CN', 'en'] as const;
export type Locale = (typeof LOCALES)[number];

const REMEMBERED = 'sunlit.locale';

/** The language chosen on this computer, Chinese until somebody chooses. */
export function rememberedLocale(storage: Pick<Storage, 'getItem'>): Locale {
  const value = storage.getItem(REMEMBERED);
  return LOCALES.find((locale) => locale === value) ?? 'zh-CN';
}

/** Remembers the language on this computer. */
export function rememberLocale(storage: Pick<Storage, 'setItem'>, locale: Locale): void {
  storage.setItem(REMEMBERED, locale);
}
