import { EXPERT_PAPERS, SPECIALTIES, TITLE_LEVELS, type ExpertPaperKind } from '@core/panel';
import { Button, Form, Input, InputNumber, Select } from 'antd';
import { useState } from 'react';
import { api } from '../../../shared/api/client';
import { useRefresh } from '../../../shared/api/use-refresh';
import type { ExpertContent } from '../../../shared/api/wire';
import { FileListField, type AttachmentTyped } from '../../../shared/files/file-list-field';
import { hourMinuteSecond } from '../../../shared/i18n/dates';
import { useLanguage, useT } from '../../../shared/i18n/i18n-context';
import { useServerClock } from '../../../shared/live/server-clock';
import { Card } from '../../../shared/ui/card';
import { useAct } from '../../../shared/ui/confirm-dialog';
import { ErrorNote } from '../../../shared/ui/error-note';
import { FormField } from '../../../shared/ui/form-field';

const TEXTS = ['phone', 'employer', 'employerCode', 'region', 'education', 'title'] as const;

interface Typed extends Record<(typeof TEXTS)[number], string> {
  readonly name: string;
  readonly idNumber?: string;
  readonly titleLevel: ExpertContent['titleLevel'];
  readonly levelReason?: string;
  readonly fieldSince?: string;
  readonly specialties?: string[];
  readonly works?: ExpertContent['works'];
  readonly recusals?: string;
  readonly attachments?: readonly AttachmentTyped<ExpertPaperKind>[];
}

function bodyFrom(typed: Typed) {
  const text = (value: string | undefined): string => (value ?? '').trim();
  const texts = Object.fromEntries(TEXTS.map((key) => [key, text(typed[key])])) as Record<
    (typeof TEXTS)[number],
    string
  >;
  const lines = text(typed.recusals).split('\n').map(text);
  return {
    ...texts,
    name: typed.name,
    titleLevel: typed.titleLevel,
    levelReason: text(typed.levelReason),
    specialties: typed.specialties ?? [],
    works: typed.works ?? [],
    recusals: lines.filter((line) => line !== ''),
    papers: (typed.attachments ?? []).map(({ fileId, kind, title }) => ({ fileId, kind, title })),
    ...(text(typed.fieldSince) === '' ? {} : { fieldSince: text(typed.fieldSince) }),
    ...(text(typed.idNumber) === '' ? {} : { idNumber: text(typed.idNumber) }),
  };
}

/** The application. Everything may be saved unfinished; what is missing is told beside. */
export function ApplicationForm({
  name,
  content,
}: {
  readonly name: string;
  readonly content: ExpertContent | null;
}) {
  const t = useT();
  const refresh = useRefresh();
  const { now } = useServerClock();
  const [savedAt, setSavedAt] = useState<number | null>(null);
  const [form] = Form.useForm<Typed>();
  const { busy, error, act } = useAct(async () => {
    await form.validateFields();
    await api.PUT('/api/experts/mine/application', {
      body: bodyFrom(form.getFieldsValue(true) as Typed),
    });
    form.setFieldValue('idNumber', '');
    setSavedAt(now);
    await refresh();
  });
  return (
    <Form
      form={form}
      layout="vertical"
      requiredMark={false}
      validateTrigger="onBlur"
      initialValues={{
        name,
        titleLevel: 'senior',
        ...content,
        recusals: content?.recusals.join('\n') ?? '',
        attachments: content?.papers ?? [],
      }}
      onFinish={act}
    >
      <div className="stack">
        <Card title={t('expert.who')}>
          <Who hasIdNumber={content?.hasIdNumber ?? false} />
        </Card>
        <Card title={t('expertField.specialties')}>
          <Field />
        </Card>
        <Card title={t('expertField.works')}>
          <Works />
        </Card>
        <Card title={t('expertField.papers')}>
          <FileListField
            lead={t('expert.papersLead')}
            kinds={EXPERT_PAPERS.map((value) => ({ value, label: t(`expertPaper.${value}`) }))}
          />
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

function Who({ hasIdNumber }: { readonly hasIdNumber: boolean }) {
  const t = useT();
  return (
    <>
      <div className="form-grid">
        <FormField name="name" label={t('expertField.name')} max={60} />
        <FormField
          name="idNumber"
          label={t('staff.idNumber')}
          hint={hasIdNumber ? t('staff.idKept') : t('expert.idHint')}
          later
        >
          <Input autoComplete="off" className="mono" maxLength={24} />
        </FormField>
        {TEXTS.map((field) => (
          <FormField key={field} name={field} label={t(`expertField.${field}`)} later>
            <Input maxLength={field === 'employer' ? 120 : field === 'employerCode' ? 18 : 60} />
          </FormField>
        ))}
        <FormField name="titleLevel" label={t('expertField.titleLevel')}>
          <Select
            options={TITLE_LEVELS.map((value) => ({ value, label: t(`expertLevel.${value}`) }))}
          />
        </FormField>
        <FormField name="levelReason" label={t('expertField.levelReason')} optional>
          <Input maxLength={500} />
        </FormField>
        <FormField name="fieldSince" label={t('expertField.fieldSince')} later>
          <Input type="date" />
        </FormField>
      </div>
      <FormField
        name="recusals"
        label={t('expertField.recusals')}
        hint={t('expert.recusalsHint')}
        optional
      >
        <Input.TextArea rows={3} maxLength={5_000} />
      </FormField>
    </>
  );
}

function useSpecialtyOptions() {
  const { locale } = useLanguage();
  return SPECIALTIES.map(({ id, zh, en }) => ({ value: id, label: locale === 'en' ? en : zh }));
}

function Field() {
  const t = useT();
  const options = useSpecialtyOptions();
  return (
    <FormField
      name="specialties"
      label={t('expertField.specialties')}
      hint={t('expert.specialtiesHint')}
      later
    >
      <Select mode="multiple" showSearch={{ optionFilterProp: 'label' }} options={options} />
    </FormField>
  );
}

function Works() {
  const t = useT();
  const options = useSpecialtyOptions();
  return (
    <Form.List name="works">
      {(fields, { add, remove }) => (
        <div className="stack">
          <p className="small muted">{t('expert.worksLead')}</p>
          {fields.map(({ key, name }) => (
            <fieldset key={key}>
              <legend>{t('expert.workNumber', { number: name + 1 })}</legend>
              <div className="form-grid">
                <FormField name={[name, 'specialty']} label={t('expert.workSpecialty')}>
                  <Select options={options} />
                </FormField>
                <FormField name={[name, 'name']} label={t('expert.workName')} max={120} />
                <FormField name={[name, 'role']} label={t('expert.workRole')} max={60} />
                <FormField name={[name, 'year']} label={t('expert.workYear')}>
                  <InputNumber min={1950} max={2100} precision={0} />
                </FormField>
              </div>
              <Button
                size="small"
                onClick={() => remove(name)}
                aria-label={t('form.removeOf', {
                  what: t('expert.workNumber', { number: name + 1 }),
                })}
              >
                {t('form.remove')}
              </Button>
            </fieldset>
          ))}
          <div>
            <Button onClick={() => add({})}>{t('expert.workAdd')}</Button>
          </div>
        </div>
      )}
    </Form.List>
  );
}
