import type { Hall } from '@core/opening';
import { useT } from '../../../shared/i18n/i18n-context';
import './bid-order-list.css';

/** The bids of a drawn order by their bidders, the first drawn first. `order`: null until it is drawn. */
export function BidOrderList({
  hall,
  order,
}: {
  readonly hall: Hall;
  readonly order: readonly string[] | null;
}) {
  const t = useT();
  if (order === null) return t('hall.bidOrderWaiting');
  const nameOf = (bidId: string): string => {
    const bid = hall.bids.find((one) => one.bidId === bidId);
    if (bid === undefined) return bidId;
    const names = bid.members.length > 0 ? bid.members.join(t('list.comma')) : bid.bidderName;
    return hall.lots.length > 1 ? `${t('lot.number', { number: bid.lot })} ${names}` : names;
  };
  return (
    <ol className="hall__order">
      {order.map((bidId) => (
        <li key={bidId}>{nameOf(bidId)}</li>
      ))}
    </ol>
  );
}
