import { useState } from 'react';
import { api } from '../../shared/api/client';
import { useRefresh } from '../../shared/api/use-refresh';
import type { Complaint } from '../../shared/api/wire';
import { usePermission } from '../../shared/auth/session';
import { useT } from '../../shared/i18n/i18n-context';
import { ActButton } from '../../shared/ui/act-button';
import { Card } from '../../shared/ui/card';
import { EvidenceField, type Attached } from './evidence';
import { TextField } from './text-field';

interface Own {
  readonly complaint: Complaint;
}

/** The firm adds what the authority asked for. */
export function CorrectForm({ complaint: { id, state } }: Own) {
  const t = useT();
  const refresh = useRefresh();
  const [text, setText] = useState('');
  const [files, setFiles] = useState<readonly Attached[]>([]);
  if (state !== 'deficient') return null;
  return (
    <Card title={t('complaint.correction')}>
      <TextField label={t('complaint.correctionText')} value={text} onChange={setText} />
      <EvidenceField files={files} onChange={setFiles} />
      <div>
        <ActButton
          primary
          disabled={text.trim() === ''}
          onAct={async () => {
            await api.POST('/api/complaints/{id}/correction', {
              params: { path: { id } },
              body: { text: text.trim(), fileIds: files.map((one) => one.id) },
            });
            await refresh();
          }}
        >
          {t('complaint.correctAct')}
        </ActButton>
      </div>
    </Card>
  );
}

const OPEN = ['filed', 'deficient', 'corrected', 'accepted'];

/** The firm withdraws its complaint. */
export function WithdrawForm({ complaint: { id, state, withdrawalAskedAt } }: Own) {
  const t = useT();
  const refresh = useRefresh();
  const [text, setText] = useState('');
  if (!OPEN.includes(state)) return null;
  if (withdrawalAskedAt !== null) {
    return (
      <Card title={t('complaint.withdraw')}>
        <p>{t('complaint.withdrawalAsked')}</p>
      </Card>
    );
  }
  return (
    <Card title={t('complaint.withdraw')}>
      <p className="small muted measure">{t('complaint.withdrawLead')}</p>
      <TextField label={t('complaint.reasons')} rows={2} value={text} onChange={setText} />
      <div>
        <ActButton
          disabled={text.trim() === ''}
          onAct={async () => {
            await api.POST('/api/complaints/{id}/withdrawal', {
              params: { path: { id } },
              body: { text: text.trim() },
            });
            await refresh();
          }}
        >
          {t('complaint.withdrawAct')}
        </ActButton>
      </div>
    </Card>
  );
}

/** The tenderer answers, once. */
export function AnswerForm({ complaint: { id, state, answeredAt } }: Own) {
  const t = useT();
  const refresh = useRefresh();
  const answers = usePermission('award.decide');
  const [text, setText] = useState('');
  const [files, setFiles] = useState<readonly Attached[]>([]);
  if (!answers || state !== 'accepted' || answeredAt !== null) return null;
  return (
    <Card title={t('complaint.answer')}>
      <p className="small muted measure">{t('complaint.answerLead')}</p>
      <TextField label={t('complaint.answerText')} rows={4} value={text} onChange={setText} />
      <EvidenceField files={files} onChange={setFiles} />
      <div>
        <ActButton
          primary
          disabled={text.trim() === ''}
          onAct={async () => {
            await api.POST('/api/complaints/{id}/answer', {
              params: { path: { id } },
              body: { text: text.trim(), fileIds: files.map((one) => one.id) },
            });
            await refresh();
          }}
        >
          {t('complaint.answerAct')}
        </ActButton>
      </div>
    </Card>
  );
}
