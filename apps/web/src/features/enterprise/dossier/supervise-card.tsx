import { DECISION_KINDS, TRANSITIONS, type DecisionKind } from '@core/enterprise';
import { Button, Form, Input } from 'antd';
import { useState } from 'react';
import { api } from '../../../shared/api/client';
import { useRefresh } from '../../../shared/api/use-refresh';
import type { Dossier } from '../../../shared/api/wire';
import { useT } from '../../../shared/i18n/i18n-context';
import { Card } from '../../../shared/ui/card';
import { DangerDialog } from '../../../shared/ui/danger-dialog';
import { useAct } from '../../../shared/ui/confirm-dialog';
import { ErrorNote } from '../../../shared/ui/error-note';
import { FormField } from '../../../shared/ui/form-field';
import { endOfDay, startOf } from '../record/day';

interface DecisionTyped {
  readonly number: string;
  readonly reason: string;
  readonly until?: string;
}

/** What a supervising authority may do with this record, and nobody else. */
export function SuperviseCard({ dossier }: { readonly dossier: Dossier }) {
  const t = useT();
  const [doing, setDoing] = useState<DecisionKind | 'violation' | null>(null);
  const { enterprise } = dossier;
  const open = DECISION_KINDS.filter((kind) => TRANSITIONS[enterprise.state][kind] !== undefined);
  return (
    <Card title={t('supervise.title')}>
      <p className="small muted">{t('supervise.lead')}</p>
      <div className="row">
        {open.map((kind) => (
          <Button key={kind} aria-expanded={doing === kind} onClick={() => setDoing(kind)}>
            {t(`decisionKind.${kind}`)}
          </Button>
        ))}
        <Button aria-expanded={doing === 'violation'} onClick={() => setDoing('violation')}>
          {t('supervise.violation')}
        </Button>
      </div>
      {doing === null ? null : doing === 'violation' ? (
        <ViolationForm id={enterprise.id} onDone={() => setDoing(null)} />
      ) : (
        <DecisionForm key={doing} kind={doing} dossier={dossier} onDone={() => setDoing(null)} />
      )}
    </Card>
  );
}

function DecisionForm({
  kind,
  dossier,
  onDone,
}: {
  readonly kind: DecisionKind;
  readonly dossier: Dossier;
  readonly onDone: () => void;
}) {
  const t = useT();
  const refresh = useRefresh();
  const [form] = Form.useForm<DecisionTyped>();
  const [typed, setTyped] = useState<DecisionTyped | null>(null);
  const { enterprise } = dossier;
  return (
    <Form form={form} layout="vertical" requiredMark={false} onFinish={setTyped}>
      <FormField name="number" label={t('credit.number')} max={80} />
      <FormField name="reason" label={t('decision.reason')}>
        <Input.TextArea rows={3} maxLength={2000} />
      </FormField>
      {kind === 'suspend' ? (
        <FormField name="until" label={t('decision.until')} hint={t('decision.untilHint')} optional>
          <Input type="date" />
        </FormField>
      ) : null}
      <div className="row">
        <Button htmlType="submit">{t(`decisionKind.${kind}`)}</Button>
        <Button onClick={onDone}>{t('form.back')}</Button>
      </div>
      <DangerDialog
        open={typed !== null}
        title={t(`supervise.ask.${kind}`)}
        loss={t('supervise.loss', { firm: enterprise.name })}
        token={{
          label: t('supervise.token'),
          expected: enterprise.creditCode.slice(-4),
          hint: t('supervise.tokenHint', { code: enterprise.creditCode }),
        }}
        keepLabel={t('supervise.keep')}
        actLabel={t(`decisionKind.${kind}`)}
        onKeep={() => setTyped(null)}
        onAct={async () => {
          if (typed === null) return;
          const { number, reason, until } = typed;
          await api.POST('/api/enterprises/{id}/decisions', {
            params: { path: { id: enterprise.id } },
            body: { kind, number, reason, ...(until ? { until: endOfDay(until) } : {}) },
          });
          await refresh();
          onDone();
        }}
      />
    </Form>
  );
}

interface ViolationTyped {
  readonly title: string;
  readonly number: string;
  readonly decidedOn: string;
  readonly restrictedUntil?: string;
}

function ViolationForm({ id, onDone }: { readonly id: string; readonly onDone: () => void }) {
  const t = useT();
  const refresh = useRefresh();
  const [form] = Form.useForm<ViolationTyped>();
  const { busy, error, act } = useAct(async () => {
    const { title, number, decidedOn, restrictedUntil } = await form.validateFields();
    await api.POST('/api/enterprises/{id}/violations', {
      params: { path: { id } },
      body: {
        title,
        number,
        decidedAt: startOf(decidedOn),
        ...(restrictedUntil ? { restrictedUntil: endOfDay(restrictedUntil) } : {}),
      },
    });
    await refresh();
    onDone();
  });
  return (
    <Form form={form} layout="vertical" requiredMark={false} onFinish={act}>
      <FormField name="title" label={t('credit.what')} max={200} />
      <FormField name="number" label={t('credit.number')} max={80} />
      <FormField name="decidedOn" label={t('credit.decidedAt')}>
        <Input type="date" />
      </FormField>
      <FormField
        name="restrictedUntil"
        label={t('credit.restrictedUntil')}
        hint={t('credit.restrictedHint')}
        optional
      >
        <Input type="date" />
      </FormField>
      {error === null ? null : <ErrorNote error={error} />}
      <div className="row">
        <Button htmlType="submit" loading={busy}>
          {t('supervise.violation')}
        </Button>
        <Button onClick={onDone}>{t('form.back')}</Button>
      </div>
    </Form>
  );
}
