import { Button, Form, Input, Radio } from 'antd';
import { useState } from 'react';
import { api } from '../../../shared/api/client';
import { useRefresh } from '../../../shared/api/use-refresh';
import type { DeskSecurity } from '../../../shared/api/wire';
import { useT } from '../../../shared/i18n/i18n-context';
import { readYuan } from '../../../shared/ui/amounts';
import { Card } from '../../../shared/ui/card';
import { ConfirmDialog, useAct } from '../../../shared/ui/confirm-dialog';
import { ErrorNote } from '../../../shared/ui/error-note';
import { FormField, MoneyField } from '../../../shared/ui/form-field';
import { startOf } from '../../enterprise/record/day';
import {
  GuaranteeLine,
  PaymentLine,
  SecurityChecks,
  SecurityRelease,
  SecurityStateChip,
  shownFen,
} from '../security-facts';

type Payment = DeskSecurity['payments'][number];

/** One security: what came, what is to be done with it, and until when. */
export function DeskSecurityCard({ one }: { readonly one: DeskSecurity }) {
  const t = useT();
  const { code, tenderCode, tenderTitle, bidderName, lot, state, payments, guarantee } = one;
  const mayReturn = state === 'due_back';
  const isLodged =
    guarantee !== null && guarantee.withdrawnAt === null && guarantee.releasedAt === null;
  return (
    <Card title={`${bidderName} · ${code}`} aside={<SecurityStateChip state={state} />}>
      <p className="small">
        <span className="mono">{tenderCode}</span> {tenderTitle} ·{' '}
        {t('lot.number', { number: lot })}
      </p>
      <SecurityRelease {...one} />
      {payments.map((payment) => (
        <div key={payment.id} className="stack">
          <PaymentLine payment={payment} />
          {mayReturn && payment.refundedAt === null ? <RefundForm payment={payment} /> : null}
        </div>
      ))}
      <GuaranteeLine
        guarantee={guarantee}
        onPaper={() =>
          api.GET('/api/bid-securities/{id}/guarantee', {
            params: { path: { id: one.id } },
            parseAs: 'blob',
          })
        }
      />
      {mayReturn && isLodged ? <GiveBack id={one.id} /> : null}
      <SecurityChecks checks={one.checks} />
      {one.forfeitGround === null ? null : <p>{t(`security.ground.${one.forfeitGround}`)}</p>}
      {one.grounds.length > 0 && one.forfeitedAt === null ? <ForfeitForm one={one} /> : null}
    </Card>
  );
}

interface TypedRefund {
  readonly on: string;
  readonly interest?: string;
  readonly reference: string;
}

function RefundForm({ payment }: { readonly payment: Payment }) {
  const t = useT();
  const refresh = useRefresh();
  const [form] = Form.useForm<TypedRefund>();
  const { id, payer, bank, account, interestTodayFen } = payment;
  const { busy, error, act } = useAct(async () => {
    const { on, interest = '', reference } = await form.validateFields();
    const sum = interest.trim() === '' ? null : readYuan(interest);
    await api.POST('/api/bid-securities/payments/{id}/refund', {
      params: { path: { id } },
      body: {
        paidAt: startOf(on),
        reference,
        ...(sum === null ? {} : { interestFen: String(sum) }),
      },
    });
    await refresh();
  });
  return (
    <details>
      <summary>{t('security.refund')}</summary>
      <p className="small">{t('security.toAccount', { payer, bank, account })}</p>
      <Form name={`refund-${id}`} form={form} layout="vertical" requiredMark={false} onFinish={act}>
        <FormField name="on" label={t('security.paidOn')}>
          <Input type="date" />
        </FormField>
        <MoneyField
          name="interest"
          label={t('security.interest')}
          optional
          hint={
            interestTodayFen === null
              ? t('security.interestUnknown')
              : t('security.interestToday', { interest: shownFen(interestTodayFen) })
          }
        />
        <FormField name="reference" label={t('security.reference')} max={60} />
        {error === null ? null : <ErrorNote error={error} />}
        <Button type="primary" htmlType="submit" loading={busy}>
          {t('security.refundAct')}
        </Button>
      </Form>
    </details>
  );
}

function GiveBack({ id }: { readonly id: string }) {
  const t = useT();
  const refresh = useRefresh();
  const [asking, setAsking] = useState(false);
  return (
    <div>
      <Button type="primary" onClick={() => setAsking(true)}>
        {t('security.release')}
      </Button>
      <ConfirmDialog
        open={asking}
        title={t('security.releaseTitle')}
        keepLabel={t('security.later')}
        actLabel={t('security.release')}
        onKeep={() => setAsking(false)}
        onAct={async () => {
          await api.POST('/api/bid-securities/{id}/release', { params: { path: { id } } });
          setAsking(false);
          await refresh();
        }}
      >
        {t('security.releaseText')}
      </ConfirmDialog>
    </div>
  );
}

interface TypedForfeit {
  readonly ground: DeskSecurity['grounds'][number];
  readonly decision: string;
}

function ForfeitForm({ one: { id, grounds } }: { readonly one: DeskSecurity }) {
  const t = useT();
  const refresh = useRefresh();
  const [form] = Form.useForm<TypedForfeit>();
  const { busy, error, act } = useAct(async () => {
    const body = await form.validateFields();
    await api.POST('/api/bid-securities/{id}/forfeiture', { params: { path: { id } }, body });
    await refresh();
  });
  return (
    <details>
      <summary>{t('security.forfeit')}</summary>
      <p className="small">{t('security.forfeitText')}</p>
      <Form
        name={`forfeit-${id}`}
        form={form}
        layout="vertical"
        requiredMark={false}
        onFinish={act}
      >
        <FormField name="ground" label={t('security.ground')}>
          <Radio.Group
            options={grounds.map((value) => ({ value, label: t(`security.ground.${value}`) }))}
          />
        </FormField>
        <FormField name="decision" label={t('security.decision')} />
        {error === null ? null : <ErrorNote error={error} />}
        <Button danger htmlType="submit" loading={busy}>
          {t('security.forfeitAct')}
        </Button>
      </Form>
    </details>
  );
}
