import { CALL_OFF_WAYS } from '@core/framework';
import { useQuery } from '@tanstack/react-query';
import { Button, Checkbox, Form, Input, Select } from 'antd';
import { useState } from 'react';
import { api } from '../../../shared/api/client';
import { useRefresh } from '../../../shared/api/use-refresh';
import type { FrameworkTerms } from '../../../shared/api/wire';
import { useLanguage, useT } from '../../../shared/i18n/i18n-context';
import { Card } from '../../../shared/ui/card';
import { CiteChip } from '../../../shared/ui/cite-chip';
import { useAct } from '../../../shared/ui/confirm-dialog';
import { ErrorNote } from '../../../shared/ui/error-note';
import { FormField } from '../../../shared/ui/form-field';
import { judgedRules } from '../../../shared/ui/judged-rules';
import { QueryView } from '../../../shared/ui/query-view';
import { draftTerms } from '../queries';

interface Typed {
  readonly eliminationPercent: string;
  readonly most?: string;
  readonly months: string;
  readonly callOff: FrameworkTerms['callOff'];
  readonly unit: string;
  readonly buyers: string;
  readonly outsideAward: boolean;
}

/** The terms of a framework, typed with its draft. */
export function DraftTermsCard({ tenderId }: { readonly tenderId: string }) {
  const t = useT();
  const query = useQuery(draftTerms(tenderId));
  return (
    <Card title={t('terms.framework')}>
      <p className="small muted">{t('terms.frameworkLead')}</p>
      <QueryView query={query} what={t('terms.framework')}>
        {({ terms, findings }) => (
          <>
            <TermsForm tenderId={tenderId} terms={terms} />
            <Findings findings={findings} />
          </>
        )}
      </QueryView>
    </Card>
  );
}

function Findings({ findings }: { readonly findings: Parameters<typeof judgedRules>[0] }) {
  const t = useT();
  const { locale } = useLanguage();
  const broken = findings.filter(({ outcome }) => outcome === 'violated');
  return (
    <p className="row">
      {judgedRules(broken, { t, locale }).map(({ citation }) => (
        <CiteChip key={citation.ruleId} citation={citation} />
      ))}
    </p>
  );
}

function TermsForm({
  tenderId,
  terms,
}: {
  readonly tenderId: string;
  readonly terms: FrameworkTerms | null;
}) {
  const t = useT();
  const refresh = useRefresh();
  const [form] = Form.useForm<Typed>();
  const [saved, setSaved] = useState(false);
  const { busy, error, act } = useAct(async () => {
    setSaved(false);
    const {
      eliminationPercent,
      most = '',
      months,
      outsideAward,
      ...typed
    } = await form.validateFields();
    await api.PUT('/api/tenders/{id}/framework', {
      params: { path: { id: tenderId } },
      body: {
        ...typed,
        eliminationPercent: Number(eliminationPercent),
        months: Number(months),
        outsideAward,
        ...(most.trim() === '' ? {} : { most: Number(most) }),
      },
    });
    setSaved(true);
    await refresh();
  });
  return (
    <Form
      form={form}
      name="framework-terms"
      layout="vertical"
      requiredMark={false}
      validateTrigger="onBlur"
      initialValues={
        terms === null
          ? { eliminationPercent: '20', months: '12', callOff: ['direct'], outsideAward: false }
          : { ...terms, most: terms.most === null ? '' : String(terms.most) }
      }
      onFinish={act}
    >
      <div className="form-grid">
        <FormField
          name="eliminationPercent"
          label={t('terms.elimination')}
          hint={t('terms.eliminationHint')}
        >
          <Input inputMode="numeric" maxLength={2} />
        </FormField>
        <FormField name="most" label={t('terms.most')} optional>
          <Input inputMode="numeric" maxLength={4} />
        </FormField>
        <FormField name="months" label={t('terms.months')} hint={t('terms.monthsHint')}>
          <Input inputMode="numeric" maxLength={2} />
        </FormField>
        <FormField name="unit" label={t('terms.unit')} max={20} />
        <FormField name="callOff" label={t('terms.callOff')}>
          <Select
            mode="multiple"
            showSearch={{ optionFilterProp: 'label' }}
            options={CALL_OFF_WAYS.map((value) => ({
              value,
              label: t(`framework.way.${value}`),
            }))}
          />
        </FormField>
        <FormField name="buyers" label={t('terms.buyers')} max={500} />
      </div>
      <Form.Item name="outsideAward" valuePropName="checked">
        <Checkbox>{t('terms.outsideAward')}</Checkbox>
      </Form.Item>
      {error === null ? null : <ErrorNote error={error} />}
      <div className="row">
        <Button type="primary" htmlType="submit" loading={busy}>
          {t('terms.save')}
        </Button>
        {saved ? <span role="status">{t('terms.saved')}</span> : null}
      </div>
    </Form>
  );
}
