import { formatCapitals } from '@core/kernel';
import { Form, Input } from 'antd';
import type { ReactNode } from 'react';
import { useT } from '../i18n/i18n-context';
import { readYuan } from './amounts';

interface FormFieldProps {
  readonly name: string | (string | number)[];
  readonly label: string;
  readonly hint?: ReactNode;
  readonly optional?: boolean;
  /** May be left empty for now; what is missing is told elsewhere. */
  readonly later?: boolean;
  readonly disabled?: boolean;
  readonly max?: number;
  /** The path of its value where the field stands in a list: the name alone is only a part of it. */
  readonly watch?: (string | number)[];
  /** The control; a line of text when left out. */
  readonly children?: ReactNode;
}

/** One labelled field of a form; what is missing is said in words under it. */
export function FormField(props: FormFieldProps) {
  const {
    name,
    label,
    hint,
    optional = false,
    later = false,
    disabled = false,
    max = 120,
    children,
  } = props;
  const t = useT();
  const rules =
    optional || later
      ? []
      : [{ required: true, whitespace: true, message: t('form.missing', { what: label }) }];
  return (
    <Form.Item
      name={name}
      label={optional ? t('form.optional', { what: label }) : label}
      extra={hint}
      rules={
        children === undefined ? rules : rules.map(({ message }) => ({ required: true, message }))
      }
    >
      {children ?? <Input maxLength={max} disabled={disabled} />}
    </Form.Item>
  );
}

/** A sum in yuan, as people paste it, with its Chinese capitals underneath. */
export function MoneyField({ name, watch, label, hint, optional = false }: FormFieldProps) {
  const t = useT();
  const typed: unknown = Form.useWatch(watch ?? name);
  const amount = typeof typed === 'string' ? readYuan(typed) : null;
  return (
    <Form.Item
      name={name}
      label={optional ? t('form.optional', { what: label }) : label}
      extra={amount === null ? hint : <span lang="zh-CN">{formatCapitals(amount)}</span>}
      rules={[
        ...(optional ? [] : [{ required: true, message: t('form.missing', { what: label }) }]),
        {
          validator: (_rule, value: string | undefined) =>
            value === undefined || value === '' || readYuan(value) !== null
              ? Promise.resolve()
              : Promise.reject(new Error(t('form.noMoney'))),
        },
      ]}
    >
      <Input inputMode="decimal" suffix={t('form.yuan')} autoComplete="off" maxLength={24} />
    </Form.Item>
  );
}
