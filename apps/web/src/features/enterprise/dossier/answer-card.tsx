import { DEFICIENCY_CODES } from '@core/enterprise';
import { Button, Checkbox, Input } from 'antd';
import { useId, useState } from 'react';
import { api } from '../../../shared/api/client';
import { useRefresh } from '../../../shared/api/use-refresh';
import type { DeficiencyCode, Dossier } from '../../../shared/api/wire';
import { lastMoment } from '../../../shared/i18n/dates';
import { useT } from '../../../shared/i18n/i18n-context';
import { ActButton } from '../../../shared/ui/act-button';
import { Card } from '../../../shared/ui/card';
import { ConfirmDialog } from '../../../shared/ui/confirm-dialog';

type Notes = Partial<Record<DeficiencyCode, string>>;

/** The registrar's answer to what waits: complete, or one letter with everything. */
export function AnswerCard({ dossier }: { readonly dossier: Dossier }) {
  const t = useT();
  const refresh = useRefresh();
  const [returning, setReturning] = useState(false);
  const { enterprise, letters } = dossier;
  const answer = async (notes: Notes, reason: string) => {
    const missing = DEFICIENCY_CODES.flatMap((code) => {
      const note = notes[code];
      return note === undefined ? [] : [{ code, note: note.trim() }];
    });
    await api.POST('/api/enterprises/{id}/answer', {
      params: { path: { id: enterprise.id } },
      body: { missing, reason },
    });
    setReturning(false);
    await refresh();
  };
  if (enterprise.review !== 'submitted') return null;
  return (
    <Card title={t('answer.title')}>
      {enterprise.answerBy === null ? null : (
        <dl className="facts">
          <dt>{t('clock.answerBy')}</dt>
          <dd className="number">{lastMoment(enterprise.answerBy)}</dd>
        </dl>
      )}
      <p className="small muted">{t('answer.lead')}</p>
      <div className="row">
        <ActButton primary onAct={() => answer({}, '')}>
          {t('queue.complete')}
        </ActButton>
        <Button onClick={() => setReturning(true)}>{t('queue.return')}</Button>
      </div>
      <ReturnDialog
        open={returning}
        again={letters.some((one) => one.version > (enterprise.versionInForce ?? 0))}
        onKeep={() => setReturning(false)}
        onReturn={answer}
      />
    </Card>
  );
}

function ReturnDialog({
  open,
  again,
  onKeep,
  onReturn,
}: {
  readonly open: boolean;
  /** Whether there was a letter before: what was there then needs a reason now. */
  readonly again: boolean;
  readonly onKeep: () => void;
  readonly onReturn: (notes: Notes, reason: string) => Promise<unknown>;
}) {
  const t = useT();
  const field = useId();
  const [notes, setNotes] = useState<Notes>({});
  const [reason, setReason] = useState('');
  const [told, setTold] = useState(false);
  const chosen = DEFICIENCY_CODES.filter((code) => notes[code] !== undefined);
  return (
    <ConfirmDialog
      open={open}
      title={t('queue.returnTitle')}
      keepLabel={t('queue.keep')}
      actLabel={t('answer.send', { count: chosen.length })}
      onKeep={onKeep}
      onAct={async () => {
        setTold(true);
        if (chosen.length > 0) await onReturn(notes, reason);
      }}
    >
      <p className="small muted">{t('answer.once')}</p>
      <ul className="answer-items">
        {DEFICIENCY_CODES.map((code) => (
          <li key={code}>
            <Checkbox
              checked={notes[code] !== undefined}
              onChange={({ target }) => {
                const { [code]: _, ...rest } = notes;
                setNotes(target.checked ? { ...rest, [code]: '' } : rest);
              }}
            >
              {t(`deficiency.${code}`)}
            </Checkbox>
            {notes[code] === undefined ? null : (
              <Input
                aria-label={t('answer.noteOf', { what: t(`deficiency.${code}`) })}
                value={notes[code]}
                maxLength={200}
                onChange={(event) => setNotes({ ...notes, [code]: event.target.value })}
              />
            )}
          </li>
        ))}
      </ul>
      <p role="alert" className="small">
        {told && chosen.length === 0 ? t('answer.nothingTicked') : null}
      </p>
      {again ? (
        <>
          <label htmlFor={field}>{t('answer.reason')}</label>
          <Input
            id={field}
            value={reason}
            maxLength={200}
            onChange={(event) => setReason(event.target.value)}
          />
        </>
      ) : null}
    </ConfirmDialog>
  );
}
