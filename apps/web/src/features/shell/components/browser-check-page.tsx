import { useT } from '../../../shared/i18n/i18n-context';
import { browserFeatures } from '../../../shared/ui/browser-features';
import { LinkButton } from '../../../shared/ui/link-button';
import { Note } from '../../../shared/ui/note';
import { usePageTitle } from '../../../shared/ui/use-page-title';
import { WorkSteps } from '../../../shared/ui/work-steps';

/** Why this browser cannot seal anything now, and what to do; or that it can. */
export function BrowserCheckPage() {
  const t = useT();
  const { secure, missing } = browserFeatures(window);
  const fine = missing.length === 0;
  const title = fine ? t('browserCheck.fine') : t('browserCheck.title');
  usePageTitle(title);
  return (
    <div className="centred stack">
      <h1>{title}</h1>
      {fine ? (
        <Note tone="ok">{t('browserCheck.fineText')}</Note>
      ) : (
        <Note tone="bad">
          <p>{secure ? t('browserCheck.old') : t('browserCheck.insecure')}</p>
          <p className="muted">{t('browserCheck.missing', { features: missing.join('、') })}</p>
        </Note>
      )}
      <WorkSteps
        label={title}
        steps={[
          { label: t('browserCheck.https'), state: secure ? 'done' : 'failed' },
          { label: t('browserCheck.crypto'), state: fine ? 'done' : 'failed' },
        ]}
      />
      <p>{t('browserCheck.stillReadable')}</p>
      <div className="row">
        {secure ? null : (
          <a href={window.location.href.replace(/^http:/, 'https:')}>
            {t('browserCheck.tryHttps')}
          </a>
        )}
        <LinkButton to="/">{t('browserCheck.toPortal')}</LinkButton>
      </div>
    </div>
  );
}
