import { useInfiniteQuery } from '@tanstack/react-query';
import { dateTime } from '../../shared/i18n/dates';
import { useT } from '../../shared/i18n/i18n-context';
import { Empty } from '../../shared/ui/empty';
import { MoreRows } from '../../shared/ui/more-rows';
import { PageHead } from '../../shared/ui/page-head';
import { QueryView } from '../../shared/ui/query-view';
import { RecordList } from '../../shared/ui/record-list';
import { acts } from './queries';

/** What the other two administrators did, out of the log: the audit administrator's page. */
export function ActsPage() {
  const t = useT();
  const query = useInfiniteQuery(acts);
  return (
    <>
      <PageHead title={t('acts.title')} lead={t('acts.lead')} />
      <div className="card">
        <QueryView query={query} what={t('acts.what')}>
          {({ pages }) =>
            pages.flat().length === 0 ? (
              <Empty fact={t('acts.empty')} next={t('acts.emptyNext')} />
            ) : (
              <RecordList
                caption={t('acts.title')}
                rows={pages.flat()}
                rowKey={(row) => String(row.index)}
                columns={[
                  {
                    key: 'what',
                    title: t('acts.act'),
                    place: 'title',
                    cell: (row) => t(`act.${row.type}`),
                  },
                  {
                    key: 'whom',
                    title: t('acts.whom'),
                    cell: (row) =>
                      [
                        row.person,
                        row.organisation,
                        row.role === null ? null : t(`role.${row.role}`),
                      ]
                        .filter((part) => part !== null)
                        .join(' · '),
                  },
                  { key: 'by', title: t('acts.by'), cell: (row) => row.by },
                  {
                    key: 'at',
                    title: t('acts.at'),
                    cell: (row) => <span className="number">{dateTime(row.at)}</span>,
                  },
                  {
                    key: 'index',
                    title: t('acts.index'),
                    align: 'end',
                    cell: (row) => <span className="mono">{row.index}</span>,
                  },
                ]}
              />
            )
          }
        </QueryView>
        <MoreRows query={query} />
      </div>
    </>
  );
}
