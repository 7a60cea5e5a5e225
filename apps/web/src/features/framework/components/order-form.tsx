import { Button, Form, Input } from 'antd';
import { useState } from 'react';
import { api, bodyOf } from '../../../shared/api/client';
import { useRefresh } from '../../../shared/api/use-refresh';
import type { FrameworkOrder, FrameworkSupplier } from '../../../shared/api/wire';
import { useT } from '../../../shared/i18n/i18n-context';
import { useAct } from '../../../shared/ui/confirm-dialog';
import { ErrorNote } from '../../../shared/ui/error-note';
import { FormField } from '../../../shared/ui/form-field';
import { Note } from '../../../shared/ui/note';

interface Typed {
  readonly quantity: string;
  readonly delivery: string;
  readonly reason?: string;
}

/** An order of a chosen supplier, or of whose turn it is. */
export function OrderForm({
  frameworkId,
  lot,
  unit,
  supplier,
  onDone,
}: {
  readonly frameworkId: string;
  readonly lot: number;
  readonly unit: string;
  /** Null: by rotation. */
  readonly supplier: FrameworkSupplier | null;
  readonly onDone: () => void;
}) {
  const t = useT();
  const refresh = useRefresh();
  const [form] = Form.useForm<Typed>();
  const [placed, setPlaced] = useState<FrameworkOrder | null>(null);
  const { busy, error, act } = useAct(async () => {
    const { quantity, delivery, reason = '' } = await form.validateFields();
    const order = await bodyOf(
      api.POST('/api/frameworks/{id}/orders', {
        params: { path: { id: frameworkId } },
        body: {
          lot,
          quantity: Number(quantity),
          delivery,
          reason,
          ...(supplier === null ? {} : { supplierId: supplier.id }),
        },
      }),
    );
    setPlaced(order);
    await refresh();
  });
  if (placed !== null) {
    return (
      <Note tone="ok">
        <p role="status">{t('order.placed')}</p>
        <p>{t('order.placedCode', { code: placed.code, name: placed.supplierName })}</p>
      </Note>
    );
  }
  return (
    <Form
      form={form}
      name="order"
      layout="vertical"
      requiredMark={false}
      validateTrigger="onBlur"
      onFinish={act}
    >
      <h3>
        {supplier === null ? t('order.byTurn') : t('order.directTitle', { name: supplier.name })}
      </h3>
      {supplier === null ? <p className="small muted">{t('order.byTurnLead')}</p> : null}
      <div className="form-grid">
        <FormField name="quantity" label={t('order.quantity', { unit })}>
          <Input inputMode="numeric" autoComplete="off" maxLength={7} autoFocus />
        </FormField>
        <FormField name="delivery" label={t('order.delivery')} max={200} />
      </div>
      {supplier === null ? null : (
        <FormField name="reason" label={t('order.reason')} hint={t('order.reasonHint')} max={500} />
      )}
      {error === null ? null : <ErrorNote error={error} />}
      <div className="row">
        <Button type="primary" htmlType="submit" loading={busy}>
          {t('order.place')}
        </Button>
        <Button onClick={onDone}>{t('order.cancel')}</Button>
      </div>
    </Form>
  );
}
