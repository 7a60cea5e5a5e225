import { GUARANTEE_KINDS, type GuaranteeKind } from '@core/bid-security';
import { Button, Form, Input, Radio } from 'antd';
import { useState } from 'react';
import { api } from '../../shared/api/client';
import { useRefresh } from '../../shared/api/use-refresh';
import type { StoredFile } from '../../shared/api/wire';
import { useT } from '../../shared/i18n/i18n-context';
import { readYuan } from '../../shared/ui/amounts';
import { useAct } from '../../shared/ui/confirm-dialog';
import { ErrorNote } from '../../shared/ui/error-note';
import { FormField, MoneyField } from '../../shared/ui/form-field';
import { PaperField } from '../project/components/paper-field';

interface Typed {
  readonly kind: GuaranteeKind;
  readonly issuer: string;
  readonly number: string;
  readonly sum: string;
  readonly validUntil: string;
}

/** A guarantee or a policy in place of money, of any issuer. */
export function LodgeForm({
  tenderId,
  lot,
  bindsUntil,
}: {
  readonly tenderId: string;
  readonly lot: number;
  /** The last day bids bind; null: the notice does not say. */
  readonly bindsUntil: string | null;
}) {
  const t = useT();
  const refresh = useRefresh();
  const [form] = Form.useForm<Typed>();
  const [paper, setPaper] = useState<StoredFile | null>(null);
  const { busy, error, act } = useAct(async () => {
    const { kind, issuer, number, sum, validUntil } = await form.validateFields();
    await api.POST('/api/tenders/{id}/lots/{lot}/guarantee', {
      params: { path: { id: tenderId, lot } },
      body: {
        kind,
        issuer,
        number,
        sumFen: String(readYuan(sum) ?? 0),
        validUntil,
        ...(paper === null ? {} : { fileId: paper.id }),
      },
    });
    await refresh();
  });
  return (
    <details>
      <summary>{t('security.lodge')}</summary>
      <Form
        name="guarantee"
        form={form}
        layout="vertical"
        requiredMark={false}
        initialValues={{ kind: 'guarantee', validUntil: bindsUntil ?? '' }}
        onFinish={act}
      >
        <FormField name="kind" label={t('security.kind')}>
          <Radio.Group
            options={GUARANTEE_KINDS.map((value) => ({
              value,
              label: t(`security.kind.${value}`),
            }))}
          />
        </FormField>
        <FormField name="issuer" label={t('security.issuer')} />
        <FormField name="number" label={t('security.number')} max={60} />
        <MoneyField name="sum" label={t('security.sum')} />
        <FormField
          name="validUntil"
          label={t('security.validUntil')}
          hint={
            bindsUntil === null
              ? t('security.validHint')
              : t('security.validDayHint', { day: bindsUntil })
          }
        >
          <Input type="date" min={bindsUntil ?? undefined} />
        </FormField>
        <PaperField
          label={t('security.paper')}
          done={(name) => t('security.paperKept', { name })}
          file={paper}
          onFile={setPaper}
        />
        {error === null ? null : <ErrorNote error={error} />}
        <Button htmlType="submit" loading={busy}>
          {t('security.lodgeAct')}
        </Button>
      </Form>
    </details>
  );
}
