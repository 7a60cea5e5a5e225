import { formatCapitals, formatYuan } from '@core/kernel';
import { useT } from '../i18n/i18n-context';
import { amountOf, formatTenThousands } from './amounts';
import './money.css';

interface MoneyProps {
  /** The wire's string of fen. */
  readonly fen: string;
  /** Chinese capitals underneath: wherever somebody bids, signs or pays. */
  readonly capitals?: boolean;
  /** `tenThousands` in lists and statistics only, never where a sum is decided. */
  readonly unit?: 'yuan' | 'tenThousands';
  readonly size?: 'm' | 'l' | 'xl';
}

/** A sum of money: exact, bold, with its unit. */
export function Money({ fen, capitals = false, unit = 'yuan', size = 'm' }: MoneyProps) {
  const t = useT();
  const amount = amountOf(fen);
  if (amount === null) return <span className="muted">{t('money.unknown')}</span>;
  const figures = unit === 'yuan' ? formatYuan(amount) : formatTenThousands(amount);
  return (
    <span className={`money money--${size}`}>
      <span className="money__figures number">
        {figures}
        <span className="money__unit">{t(`money.${unit}`)}</span>
      </span>
      {capitals ? (
        <span className="money__capitals" lang="zh-CN">
          {formatCapitals(amount)}
        </span>
      ) : null}
    </span>
  );
}
