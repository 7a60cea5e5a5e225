import { useCallback, useEffect, useMemo, useState, type ReactNode } from 'react';
import { translatorFor } from './catalogue';
import { LanguageContext, type Language } from './i18n-context';
import { rememberedLocale, rememberLocale, type Locale } from './locale';

/** Holds the language: remembered on this computer, told to `<html lang>`. */
export function LanguageProvider({ children }: { readonly children: ReactNode }) {
  const [locale, choose] = useState<Locale>(() => rememberedLocale(window.localStorage));
  useEffect(() => {
    document.documentElement.lang = locale;
  }, [locale]);
  const setLocale = useCallback((next: Locale) => {
    rememberLocale(window.localStorage, next);
    choose(next);
  }, []);
  const language = useMemo<Language>(
    () => ({ locale, t: translatorFor(locale), setLocale }),
    [locale, setLocale],
  );
  return <LanguageContext value={language}>{children}</LanguageContext>;
}
