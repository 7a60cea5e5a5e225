import { Button, Form, Input } from 'antd';
import { useState } from 'react';
import { api } from '../../../shared/api/client';
import { useRefresh } from '../../../shared/api/use-refresh';
import { instantOfLocal } from '../../../shared/i18n/dates';
import { useT } from '../../../shared/i18n/i18n-context';
import { useAct } from '../../../shared/ui/confirm-dialog';
import { ErrorNote } from '../../../shared/ui/error-note';
import { FormField } from '../../../shared/ui/form-field';
import { Note } from '../../../shared/ui/note';

interface Typed {
  readonly quantity: string;
  readonly need: string;
  readonly delivery: string;
  readonly deadline: string;
}

/** Asks all suppliers of a package for sealed quotes. */
export function CallForm({
  frameworkId,
  lot,
  unit,
  onDone,
}: {
  readonly frameworkId: string;
  readonly lot: number;
  readonly unit: string;
  readonly onDone: () => void;
}) {
  const t = useT();
  const refresh = useRefresh();
  const [form] = Form.useForm<Typed>();
  const [called, setCalled] = useState(false);
  const { busy, error, act } = useAct(async () => {
    const { quantity, need, delivery, deadline } = await form.validateFields();
    await api.POST('/api/frameworks/{id}/quote-calls', {
      params: { path: { id: frameworkId } },
      body: {
        lot,
        quantity: Number(quantity),
        need,
        delivery,
        deadline: instantOfLocal(deadline) ?? '',
      },
    });
    setCalled(true);
    await refresh();
  });
  if (called) {
    return (
      <Note tone="ok">
        <p role="status">{t('quote.called')}</p>
      </Note>
    );
  }
  return (
    <Form
      form={form}
      name="call"
      layout="vertical"
      requiredMark={false}
      validateTrigger="onBlur"
      onFinish={act}
    >
      <h3>{t('quote.call')}</h3>
      <p className="small muted">{t('quote.callLead')}</p>
      <FormField name="need" label={t('quote.need')}>
        <Input.TextArea rows={2} maxLength={2_000} autoFocus />
      </FormField>
      <div className="form-grid">
        <FormField name="quantity" label={t('order.quantity', { unit })}>
          <Input inputMode="numeric" autoComplete="off" maxLength={7} />
        </FormField>
        <FormField name="delivery" label={t('order.delivery')} max={200} />
        <FormField name="deadline" label={t('quote.deadline')}>
          <Input type="datetime-local" />
        </FormField>
      </div>
      {error === null ? null : <ErrorNote error={error} />}
      <div className="row">
        <Button type="primary" htmlType="submit" loading={busy}>
          {t('quote.callAct')}
        </Button>
        <Button onClick={onDone}>{t('order.cancel')}</Button>
      </div>
    </Form>
  );
}
