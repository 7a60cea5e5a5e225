import { Link } from '@tanstack/react-router';
import { useT } from '../../../shared/i18n/i18n-context';

/** Who is behind the platform, and what it does not charge for. */
export function PublicFooter() {
  const t = useT();
  const county = t('app.county');
  return (
    <footer className="footer no-print">
      <div className="page footer__columns">
        <div className="grow">
          <p>
            <b>{t('footer.centre', { county })}</b>
          </p>
          <p>{t('footer.address')}</p>
          <p>{t('footer.free')}</p>
        </div>
        <div>
          <p>{t('footer.host', { county })}</p>
          <p>{t('footer.supervisor', { county })}</p>
          <p>{t('footer.records')}</p>
          <p>
            <Link to="/local-purchases">{t('local.title')}</Link> ·{' '}
            <Link to="/frameworks">{t('nav.frameworks')}</Link> ·{' '}
            <Link to="/procedures">{t('nav.procedures')}</Link> ·{' '}
            <Link to="/experts">{t('footer.experts')}</Link>
          </p>
          {/* Pages without a twin in the app: the address itself leads there. */}
          <p>
            <a href={t('footer.poolsPath')}>{t('nav.pools')}</a>

            {' · '}
            <a href={t('footer.statisticsPath')}>{t('footer.statistics')}</a>
            {' · '}
            <a href={t('footer.openDataPath')}>{t('footer.openData')}</a>
          </p>
        </div>
      </div>
    </footer>
  );
}
