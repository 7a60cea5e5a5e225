import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import type { FrameworkRow } from '../../../shared/api/wire';
import { useT } from '../../../shared/i18n/i18n-context';
import { Card } from '../../../shared/ui/card';
import { Empty } from '../../../shared/ui/empty';
import { PageHead } from '../../../shared/ui/page-head';
import { QueryView } from '../../../shared/ui/query-view';
import { FactChip } from '../../../shared/ui/status-chip';
import { frameworks } from '../queries';

/** The framework agreements of the county: who sells what, and until when. */
export function FrameworksPage() {
  const t = useT();
  const query = useQuery(frameworks);
  return (
    <div className="page stack">
      <PageHead title={t('nav.frameworks')} lead={t('framework.lead')} />
      <QueryView query={query} what={t('nav.frameworks')}>
        {(rows) =>
          rows.length === 0 ? (
            <Empty fact={t('framework.none')} />
          ) : (
            <div className="stack">
              {rows.map((row) => (
                <FrameworkLine key={row.id} row={row} />
              ))}
            </div>
          )
        }
      </QueryView>
    </div>
  );
}

function FrameworkLine({ row }: { readonly row: FrameworkRow }) {
  const t = useT();
  const { startsOn, endsOn } = row;
  return (
    <Card title={row.title}>
      <p className="row">
        <FactChip>{t(row.open ? 'framework.open' : 'framework.notOpen')}</FactChip>
        <FactChip>{t('framework.suppliers', { count: row.suppliers })}</FactChip>
      </p>
      <p className="small muted">
        <span className="mono">{row.code}</span> · {row.tendererName} ·{' '}
        {startsOn === null || endsOn === null
          ? t('framework.notSigned')
          : t('framework.period', { from: startsOn, to: endsOn })}
      </p>
      <p>
        <Link to="/frameworks/$frameworkId" params={{ frameworkId: row.id }}>
          {row.title}
        </Link>
      </p>
    </Card>
  );
}
