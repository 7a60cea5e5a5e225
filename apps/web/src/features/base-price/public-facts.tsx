import type { TenderDetail } from '../../shared/api/wire';
import { useT } from '../../shared/i18n/i18n-context';
import { Money } from '../../shared/ui/money';

/** The base prices of a tender on its public page; nothing where none was sealed. */
export function BasePriceFacts({ tender }: { readonly tender: TenderDetail }) {
  const t = useT();
  const { basePrices, lots, state } = tender;
  const isOver = state !== 'published' && state !== 'opening';
  return basePrices.map(({ lot, priceFen }) => (
    <div key={lot} style={{ display: 'contents' }}>
      <dt>{lots.length > 1 ? t('basePrice.ofLot', { number: lot }) : t('basePrice.title')}</dt>
      <dd className="number">
        {priceFen === null ? (
          t(isOver ? 'basePrice.notOpened' : 'basePrice.stillSealed')
        ) : (
          <>
            <Money fen={priceFen} capitals />
            <br />
            <span className="small muted">{t('basePrice.reference')}</span>
          </>
        )}
      </dd>
    </div>
  ));
}
