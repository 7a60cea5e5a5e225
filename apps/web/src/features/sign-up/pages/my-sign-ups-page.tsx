import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { dateTime } from '../../../shared/i18n/dates';
import { useT } from '../../../shared/i18n/i18n-context';
import { ActButton } from '../../../shared/ui/act-button';
import { Empty } from '../../../shared/ui/empty';
import { LinkButton } from '../../../shared/ui/link-button';
import { PageHead } from '../../../shared/ui/page-head';
import { QueryView } from '../../../shared/ui/query-view';
import { RecordList } from '../../../shared/ui/record-list';
import { FactChip, StatusChip } from '../../../shared/ui/status-chip';
import { tenderStatus } from '../../../shared/ui/status-words';
import { ReceivedCard } from '../../invitation/received-card';
import { mySignUps } from '../queries';
import { saveReceipt } from '../save-receipt';

/** What the firm has signed up for. */
export function MySignUpsPage() {
  const t = useT();
  const query = useQuery(mySignUps);
  return (
    <>
      <PageHead title={t('nav.mySignUps')} lead={t('signUp.lead')} />
      <ReceivedCard />
      <div className="card">
        <QueryView query={query} what={t('signUp.what')}>
          {(rows) =>
            rows.length === 0 ? (
              <Empty
                fact={t('signUp.empty')}
                next={t('signUp.emptyNext')}
                action={<LinkButton to="/tenders">{t('tenders.title')}</LinkButton>}
              />
            ) : (
              <RecordList
                caption={t('nav.mySignUps')}
                rows={rows}
                rowKey={(row) => row.receipt}
                columns={[
                  {
                    key: 'title',
                    title: t('signUp.project'),
                    place: 'title',
                    cell: ({ tender, tenderId }) => (
                      <Link to="/tenders/$tenderId" params={{ tenderId }}>
                        {tender?.title ?? tenderId}
                      </Link>
                    ),
                  },
                  {
                    key: 'state',
                    title: t('signUp.state'),
                    place: 'chips',
                    cell: ({ tender, withdrawnAt }) =>
                      withdrawnAt === null && tender !== null ? (
                        <StatusChip status={tenderStatus(tender)} />
                      ) : (
                        <FactChip>
                          {withdrawnAt === null ? t('common.none') : t('signUp.withdrawn')}
                        </FactChip>
                      ),
                  },
                  {
                    key: 'receipt',
                    title: t('signUp.receipt'),
                    cell: (row) => (
                      <>
                        <span className="mono">{row.receipt}</span>{' '}
                        {row.withdrawnAt === null ? (
                          <ActButton
                            small
                            label={`${t('signUp.print')} ${row.receipt}`}
                            onAct={() => saveReceipt(row)}
                          >
                            {t('signUp.print')}
                          </ActButton>
                        ) : null}
                      </>
                    ),
                  },
                  {
                    key: 'deadline',
                    title: t('signUp.deadline'),
                    place: 'main',
                    align: 'end',
                    cell: ({ tender }) => (
                      <span className="number">
                        {tender?.deadline == null ? t('common.none') : dateTime(tender.deadline)}
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
