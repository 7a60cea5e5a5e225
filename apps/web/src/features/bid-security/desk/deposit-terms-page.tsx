import { useQuery } from '@tanstack/react-query';
import { Button, Form, Input } from 'antd';
import { useState } from 'react';
import { api } from '../../../shared/api/client';
import { useRefresh } from '../../../shared/api/use-refresh';
import type { DepositTerms } from '../../../shared/api/wire';
import { useT } from '../../../shared/i18n/i18n-context';
import { Card } from '../../../shared/ui/card';
import { ConfirmDialog, useAct } from '../../../shared/ui/confirm-dialog';
import { ErrorNote } from '../../../shared/ui/error-note';
import { FormField } from '../../../shared/ui/form-field';
import { PageHead } from '../../../shared/ui/page-head';
import { QueryView } from '../../../shared/ui/query-view';
import { RecordList } from '../../../shared/ui/record-list';
import { ppmOf, rateText } from '../posted-rate';
import { depositTerms } from '../queries';

/** What the system administrator keeps for bid securities: where they are paid, and the rates of their interest. */
export function DepositTermsPage() {
  const t = useT();
  const query = useQuery(depositTerms);
  return (
    <>
      <PageHead title={t('security.termsTitle')} lead={t('security.termsLead')} />
      <QueryView query={query} what={t('security.termsTitle')}>
        {(terms) => (
          <div className="stack">
            <AccountCard account={terms.account} />
            <RatesCard rates={terms.rates} />
          </div>
        )}
      </QueryView>
    </>
  );
}

interface TypedAccount {
  readonly payee: string;
  readonly bank: string;
  readonly account: string;
}

function AccountCard({ account }: Pick<DepositTerms, 'account'>) {
  const t = useT();
  const refresh = useRefresh();
  const [form] = Form.useForm<TypedAccount>();
  const [asking, setAsking] = useState<TypedAccount | null>(null);
  return (
    <Card title={t('security.accountCard')}>
      {account === null ? (
        <p>{t('security.accountNone')}</p>
      ) : (
        <p>
          {account.payee} · {account.bank} · <span className="mono">{account.account}</span>
        </p>
      )}
      <Form name="account" form={form} layout="vertical" requiredMark={false} onFinish={setAsking}>
        <FormField name="payee" label={t('security.payee')} />
        <FormField name="bank" label={t('security.bank')} />
        <FormField name="account" label={t('security.account')} max={40} />
        <Button htmlType="submit">{t('security.accountAct')}</Button>
      </Form>
      <ConfirmDialog
        open={asking !== null}
        title={t('security.accountTitle')}
        keepLabel={t('security.later')}
        actLabel={t('security.accountAct')}
        onKeep={() => setAsking(null)}
        onAct={async () => {
          if (asking !== null) await api.PUT('/api/deposit-terms/account', { body: asking });
          setAsking(null);
          form.resetFields();
          await refresh();
        }}
      >
        {asking === null ? null : `${asking.payee} · ${asking.bank} · ${asking.account}`}
      </ConfirmDialog>
    </Card>
  );
}

interface TypedRate {
  readonly day: string;
  readonly rate: string;
  readonly source: string;
}

function RatesCard({ rates }: Pick<DepositTerms, 'rates'>) {
  const t = useT();
  const refresh = useRefresh();
  const [form] = Form.useForm<TypedRate>();
  const { busy, error, act } = useAct(async () => {
    const { day, rate, source } = await form.validateFields();
    const body = { day, ppm: ppmOf(rate) ?? 0, source };
    await api.POST('/api/deposit-terms/rates', { body });
    form.resetFields();
    await refresh();
  });
  return (
    <Card title={t('security.rates')}>
      {rates.length === 0 ? (
        <p>{t('security.ratesNone')}</p>
      ) : (
        <RecordList
          caption={t('security.rates')}
          rows={[...rates].reverse()}
          rowKey={({ day }) => day}
          columns={[
            {
              key: 'day',
              title: t('security.from'),
              place: 'title',
              cell: ({ day }) => <span className="number">{day}</span>,
            },
            {
              key: 'rate',
              title: t('security.rate'),
              place: 'main',
              cell: ({ ppm }) => <span className="number">{rateText(ppm)}</span>,
            },
            { key: 'source', title: t('security.source'), cell: ({ source }) => source },
          ]}
        />
      )}
      <Form name="rate" form={form} layout="vertical" requiredMark={false} onFinish={act}>
        <FormField name="day" label={t('security.from')}>
          <Input type="date" />
        </FormField>
        <Form.Item
          name="rate"
          label={t('security.rate')}
          extra={t('security.rateHint')}
          rules={[
            {
              validator: (_rule, typed: string | undefined) =>
                ppmOf(typed ?? '') === null
                  ? Promise.reject(new Error(t('security.rateBad')))
                  : Promise.resolve(),
            },
          ]}
        >
          <Input inputMode="decimal" maxLength={8} />
        </Form.Item>
        <FormField
          name="source"
          label={t('security.source')}
          hint={t('security.sourceHint')}
          max={300}
        />
        {error === null ? null : <ErrorNote error={error} />}
        <Button htmlType="submit" loading={busy}>
          {t('security.rateAct')}
        </Button>
      </Form>
    </Card>
  );
}
