import type { ReactNode } from 'react';
import type { QuoteCall } from '../../../shared/api/wire';
import { dateTime } from '../../../shared/i18n/dates';
import { useT } from '../../../shared/i18n/i18n-context';
import { Empty } from '../../../shared/ui/empty';
import { FactChip } from '../../../shared/ui/status-chip';
import { UnitPrice } from './price';

/** Competitions with their quotes, as far as they are open; `acts`: what the reader may do in one. */
export function CallList({
  calls,
  unit = '',
  acts,
}: {
  readonly calls: readonly QuoteCall[];
  readonly unit?: string;
  readonly acts?: (call: QuoteCall) => ReactNode;
}) {
  const t = useT();
  if (calls.length === 0) return <Empty fact={t('quote.none')} />;
  return (
    <ul className="finding-list">
      {calls.map((call) => (
        <li key={call.id}>
          <p className="row">
            <span className="mono">{call.code}</span>
            <FactChip>{t(`quote.state.${call.state}`)}</FactChip>
            <span className="small muted">{t('quote.until', { at: dateTime(call.deadline) })}</span>
          </p>
          <p>
            {call.buyerName}：{call.need} × {call.quantity}
            {unit}
          </p>
          {call.quotes.length === 0 ? null : (
            <ul className="small">
              {call.quotes.map(({ supplierId, supplierName, unitPriceFen }) => (
                <li key={supplierId}>
                  {supplierName}{' '}
                  {unitPriceFen === null ? (
                    t('quote.unopened')
                  ) : (
                    <UnitPrice fen={unitPriceFen} unit={unit} />
                  )}
                </li>
              ))}
            </ul>
          )}
          {acts?.(call)}
        </li>
      ))}
    </ul>
  );
}
