import type { HallBid } from '@core/opening';
import { useT } from '../../../shared/i18n/i18n-context';
import { Card } from '../../../shared/ui/card';
import { Icon } from '../../../shared/ui/icon';
import { Money } from '../../../shared/ui/money';
import { RecordList } from '../../../shared/ui/record-list';
import type { HallParts } from '../hall-context';
import { verdictWord, yuanOf } from '../words';

/** The closed list in its fixed order; a price appears when it has been read, and not before. */
export function PriceTable({ tender, live }: HallParts) {
  const t = useT();
  const { bids } = live.hall;
  return (
    <Card
      flush
      title={t('hall.prices')}
      aside={
        tender.ceilingFen === null ? null : (
          <span className="small muted number">
            {t('hall.ceiling', { ceiling: yuanOf(tender.ceilingFen) })}
          </span>
        )
      }
    >
      <RecordList
        caption={t('hall.prices')}
        rows={bids}
        rowKey={(bid) => bid.bidId}
        columns={[
          {
            key: 'order',
            title: t('hall.order'),
            cell: (bid) => <span className="number">{bids.indexOf(bid) + 1}</span>,
          },
          { key: 'name', title: t('hall.bidder'), place: 'title', cell: (bid) => bid.bidderName },
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

function Price({ bid }: { readonly bid: HallBid }) {
  const t = useT();
  if (bid.unsealing.state === 'failed') {
    return <span className="small">{verdictWord(t, bid.unsealing.verdict)}</span>;
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
