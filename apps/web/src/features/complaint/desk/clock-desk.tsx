import { STOP_REASONS, type StopReason } from '@core/complaint';
import { Radio } from 'antd';
import { useState } from 'react';
import { api } from '../../../shared/api/client';
import { useRefresh } from '../../../shared/api/use-refresh';
import type { Complaint } from '../../../shared/api/wire';
import { millis } from '../../../shared/i18n/dates';
import { useT } from '../../../shared/i18n/i18n-context';
import { useServerClock } from '../../../shared/live/server-clock';
import { ActButton } from '../../../shared/ui/act-button';
import { Card } from '../../../shared/ui/card';
import { EvidenceField, type Attached } from '../evidence';
import { TextField } from '../text-field';

/** The authority stops and continues the clock of its decision, and suspends the procedure or lets it go on. */
export function ClockDesk({ complaint }: { readonly complaint: Complaint }) {
  const t = useT();
  const refresh = useRefresh();
  const { now } = useServerClock();
  const { id, state, pauses } = complaint;
  if (state !== 'accepted') return null;
  const lasts = (kind: string): boolean =>
    pauses.some(
      ({ kind: one, to, until }) =>
        one === kind && to === null && (until === null || now === null || now < millis(until)),
    );
  return (
    <Card title={t('complaint.clockDesk')}>
      {lasts('suspension') ? (
        <div>
          <ActButton
            onAct={async () => {
              await api.POST('/api/complaints/{id}/resumption', { params: { path: { id } } });
              await refresh();
            }}
          >
            {t('complaint.resumeAct')}
          </ActButton>
        </div>
      ) : (
        <SuspendForm id={id} />
      )}
      {lasts('clock') ? (
        <div>
          <ActButton
            onAct={async () => {
              await api.POST('/api/complaints/{id}/continue', { params: { path: { id } } });
              await refresh();
            }}
          >
            {t('complaint.continueAct')}
          </ActButton>
        </div>
      ) : (
        <StopForm id={id} />
      )}
    </Card>
  );
}

function SuspendForm({ id }: { readonly id: string }) {
  const t = useT();
  const refresh = useRefresh();
  const [text, setText] = useState('');
  return (
    <div className="stack">
      <TextField label={t('complaint.suspendText')} rows={2} value={text} onChange={setText} />
      <div>
        <ActButton
          disabled={text.trim() === ''}
          onAct={async () => {
            await api.POST('/api/complaints/{id}/suspension', {
              params: { path: { id } },
              body: { text: text.trim() },
            });
            await refresh();
          }}
        >
          {t('complaint.suspendAct')}
        </ActButton>
      </div>
    </div>
  );
}

function StopForm({ id }: { readonly id: string }) {
  const t = useT();
  const refresh = useRefresh();
  const [reason, setReason] = useState<StopReason>('appraisal');
  const [text, setText] = useState('');
  const [files, setFiles] = useState<readonly Attached[]>([]);
  return (
    <div className="stack">
      <Radio.Group
        aria-label={t('complaint.stopReason')}
        value={reason}
        onChange={(event) => setReason(event.target.value as StopReason)}
        options={STOP_REASONS.map((value) => ({ value, label: t(`complaintStop.${value}`) }))}
      />
      <TextField label={t('complaint.stopText')} rows={2} value={text} onChange={setText} />
      <EvidenceField files={files} onChange={setFiles} />
      <div>
        <ActButton
          disabled={text.trim() === ''}
          onAct={async () => {
            await api.POST('/api/complaints/{id}/stop', {
              params: { path: { id } },
              body: { reason, text: text.trim(), fileIds: files.map((one) => one.id) },
            });
            await refresh();
          }}
        >
          {t('complaint.stopAct')}
        </ActButton>
      </div>
    </div>
  );
}
