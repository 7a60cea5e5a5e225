import { Money } from '../../../shared/ui/money';
import { useT } from '../../../shared/i18n/i18n-context';

/** A price of one unit. */
export function UnitPrice({ fen, unit }: { readonly fen: string; readonly unit: string }) {
  const t = useT();
  return (
    <>
      <Money fen={fen} />
      <span className="small muted">{t('framework.perUnit', { unit })}</span>
    </>
  );
}
