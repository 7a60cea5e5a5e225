import { useQuery } from '@tanstack/react-query';
import type { OwnTender } from '../../../shared/api/wire';
import { dateTime } from '../../../shared/i18n/dates';
import { useT } from '../../../shared/i18n/i18n-context';
import { Card } from '../../../shared/ui/card';
import { Empty } from '../../../shared/ui/empty';
import { QueryView } from '../../../shared/ui/query-view';
import { RecordList } from '../../../shared/ui/record-list';
import { signUps } from '../queries';

/** Who has signed up: for the tenderer, and after the deadline for the supervisor. */
export function SignUpsCard({ tender }: { readonly tender: OwnTender }) {
  const t = useT();
  const query = useQuery(signUps(tender.id));
  const divided = tender.lots.length > 1;
  return (
    <Card
      flush
      title={t('draft.signUps')}
      aside={<p className="small muted">{t('draft.signUpsLead')}</p>}
    >
      <QueryView query={query} what={t('signUp.what')}>
        {(rows) =>
          rows.length === 0 ? (
            <Empty fact={t('draft.signUpsEmpty')} />
          ) : (
            <RecordList
              caption={t('draft.signUps')}
              rows={rows}
              rowKey={(row) => row.receipt}
              columns={[
                {
                  key: 'name',
                  title: t('draft.signUpFirm'),
                  place: 'title',
                  cell: (row) => (
                    <>
                      {divided ? (
                        <span className="muted">{t('lot.number', { number: row.lot })} </span>
                      ) : null}
                      {row.members.length > 0
                        ? t('lot.members', { names: row.members.join(t('list.comma')) })
                        : row.enterpriseName}
                    </>
                  ),
                },
                {
                  key: 'code',
                  title: t('register.creditCode'),
                  cell: (row) => <span className="mono">{row.creditCode}</span>,
                },
                {
                  key: 'at',
                  title: t('signUp.at'),
                  place: 'main',
                  align: 'end',
                  cell: (row) => (
                    <span className="number">
                      {row.withdrawnAt === null ? dateTime(row.at) : t('signUp.withdrawn')}
                    </span>
                  ),
                },
              ]}
            />
          )
        }
      </QueryView>
    </Card>
  );
}
