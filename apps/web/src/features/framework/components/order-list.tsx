import type { ReactNode } from 'react';
import type { FrameworkOrder } from '../../../shared/api/wire';
import { dateTime } from '../../../shared/i18n/dates';
import { useT } from '../../../shared/i18n/i18n-context';
import { Empty } from '../../../shared/ui/empty';
import { Money } from '../../../shared/ui/money';
import { RecordList } from '../../../shared/ui/record-list';
import { FactChip } from '../../../shared/ui/status-chip';

/** Orders, the latest first; `acts`: what the reader may do to one. */
export function OrderList({
  orders,
  unit = '',
  acts,
}: {
  readonly orders: readonly FrameworkOrder[];
  readonly unit?: string;
  readonly acts?: (order: FrameworkOrder) => ReactNode;
}) {
  const t = useT();
  if (orders.length === 0) return <Empty fact={t('order.none')} />;
  return (
    <RecordList
      caption={t('framework.orders')}
      rows={orders}
      rowKey={({ id }) => id}
      columns={[
        {
          key: 'code',
          title: t('order.code'),
          cell: ({ code, placedAt }) => (
            <>
              <span className="mono">{code}</span>{' '}
              <span className="small muted">{dateTime(placedAt)}</span>
            </>
          ),
        },
        {
          key: 'buyer',
          title: t('order.buyer'),
          cell: ({ buyerName }) => buyerName,
        },
        {
          key: 'supplier',
          title: t('framework.supplier'),
          place: 'title',
          cell: (one) => (
            <>
              {one.supplierName}
              <p className="small muted">
                {one.product} × {one.quantity}
                {unit}
                {one.reason === '' ? '' : ` · ${one.reason}`}
              </p>
              {one.delivery === null ? null : <p className="small">{one.delivery}</p>}
              {one.refusal === null ? null : (
                <p className="small">{t('order.refusedFor', { reason: one.refusal })}</p>
              )}
              {one.stars === null ? null : (
                <p className="small">
                  {t('order.starsOf', { stars: one.stars })} {one.review}
                </p>
              )}
            </>
          ),
        },
        {
          key: 'way',
          title: t('framework.ways'),
          cell: ({ way }) => t(`framework.way.${way}`),
        },
        {
          key: 'amount',
          title: t('framework.amount'),
          place: 'main',
          align: 'end',
          cell: ({ amountFen }) => <Money fen={amountFen} />,
        },
        {
          key: 'state',
          title: t('order.state'),
          place: 'chips',
          cell: (one) => (
            <>
              <FactChip>{t(`order.state.${one.state}`)}</FactChip>
              {acts?.(one)}
            </>
          ),
        },
      ]}
    />
  );
}
