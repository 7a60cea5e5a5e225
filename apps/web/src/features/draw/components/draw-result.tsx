import type { Draw } from '../../../shared/api/wire';
import { useT } from '../../../shared/i18n/i18n-context';
import { Card } from '../../../shared/ui/card';
import { specialtyName } from '../../panel/specialty-name';
import { useLanguage } from '../../../shared/i18n/i18n-context';
import { recordsOf } from '../records';

/** The drawn order: firms by name, experts by number until their names are public. */
export function DrawResult({ draw }: { readonly draw: Draw }) {
  const t = useT();
  const { locale } = useLanguage();
  const { result, spec } = recordsOf(draw);
  if (result === null || spec === null) return null;
  const firms = spec.firms ?? [];
  const values = spec.pool.kind === 'values' ? spec.pool.values : [];
  const nameOf = (row: number) => {
    const value = values[row];
    const firm = firms.find((one) => one.number === value);
    return firm === undefined ? (value ?? t('draw.row', { row })) : `${firm.number} ${firm.name}`;
  };
  return (
    <Card title={t('draw.result')}>
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
