import { useQuery } from '@tanstack/react-query';
import { useT } from '../../../shared/i18n/i18n-context';
import { Empty } from '../../../shared/ui/empty';
import { LinkButton } from '../../../shared/ui/link-button';
import { PageHead } from '../../../shared/ui/page-head';
import { QueryView } from '../../../shared/ui/query-view';
import { RecordList } from '../../../shared/ui/record-list';
import { StatusChip } from '../../../shared/ui/status-chip';
import { TENDER_STATUS } from '../../../shared/ui/status-words';
import { evaluations } from '../queries';

/** The evaluations of an expert. */
export function EvaluationsPage() {
  const t = useT();
  const query = useQuery(evaluations);
  return (
    <>
      <PageHead title={t('evaluation.list')} lead={t('evaluation.listLead')} />
      <div className="card">
        <QueryView query={query} what={t('evaluation.what')}>
          {(rows) =>
            rows.length === 0 ? (
              <Empty fact={t('evaluation.empty')} next={t('evaluation.emptyNext')} />
            ) : (
              <RecordList
                caption={t('evaluation.list')}
                rows={rows}
                rowKey={(row) => row.id}
                columns={[
                  {
                    key: 'title',
                    title: t('bid.project'),
                    place: 'title',
                    cell: (row) => row.title,
                  },
                  {
                    key: 'state',
                    title: t('bid.state'),
                    place: 'chips',
                    cell: (row) => <StatusChip status={TENDER_STATUS[row.state]} />,
                  },
                  {
                    key: 'enter',
                    title: t('account.command'),
                    align: 'end',
                    cell: (row) => (
                      <LinkButton to="/work/evaluations/$tenderId" params={{ tenderId: row.id }}>
                        {t('evaluation.enter')}
                      </LinkButton>
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
