import { formulaOf, PRICE_FORMULAS, type ParameterSpec } from '@core/evaluation';
import { REGIMES } from '@core/rules';
import { Checkbox, Input, Select } from 'antd';
import { useId } from 'react';
import { useLanguage, useT } from '../../../shared/i18n/i18n-context';
import type { PlainMessageKey } from '../../../shared/i18n/catalogue';
import { Card } from '../../../shared/ui/card';
import { nameIn } from '../../../shared/ui/name-in';
import { optionsOf, readBids, type Typed } from './typed-case';

interface FormProps {
  readonly typed: Typed;
  readonly onChange: (typed: Typed) => void;
}

const CHOICES: Readonly<Record<string, PlainMessageKey>> = {
  'one-each': 'simulator.choice.oneEach',
  none: 'simulator.choice.none',
};

/** Method, prices, ceiling, parameters, and what the hall would draw. */
export function SimulatorForm({ typed, onChange }: FormProps) {
  const { t, locale } = useLanguage();
  const [method, regime, prices, ceiling] = [useId(), useId(), useId(), useId()];
  const formula = formulaOf(typed.method);
  return (
    <Card title={t('simulator.input')}>
      <div>
        <label htmlFor={method}>{t('simulator.method')}</label>
        <Select
          id={method}
          value={typed.method}
          options={PRICE_FORMULAS.map((one) => ({ value: one.id, label: nameIn(locale, one) }))}
          onChange={(value) => onChange({ ...typed, method: value, values: {}, sample: [] })}
        />
      </div>
      <div>
        <label htmlFor={regime}>{t('simulator.regime')}</label>
        <Select
          id={regime}
          value={typed.regime}
          options={REGIMES.map((one) => ({ value: one, label: t(`simulator.regime.${one}`) }))}
          onChange={(value) => onChange({ ...typed, regime: value })}
        />
      </div>
      <div>
        <label htmlFor={prices}>{t('simulator.prices')}</label>
        <Input.TextArea
          id={prices}
          rows={7}
          className="mono"
          value={typed.prices}
          onChange={(event) => onChange({ ...typed, prices: event.target.value })}
        />
        <p className="small muted">{t('simulator.pricesHint')}</p>
      </div>
      <div>
        <label htmlFor={ceiling}>{t('simulator.ceiling')}</label>
        <Input
          id={ceiling}
          inputMode="decimal"
          suffix={t('form.yuan')}
          value={typed.ceiling}
          onChange={(event) => onChange({ ...typed, ceiling: event.target.value })}
        />
      </div>
      {(formula?.parameters ?? []).map((spec) => (
        <Parameter
          key={`${typed.method} ${spec.key}`}
          spec={spec}
          typed={typed}
          onChange={onChange}
        />
      ))}
      {formula?.sample ? (
        <Sample rule={nameIn(locale, formula.sample)} typed={typed} onChange={onChange} />
      ) : null}
    </Card>
  );
}

function Parameter({ spec, typed, onChange }: FormProps & { readonly spec: ParameterSpec }) {
  const { t, locale } = useLanguage();
  const field = useId();
  const { values, initial } = optionsOf(spec);
  const label = nameIn(locale, spec);
  const isDrawn = spec.kind === 'number' && spec.origin !== 'stated';
  const labelOf = (value: string) => {
    const key = CHOICES[value];
    return key === undefined ? value : t(key);
  };
  return (
    <div>
      <label htmlFor={field}>{isDrawn ? t('simulator.drawn', { what: label }) : label}</label>
      <Select
        id={field}
        value={typed.values[spec.key] ?? initial}
        options={values.map((value) => ({ value, label: labelOf(value) }))}
        onChange={(value) => onChange({ ...typed, values: { ...typed.values, [spec.key]: value } })}
      />
    </div>
  );
}

function Sample({ rule, typed, onChange }: FormProps & { readonly rule: string }) {
  const t = useT();
  const { bids } = readBids(typed.prices);
  return (
    <fieldset>
      <legend>{t('simulator.drawn', { what: rule })}</legend>
      <Checkbox.Group
        value={[...typed.sample]}
        options={[...new Set(bids.map((one) => one.id))]}
        onChange={(sample) => onChange({ ...typed, sample })}
      />
    </fieldset>
  );
}
