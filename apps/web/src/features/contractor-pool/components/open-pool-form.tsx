import { fenToWire } from '@core/kernel';
import { Button, Form, Input, InputNumber, Select } from 'antd';
import { api } from '../../../shared/api/client';
import { useRefresh } from '../../../shared/api/use-refresh';
import { useT } from '../../../shared/i18n/i18n-context';
import { readYuan } from '../../../shared/ui/amounts';
import { Card } from '../../../shared/ui/card';
import { useAct } from '../../../shared/ui/confirm-dialog';
import { ErrorNote } from '../../../shared/ui/error-note';
import { FormField, MoneyField } from '../../../shared/ui/form-field';

const TRADES = ['works', 'goods', 'services', 'procurement', 'pool', 'rural', 'agro'] as const;

interface TypedTier {
  readonly name: string;
  readonly type?: string;
  readonly grade?: string;
  readonly upTo?: string;
}

interface Typed {
  readonly trade: string;
  readonly name: string;
  readonly notice: string;
  readonly basis?: string;
  readonly tiers: readonly TypedTier[];
  readonly licences?: string;
  readonly publicityDays: number;
  readonly reviewMonths: number;
  readonly coolOffMonths: number;
  readonly mostUnfinished?: number | null;
}

const blank = (text: string | undefined): boolean => (text ?? '').trim() === '';

function wanted(type: string, grade: string | undefined) {
  return { type: type.trim(), ...(blank(grade) ? {} : { grade: (grade ?? '').trim() }) };
}

function tierOf({ name, type, grade, upTo }: TypedTier, at: number) {
  const sum = readYuan(upTo ?? '');
  return {
    key: `t${at + 1}`,
    name,
    ...(blank(type) ? {} : { qualification: wanted(type ?? '', grade) }),
    ...(sum === null ? {} : { upToFen: fenToWire(sum) }),
  };
}

/** Opens a pool: its notice and its terms. There is no field for a place, a size or a number of seats. */
export function OpenPoolForm({ onDone }: { readonly onDone: () => void }) {
  const t = useT();
  const refresh = useRefresh();
  const [form] = Form.useForm<Typed>();
  const { busy, error, act } = useAct(async () => {
    const typed = await form.validateFields();
    const { trade, name, notice, basis, tiers, licences, mostUnfinished, ...periods } = typed;
    const { publicityDays, reviewMonths, coolOffMonths } = periods;
    await api.POST('/api/pools', {
      body: {
        trade,
        name,
        notice,
        ...(blank(basis) ? {} : { basis: (basis ?? '').trim() }),
        terms: {
          tiers: tiers.map(tierOf),
          licences: (licences ?? '')
            .split('\n')
            .filter((line) => !blank(line))
            .map((line) => wanted(line, undefined)),
          publicityDays,
          reviewMonths,
          coolOffMonths,
          ...(mostUnfinished == null ? {} : { mostUnfinished }),
        },
      },
    });
    await refresh();
    onDone();
  });
  return (
    <Card title={t('pool.open')}>
      <p className="small muted">{t('pool.openLead')}</p>
      <Form
        form={form}
        layout="vertical"
        requiredMark={false}
        validateTrigger="onBlur"
        initialValues={{
          tiers: [{ name: '' }],
          publicityDays: 5,
          reviewMonths: 12,
          coolOffMonths: 12,
        }}
        onFinish={act}
      >
        <div className="form-grid">
          <FormField name="name" label={t('pool.name')} max={120} />
          <FormField name="trade" label={t('pool.trade')}>
            <Select options={TRADES.map((value) => ({ value, label: t(`category.${value}`) }))} />
          </FormField>
          <FormField name="basis" label={t('pool.basis')} optional max={80} />
        </div>
        <FormField name="notice" label={t('pool.notice')}>
          <Input.TextArea rows={4} maxLength={10_000} />
        </FormField>
        <Form.List name="tiers">
          {(fields, { add, remove }) => (
            <div className="stack">
              {fields.map(({ key, name }) => (
                <fieldset key={key}>
                  <legend>{t('pool.tierNumber', { number: name + 1 })}</legend>
                  <div className="form-grid">
                    <FormField name={[name, 'name']} label={t('pool.tierName')} max={40} />
                    <FormField name={[name, 'type']} label={t('pool.tierType')} optional max={60} />
                    <FormField
                      name={[name, 'grade']}
                      label={t('pool.tierGrade')}
                      optional
                      max={20}
                    />
                    <MoneyField
                      name={[name, 'upTo']}
                      watch={['tiers', name, 'upTo']}
                      label={t('pool.tierUpTo')}
                      optional
                    />
                  </div>
                  {fields.length > 1 ? (
                    <Button onClick={() => remove(name)}>{t('pool.tierRemove')}</Button>
                  ) : null}
                </fieldset>
              ))}
              <div>
                <Button onClick={() => add({ name: '' })}>{t('pool.tierAdd')}</Button>
              </div>
            </div>
          )}
        </Form.List>
        <FormField
          name="licences"
          label={t('pool.licences')}
          hint={t('pool.licencesHint')}
          optional
        >
          <Input.TextArea rows={2} maxLength={500} />
        </FormField>
        <div className="form-grid">
          <FormField name="publicityDays" label={t('pool.publicityDays')}>
            <InputNumber min={1} max={60} precision={0} />
          </FormField>
          <FormField name="reviewMonths" label={t('pool.reviewMonths')}>
            <InputNumber min={1} max={24} precision={0} />
          </FormField>
          <FormField name="coolOffMonths" label={t('pool.coolOffMonths')}>
            <InputNumber min={0} max={60} precision={0} />
          </FormField>
          <FormField name="mostUnfinished" label={t('pool.mostUnfinishedLabel')} optional>
            <InputNumber min={1} max={100} precision={0} />
          </FormField>
        </div>
        {error === null ? null : <ErrorNote error={error} />}
        <div className="row">
          <Button type="primary" htmlType="submit" loading={busy}>
            {t('pool.open')}
          </Button>
          <Button onClick={onDone}>{t('form.back')}</Button>
        </div>
      </Form>
    </Card>
  );
}
