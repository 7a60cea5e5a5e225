import type { ParameterSpec } from '@core/evaluation';
import { Select } from 'antd';
import { useId } from 'react';
import { useLanguage } from '../../../shared/i18n/i18n-context';
import type { PlainMessageKey } from '../../../shared/i18n/catalogue';
import { nameIn } from '../../../shared/ui/name-in';
import { initialOf, mayBeDrawn, valuesOf } from './typed-plan';

const CHOICES: Readonly<Record<string, PlainMessageKey>> = {
  'one-each': 'simulator.choice.oneEach',
  none: 'simulator.choice.none',
};

/** A parameter the documents state, or the values one of which the hall draws. */
export function PlanParameter({
  spec,
  chosen,
  onChange,
}: {
  readonly spec: ParameterSpec;
  /** Undefined: nobody has chosen yet. */
  readonly chosen: readonly string[] | undefined;
  readonly onChange: (values: readonly string[]) => void;
}) {
  const { t, locale } = useLanguage();
  const field = useId();
  const drawn = mayBeDrawn(spec);
  const label = nameIn(locale, spec);
  const values = chosen ?? initialOf(spec);
  const options = valuesOf(spec).map((value) => {
    const key = CHOICES[value];
    return { value, label: key === undefined ? value : t(key) };
  });
  if (!drawn) {
    return (
      <div>
        <label htmlFor={field}>{label}</label>
        <Select
          id={field}
          value={values[0] ?? null}
          options={options}
          onChange={(value: string) => onChange([value])}
        />
      </div>
    );
  }
  const only = spec.kind === 'number' && spec.origin === 'drawn';
  return (
    <div>
      <label htmlFor={field}>{t('simulator.drawn', { what: label })}</label>
      <Select
        id={field}
        mode="multiple"
        value={[...values]}
        options={options}
        onChange={(next: string[]) =>
          onChange(options.map(({ value }) => value).filter((value) => next.includes(value)))
        }
      />
      <p className="small muted">{t(only ? 'plan.drawnOnlyHint' : 'plan.drawnHint')}</p>
    </div>
  );
}
