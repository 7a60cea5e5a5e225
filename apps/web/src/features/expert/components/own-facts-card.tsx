import { Button, Form, Input } from 'antd';
import { useState } from 'react';
import { api } from '../../../shared/api/client';
import { useRefresh } from '../../../shared/api/use-refresh';
import type { PoolExpert } from '../../../shared/api/wire';
import { hourMinuteSecond } from '../../../shared/i18n/dates';
import { useT } from '../../../shared/i18n/i18n-context';
import { useServerClock } from '../../../shared/live/server-clock';
import { Card } from '../../../shared/ui/card';
import { useAct } from '../../../shared/ui/confirm-dialog';
import { ErrorNote } from '../../../shared/ui/error-note';
import { FormField } from '../../../shared/ui/form-field';

interface Typed {
  readonly phone: string;
  readonly employer: string;
  readonly employerCode?: string;
  readonly region: string;
  readonly recusals?: string;
}

/** How to reach the expert, and with whom he has to do: kept up to date by himself. */
export function OwnFactsCard({ expert }: { readonly expert: PoolExpert }) {
  const t = useT();
  const refresh = useRefresh();
  const { now } = useServerClock();
  const [savedAt, setSavedAt] = useState<number | null>(null);
  const [form] = Form.useForm<Typed>();
  const { busy, error, act } = useAct(async () => {
    const { phone, employer, employerCode, region, recusals } = await form.validateFields();
    const lines = (recusals ?? '').split('\n').map((line) => line.trim());
    await api.PUT('/api/experts/mine/facts', {
      body: {
        phone,
        employer,
        region,
        employerCode: employerCode ?? '',
        recusals: lines.filter((line) => line !== ''),
      },
    });
    setSavedAt(now);
    await refresh();
  });
  return (
    <Card title={t('expert.ownFacts')}>
      <p className="small muted">{t('expert.ownFactsLead')}</p>
      <Form
        form={form}
        name="expert-own-facts"
        layout="vertical"
        requiredMark={false}
        initialValues={{ ...expert, recusals: expert.recusals.join('\n') }}
        onFinish={act}
      >
        <div className="form-grid">
          <FormField name="phone" label={t('expertField.phone')} max={30} />
          <FormField name="employer" label={t('expertField.employer')} max={120} />
          <FormField name="employerCode" label={t('expertField.employerCode')} max={18} optional />
          <FormField name="region" label={t('expertField.region')} max={60} />
        </div>
        <FormField
          name="recusals"
          label={t('expertField.recusals')}
          hint={t('expert.recusalsHint')}
          optional
        >
          <Input.TextArea rows={4} maxLength={5_000} />
        </FormField>
        {error === null ? null : <ErrorNote error={error} />}
        <div className="row">
          <Button htmlType="submit" loading={busy}>
            {t('form.save')}
          </Button>
          {savedAt === null ? null : (
            <span role="status" className="small muted">
              {t('form.savedAt', { at: hourMinuteSecond(savedAt) })}
            </span>
          )}
        </div>
      </Form>
    </Card>
  );
}
