import { fenToWire, fenToYuan } from '@core/kernel';
import { METHODS } from '@core/rules';
import { BID_VALIDITY } from '@core/tender';
import { Button, Form, Input, InputNumber, Select } from 'antd';
import { useState } from 'react';
import { api } from '../../../shared/api/client';
import { useRefresh } from '../../../shared/api/use-refresh';
import type { Method, OwnTender } from '../../../shared/api/wire';
import { hourMinute, instantOfLocal, isoDate } from '../../../shared/i18n/dates';
import { useT } from '../../../shared/i18n/i18n-context';
import { amountOf, readYuan } from '../../../shared/ui/amounts';
import { Card } from '../../../shared/ui/card';
import { useAct } from '../../../shared/ui/confirm-dialog';
import { ErrorNote } from '../../../shared/ui/error-note';
import { FormField, MoneyField } from '../../../shared/ui/form-field';
import { BasisFields, basisOf, type TypedBasis } from './basis-fields';
import { DeadlinePicker } from '../timetable/deadline-picker';

interface Typed extends TypedBasis {
  readonly title: string;
  readonly method: Method;
  readonly ceiling?: string;
  readonly bond: string;
  readonly validity?: number | null;
  readonly deadline?: string;
}

function yuanText(fen: string | null): string {
  const amount = fen === null ? null : amountOf(fen);
  return amount === null ? '' : fenToYuan(amount);
}

function wireOf(typed: string | undefined): string | null {
  const amount = readYuan(typed ?? '');
  return amount === null ? null : fenToWire(amount);
}

/** The terms of a draft. */
export function TermsCard({ tender }: { readonly tender: OwnTender }) {
  const t = useT();
  const refresh = useRefresh();
  const [form] = Form.useForm<Typed>();
  const [file, setFile] = useState<File | null>(null);
  const { busy, error, act } = useAct(async () => {
    const typed = form.getFieldsValue();
    const ceilingFen = wireOf(typed.ceiling);
    const deadline = instantOfLocal(typed.deadline ?? '');
    const basis = await basisOf(typed, file, tender.basis);
    await api.PUT('/api/tenders/{id}', {
      params: { path: { id: tender.id } },
      body: {
        title: typed.title,
        method: typed.method,
        bidBondFen: wireOf(typed.bond) ?? '0',
        ...(typed.validity == null ? {} : { bidValidityDays: typed.validity }),
        ...(ceilingFen === null ? {} : { ceilingFen }),
        ...(deadline === null ? {} : { deadline }),
        ...basis,
      },
    });
    setFile(null);
    await refresh();
  });
  const deadline = tender.timetable?.deadline;
  return (
    <Card title={t('draft.terms')}>
      <Form
        form={form}
        layout="vertical"
        requiredMark={false}
        validateTrigger="onBlur"
        initialValues={{
          title: tender.title,
          method: tender.method,
          documentNumber: tender.basis?.documentNumber ?? '',
          fairCompetitionReview: tender.basis?.fairCompetitionReview ?? '',
          condition: tender.basis?.condition ?? '',
          ceiling: yuanText(tender.ceilingFen),
          bond: yuanText(tender.bidBondFen),
          validity: tender.bidValidityDays,
          deadline: deadline === undefined ? '' : `${isoDate(deadline)}T${hourMinute(deadline)}`,
        }}
        onFinish={act}
      >
        <FormField name="title" label={t('draft.noticeTitle')} max={200} />
        <div className="form-grid">
          <FormField name="method" label={t('draft.method')}>
            <Select options={METHODS.map((value) => ({ value, label: t(`method.${value}`) }))} />
          </FormField>
          <FormField
            name="deadline"
            label={t('draft.deadline')}
            hint={t('draft.deadlineHint')}
            later
          >
            <Input type="datetime-local" />
          </FormField>
          <MoneyField name="ceiling" label={t('draft.ceiling')} optional />
          <MoneyField name="bond" label={t('draft.bond')} />
          <FormField
            name="validity"
            label={t('draft.bidValidity')}
            hint={t('draft.bidValidityHint', { usual: BID_VALIDITY.usual })}
            optional
          >
            <InputNumber min={BID_VALIDITY.least} max={BID_VALIDITY.most} precision={0} />
          </FormField>
        </div>
        <BasisFields
          recorded={tender.basis}
          decidedBy={tender.decidedBy}
          file={file}
          onFile={setFile}
        />
        <DeadlinePicker tenderId={tender.id} />
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
