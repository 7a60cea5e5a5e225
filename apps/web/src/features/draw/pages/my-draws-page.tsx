import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { usePermission } from '../../../shared/auth/session';
import { useT } from '../../../shared/i18n/i18n-context';
import { Empty } from '../../../shared/ui/empty';
import { PageHead } from '../../../shared/ui/page-head';
import { QueryView } from '../../../shared/ui/query-view';
import { RecordList } from '../../../shared/ui/record-list';
import { FactChip } from '../../../shared/ui/status-chip';
import { myDraws, operatedDraws } from '../queries';

/** The draws that wait for the person's number; for an operator, all that are under way. */
export function MyDrawsPage() {
  const t = useT();
  const operates = usePermission('draw.operate');
  const query = useQuery(operates ? operatedDraws : myDraws);
  return (
    <>
      <PageHead
        title={t(operates ? 'nav.operatedDraws' : 'nav.draws')}
        lead={t(operates ? 'draws.operatedLead' : 'draws.lead')}
      />
      <div className="card">
        <QueryView query={query} what={t('draw.what')}>
          {(rows) =>
            rows.length === 0 ? (
              <Empty fact={t('draws.empty')} />
            ) : (
              <RecordList
                caption={t('nav.draws')}
                rows={rows}
                rowKey={(row) => row.id}
                columns={[
                  {
                    key: 'purpose',
                    title: t('draw.what'),
                    place: 'title',
                    cell: (row) => (
                      <Link to="/draws/$drawId" params={{ drawId: row.id }}>
                        {t(`drawPurpose.${row.purpose}`)} ·{' '}
                        {t('draw.attempt', { attempt: row.attempt })}
                      </Link>
                    ),
                  },
                  {
                    key: 'state',
                    title: t('bid.state'),
                    place: 'chips',
                    cell: (row) => <FactChip>{t(`drawState.${row.state}`)}</FactChip>,
                  },
                ]}
              />
            )
          }
        </QueryView>
      </div>
    </>
  );
}
