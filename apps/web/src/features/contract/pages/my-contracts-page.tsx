import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useT } from '../../../shared/i18n/i18n-context';
import { Empty } from '../../../shared/ui/empty';
import { Money } from '../../../shared/ui/money';
import { PageHead } from '../../../shared/ui/page-head';
import { QueryView } from '../../../shared/ui/query-view';
import { RecordList } from '../../../shared/ui/record-list';
import { StateOfContract } from '../components/contract-state';
import { myContracts } from '../queries';

/** The contracts of a firm. */
export function MyContractsPage() {
  const t = useT();
  const query = useQuery(myContracts);
  return (
    <>
      <PageHead title={t('contract.mine')} lead={t('contract.mineLead')} />
      <div className="card">
        <QueryView query={query} what={t('contract.mine')}>
          {(rows) =>
            rows.length === 0 ? (
              <Empty fact={t('contract.none')} />
            ) : (
              <RecordList
                caption={t('contract.mine')}
                rows={rows}
                rowKey={(row) => row.id}
                columns={[
                  {
                    key: 'title',
                    title: t('contract.project'),
                    place: 'title',
                    cell: (row) => (
                      <Link to="/work/contracts/$contractId" params={{ contractId: row.id }}>
                        {row.tenderTitle}
                      </Link>
                    ),
                  },
                  {
                    key: 'number',
                    title: t('contract.number'),
                    cell: (row) => <span className="mono">{row.number}</span>,
                  },
                  {
                    key: 'price',
                    title: t('contract.price'),
                    place: 'main',
                    align: 'end',
                    cell: (row) => <Money fen={row.priceFen} />,
                  },
                  {
                    key: 'state',
                    title: t('contract.stateTitle'),
                    place: 'chips',
                    cell: (row) =>
                      row.waits ? (
                        <b>{t('contract.waitsForYou')}</b>
                      ) : (
                        <StateOfContract contract={row} />
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
