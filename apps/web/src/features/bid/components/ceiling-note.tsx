import { formatYuan } from '@core/kernel';
import { Form } from 'antd';
import { useT } from '../../../shared/i18n/i18n-context';
import { amountOf, readYuan } from '../../../shared/ui/amounts';
import { Note } from '../../../shared/ui/note';

/** Warns of a price above the published ceiling; whether it is rejected is for the panel to say. */
export function CeilingNote({ ceilingFen }: { readonly ceilingFen: string | null }) {
  const t = useT();
  const typed: unknown = Form.useWatch('price');
  const price = typeof typed === 'string' ? readYuan(typed) : null;
  const ceiling = ceilingFen === null ? null : amountOf(ceilingFen);
  if (price === null || ceiling === null || price <= ceiling) return null;
  return (
    <div className="bid__lead">
      <Note tone="warn">{t('bid.overCeiling', { ceiling: formatYuan(ceiling) })}</Note>
    </div>
  );
}
