import { useT } from '../../../shared/i18n/i18n-context';
import { ErrorNote } from '../../../shared/ui/error-note';
import { usePageTitle } from '../../../shared/ui/use-page-title';

/** A page that failed while being drawn. The rest of the app goes on. */
export function CrashPage({ error }: { readonly error: unknown }) {
  const t = useT();
  usePageTitle(t('crash.title'));
  return (
    <div className="centred stack">
      <h1>{t('crash.title')}</h1>
      <ErrorNote error={error}>
        <button type="button" className="link-button" onClick={() => window.location.reload()}>
          {t('crash.reload')}
        </button>
        <a href="/">{t('notFound.home')}</a>
      </ErrorNote>
    </div>
  );
}
