import { REMOVAL_GROUNDS, type RemovalGround } from '@core/framework';
import { Button, Form, Input, Select } from 'antd';
import { useId, useState } from 'react';
import { api } from '../../../shared/api/client';
import { useRefresh } from '../../../shared/api/use-refresh';
import type { Framework, FrameworkSupplier } from '../../../shared/api/wire';
import { useT } from '../../../shared/i18n/i18n-context';
import { Card } from '../../../shared/ui/card';
import { ConfirmDialog } from '../../../shared/ui/confirm-dialog';

/** What whoever concluded the agreements does while they run, and at their end. */
export function CollectorDesk({ framework }: { readonly framework: Framework }) {
  const t = useT();
  const bound = framework.packages
    .flatMap(({ suppliers }) => suppliers)
    .filter(({ state }) => state !== 'removed');
  const due = (duty: 'file' | 'summarise'): boolean =>
    framework.duties.some((one) => one.duty === duty && one.doneAt === null);
  return (
    <Card title={t('framework.duties')}>
      {due('file') ? <FilingForm frameworkId={framework.id} /> : null}
      {due('summarise') ? <SummaryButton frameworkId={framework.id} /> : null}
      <div className="row">
        {bound.map((one) => (
          <RemoveButton key={one.id} supplier={one} />
        ))}
      </div>
    </Card>
  );
}

function FilingForm({ frameworkId }: { readonly frameworkId: string }) {
  const t = useT();
  const refresh = useRefresh();
  const field = useId();
  const [filedWith, setFiledWith] = useState('');
  const [asking, setAsking] = useState(false);
  return (
    <div className="stack">
      <label htmlFor={field}>{t('framework.filedWith')}</label>
      <Input
        id={field}
        maxLength={120}
        value={filedWith}
        onChange={(event) => setFiledWith(event.target.value)}
      />
      <div>
        <Button disabled={filedWith.trim() === ''} onClick={() => setAsking(true)}>
          {t('framework.file')}
        </Button>
      </div>
      <ConfirmDialog
        open={asking}
        title={t('framework.file')}
        keepLabel={t('framework.signKeep')}
        actLabel={t('framework.file')}
        onKeep={() => setAsking(false)}
        onAct={async () => {
          await api.POST('/api/frameworks/{id}/filing', {
            params: { path: { id: frameworkId } },
            body: { filedWith: filedWith.trim() },
          });
          setAsking(false);
          await refresh();
        }}
      >
        {filedWith}
      </ConfirmDialog>
    </div>
  );
}

function SummaryButton({ frameworkId }: { readonly frameworkId: string }) {
  const t = useT();
  const refresh = useRefresh();
  const [asking, setAsking] = useState(false);
  return (
    <div>
      <Button type="primary" onClick={() => setAsking(true)}>
        {t('framework.summarise')}
      </Button>
      <ConfirmDialog
        open={asking}
        title={t('framework.summarise')}
        keepLabel={t('framework.summariseKeep')}
        actLabel={t('framework.summarise')}
        onKeep={() => setAsking(false)}
        onAct={async () => {
          await api.POST('/api/frameworks/{id}/summary', {
            params: { path: { id: frameworkId } },
          });
          setAsking(false);
          await refresh();
        }}
      >
        {t('framework.summariseText')}
      </ConfirmDialog>
    </div>
  );
}

function RemoveButton({ supplier }: { readonly supplier: FrameworkSupplier }) {
  const t = useT();
  const refresh = useRefresh();
  const [form] = Form.useForm<{ readonly ground: RemovalGround; readonly evidence: string }>();
  const [asking, setAsking] = useState(false);
  return (
    <>
      <Button danger onClick={() => setAsking(true)}>
        {t('framework.removeTitle', { name: supplier.name })}
      </Button>
      <ConfirmDialog
        open={asking}
        title={t('framework.removeTitle', { name: supplier.name })}
        keepLabel={t('framework.removeKeep')}
        actLabel={t('framework.remove')}
        onKeep={() => setAsking(false)}
        onAct={async () => {
          const { ground, evidence } = await form.validateFields();
          await api.POST('/api/framework-suppliers/{id}/remove', {
            params: { path: { id: supplier.id } },
            body: { ground, evidence },
          });
          setAsking(false);
          await refresh();
        }}
      >
        <p>{t('framework.removeText')}</p>
        <Form form={form} name={`remove-${supplier.id}`} layout="vertical" requiredMark={false}>
          <Form.Item
            name="ground"
            label={t('framework.removeGround')}
            rules={[
              { required: true, message: t('form.missing', { what: t('framework.removeGround') }) },
            ]}
          >
            <Select
              options={REMOVAL_GROUNDS.map((value) => ({
                value,
                label: t(`framework.ground.${value}`),
              }))}
            />
          </Form.Item>
          <Form.Item
            name="evidence"
            label={t('framework.removeEvidence')}
            rules={[
              {
                required: true,
                whitespace: true,
                message: t('form.missing', { what: t('framework.removeEvidence') }),
              },
            ]}
          >
            <Input.TextArea rows={3} maxLength={2_000} />
          </Form.Item>
        </Form>
      </ConfirmDialog>
    </>
  );
}
