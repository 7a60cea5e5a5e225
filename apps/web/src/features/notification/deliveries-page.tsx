import { useInfiniteQuery } from '@tanstack/react-query';
import { dateTime } from '../../shared/i18n/dates';
import { useT } from '../../shared/i18n/i18n-context';
import { Empty } from '../../shared/ui/empty';
import { MoreRows } from '../../shared/ui/more-rows';
import { PageHead } from '../../shared/ui/page-head';
import { QueryView } from '../../shared/ui/query-view';
import { RecordList } from '../../shared/ui/record-list';
import { FactChip } from '../../shared/ui/status-chip';
import { deliveries } from './queries';

/** Whether mail and short messages get through: the system administrator's delivery log. */
export function DeliveriesPage() {
  const t = useT();
  const query = useInfiniteQuery(deliveries);
  return (
    <>
      <PageHead title={t('deliveries.title')} lead={t('deliveries.lead')} />
      <div className="card">
        <QueryView query={query} what={t('deliveries.what')}>
          {({ pages }) =>
            pages.flat().length === 0 ? (
              <Empty fact={t('deliveries.empty')} next={t('deliveries.emptyNext')} />
            ) : (
              <RecordList
                caption={t('deliveries.title')}
                rows={pages.flat()}
                rowKey={(row) => row.id}
                columns={[
                  {
                    key: 'channel',
                    title: t('deliveries.channel'),
                    place: 'title',
                    cell: (row) => t(`deliveryChannel.${row.channel}`),
                  },
                  {
                    key: 'state',
                    title: t('people.state'),
                    place: 'chips',
                    cell: (row) => <FactChip>{t(`deliveryState.${row.state}`)}</FactChip>,
                  },
                  {
                    key: 'attempts',
                    title: t('deliveries.attempts'),
                    cell: (row) => <span className="number">{row.attempts}</span>,
                  },
                  {
                    key: 'sent',
                    title: t('deliveries.sentAt'),
                    cell: (row) => (
                      <span className="number">
                        {row.sentAt === null ? t('common.none') : dateTime(row.sentAt)}
                      </span>
                    ),
                  },
                  {
                    key: 'error',
                    title: t('deliveries.lastError'),
                    cell: (row) => row.lastError ?? t('common.none'),
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
