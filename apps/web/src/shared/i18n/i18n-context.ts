import { createContext, useContext } from 'react';
import type { Translate } from './catalogue';
import type { Locale } from './locale';

/** The reader's language, and how to change it. */
export interface Language {
  readonly locale: Locale;
  readonly t: Translate;
  readonly setLocale: (locale: Locale) => void;
}

export const LanguageContext = createContext<Language | null>(null);

/** The language of the page. */
export function useLanguage(): Language {
  const language = useContext(LanguageContext);
  if (language === null) throw new Error('no LanguageProvider above this component');
  return language;
}

/** The translator alone, which is what most components need. */
export function useT(): Translate {
  return useLanguage().t;
}
