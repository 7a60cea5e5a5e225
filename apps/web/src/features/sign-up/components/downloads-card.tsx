import { useInfiniteQuery } from '@tanstack/react-query';
import type { OwnTender } from '../../../shared/api/wire';
import { dateTime } from '../../../shared/i18n/dates';
import { useT } from '../../../shared/i18n/i18n-context';
import { Card } from '../../../shared/ui/card';
import { Empty } from '../../../shared/ui/empty';
import { MoreRows } from '../../../shared/ui/more-rows';
import { QueryView } from '../../../shared/ui/query-view';
import { RecordList } from '../../../shared/ui/record-list';
import { downloads } from '../queries';

/** Who has taken which document: for those who may know who signed up. */
export function DownloadsCard({ tender }: { readonly tender: OwnTender }) {
  const t = useT();
  const query = useInfiniteQuery(downloads(tender.id));
  return (
    <Card
      flush
      title={t('downloads.title')}
      aside={<p className="small muted">{t('draft.signUpsLead')}</p>}
    >
      <QueryView query={query} what={t('downloads.title')}>
        {({ pages }) =>
          pages.flat().length === 0 ? (
            <Empty fact={t('downloads.empty')} />
          ) : (
            <RecordList
              caption={t('downloads.title')}
              rows={pages.flat()}
              rowKey={(row) => row.id}
              columns={[
                {
                  key: 'name',
                  title: t('draft.signUpFirm'),
                  place: 'title',
                  cell: (row) => row.organisationName ?? t('downloads.anonymous'),
                },
                {
                  key: 'document',
                  title: t('downloads.document'),
                  cell: (row) => row.documentTitle,
                },
                {
                  key: 'at',
                  title: t('downloads.at'),
                  place: 'main',
                  align: 'end',
                  cell: (row) => <span className="number">{dateTime(row.at)}</span>,
                },
              ]}
            />
          )
        }
      </QueryView>
      <MoreRows query={query} />
    </Card>
  );
}
