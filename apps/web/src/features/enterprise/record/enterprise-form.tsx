import { TEXT_FIELDS, type AttachmentKind } from '@core/enterprise';
import { Button, Form, Input } from 'antd';
import { useState } from 'react';
import { api } from '../../../shared/api/client';
import { useRefresh } from '../../../shared/api/use-refresh';
import type { Enterprise } from '../../../shared/api/wire';
import { hourMinuteSecond, isoDate } from '../../../shared/i18n/dates';
import type { AttachmentTyped } from '../../../shared/files/file-list-field';
import { useT } from '../../../shared/i18n/i18n-context';
import { useServerClock } from '../../../shared/live/server-clock';
import { Card } from '../../../shared/ui/card';
import { useAct } from '../../../shared/ui/confirm-dialog';
import { ErrorNote } from '../../../shared/ui/error-note';
import { FormField } from '../../../shared/ui/form-field';
import { AttachmentFields } from './attachment-fields';
import { endOfDay } from './day';
import { QualificationFields } from './qualification-fields';
import { StaffFields } from './staff-fields';

type Field = (typeof TEXT_FIELDS)[number];
type StaffTyped = Omit<Enterprise['staff'][number], 'id'> & {
  readonly id?: string;
  readonly idNumber?: string;
};

interface Typed extends Record<Field, string> {
  readonly qualifications: Enterprise['qualifications'];
  readonly staff?: readonly StaffTyped[];
  readonly attachments?: readonly AttachmentTyped<AttachmentKind>[];
}

function bodyFrom(typed: Typed) {
  const until = <T extends { readonly validUntil: string }>(one: T) => ({
    ...one,
    validUntil: endOfDay(one.validUntil),
  });
  const texts = Object.fromEntries(
    TEXT_FIELDS.map((key) => [key, (typed[key] as string | undefined)?.trim() ?? '']),
  ) as Record<Field, string>;
  return {
    ...texts,
    qualifications: typed.qualifications.map(until),
    staff: (typed.staff ?? []).map(until),
    attachments: (typed.attachments ?? []).map(({ fileId, kind, title }) => ({
      fileId,
      kind,
      title,
    })),
  };
}

/** What the firm says of itself. Everything may be saved unfinished; what is missing is told beside. */
export function EnterpriseForm({ enterprise }: { readonly enterprise: Enterprise }) {
  const t = useT();
  const refresh = useRefresh();
  const { now } = useServerClock();
  const [savedAt, setSavedAt] = useState<number | null>(null);
  const [form] = Form.useForm<Typed>();
  const { busy, error, act } = useAct(async () => {
    await form.validateFields();
    const typed = form.getFieldsValue(true) as Typed;
    await api.PUT('/api/enterprises/mine', { body: bodyFrom(typed) });
    setSavedAt(now);
    await refresh();
    // The server gave new people their ids; numbers that were typed are not kept on the screen.
    const saved = await api.GET('/api/enterprises/mine');
    if (saved.data) form.setFieldValue('staff', saved.data.staff.map(dated));
  });
  return (
    <Form
      form={form}
      layout="vertical"
      requiredMark={false}
      validateTrigger="onBlur"
      disabled={enterprise.state === 'removed'}
      initialValues={{
        ...enterprise,
        qualifications: enterprise.qualifications.map(dated),
        staff: enterprise.staff.map(dated),
      }}
      onFinish={act}
    >
      <div className="stack">
        <Card title={t('enterprise.basics')}>
          <div className="form-grid">
            {TEXT_FIELDS.map((field) => (
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
        <Card title={t('staff.title')}>
          <StaffFields known={new Set(enterprise.staff.map((one) => one.id))} />
        </Card>
        <Card title={t('attachment.files')}>
          <AttachmentFields />
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

function dated<T extends { readonly validUntil: string }>(one: T): T {
  return { ...one, validUntil: isoDate(one.validUntil) };
}

function labelOf(t: ReturnType<typeof useT>, field: Field): string {
  return field === 'name' ? t('register.name') : t(`enterprise.${field}`);
}
