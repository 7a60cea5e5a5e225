import { useQuery } from '@tanstack/react-query';
import { Button, Input } from 'antd';
import { useId, useState } from 'react';
import { api } from '../../shared/api/client';
import { useRefresh } from '../../shared/api/use-refresh';
import type { Question } from '../../shared/api/wire';
import { dateTime } from '../../shared/i18n/dates';
import { useT } from '../../shared/i18n/i18n-context';
import { Card } from '../../shared/ui/card';
import { useAct } from '../../shared/ui/confirm-dialog';
import { Empty } from '../../shared/ui/empty';
import { ErrorNote } from '../../shared/ui/error-note';
import { QueryView } from '../../shared/ui/query-view';
import { ownQuestions } from './queries';

const LONGEST = 8000;

/** What bidders asked, without their names; an answer is public at once. */
export function OwnQuestionsCard({
  tenderId,
  open,
}: {
  readonly tenderId: string;
  readonly open: boolean;
}) {
  const t = useT();
  const query = useQuery(ownQuestions(tenderId));
  return (
    <Card title={t('questions.own')}>
      <QueryView query={query} what={t('questions.what')}>
        {(rows) =>
          rows.length === 0 ? (
            <Empty fact={t('questions.none')} />
          ) : (
            <div className="stack">
              {rows.map((one) => (
                <Line key={one.id} tenderId={tenderId} question={one} open={open} />
              ))}
            </div>
          )
        }
      </QueryView>
    </Card>
  );
}

function Line({
  tenderId,
  question,
  open,
}: {
  readonly tenderId: string;
  readonly question: Question;
  readonly open: boolean;
}) {
  const t = useT();
  return (
    <article className="stack">
      <p className="measure preserve-lines">
        {question.text} <span className="small muted number">{dateTime(question.askedAt)}</span>
      </p>
      {question.answer === null ? (
        open ? (
          <AnswerForm tenderId={tenderId} questionId={question.id} />
        ) : (
          <p className="small muted">{t('questions.unanswered')}</p>
        )
      ) : (
        <p className="measure preserve-lines">
          <b>{t('questions.answer')}</b> {question.answer}
        </p>
      )}
    </article>
  );
}

function AnswerForm({
  tenderId,
  questionId,
}: {
  readonly tenderId: string;
  readonly questionId: string;
}) {
  const t = useT();
  const field = useId();
  const refresh = useRefresh();
  const [text, setText] = useState('');
  const { busy, error, act } = useAct(async () => {
    await api.POST('/api/tenders/{id}/questions/{questionId}/answer', {
      params: { path: { id: tenderId, questionId } },
      body: { text: text.trim() },
    });
    await refresh();
  });
  return (
    <div className="stack">
      <label htmlFor={field}>{t('questions.answerLabel')}</label>
      <Input.TextArea
        id={field}
        rows={3}
        maxLength={LONGEST}
        value={text}
        onChange={(event) => setText(event.target.value)}
      />
      {error === null ? null : <ErrorNote error={error} />}
      <div>
        <Button disabled={text.trim() === ''} loading={busy} onClick={act}>
          {t('questions.answerAct')}
        </Button>
      </div>
    </div>
  );
}
