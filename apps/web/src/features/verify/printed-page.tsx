import { useQuery } from '@tanstack/react-query';
import { getRouteApi, Link } from '@tanstack/react-router';
import { ApiError } from '../../shared/api/api-error';
import { dateTime } from '../../shared/i18n/dates';
import { useT } from '../../shared/i18n/i18n-context';
import { Card } from '../../shared/ui/card';
import { Fingerprint } from '../../shared/ui/fingerprint';
import { Note } from '../../shared/ui/note';
import { QueryView } from '../../shared/ui/query-view';
import { usePageTitle } from '../../shared/ui/use-page-title';
import { printed } from '../award/queries';
import '../tender/pages/tender-page.css';

const route = getRouteApi('/public/verify/$fingerprint');

/** Where the QR code of a printed document leads: whether the platform issued it, and what it says. */
export function PrintedPage() {
  const t = useT();
  const { fingerprint } = route.useParams();
  const query = useQuery(printed(fingerprint));
  usePageTitle(t('printed.title'));
  const unknown = query.error instanceof ApiError && query.error.problem.status === 404;
  return (
    <div className="page printed-page stack">
      <h1>{t('printed.title')}</h1>
      <Fingerprint digest={fingerprint} />
      {unknown ? (
        <Note tone="bad">{t('printed.missing')}</Note>
      ) : (
        <QueryView query={query} what={t('printed.what')}>
          {(found) => (
            <Card title={t('printed.found')}>
              {found.inForce ? (
                <p>{t('printed.foundText')}</p>
              ) : (
                <Note tone="warn">{t('printed.void')}</Note>
              )}
              <dl className="facts">
                <dt>{t('printed.document')}</dt>
                <dd>{found.title}</dd>
                <dt>{t('printed.number')}</dt>
                <dd className="mono">{found.number}</dd>
                <dt>{t('printed.producedAt')}</dt>
                <dd className="number">{dateTime(found.producedAt)}</dd>
              </dl>
              {found.tenderId === null ? null : (
                <Link to="/tenders/$tenderId" params={{ tenderId: found.tenderId }}>
                  {t('printed.toTender')}
                </Link>
              )}
            </Card>
          )}
        </QueryView>
      )}
    </div>
  );
}
