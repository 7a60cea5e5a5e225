import { Button, Form, Input, Radio } from 'antd';
import { useState, type ReactNode } from 'react';
import { api } from '../../../shared/api/client';
import { useRefresh } from '../../../shared/api/use-refresh';
import type { Contract } from '../../../shared/api/wire';
import { dateTime, isoDate } from '../../../shared/i18n/dates';
import { useT } from '../../../shared/i18n/i18n-context';
import { readYuan } from '../../../shared/ui/amounts';
import { Card } from '../../../shared/ui/card';
import { ConfirmDialog, useAct } from '../../../shared/ui/confirm-dialog';
import { ErrorNote } from '../../../shared/ui/error-note';
import { FormField, MoneyField } from '../../../shared/ui/form-field';
import { Money } from '../../../shared/ui/money';
import { startOf } from '../../enterprise/record/day';

/** What is kept back is paid, and a copy may be filed, after the acceptance too. */
function mayRecord({ side, concludedAt }: Contract): boolean {
  return side === 'tenderer' && concludedAt !== null;
}

function isGoingOn(contract: Contract): boolean {
  return mayRecord(contract) && contract.acceptedAt === null;
}

/** What was paid, and a further payment. */
export function PaymentsCard({ contract }: { readonly contract: Contract }) {
  const t = useT();
  return (
    <Card
      title={t('contract.payments')}
      aside={
        <p className="small">
          <Money fen={contract.paidFen} /> / <Money fen={contract.now.priceFen} />
        </p>
      }
    >
      {contract.payments.length === 0 ? (
        <p className="small muted">{t('contract.noPayments')}</p>
      ) : null}
      {contract.payments.map((one) => (
        <p key={one.id}>
          <span className="number">{isoDate(one.paidAt)}</span> {one.purpose}{' '}
          <Money fen={one.sumFen} />
        </p>
      ))}
      {mayRecord(contract) ? (
        <RecordForm
          name="payment"
          open={t('contract.pay')}
          act={t('contract.payAct')}
          onRecord={({ sum = '', purpose = '', on = '' }) =>
            api.POST('/api/contracts/{id}/payments', {
              params: { path: { id: contract.id } },
              body: {
                sumFen: String(readYuan(sum) ?? 0),
                purpose: purpose.trim(),
                paidAt: startOf(on),
              },
            })
          }
        >
          <MoneyField name="sum" label={t('contract.paySum')} />
          <FormField name="purpose" label={t('contract.payFor')} max={200} />
          <FormField name="on" label={t('contract.paidOn')}>
            <Input type="date" />
          </FormField>
        </RecordForm>
      ) : null}
    </Card>
  );
}

/** Whether the manager was on site, each time somebody looked. */
export function SiteCard({ contract }: { readonly contract: Contract }) {
  const t = useT();
  return (
    <Card title={t('contract.site')}>
      {contract.siteChecks.length === 0 ? (
        <p className="small muted">{t('contract.noSiteChecks')}</p>
      ) : null}
      {contract.siteChecks.map((one) => (
        <p key={one.id}>
          <span className="number">{dateTime(one.checkedAt)}</span> {one.manager}{' '}
          <b>{t(one.present ? 'contract.present' : 'contract.absent')}</b> {one.note}
        </p>
      ))}
      {isGoingOn(contract) ? (
        <RecordForm
          name="site"
          open={t('contract.look')}
          act={t('contract.lookAct')}
          onRecord={({ present, note = '' }) =>
            api.POST('/api/contracts/{id}/site-checks', {
              params: { path: { id: contract.id } },
              body: { present: present === 'yes', note: note.trim() },
            })
          }
        >
          <FormField name="present" label={contract.now.manager}>
            <Radio.Group
              options={[
                { value: 'yes', label: t('contract.present') },
                { value: 'no', label: t('contract.absent') },
              ]}
            />
          </FormField>
          <FormField
            name="note"
            label={t('contract.note')}
            hint={t('contract.noteHint')}
            optional
          />
        </RecordForm>
      ) : null}
    </Card>
  );
}

/** Filing of a copy, and the acceptance that ends the works. */
export function EndCard({ contract }: { readonly contract: Contract }) {
  const t = useT();
  const { acceptedAt, filedAt } = contract;
  if (!mayRecord(contract) && acceptedAt === null) return null;
  return (
    <Card title={t('contract.acceptance')}>
      {acceptedAt === null ? null : <p>{t('contract.acceptedOn', { on: isoDate(acceptedAt) })}</p>}
      {mayRecord(contract) && filedAt === null ? (
        <RecordForm
          name="filing"
          open={t('contract.file')}
          act={t('contract.fileAct')}
          onRecord={({ on = '', with: filedWith = '' }) =>
            api.POST('/api/contracts/{id}/filing', {
              params: { path: { id: contract.id } },
              body: { filedAt: startOf(on), filedWith: filedWith.trim() },
            })
          }
        >
          <FormField name="with" label={t('contract.filedWith')} />
          <FormField name="on" label={t('contract.filedOn')}>
            <Input type="date" />
          </FormField>
        </RecordForm>
      ) : null}
      {isGoingOn(contract) ? (
        <RecordForm
          name="acceptance"
          open={t('contract.accept')}
          act={t('contract.acceptAct')}
          onRecord={({ on = '', text = '' }) =>
            api.POST('/api/contracts/{id}/acceptance', {
              params: { path: { id: contract.id } },
              body: { acceptedAt: startOf(on), text: text.trim() },
            })
          }
        >
          <FormField name="on" label={t('contract.acceptedAt')}>
            <Input type="date" />
          </FormField>
          <FormField name="text" label={t('contract.acceptText')}>
            <Input.TextArea rows={3} maxLength={4000} />
          </FormField>
        </RecordForm>
      ) : null}
    </Card>
  );
}

/** What was typed into a small form, by field. */
type Typed = Readonly<
  Partial<Record<'sum' | 'purpose' | 'on' | 'with' | 'text' | 'note' | 'present', string>>
>;

/** A small form behind a line that opens it; what was recorded stays for good. */
function RecordForm({
  name,
  open,
  act: label,
  onRecord,
  children,
}: {
  /** Of the form: its fields are told from those of others by it. */
  readonly name: string;
  readonly open: string;
  readonly act: string;
  readonly onRecord: (typed: Typed) => Promise<unknown>;
  readonly children: ReactNode;
}) {
  const t = useT();
  const refresh = useRefresh();
  const [form] = Form.useForm<Typed>();
  const [asking, setAsking] = useState(false);
  const { busy, error, act } = useAct(async () => {
    await form.validateFields();
    setAsking(true);
  });
  return (
    <details>
      <summary>{open}</summary>
      <Form name={name} form={form} layout="vertical" requiredMark={false} onFinish={act}>
        {children}
        {error === null ? null : <ErrorNote error={error} />}
        <Button htmlType="submit" loading={busy}>
          {label}
        </Button>
      </Form>
      <ConfirmDialog
        open={asking}
        title={t('contract.recordTitle')}
        keepLabel={t('contract.signKeep')}
        actLabel={label}
        onKeep={() => setAsking(false)}
        onAct={async () => {
          await onRecord(await form.validateFields());
          setAsking(false);
          form.resetFields();
          await refresh();
        }}
      >
        {t('contract.recordText')}
      </ConfirmDialog>
    </details>
  );
}
