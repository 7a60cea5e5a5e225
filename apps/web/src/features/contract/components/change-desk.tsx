import { CHANGE_KINDS, type ChangeKind } from '@core/contract';
import { formatYuan, type Fen } from '@core/kernel';
import { Button, Form, Input, Radio } from 'antd';
import { api } from '../../../shared/api/client';
import { useRefresh } from '../../../shared/api/use-refresh';
import type { Contract, ContractChange } from '../../../shared/api/wire';
import { dateTime } from '../../../shared/i18n/dates';
import { useT } from '../../../shared/i18n/i18n-context';
import { readYuan } from '../../../shared/ui/amounts';
import { Card } from '../../../shared/ui/card';
import { useAct } from '../../../shared/ui/confirm-dialog';
import { ErrorNote } from '../../../shared/ui/error-note';
import { FormField, MoneyField } from '../../../shared/ui/form-field';
import { Money } from '../../../shared/ui/money';
import { AnswerButtons } from './answer-buttons';

interface Typed {
  readonly kind: ChangeKind;
  readonly reason: string;
  readonly sum?: string;
  readonly isLess?: boolean;
  readonly days?: string;
  readonly isShorter?: boolean;
  readonly manager?: string;
  readonly decision?: string;
}

/** Change orders: what was asked and answered, and a new one. */
export function ChangeDesk({ contract }: { readonly contract: Contract }) {
  const t = useT();
  const { changes, side, acceptedAt, concludedAt } = contract;
  const isRunning = side !== null && concludedAt !== null && acceptedAt === null;
  return (
    <Card
      title={t('contract.changes')}
      aside={
        <p className="small">
          {t('contract.added')} <Money fen={contract.addedFen} />
        </p>
      }
    >
      {changes.length === 0 ? <p className="small muted">{t('contract.noChanges')}</p> : null}
      {changes.map((one) => (
        <div key={one.id} className="stack">
          <ChangeText change={one} />
          {isRunning && one.agreed === null && one.proposedBy !== side ? (
            <AnswerButtons
              about={one.reason}
              onAnswer={(agrees) =>
                api.POST('/api/contracts/{id}/changes/{changeId}/answer', {
                  params: { path: { id: contract.id, changeId: one.id } },
                  body: { agrees },
                })
              }
            />
          ) : null}
        </div>
      ))}
      {isRunning ? (
        <details>
          <summary>{t('contract.propose')}</summary>
          <Propose id={contract.id} />
        </details>
      ) : null}
    </Card>
  );
}

function signed(priceBy: number): string {
  return `${priceBy < 0 ? '−' : '+'}${formatYuan(Math.abs(priceBy) as Fen)}`;
}

function ChangeText({ change }: { readonly change: ContractChange }) {
  const t = useT();
  const { kind, reason, priceBy, daysBy, manager, decision, agreed } = change;
  return (
    <div>
      <b>{t(`contractChange.${kind}`)}</b>{' '}
      <span className="number">
        {priceBy === 0 ? '' : `${signed(priceBy)} ${t('money.yuan')} `}
        {daysBy === 0
          ? ''
          : `${daysBy > 0 ? '+' : '−'}${t('contract.days', { count: Math.abs(daysBy) })} `}
        {manager ?? ''}
      </span>
      <p>{reason}</p>
      <p className="small muted">
        {decision === null ? '' : `${decision} · `}
        {t(
          `contract.proposedBy.${change.proposedBy === 'tenderer' ? 'tenderer' : 'winner'}`,
        )} ·{' '}
        {agreed === null
          ? t('contract.waits')
          : t(agreed ? 'contract.agreed' : 'contract.notAgreed', {
              at: dateTime(change.answeredAt ?? change.proposedAt),
            })}
      </p>
    </div>
  );
}

function Propose({ id }: { readonly id: string }) {
  const t = useT();
  const refresh = useRefresh();
  const [form] = Form.useForm<Typed>();
  const kind: ChangeKind | undefined = Form.useWatch('kind', form);
  const { busy, error, act } = useAct(async () => {
    const typed = await form.validateFields();
    const sum: number = readYuan(typed.sum ?? '') ?? 0;
    const days = Number(typed.days === undefined || typed.days === '' ? 0 : typed.days);
    const decision = (typed.decision ?? '').trim();
    const manager = (typed.manager ?? '').trim();
    await api.POST('/api/contracts/{id}/changes', {
      params: { path: { id } },
      body: {
        kind: typed.kind,
        reason: typed.reason.trim(),
        priceBy: typed.isLess === true ? -sum : sum,
        daysBy: typed.isShorter === true ? -days : days,
        ...(manager === '' ? {} : { manager }),
        ...(decision === '' ? {} : { decision }),
      },
    });
    form.resetFields();
    await refresh();
  });
  return (
    <Form
      name="change"
      form={form}
      layout="vertical"
      requiredMark={false}
      initialValues={{ kind: 'works', isLess: false, isShorter: false }}
      onFinish={act}
    >
      <FormField name="kind" label={t('contract.changeKind')}>
        <Radio.Group
          options={CHANGE_KINDS.map((value) => ({ value, label: t(`contractChange.${value}`) }))}
        />
      </FormField>
      {kind === 'manager' ? (
        <FormField name="manager" label={t('contract.newManager')} max={60} />
      ) : (
        <div className="form-grid">
          {kind === 'time' ? null : (
            <>
              <FormField name="isLess" label={t('contract.direction')}>
                <Radio.Group
                  options={[
                    { value: false, label: t('contract.more') },
                    { value: true, label: t('contract.less') },
                  ]}
                />
              </FormField>
              <MoneyField name="sum" label={t('contract.changeSum')} />
            </>
          )}
          <FormField name="isShorter" label={t('contract.durationDays')}>
            <Radio.Group
              options={[
                { value: false, label: t('contract.longer') },
                { value: true, label: t('contract.shorter') },
              ]}
            />
          </FormField>
          <Form.Item
            name="days"
            label={t('form.optional', { what: t('contract.changeDays') })}
            rules={[{ pattern: /^\d{0,5}$/, message: t('contract.noNumber') }]}
          >
            <Input inputMode="numeric" maxLength={5} />
          </Form.Item>
        </div>
      )}
      <FormField name="reason" label={t('contract.reason')}>
        <Input.TextArea rows={3} maxLength={4000} />
      </FormField>
      <FormField
        name="decision"
        label={t('contract.decision')}
        hint={t('contract.decisionHint')}
        optional
      />
      {error === null ? null : <ErrorNote error={error} />}
      <Button htmlType="submit" loading={busy}>
        {t('contract.proposeAct')}
      </Button>
    </Form>
  );
}
