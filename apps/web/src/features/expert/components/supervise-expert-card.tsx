import type { ExpertDecisionKind } from '@core/panel';
import { Button, Form, Input } from 'antd';
import { useState } from 'react';
import { api } from '../../../shared/api/client';
import { useRefresh } from '../../../shared/api/use-refresh';
import type { ExpertDossier, PoolExpert } from '../../../shared/api/wire';
import { FileButton } from '../../../shared/files/file-button';
import { SendingNote } from '../../../shared/files/sending-note';
import { useSending } from '../../../shared/files/use-sending';
import { useT } from '../../../shared/i18n/i18n-context';
import { Card } from '../../../shared/ui/card';
import { DangerDialog } from '../../../shared/ui/danger-dialog';
import { FormField } from '../../../shared/ui/form-field';
import { dayAfter } from './days';

function open(standing: PoolExpert['standing']): readonly ExpertDecisionKind[] {
  if (standing === 'removed') return ['reinstate'];
  return standing === 'banned' ? ['lift', 'ban', 'remove'] : ['ban', 'remove'];
}

interface Typed {
  readonly number: string;
  readonly reason: string;
  readonly until?: string;
}

/** What a supervising authority may decide about an expert, and nobody else. */
export function SuperviseExpertCard({ dossier }: { readonly dossier: ExpertDossier }) {
  const t = useT();
  const [kind, setKind] = useState<ExpertDecisionKind | null>(null);
  const { expert } = dossier;
  if (expert === null) return null;
  const months = dossier.terms.find(({ key }) => key === 'ban');
  return (
    <Card title={t('supervise.title')}>
      <p className="small muted">{t('expert.superviseLead', { count: months?.value ?? 0 })}</p>
      <div className="row">
        {open(expert.standing).map((one) => (
          <Button key={one} aria-expanded={kind === one} onClick={() => setKind(one)}>
            {t(`expertDecision.${one}`)}
          </Button>
        ))}
      </div>
      {kind === null ? null : (
        <DecisionForm key={kind} kind={kind} expert={expert} onDone={() => setKind(null)} />
      )}
    </Card>
  );
}

function DecisionForm({
  kind,
  expert,
  onDone,
}: {
  readonly kind: ExpertDecisionKind;
  readonly expert: PoolExpert;
  readonly onDone: () => void;
}) {
  const t = useT();
  const refresh = useRefresh();
  const [form] = Form.useForm<Typed>();
  const [typed, setTyped] = useState<Typed | null>(null);
  const [file, setFile] = useState<{ readonly id: string; readonly name: string } | null>(null);
  const { percent, error, send } = useSending();
  return (
    <Form
      form={form}
      name="expert-decision"
      layout="vertical"
      requiredMark={false}
      onFinish={setTyped}
    >
      <FormField name="number" label={t('credit.number')} max={80} />
      <FormField name="reason" label={t('decision.reason')}>
        <Input.TextArea rows={3} maxLength={2000} />
      </FormField>
      {kind === 'ban' ? (
        <FormField name="until" label={t('expert.banLastDay')}>
          <Input type="date" />
        </FormField>
      ) : null}
      <div className="row">
        <FileButton
          label={t('expert.document')}
          disabled={percent !== null}
          onChoose={(chosen) => void send(chosen, (id) => setFile({ id, name: chosen.name }))}
        />
        {file === null ? null : <span>{file.name}</span>}
      </div>
      <SendingNote percent={percent} error={error} />
      <div className="row">
        <Button htmlType="submit" disabled={kind === 'ban' && file === null}>
          {t(`expertDecision.${kind}`)}
        </Button>
        <Button onClick={onDone}>{t('form.back')}</Button>
      </div>
      <DangerDialog
        open={typed !== null}
        title={t(`expertAsk.${kind}`)}
        loss={t('expert.loss', { name: expert.name })}
        token={{
          label: t('expert.token'),
          expected: expert.name,
          hint: t('expert.tokenHint', { name: expert.name }),
        }}
        keepLabel={t('supervise.keep')}
        actLabel={t(`expertDecision.${kind}`)}
        onKeep={() => setTyped(null)}
        onAct={async () => {
          if (typed === null) return;
          const { number, reason, until } = typed;
          await api.POST('/api/expert-pool/experts/{id}/decisions', {
            params: { path: { id: expert.id } },
            body: {
              kind,
              number,
              reason,
              ...(kind === 'ban' && until ? { until: dayAfter(until) } : {}),
              ...(file === null ? {} : { fileId: file.id }),
            },
          });
          await refresh();
          onDone();
        }}
      />
    </Form>
  );
}
