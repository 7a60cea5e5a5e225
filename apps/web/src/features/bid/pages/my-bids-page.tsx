import { useQueries, useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import type { Bid } from '../../../shared/api/wire';
import { dateTime } from '../../../shared/i18n/dates';
import { useT } from '../../../shared/i18n/i18n-context';
import { Empty } from '../../../shared/ui/empty';
import { LinkButton } from '../../../shared/ui/link-button';
import { PageHead } from '../../../shared/ui/page-head';
import { QueryView } from '../../../shared/ui/query-view';
import { RecordList } from '../../../shared/ui/record-list';
import { FactChip, StatusChip } from '../../../shared/ui/status-chip';
import { ReceivedLetters } from '../../evaluation/panel-letters/received-letters';
import { tender as tenderQuery } from '../../tender/queries';
import { allMyBids } from '../queries';

/** Every tender the firm bids for, and where its bid stands. */
export function MyBidsPage() {
  const t = useT();
  const query = useQuery(allMyBids);
  return (
    <>
      <PageHead title={t('bid.mine')} lead={t('bid.mineLead')} />
      <div className="stack">
        <ReceivedLetters />
        <div className="card">
          <QueryView query={query} what={t('bid.what')}>
            {(bids) =>
              bids.length === 0 ? (
                <Empty
                  fact={t('bid.empty')}
                  next={t('bid.emptyNext')}
                  action={
                    <LinkButton to="/tenders" search={{ state: 'published' }}>
                      {t('tenders.title')}
                    </LinkButton>
                  }
                />
              ) : (
                <Bids bids={latestOf(bids)} />
              )
            }
          </QueryView>
        </div>
      </div>
    </>
  );
}

/** One line per tender and lot: the last bid that counts, newest first. */
function latestOf(bids: readonly Bid[]): readonly Bid[] {
  const byTender = new Map<string, Bid>();
  for (const bid of [...bids].sort((one, other) => one.seq - other.seq)) {
    const place = `${bid.tenderId} ${bid.lot}`;
    if (bid.state !== 'reserved' || !byTender.has(place)) byTender.set(place, bid);
  }
  return [...byTender.values()].reverse();
}

function Bids({ bids }: { readonly bids: readonly Bid[] }) {
  const t = useT();
  const titles = useQueries({
    queries: [...new Set(bids.map((bid) => bid.tenderId))].map((id) => tenderQuery(id)),
    combine: (all) => new Map(all.map(({ data }) => [data?.id, data])),
  });
  return (
    <RecordList
      caption={t('bid.mine')}
      rows={bids}
      rowKey={(bid) => bid.id}
      columns={[
        {
          key: 'title',
          title: t('bid.project'),
          place: 'title',
          cell: (bid) => (
            <Link to="/work/bids/$tenderId" params={{ tenderId: bid.tenderId }}>
              {titles.get(bid.tenderId)?.title ?? bid.tenderId}
              {(titles.get(bid.tenderId)?.lots.length ?? 1) > 1
                ? ` · ${t('lot.number', { number: bid.lot })}`
                : null}
            </Link>
          ),
        },
        {
          key: 'state',
          title: t('bid.state'),
          place: 'chips',
          cell: (bid) =>
            bid.state === 'withdrawn' ? (
              <FactChip>{t('bid.withdrawn')}</FactChip>
            ) : (
              <StatusChip status={bid.state === 'submitted' ? 'submitted' : 'not_submitted'} />
            ),
        },
        {
          key: 'receipt',
          title: t('bid.receiptNumber'),
          cell: (bid) => <span className="mono">{bid.receipt ?? t('common.none')}</span>,
        },
        {
          key: 'at',
          title: t('bid.arrived'),
          place: 'main',
          align: 'end',
          cell: (bid) => (
            <span className="number">
              {bid.arrivedAt === null ? t('common.none') : dateTime(bid.arrivedAt)}
            </span>
          ),
        },
      ]}
    />
  );
}
