import type { HallBid } from '@core/opening';
import { useT } from '../../../shared/i18n/i18n-context';
import { Card } from '../../../shared/ui/card';
import { Icon } from '../../../shared/ui/icon';
import { Money } from '../../../shared/ui/money';
import { RecordList } from '../../../shared/ui/record-list';
import type { HallParts } from '../hall-context';
import { lotName, ofLot } from '../../lot/lots';
import { verdictWord, yuanOf } from '../words';

/** The closed list in its fixed order, lot by lot; a price appears when it has been read, and not before. */
export function PriceTable({ tender, live }: HallParts) {
  const t = useT();
  const { bids, lots, lot: now } = live.hall;
  if (lots.length < 2) {
    return <PricesOf title={t('hall.prices')} ceilingFen={tender.ceilingFen} bids={bids} />;
  }
  return lots.map((lot) => (
    <PricesOf
      key={lot.number}
      title={lotName(t, lot)}
      now={lot.number === now && live.hall.phase === 'reading'}
      ceilingFen={ofLot(tender, lot.number).ceilingFen}
      bids={bids.filter((bid) => bid.lot === lot.number)}
    />
  ));
}

function PricesOf({
  title,
  ceilingFen,
  bids,
  now = false,
}: {
  readonly title: string;
  readonly ceilingFen: string | null;
  readonly bids: readonly HallBid[];
  readonly now?: boolean;
}) {
  const t = useT();
  return (
    <Card
      flush
      title={now ? `${title} · ${t('hall.lotNow')}` : title}
      aside={
        ceilingFen === null ? null : (
          <span className="small muted number">
            {t('hall.ceiling', { ceiling: yuanOf(ceilingFen) })}
          </span>
        )
      }
    >
      <RecordList
        caption={title}
        rows={bids}
        rowKey={(bid) => bid.bidId}
        columns={[
          {
            key: 'order',
            title: t('hall.order'),
            cell: (bid) => <span className="number">{bids.indexOf(bid) + 1}</span>,
          },
          {
            key: 'name',
            title: t('hall.bidder'),
            place: 'title',
            cell: (bid) => <Bidder bid={bid} />,
          },
          {
            key: 'unsealed',
            title: t('hall.unsealed'),
            place: 'chips',
            cell: (bid) => <UnsealedChip bid={bid} />,
          },
          {
            key: 'price',
            title: t('hall.price'),
            place: 'main',
            align: 'end',
            cell: (bid) => <Price bid={bid} />,
          },
          {
            key: 'duration',
            title: t('hall.duration'),
            align: 'end',
            cell: (bid) =>
              bid.reading === null
                ? t('common.none')
                : t('hall.durationDays', { days: bid.reading.durationDays ?? '' }),
          },
          {
            key: 'manager',
            title: t('hall.manager'),
            cell: (bid) => bid.reading?.manager ?? t('common.none'),
          },
        ]}
      />
    </Card>
  );
}

function Bidder({ bid: { bidderName, members } }: { readonly bid: HallBid }) {
  const t = useT();
  if (members.length === 0) return bidderName;
  return (
    <>
      {bidderName}
      <br />
      <span className="small muted">
        {t('lot.members', { names: members.join(t('list.comma')) })}
      </span>
    </>
  );
}

function Price({ bid }: { readonly bid: HallBid }) {
  const t = useT();
  if (bid.unsealing.state === 'failed') {
    return <span className="small">{verdictWord(t, bid.unsealing.verdict)}</span>;
  }
  if (bid.unsealing.state === 'returned') {
    return <span className="small">{t('lot.returned')}</span>;
  }
  const fen = bid.reading?.priceFen;
  if (fen === undefined) return <span className="muted small">{t('hall.notRead')}</span>;
  return <Money fen={fen} capitals />;
}

function UnsealedChip({ bid }: { readonly bid: HallBid }) {
  const t = useT();
  const { unsealing } = bid;
  if (unsealing.state === 'sealed') {
    return (
      <span className="chip chip--seal">
        <Icon name="lock" />
        {t('hall.sealed')}
      </span>
    );
  }
  if (unsealing.state === 'returned') {
    return <span className="chip">{t('lot.returned')}</span>;
  }
  if (unsealing.state === 'failed') {
    return (
      <span className="chip chip--bad">
        <Icon name="close" />
        {t('hall.failedBid')}
      </span>
    );
  }
  const byBidder = unsealing.by === 'bidder';
  return (
    <span className={`chip ${byBidder ? 'chip--ok' : 'chip--info'}`}>
      <Icon name={byBidder ? 'check' : 'key'} />
      {byBidder ? t('hall.byBidder') : t('hall.byHolders')}
    </span>
  );
}
