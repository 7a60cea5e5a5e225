import { useQuery } from '@tanstack/react-query';
import { dateTime } from '../../../shared/i18n/dates';
import { useT } from '../../../shared/i18n/i18n-context';
import { Card } from '../../../shared/ui/card';
import { Empty } from '../../../shared/ui/empty';
import { Money } from '../../../shared/ui/money';
import { PageHead } from '../../../shared/ui/page-head';
import { QueryView } from '../../../shared/ui/query-view';
import { RecordList } from '../../../shared/ui/record-list';
import { usePageTitle } from '../../../shared/ui/use-page-title';
import { localPurchases } from '../queries';

/** What agro-forestry projects bought on the spot: for everybody. */
export function LocalPurchasesPage() {
  const t = useT();
  usePageTitle(t('local.title'));
  const query = useQuery(localPurchases);
  return (
    <div className="page stack">
      <PageHead title={t('local.title')} lead={t('local.lead')} />
      <QueryView query={query} what={t('local.title')}>
        {(rows) =>
          rows.length === 0 ? (
            <Empty fact={t('local.empty')} />
          ) : (
            rows.map((row) => (
              <Card key={row.id} title={row.title} flush>
                <p className="card__body small muted">
                  <span className="mono">{row.code}</span> · {row.tendererName} · {row.region} ·{' '}
                  {t('local.public', { at: dateTime(row.publicUntil) })} · {row.citation}
                </p>
                <RecordList
                  caption={row.title}
                  rows={row.items}
                  rowKey={(item) => `${item.seller}/${item.what}`}
                  columns={[
                    {
                      key: 'seller',
                      title: t('project.localSeller'),
                      place: 'title',
                      cell: (item) => item.seller,
                    },
                    { key: 'what', title: t('project.localWhat'), cell: (item) => item.what },
                    {
                      key: 'amount',
                      title: t('project.localAmount'),
                      place: 'main',
                      align: 'end',
                      cell: (item) => <Money fen={item.amountFen} />,
                    },
                  ]}
                />
                <p className="card__body">
                  {t('local.total')} <Money fen={row.totalFen} capitals /> · {row.reason}
                </p>
              </Card>
            ))
          )
        }
      </QueryView>
    </div>
  );
}
