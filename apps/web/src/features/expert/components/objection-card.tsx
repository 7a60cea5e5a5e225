import { Button, Input, Radio } from 'antd';
import { useId, useState } from 'react';
import { api } from '../../../shared/api/client';
import { useRefresh } from '../../../shared/api/use-refresh';
import type { ExpertDossier } from '../../../shared/api/wire';
import { dateTime } from '../../../shared/i18n/dates';
import { useT } from '../../../shared/i18n/i18n-context';
import { Card } from '../../../shared/ui/card';
import { ConfirmDialog } from '../../../shared/ui/confirm-dialog';

type Objection = ExpertDossier['objections'][number];

/** Objections to an admission, each with its answer or the way to give one. */
export function ObjectionCard({
  objections,
  mayAnswer,
}: {
  readonly objections: readonly Objection[];
  readonly mayAnswer: boolean;
}) {
  const t = useT();
  const [answering, setAnswering] = useState<Objection | null>(null);
  if (objections.length === 0) return null;
  return (
    <Card title={t('expert.objections')}>
      <ul className="stack">
        {objections.map((one) => (
          <li key={one.id} className="paper">
            <p className="small muted">
              {one.by} · <span className="number">{dateTime(one.filedAt)}</span>
            </p>
            <p className="preserve-lines">{one.text}</p>
            {one.reply === null ? null : (
              <p className="preserve-lines">
                {t(one.upheld === true ? 'expert.upheld' : 'expert.dismissed')} · {one.reply}
              </p>
            )}
            {one.reply === null && mayAnswer ? (
              <Button onClick={() => setAnswering(one)}>{t('expert.answer')}</Button>
            ) : null}
          </li>
        ))}
      </ul>
      {answering === null ? null : (
        <AnswerDialog objection={answering} onDone={() => setAnswering(null)} />
      )}
    </Card>
  );
}

function AnswerDialog({
  objection,
  onDone,
}: {
  readonly objection: Objection;
  readonly onDone: () => void;
}) {
  const t = useT();
  const refresh = useRefresh();
  const field = useId();
  const [reply, setReply] = useState('');
  const [upheld, setUpheld] = useState(false);
  return (
    <ConfirmDialog
      open
      title={t('expert.answerTitle')}
      keepLabel={t('form.back')}
      actLabel={t('expert.answer')}
      onKeep={onDone}
      onAct={async () => {
        await api.POST('/api/expert-pool/objections/{id}/answer', {
          params: { path: { id: objection.id } },
          body: { reply: reply.trim(), upheld },
        });
        await refresh();
        onDone();
      }}
    >
      <Radio.Group
        aria-label={t('expert.answerTitle')}
        value={upheld}
        onChange={({ target }) => setUpheld(target.value === true)}
        options={[
          { value: false, label: t('expert.dismissed') },
          { value: true, label: t('expert.upheld') },
        ]}
      />
      <div>
        <label htmlFor={field}>{t('expert.answerText')}</label>
        <Input.TextArea
          id={field}
          rows={4}
          maxLength={5_000}
          value={reply}
          onChange={(event) => setReply(event.target.value)}
        />
      </div>
    </ConfirmDialog>
  );
}
