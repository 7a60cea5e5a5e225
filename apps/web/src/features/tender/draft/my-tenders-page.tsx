import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { dateTime } from '../../../shared/i18n/dates';
import { useT } from '../../../shared/i18n/i18n-context';
import { Empty } from '../../../shared/ui/empty';
import { PageHead } from '../../../shared/ui/page-head';
import { QueryView } from '../../../shared/ui/query-view';
import { RecordList } from '../../../shared/ui/record-list';
import { StatusChip } from '../../../shared/ui/status-chip';
import { tenderStatus } from '../../../shared/ui/status-words';
import { myTenders } from './queries';

/** The tenderer's tenders: drafts and running ones. */
export function MyTendersPage() {
  const t = useT();
  const query = useQuery(myTenders);
  return (
    <>
      <PageHead title={t('tenders2.title')} lead={t('tenders2.lead')} />
      <div className="card">
        <QueryView query={query} what={t('tenders2.what')}>
          {(rows) =>
            rows.length === 0 ? (
              <Empty fact={t('tenders2.empty')} next={t('tenders2.emptyNext')} />
            ) : (
              <RecordList
                caption={t('tenders2.title')}
                rows={rows}
                rowKey={(row) => row.id}
                columns={[
                  {
                    key: 'title',
                    title: t('draft.noticeTitle'),
                    place: 'title',
                    cell: (row) => (
                      <Link to="/work/tenders/$tenderId" params={{ tenderId: row.id }}>
                        {row.title}
                      </Link>
                    ),
                  },
                  {
                    key: 'code',
                    title: t('project.code'),
                    cell: (row) => <span className="mono">{row.code}</span>,
                  },
                  {
                    key: 'state',
                    title: t('tenders2.state'),
                    place: 'chips',
                    cell: (row) => <StatusChip status={tenderStatus(row)} />,
                  },
                  {
                    key: 'deadline',
                    title: t('tenders2.deadline'),
                    place: 'main',
                    align: 'end',
                    cell: (row) => (
                      <span className="number">
                        {row.deadline === null ? t('common.none') : dateTime(row.deadline)}
                      </span>
                    ),
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
