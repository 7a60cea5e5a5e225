import { BID_ORDERS } from '@core/evaluation';
import { decimal, readDecimal } from '@core/kernel';
import type { EvaluationRoom } from '../../../shared/api/wire';
import { useLanguage, useT } from '../../../shared/i18n/i18n-context';
import { REASON_TEXTS } from '../../../shared/i18n/methods/index';
import { Card } from '../../../shared/ui/card';
import { Note } from '../../../shared/ui/note';
import '../room.css';

type Computation = EvaluationRoom['computations'][number];

/** A mean as people read it: two places, whatever its exact form is. */
function shown(exact: string): string {
  const [above = '0', below = '1'] = exact.split('/');
  const whole = readDecimal(above);
  return whole.ok ? whole.value.over(decimal(below)).toFixed(2, 'half-up') : exact;
}

/** How the places come about, lot by lot: price, benchmark, items, scores, and marks that stand apart. */
export function ComparisonTable({ room }: { readonly room: EvaluationRoom }) {
  const t = useT();
  if (room.computations.length === 0) return null;
  return (
    <Card title={t(room.reportedAt === null ? 'room.comparisonNow' : 'room.comparison')}>
      {Object.entries(room.drawn).length === 0 ? null : (
        <p className="small muted">
          {t('hall.coefficients')}{' '}
          {Object.entries(room.drawn)
            .map(([key, value]) => `${key} = ${value}`)
            .join(t('list.comma'))}
        </p>
      )}
      <DrawnOrders room={room} />
      {room.computations.map((one) => (
        <LotTable key={one.lot} room={room} computation={one} />
      ))}
    </Card>
  );
}

/** The orders of the bids the hall drew, by the names of the bidders. */
function DrawnOrders({ room }: { readonly room: EvaluationRoom }) {
  const t = useT();
  const nameOf = (bidId: string): string =>
    room.bids.find(({ id }) => id === bidId)?.bidderName ?? bidId;
  return BID_ORDERS.map((kind) => {
    const order = room.orders[kind];
    return order === undefined ? null : (
      <p key={kind} className="small muted">
        {t(`hall.bidOrder.${kind}`)}{' '}
        {order.map((bidId, at) => `${at + 1}. ${nameOf(bidId)}`).join(t('list.comma'))}
      </p>
    );
  });
}

/** What a draw made of a bid; other reasons stand in the numbers. */
const DRAWN_REASONS = ['in_sample', 'not_in_sample', 'out_of_range', 'tie_broken_by_draw'] as const;

function LotTable({
  room,
  computation,
}: {
  readonly room: EvaluationRoom;
  readonly computation: Computation;
}) {
  const { t, locale } = useLanguage();
  const { plan, bids, lots, allMarks } = room;
  const { lot, benchmarkYuan, notices } = computation;
  const nameOf = (bidId: string): string =>
    bids.find(({ id }) => id === bidId)?.bidderName ?? bidId;
  const itemOf = (itemId: string): string =>
    plan.items.find(({ id }) => id === itemId)?.title ?? itemId;
  const caption = lots.length > 1 ? t('lot.number', { number: lot }) : t('room.comparison');
  const apart = (bidId: string, itemId: string, seat: number): boolean =>
    notices.some((one) => one.bidId === bidId && one.itemId === itemId && one.seat === seat);
  return (
    <>
      {benchmarkYuan === null ? null : (
        <p>
          {t('simulator.benchmark')} <b className="number">{benchmarkYuan}</b>
        </p>
      )}
      {/* Wide tables scroll by themselves; the keyboard reaches them too. */}
      <div className="room-scroll" role="region" aria-label={caption} tabIndex={0}>
        <table className="room-table">
          <caption className="small muted">{caption}</caption>
          <thead>
            <tr>
              <th scope="col">{t('result.rank')}</th>
              <th scope="col">{t('result.name')}</th>
              <th scope="col" className="number">
                {t('result.price')}
              </th>
              {plan.items.map(({ id, title }) => (
                <th key={id} scope="col">
                  {title}
                </th>
              ))}
              {plan.items.length === 0 ? null : (
                <th scope="col" className="number">
                  {t('room.priceScore')}
                </th>
              )}
              <th scope="col" className="number">
                {t('simulator.score')}
              </th>
            </tr>
          </thead>
          <tbody>
            {computation.bids.map((bid) => (
              <tr key={bid.bidId}>
                <td>{bid.rank ?? '–'}</td>
                <th scope="row">
                  {nameOf(bid.bidId)}
                  {DRAWN_REASONS.filter((code) => bid.reasons.includes(code)).map((code) => (
                    <span key={code} className="small muted">
                      <br />
                      {REASON_TEXTS[locale][code]}
                    </span>
                  ))}
                </th>
                <td className="number">{bid.priceYuan}</td>
                {bid.items.map(({ itemId, mean }) => (
                  <td key={itemId}>
                    <b className="number">{shown(mean)}</b>
                    <br />
                    <span className="small muted">
                      {allMarks
                        .filter((one) => one.bidId === bid.bidId && one.itemId === itemId)
                        .sort((one, other) => one.seat - other.seat)
                        .map(({ seat, points }) =>
                          apart(bid.bidId, itemId, seat) ? `${points}＊` : points,
                        )
                        .join(' · ')}
                    </span>
                  </td>
                ))}
                {plan.items.length === 0 ? null : (
                  <td className="number">
                    {bid.priceScore === null ? '–' : shown(bid.priceScore)}
                  </td>
                )}
                <td className="number">{bid.score ?? '–'}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
      {notices.length === 0 ? null : (
        <Note tone="warn">
          <p>{t('room.apart')}</p>
          <ul>
            {notices.map(({ seat, bidId, itemId, points, othersMean }) => (
              <li key={`${seat} ${bidId} ${itemId}`}>
                {t('room.apartMark', {
                  seat,
                  name: nameOf(bidId),
                  item: itemOf(itemId),
                  points,
                  mean: shown(othersMean),
                })}
              </li>
            ))}
          </ul>
        </Note>
      )}
    </>
  );
}
