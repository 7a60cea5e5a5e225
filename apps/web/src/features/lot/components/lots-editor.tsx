import { fenToWire, fenToYuan, formatYuan } from '@core/kernel';
import { Button, Checkbox, Form, InputNumber } from 'antd';
import { api } from '../../../shared/api/client';
import { useRefresh } from '../../../shared/api/use-refresh';
import type { OwnTender } from '../../../shared/api/wire';
import { useT } from '../../../shared/i18n/i18n-context';
import { amountOf, readYuan } from '../../../shared/ui/amounts';
import { Card } from '../../../shared/ui/card';
import { useAct } from '../../../shared/ui/confirm-dialog';
import { ErrorNote } from '../../../shared/ui/error-note';
import { FormField, MoneyField } from '../../../shared/ui/form-field';

interface TypedLot {
  readonly title: string;
  readonly estimate: string;
  readonly ceiling?: string;
  readonly bond: string;
  readonly type?: string;
  readonly grade?: string;
}

interface Typed {
  readonly lots: readonly TypedLot[];
  readonly consortia: boolean;
  readonly winLimit: number | null;
}

function yuanText(fen: string | null): string {
  const amount = fen === null ? null : amountOf(fen);
  return amount === null ? '' : fenToYuan(amount);
}

function wireOf(typed: string | undefined): string | null {
  const amount = readYuan(typed ?? '');
  return amount === null ? null : fenToWire(amount);
}

function toWire({ title, estimate, ceiling, bond, type = '', grade = '' }: TypedLot) {
  const ceilingFen = wireOf(ceiling);
  return {
    title,
    estimateFen: wireOf(estimate) ?? '0',
    bidBondFen: wireOf(bond) ?? '0',
    ...(ceilingFen === null ? {} : { ceilingFen }),
    ...(type.trim() === ''
      ? {}
      : { qualification: { type, ...(grade.trim() === '' ? {} : { grade }) } }),
  };
}

/** Divides a draft into lots, and says whether consortia may bid. */
export function LotsEditor({ tender }: { readonly tender: OwnTender }) {
  const t = useT();
  const refresh = useRefresh();
  const [form] = Form.useForm<Typed>();
  const { busy, error, act } = useAct(async () => {
    const { lots, consortia, winLimit } = form.getFieldsValue();
    await api.PUT('/api/tenders/{id}/lots', {
      params: { path: { id: tender.id } },
      body: { lots: lots.map(toWire), consortia, ...(winLimit === null ? {} : { winLimit }) },
    });
    await refresh();
  });
  const sum = amountOf(tender.estimateFen);
  return (
    <Card title={t('lot.divide')}>
      <p className="small muted">
        {t('lot.divideText', { sum: sum === null ? '' : formatYuan(sum) })}
      </p>
      <Form
        form={form}
        layout="vertical"
        requiredMark={false}
        validateTrigger="onBlur"
        initialValues={{
          consortia: tender.consortia,
          winLimit: tender.winLimit,
          lots: tender.lots.map((lot) => ({
            title: lot.title,
            estimate: yuanText(lot.estimateFen),
            ceiling: yuanText(lot.ceilingFen),
            bond: yuanText(lot.bidBondFen),
            type: lot.qualification?.type ?? '',
            grade: lot.qualification?.grade ?? '',
          })),
        }}
        onFinish={act}
      >
        <Form.List name="lots">
          {(fields, { add, remove }) => (
            <div className="stack">
              {fields.map(({ key, name }) => (
                <fieldset key={key} className="stack">
                  <legend>{t('lot.number', { number: name + 1 })}</legend>
                  <FormField name={[name, 'title']} label={t('lot.lotTitle')} max={200} />
                  <div className="form-grid">
                    <LotMoney at={name} field="estimate" label={t('lot.estimate')} />
                    <LotMoney at={name} field="ceiling" label={t('lot.ceiling')} optional />
                    <LotMoney at={name} field="bond" label={t('lot.bond')} />
                    <FormField name={[name, 'type']} label={t('lot.type')} optional max={60} />
                    <FormField name={[name, 'grade']} label={t('lot.grade')} optional max={20} />
                  </div>
                  {fields.length > 1 ? (
                    <div>
                      <Button size="small" onClick={() => remove(name)}>
                        {t('lot.remove', { number: name + 1 })}
                      </Button>
                    </div>
                  ) : null}
                </fieldset>
              ))}
              <div>
                <Button onClick={() => add({ title: '', estimate: '', bond: '0.00' })}>
                  {t('lot.add')}
                </Button>
              </div>
            </div>
          )}
        </Form.List>
        <div className="form-grid">
          <Form.Item name="consortia" valuePropName="checked">
            <Checkbox>{t('lot.mayConsortia')}</Checkbox>
          </Form.Item>
          <FormField name="winLimit" label={t('lot.most')} optional>
            <InputNumber min={1} max={50} />
          </FormField>
        </div>
        <div className="stack">
          {error === null ? null : <ErrorNote error={error} />}
          <div>
            <Button htmlType="submit" loading={busy}>
              {t('form.save')}
            </Button>
          </div>
        </div>
      </Form>
    </Card>
  );
}

/** A sum of one lot; watched by its whole path, so that its capitals are its own. */
function LotMoney({
  at,
  field,
  label,
  optional = false,
}: {
  readonly at: number;
  readonly field: 'estimate' | 'ceiling' | 'bond';
  readonly label: string;
  readonly optional?: boolean;
}) {
  return (
    <MoneyField name={[at, field]} watch={['lots', at, field]} label={label} optional={optional} />
  );
}
