import { Button, Form, Input } from 'antd';
import { useState } from 'react';
import { api, bodyOf } from '../../../shared/api/client';
import { useRefresh } from '../../../shared/api/use-refresh';
import { useT } from '../../../shared/i18n/i18n-context';
import { readYuan } from '../../../shared/ui/amounts';
import { Card } from '../../../shared/ui/card';
import { useAct } from '../../../shared/ui/confirm-dialog';
import { ErrorNote } from '../../../shared/ui/error-note';
import { FormField, MoneyField } from '../../../shared/ui/form-field';
import { Note } from '../../../shared/ui/note';
import { shownFen } from '../security-facts';

interface Typed {
  readonly code: string;
  readonly sum: string;
  readonly payer: string;
  readonly bank: string;
  readonly account: string;
  readonly arrivedAt: string;
  readonly reference: string;
}

/** One transfer, as the bank shows it. Whose the code is can be looked up before it is recorded. */
export function ReceiveCard() {
  const t = useT();
  const refresh = useRefresh();
  const [form] = Form.useForm<Typed>();
  const [owner, setOwner] = useState<string | null>(null);
  const [done, setDone] = useState(false);
  const find = useAct(async () => {
    const { code } = await form.validateFields(['code']);
    const call = api.GET('/api/bid-securities/codes/{code}', {
      params: { path: { code: code.trim() } },
    });
    const { bidderName, tenderTitle, lot, wantedFen } = await bodyOf(call);
    const sum = shownFen(wantedFen);
    setOwner(t('security.owner', { bidder: bidderName, title: tenderTitle, lot, sum }));
  });
  const receive = useAct(async () => {
    const { code, sum, arrivedAt, ...typed } = await form.validateFields();
    await api.POST('/api/bid-securities/payments', {
      body: {
        ...typed,
        code: code.trim(),
        sumFen: String(readYuan(sum) ?? 0),
        arrivedAt: new Date(`${arrivedAt}:00.000+08:00`).toISOString(),
      },
    });
    form.resetFields();
    setOwner(null);
    setDone(true);
    await refresh();
  });
  const error = receive.error ?? find.error;
  return (
    <Card title={t('security.receive')}>
      <p className="small muted">{t('security.receiveText')}</p>
      <Form
        name="receive"
        form={form}
        layout="vertical"
        requiredMark={false}
        onValuesChange={() => setDone(false)}
        onFinish={receive.act}
      >
        <FormField name="code" label={t('security.code')} max={20} />
        <div className="row">
          <Button onClick={find.act} loading={find.busy}>
            {t('security.find')}
          </Button>
          <span role="status">{owner}</span>
        </div>
        <MoneyField name="sum" label={t('security.sum')} />
        <FormField name="payer" label={t('security.payer')} />
        <FormField name="bank" label={t('security.bank')} />
        <FormField name="account" label={t('security.account')} max={40} />
        <FormField name="arrivedAt" label={t('security.arrivedAt')}>
          <Input type="datetime-local" />
        </FormField>
        <FormField name="reference" label={t('security.reference')} max={60} />
        <div className="stack">
          {error === null ? null : <ErrorNote error={error} />}
          {done ? <Note tone="ok">{t('security.received')}</Note> : null}
          <div>
            <Button type="primary" htmlType="submit" loading={receive.busy}>
              {t('security.receiveAct')}
            </Button>
          </div>
        </div>
      </Form>
    </Card>
  );
}
