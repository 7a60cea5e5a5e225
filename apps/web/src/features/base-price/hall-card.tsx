import type { HallBasePrice } from '@core/opening';
import { fenFromYuan, fenToWire } from '@core/kernel';
import { useT } from '../../shared/i18n/i18n-context';
import { Card } from '../../shared/ui/card';
import { Fingerprint } from '../../shared/ui/fingerprint';
import { Money } from '../../shared/ui/money';
import type { HallParts } from '../opening/hall-context';

/** The base prices of a hall for everybody: sealed, opened, or never opened. */
export function HallBasePrices({ live: { hall } }: Pick<HallParts, 'live'>) {
  const t = useT();
  if (hall.basePrices.length === 0) return null;
  const isOver = ['signing', 'closed', 'failed'].includes(hall.phase);
  return (
    <Card title={t('basePrice.title')}>
      <p className="small muted">{t('basePrice.reference')}</p>
      <dl className="facts">
        {hall.basePrices.map((one) => (
          <div key={one.lot} className="stack">
            <dt>
              {hall.lots.length > 1 ? t('lot.number', { number: one.lot }) : t('basePrice.title')}
            </dt>
            <dd>
              <Opened one={one} isOver={isOver} />
              <br />
              <Fingerprint digest={one.commit} />
            </dd>
          </div>
        ))}
      </dl>
    </Card>
  );
}

function Opened({ one, isOver }: { readonly one: HallBasePrice; readonly isOver: boolean }) {
  const t = useT();
  const price = one.opened === null ? null : fenFromYuan(one.opened.price);
  if (price?.ok === true) return <Money fen={fenToWire(price.value)} capitals />;
  return <span>{t(isOver ? 'basePrice.notOpened' : 'basePrice.stillSealed')}</span>;
}
