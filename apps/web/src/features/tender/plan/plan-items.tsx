import { Button, Checkbox, Input } from 'antd';
import { useId } from 'react';
import { useT } from '../../../shared/i18n/i18n-context';
import { pointsOf, type TypedItem, type TypedPlan } from './typed-plan';

const WHOLE = 100;
const MOST = 50;

/** What the panel scores, with the points of each item and of the price: one hundred together. */
export function PlanItems({
  typed,
  onChange,
}: {
  readonly typed: TypedPlan;
  readonly onChange: (typed: TypedPlan) => void;
}) {
  const t = useT();
  const price = useId();
  const { items, priceWeight } = typed;
  const sum = pointsOf(typed);
  const put = (at: number, change: Partial<TypedItem>): void =>
    onChange({
      ...typed,
      items: items.map((one, index) => (index === at ? { ...one, ...change } : one)),
    });
  return (
    <fieldset className="stack plan-items">
      <legend>{t('plan.items')}</legend>
      <div>
        <label htmlFor={price}>{t('plan.priceWeight')}</label>
        <Input
          id={price}
          inputMode="decimal"
          suffix={t('plan.pointsUnit')}
          maxLength={6}
          value={priceWeight}
          onChange={(event) => onChange({ ...typed, priceWeight: event.target.value })}
        />
      </div>
      {items.map(({ title, points }, at) => (
        <div key={at} className="plan-items__row">
          <Input
            aria-label={t('plan.itemTitle', { number: at + 1 })}
            placeholder={t('plan.itemTitle', { number: at + 1 })}
            maxLength={120}
            value={title}
            onChange={(event) => put(at, { title: event.target.value })}
          />
          <Input
            aria-label={t('plan.itemPoints', { number: at + 1 })}
            inputMode="decimal"
            suffix={t('plan.pointsUnit')}
            maxLength={6}
            value={points}
            onChange={(event) => put(at, { points: event.target.value })}
          />
          <Button
            disabled={items.length < 2}
            onClick={() => onChange({ ...typed, items: items.filter((_, index) => index !== at) })}
          >
            {t('plan.dropItem', { number: at + 1 })}
          </Button>
        </div>
      ))}
      <div className="row">
        <Button
          disabled={items.length >= MOST}
          onClick={() => onChange({ ...typed, items: [...items, { title: '', points: '' }] })}
        >
          {t('plan.addItem')}
        </Button>
        <span role="status" className="small muted">
          {sum === WHOLE ? null : t('plan.sum', { sum })}
        </span>
      </div>
      <div>
        <Checkbox
          checked={typed.blind}
          onChange={(event) => onChange({ ...typed, blind: event.target.checked })}
        >
          {t('plan.blind')}
        </Checkbox>
        <p className="small muted">{t('plan.blindHint')}</p>
      </div>
    </fieldset>
  );
}
