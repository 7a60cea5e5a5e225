import { Button, Input, Radio } from 'antd';
import { useId, useState } from 'react';
import { api } from '../../../shared/api/client';
import { useRefresh } from '../../../shared/api/use-refresh';
import type { PoolObjection } from '../../../shared/api/wire';
import { dateTime } from '../../../shared/i18n/dates';
import { useT } from '../../../shared/i18n/i18n-context';
import { useAct } from '../../../shared/ui/confirm-dialog';
import { ErrorNote } from '../../../shared/ui/error-note';
import { Note } from '../../../shared/ui/note';

/** An objection to an admission, with its answer or the form for one. */
export function ObjectionAnswer({
  objection,
  mayAnswer,
}: {
  readonly objection: PoolObjection;
  readonly mayAnswer: boolean;
}) {
  const t = useT();
  const { reply, upheld } = objection;
  return (
    <Note tone={reply === null ? 'warn' : 'info'}>
      <p>
        <b>{t('pool.objection', { firm: objection.by })}</b>{' '}
        <span className="small muted number">{dateTime(objection.filedAt)}</span>
      </p>
      <p>{objection.text}</p>
      {reply === null ? (
        mayAnswer ? (
          <AnswerForm id={objection.id} />
        ) : null
      ) : (
        <p>
          {t(upheld === true ? 'objection.upheld' : 'objection.dismissed')}：{reply}
        </p>
      )}
    </Note>
  );
}

function AnswerForm({ id }: { readonly id: string }) {
  const t = useT();
  const refresh = useRefresh();
  const field = useId();
  const [reply, setReply] = useState('');
  const [upheld, setUpheld] = useState<boolean | null>(null);
  const { busy, error, act } = useAct(async () => {
    if (upheld === null) return;
    const params = { path: { id } };
    await api.POST('/api/pools/objections/{id}/answer', { params, body: { reply, upheld } });
    await refresh();
  });
  return (
    <div className="stack">
      <label htmlFor={field}>{t('objection.answer')}</label>
      <Input.TextArea
        id={field}
        rows={3}
        maxLength={5000}
        value={reply}
        onChange={(event) => setReply(event.target.value)}
      />
      <Radio.Group
        aria-label={t('objection.decision')}
        value={upheld}
        onChange={({ target }) => setUpheld(target.value === true)}
        options={[
          { value: true, label: t('objection.upheld') },
          { value: false, label: t('objection.dismissed') },
        ]}
      />
      {error === null ? null : <ErrorNote error={error} />}
      <div>
        <Button disabled={reply.trim() === '' || upheld === null} loading={busy} onClick={act}>
          {t('objection.answerAct')}
        </Button>
      </div>
    </div>
  );
}
