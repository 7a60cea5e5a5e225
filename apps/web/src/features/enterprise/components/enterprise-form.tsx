import { Button, Form, Input } from 'antd';
import { useState } from 'react';
import { api } from '../../../shared/api/client';
import { useRefresh } from '../../../shared/api/use-refresh';
import type { Enterprise } from '../../../shared/api/wire';
import { hourMinuteSecond, isoDate } from '../../../shared/i18n/dates';
import { useT } from '../../../shared/i18n/i18n-context';
import { useServerClock } from '../../../shared/live/server-clock';
import { Card } from '../../../shared/ui/card';
import { useAct } from '../../../shared/ui/confirm-dialog';
import { ErrorNote } from '../../../shared/ui/error-note';
import { FormField } from '../../../shared/ui/form-field';
import { QualificationFields } from './qualification-fields';

type Typed = Pick<
  Enterprise,
  | 'name'
  | 'address'
  | 'legalRepresentative'
  | 'contactName'
  | 'contactPhone'
  | 'bankName'
  | 'bankAccount'
  | 'qualifications'
>;

const FIELDS = [
  'name',
  'address',
  'legalRepresentative',
  'contactName',
  'contactPhone',
  'bankName',
  'bankAccount',
] as const;

/** The last moment of a day in Beijing, as the wire writes it. */
function endOfDay(date: string): string {
  return new Date(`${date}T23:59:59.999+08:00`).toISOString();
}

/** What the firm says of itself. Everything may be saved unfinished; what is missing is told beside. */
export function EnterpriseForm({ enterprise }: { readonly enterprise: Enterprise }) {
  const t = useT();
  const refresh = useRefresh();
  const { now } = useServerClock();
  const [savedAt, setSavedAt] = useState<number | null>(null);
  const [form] = Form.useForm<Typed>();
  const locked = ['suspended', 'removed'].includes(enterprise.state);
  const { busy, error, act } = useAct(async () => {
    const typed = await form.validateFields();
    const qualifications = typed.qualifications.map((one) => ({
      ...one,
      validUntil: endOfDay(one.validUntil),
    }));
    const plain = Object.fromEntries(FIELDS.map((key) => [key, typed[key].trim()]));
    await api.PUT('/api/enterprises/mine', {
      body: { ...(plain as Omit<Typed, 'qualifications'>), qualifications },
    });
    setSavedAt(now);
    await refresh();
  });
  return (
    <Form
      form={form}
      layout="vertical"
      requiredMark={false}
      validateTrigger="onBlur"
      disabled={locked}
      initialValues={{
        ...enterprise,
        qualifications: enterprise.qualifications.map((one) => ({
          ...one,
          validUntil: isoDate(one.validUntil),
        })),
      }}
      onFinish={act}
    >
      <div className="stack">
        <Card title={t('enterprise.basics')}>
          <div className="form-grid">
            {FIELDS.map((field) => (
              <FormField
                key={field}
                name={field}
                label={labelOf(t, field)}
                later={field !== 'name'}
              >
                <Input maxLength={200} />
              </FormField>
            ))}
          </div>
        </Card>
        <Card title={t('enterprise.qualifications')}>
          <QualificationFields />
        </Card>
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
      </div>
    </Form>
  );
}

function labelOf(t: ReturnType<typeof useT>, field: (typeof FIELDS)[number]): string {
  return field === 'name' ? t('register.name') : t(`enterprise.${field}`);
}
