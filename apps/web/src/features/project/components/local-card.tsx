import { fenToWire } from '@core/kernel';
import { Button, Form, Input } from 'antd';
import { useState } from 'react';
import { api } from '../../../shared/api/client';
import { useRefresh } from '../../../shared/api/use-refresh';
import type { Project } from '../../../shared/api/wire';
import { useT } from '../../../shared/i18n/i18n-context';
import { readYuan } from '../../../shared/ui/amounts';
import { Card } from '../../../shared/ui/card';
import { ConfirmDialog } from '../../../shared/ui/confirm-dialog';
import { FormField } from '../../../shared/ui/form-field';
import { LinkButton } from '../../../shared/ui/link-button';

interface TypedItem {
  readonly seller: string;
  readonly what: string;
  readonly amount: string;
}
interface Typed {
  readonly items: readonly TypedItem[];
  readonly reason: string;
}

/** What was bought on the spot: every seller, what, how much; public once it is handed in. */
export function LocalCard({ project }: { readonly project: Project }) {
  const t = useT();
  const refresh = useRefresh();
  const [form] = Form.useForm<Typed>();
  const [typed, setTyped] = useState<Typed | null>(null);
  const [done, setDone] = useState(false);
  if (done) {
    return (
      <Card title={t('project.localDone')}>
        <LinkButton to="/local-purchases">{t('local.title')}</LinkButton>
      </Card>
    );
  }
  return (
    <Card title={t('project.localTitle')}>
      <p className="small muted">{t('project.localLead')}</p>
      <Form
        form={form}
        layout="vertical"
        requiredMark={false}
        initialValues={{ items: [{ seller: '', what: '', amount: '' }], reason: '' }}
        onFinish={setTyped}
      >
        <Form.List name="items">
          {(fields, { add, remove }) => (
            <>
              {fields.map(({ key, name }) => (
                <ItemRow key={key} name={name} onRemove={() => remove(name)} />
              ))}
              <Button onClick={() => add({ seller: '', what: '', amount: '' })}>
                {t('project.localAdd')}
              </Button>
            </>
          )}
        </Form.List>
        <FormField name="reason" label={t('project.localReason')}>
          <Input.TextArea rows={2} maxLength={500} />
        </FormField>
        <Button type="primary" size="large" htmlType="submit">
          {t('project.localAct')}
        </Button>
      </Form>
      <ConfirmDialog
        open={typed !== null}
        title={t('project.localConsequence')}
        keepLabel={t('project.localKeep')}
        actLabel={t('project.localAct')}
        onKeep={() => setTyped(null)}
        onAct={async () => {
          await api.POST('/api/projects/{id}/local-purchase', {
            params: { path: { id: project.id } },
            body: {
              reason: typed?.reason ?? '',
              items: (typed?.items ?? []).map(({ seller, what, amount }) => ({
                seller,
                what,
                amountFen: fenToWire(readYuan(amount) ?? (0 as never)),
              })),
            },
          });
          setTyped(null);
          setDone(true);
          await refresh();
        }}
      >
        {t('project.localLead')}
      </ConfirmDialog>
    </Card>
  );
}

function ItemRow({ name, onRemove }: { readonly name: number; readonly onRemove: () => void }) {
  const t = useT();
  return (
    <div className="form-grid">
      <FormField name={[name, 'seller'] as never} label={t('project.localSeller')} max={60} />
      <FormField name={[name, 'what'] as never} label={t('project.localWhat')} max={200} />
      <Form.Item
        name={[name, 'amount']}
        label={t('project.localAmount')}
        rules={[
          {
            validator: (_rule, value: string | undefined) =>
              readYuan(value ?? '') === null
                ? Promise.reject(new Error(t('form.noMoney')))
                : Promise.resolve(),
          },
        ]}
      >
        <Input inputMode="decimal" suffix={t('form.yuan')} autoComplete="off" maxLength={24} />
      </Form.Item>
      <div>
        <Button aria-label={t('project.localRemove', { number: name + 1 })} onClick={onRemove}>
          {t('form.remove')}
        </Button>
      </div>
    </div>
  );
}
