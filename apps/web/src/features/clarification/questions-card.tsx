import { useQuery } from '@tanstack/react-query';
import { Button, Input } from 'antd';
import { useId, useState } from 'react';
import { api } from '../../shared/api/client';
import { useRefresh } from '../../shared/api/use-refresh';
import type { TenderDetail } from '../../shared/api/wire';
import { usePermission } from '../../shared/auth/session';
import { dateTime, millis } from '../../shared/i18n/dates';
import { useT } from '../../shared/i18n/i18n-context';
import { useServerClock } from '../../shared/live/server-clock';
import { useAct } from '../../shared/ui/confirm-dialog';
import { ErrorNote } from '../../shared/ui/error-note';
import { Note } from '../../shared/ui/note';
import { ClarificationText } from './clarification-text';
import { answeredQuestions, clarifications } from './queries';

const LONGEST = 2000;

/** Questions and answers, clarifications, and the bidder's way to ask. Nobody learns who asked. */
export function QuestionsCard({ tender }: { readonly tender: TenderDetail }) {
  const t = useT();
  const { data: answered = [] } = useQuery(answeredQuestions(tender.id));
  const { data: clarified = [] } = useQuery(clarifications(tender.id));
  const asks = useAsks(tender);
  if (answered.length === 0 && clarified.length === 0 && !asks) return null;
  return (
    <section className="card">
      <header className="card__head">
        <h2>{t('questions.title')}</h2>
        <p className="small muted">{t('questions.lead')}</p>
      </header>
      <div className="card__body stack">
        {clarified.map((one) => (
          <ClarificationText key={one.number} one={one} />
        ))}
        {answered.map((one) => (
          <article key={one.id}>
            <h3>
              {t('questions.question')}{' '}
              <span className="small muted number">{dateTime(one.askedAt)}</span>
            </h3>
            <p className="measure preserve-lines">{one.text}</p>
            <p className="measure preserve-lines">
              <b>{t('questions.answer')}</b> {one.answer}
            </p>
          </article>
        ))}
        {asks ? <Ask tenderId={tender.id} /> : null}
      </div>
    </section>
  );
}

/** Whether this reader may ask now, by the server's clock. */
function useAsks({ state, timetable }: TenderDetail): boolean {
  const bidder = usePermission('sign_up.make');
  const { now } = useServerClock();
  const until = timetable === null ? 0 : millis(timetable.clarifyUntil);
  return bidder && state === 'published' && (now === null || now <= until);
}

function Ask({ tenderId }: { readonly tenderId: string }) {
  const t = useT();
  const field = useId();
  const refresh = useRefresh();
  const [text, setText] = useState('');
  const [done, setDone] = useState(false);
  const { busy, error, act } = useAct(async () => {
    await api.POST('/api/tenders/{id}/questions', {
      params: { path: { id: tenderId } },
      body: { text: text.trim() },
    });
    setText('');
    setDone(true);
    await refresh();
  });
  return (
    <div className="stack no-print">
      <div>
        <label htmlFor={field}>{t('questions.ask')}</label>
        <Input.TextArea
          id={field}
          rows={3}
          maxLength={LONGEST}
          value={text}
          onChange={(event) => {
            setText(event.target.value);
            setDone(false);
          }}
        />
        <p className="small muted">{t('questions.askHint')}</p>
      </div>
      {error === null ? null : <ErrorNote error={error} />}
      {done ? <Note tone="ok">{t('questions.asked')}</Note> : null}
      <div>
        <Button disabled={text.trim() === ''} loading={busy} onClick={act}>
          {t('questions.askAct')}
        </Button>
      </div>
    </div>
  );
}
