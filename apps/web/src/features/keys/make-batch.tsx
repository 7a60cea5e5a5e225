import { useQuery } from '@tanstack/react-query';
import { Button, Form, InputNumber } from 'antd';
import { useState } from 'react';
import { useRefresh } from '../../shared/api/use-refresh';
import { useT } from '../../shared/i18n/i18n-context';
import { Card } from '../../shared/ui/card';
import { useAct } from '../../shared/ui/confirm-dialog';
import { ErrorNote } from '../../shared/ui/error-note';
import { FormField } from '../../shared/ui/form-field';
import { Note } from '../../shared/ui/note';
import { BATCH_SIZE, makeBatch } from './batch';
import { holderBatches } from './queries';

interface Typed {
  readonly id: string;
  readonly x: number;
}

/** One session makes the keys of fifty tenders to come. */
export function MakeBatch() {
  const t = useT();
  const refresh = useRefresh();
  const { data: batches = [] } = useQuery(holderBatches);
  const [form] = Form.useForm<Typed>();
  const [passphrase, setPassphrase] = useState<string | null>(null);
  const { busy, error, act } = useAct(async () => {
    const { id, x } = form.getFieldsValue();
    setPassphrase(await makeBatch(id.trim().toLowerCase(), x));
    await refresh();
  });
  const free = batches.reduce((sum, one) => sum + one.free, 0);
  return (
    <Card title={t('keys.batch')}>
      <p className="small muted">{t('keys.batchLead', { count: BATCH_SIZE })}</p>
      {batches.length === 0 ? null : <p>{t('keys.left', { count: free })}</p>}
      <Form
        form={form}
        name="batch"
        layout="vertical"
        requiredMark={false}
        initialValues={{ x: 1 }}
        onFinish={act}
      >
        <FormField name="id" label={t('keys.name')} max={40} />
        <FormField name="x" label={t('keys.seat')}>
          <InputNumber min={1} max={15} precision={0} />
        </FormField>
        <Button type="primary" htmlType="submit" loading={busy}>
          {t('keys.makeBatch', { count: BATCH_SIZE })}
        </Button>
        <p role="status" className="small muted">
          {busy ? t('keys.working') : null}
        </p>
      </Form>
      {error === null ? null : <ErrorNote error={error} />}
      {passphrase === null ? null : (
        <>
          <p>{t('keys.batchPassphrase')}</p>
          <p className="mono key-words">{passphrase}</p>
          <Note tone="warn">{t('keys.batchPassphraseText')}</Note>
        </>
      )}
    </Card>
  );
}
