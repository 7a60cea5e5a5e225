import { fenToWire } from '@core/kernel';
import { Button, Form, Input } from 'antd';
import { useState } from 'react';
import { api } from '../../shared/api/client';
import { useRefresh } from '../../shared/api/use-refresh';
import type { OwnTender } from '../../shared/api/wire';
import { useT } from '../../shared/i18n/i18n-context';
import { readYuan } from '../../shared/ui/amounts';
import { Card } from '../../shared/ui/card';
import { ConfirmDialog } from '../../shared/ui/confirm-dialog';
import { FormField, MoneyField } from '../../shared/ui/form-field';

interface Typed {
  readonly creditCode: string;
  readonly price: string;
  readonly reason: string;
}

/** Whom the tenderer chooses for a small purchase, for how much and why; published at once. */
export function ChooseCard({ tender }: { readonly tender: OwnTender }) {
  const t = useT();
  const refresh = useRefresh();
  const [form] = Form.useForm<Typed>();
  const [asking, setAsking] = useState(false);
  return (
    <Card title={t('direct.title')}>
      <p className="small muted">{t('direct.lead')}</p>
      <Form
        form={form}
        name="direct"
        layout="vertical"
        requiredMark={false}
        validateTrigger="onBlur"
        onFinish={() => setAsking(true)}
      >
        <div className="form-grid">
          <FormField name="creditCode" label={t('direct.creditCode')} max={18} />
          <MoneyField name="price" label={t('direct.price')} />
        </div>
        <FormField name="reason" label={t('direct.reason')} hint={t('direct.reasonHint')}>
          <Input.TextArea rows={3} maxLength={500} />
        </FormField>
        <Button type="primary" size="large" htmlType="submit">
          {t('direct.act')}
        </Button>
      </Form>
      <ConfirmDialog
        open={asking}
        title={t('direct.consequence')}
        keepLabel={t('draft.keep')}
        actLabel={t('direct.act')}
        onKeep={() => setAsking(false)}
        onAct={async () => {
          const { creditCode, price, reason } = form.getFieldsValue();
          const sum = readYuan(price);
          await api.POST('/api/tenders/{id}/direct-choice', {
            params: { path: { id: tender.id } },
            body: {
              creditCode: creditCode.trim(),
              priceFen: sum === null ? '' : fenToWire(sum),
              reason,
            },
          });
          setAsking(false);
          await refresh();
        }}
      >
        {t('direct.consequenceText')}
      </ConfirmDialog>
    </Card>
  );
}
