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

/** Says something once, with files that show it. */
function SayWithFiles({
  label,
  act,
  rows,
  onSay,
}: {
  readonly label: string;
  readonly act: string;
  readonly rows?: number;
  readonly onSay: (body: { text: string; fileIds: string[] }) => Promise<unknown>;
}) {
  const refresh = useRefresh();
  const [text, setText] = useState('');
  const [files, setFiles] = useState<readonly Attached[]>([]);
  return (
    <>
      <TextField
        label={label}
        value={text}
        onChange={setText}
        {...(rows === undefined ? {} : { rows })}
      />
      <EvidenceField files={files} onChange={setFiles} />
      <div>
        <ActButton
          primary
          disabled={text.trim() === ''}
          onAct={async () => {
            await onSay({ text: text.trim(), fileIds: files.map((one) => one.id) });
            await refresh();
          }}
        >
          {act}
        </ActButton>
      </div>
    </>
  );
}

/** The firm adds what the authority asked for. */
export function CorrectForm({ complaint: { id, state } }: Own) {
  const t = useT();
  if (state !== 'deficient') return null;
  return (
    <Card title={t('complaint.correction')}>
      <SayWithFiles
        label={t('complaint.correctionText')}
        act={t('complaint.correctAct')}
        onSay={(body) =>
          api.POST('/api/complaints/{id}/correction', { params: { path: { id } }, body })
        }
      />
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
  const answers = usePermission('award.decide');
  if (!answers || state !== 'accepted' || answeredAt !== null) return null;
  return (
    <Card title={t('complaint.answer')}>
      <p className="small muted measure">{t('complaint.answerLead')}</p>
      <SayWithFiles
        label={t('complaint.answerText')}
        act={t('complaint.answerAct')}
        rows={4}
        onSay={(body) =>
          api.POST('/api/complaints/{id}/answer', { params: { path: { id } }, body })
        }
      />
    </Card>
  );
}
