import { useLanguage } from '../../../shared/i18n/i18n-context';
import { setSeniorMode, useSeniorMode } from '../../../shared/ui/senior-mode';

/** 长者模式 and the language: in reach on every page, on phones too. */
export function ReadingControls() {
  const { t, locale, setLocale } = useLanguage();
  const senior = useSeniorMode();
  return (
    <span className="reading-controls">
      <button type="button" aria-pressed={senior} onClick={() => setSeniorMode(!senior)}>
        {senior ? t('shell.seniorOff') : t('shell.senior')}
      </button>
      <button
        type="button"
        aria-label={t('shell.languageLabel')}
        onClick={() => setLocale(locale === 'en' ? 'zh-CN' : 'en')}
      >
        {t('shell.language')}
      </button>
    </span>
  );
}
