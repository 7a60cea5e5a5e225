import { bidOfValue } from '@core/evaluation';
import type { HallEvent } from '@core/opening';
import { useQuery } from '@tanstack/react-query';
import type { Draw } from '../../../shared/api/wire';
import { useLanguage } from '../../../shared/i18n/i18n-context';
import { Card } from '../../../shared/ui/card';
import { openingOfTender } from '../../opening/queries';
import { specialtyName } from '../../panel/specialty-name';
import { recordsOf } from '../records';

/** The drawn order: firms and bidders by name, experts by number until their names are public. */
export function DrawResult({ draw }: { readonly draw: Draw }) {
  const { t, locale } = useLanguage();
  const { result, spec } = recordsOf(draw);
  const firms = spec?.firms ?? [];
  const values = spec?.pool.kind === 'values' ? spec.pool.values : [];
  const drawsBids = draw.purpose === 'coefficient' && values.some((one) => bidOfValue(one));
  const bidders = useBidders(draw.tenderId, drawsBids);
  if (result === null || spec === null) return null;
  const nameOf = (row: number): string => {
    const value = values[row];
    if (value === undefined) return t('draw.row', { row });
    const bid = drawsBids ? bidOfValue(value) : null;
    if (bid !== null) {
      return t(`draw.bid.${bid.kind}`, { name: bidders.get(bid.bidId) ?? bid.bidId });
    }
    const firm = firms.find((one) => one.number === value);
    return firm === undefined ? value : `${firm.number} ${firm.name}`;
  };
  return (
    <Card title={t('draw.result')}>
      {drawsBids ? <p className="small muted">{t('draw.bidsHint')}</p> : null}
      <ol>
        {result.panel.map((seat, index) => (
          <li key={seat.row} className="room-member">
            <span>
              {t('draw.seat', { at: index + 1 })} · <b className="number">{nameOf(seat.row)}</b>
            </span>
            {spec.pool.kind === 'rows' ? (
              <span className="small muted">{specialtyName(seat.stratum, locale)}</span>
            ) : null}
          </li>
        ))}
      </ol>
      {spec.pool.kind === 'rows' ? <p className="small muted">{t('draw.names')}</p> : null}
    </Card>
  );
}

/** The bidders of a tender by bid, as its hall listed them. */
function useBidders(tenderId: string, enabled: boolean): ReadonlyMap<string, string> {
  const { data } = useQuery({ ...openingOfTender(tenderId), enabled });
  const closing = data?.events
    .map(({ event }) => event as unknown as HallEvent)
    .find((event) => event.kind === 'bids_closed');
  return new Map(closing?.bids.map(({ bidId, bidderName }) => [bidId, bidderName]) ?? []);
}
