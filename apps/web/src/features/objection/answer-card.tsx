import { useQuery } from '@tanstack/react-query';
import { Button, Input, Radio } from 'antd';
import { useId, useState } from 'react';
import { api } from '../../shared/api/client';
import { useRefresh } from '../../shared/api/use-refresh';
import type { OwnTender } from '../../shared/api/wire';
import { useT } from '../../shared/i18n/i18n-context';
import { Card } from '../../shared/ui/card';
import { useAct } from '../../shared/ui/confirm-dialog';
import { ErrorNote } from '../../shared/ui/error-note';
import { ObjectionText } from './objection-text';
import { objections } from './queries';
import { RemedyForm } from './remedy-form';

const LONGEST = 8000;

/** The tenderer's side: every objection with its clock, and the answer, which is the tenderer's own to give. */
export function AnswerCard({
  tender,
  mayAnswer,
}: {
  readonly tender: OwnTender;
  readonly mayAnswer: boolean;
}) {
  const t = useT();
  const { data: rows = [] } = useQuery(objections(tender.id));
  if (rows.length === 0) return null;
  return (
    <Card title={t('objection.title')}>
      {rows.map((one) => (
        <div key={one.id} className="stack">
          <ObjectionText one={one} />
          {one.reply === null && mayAnswer ? <AnswerForm objectionId={one.id} /> : null}
          {one.upheld === true && one.remedy === null && mayAnswer ? (
            <RemedyForm tender={tender} objection={one} />
          ) : null}
        </div>
      ))}
    </Card>
  );
}

function AnswerForm({ objectionId }: { readonly objectionId: string }) {
  const t = useT();
  const field = useId();
  const refresh = useRefresh();
  const [text, setText] = useState('');
  const [upheld, setUpheld] = useState(false);
  const { busy, error, act } = useAct(async () => {
    await api.POST('/api/objections/{id}/answer', {
      params: { path: { id: objectionId } },
      body: { text: text.trim(), upheld },
    });
    await refresh();
  });
  return (
    <div className="stack">
      <Radio.Group
        aria-label={t('objection.decision')}
        value={upheld}
        onChange={(event) => setUpheld(event.target.value === true)}
        options={[
          { value: false, label: t('objection.dismissed') },
          { value: true, label: t('objection.upheld') },
        ]}
      />
      <div>
        <label htmlFor={field}>{t('objection.answer')}</label>
        <Input.TextArea
          id={field}
          rows={3}
          maxLength={LONGEST}
          value={text}
          onChange={(event) => setText(event.target.value)}
        />
      </div>
      {error === null ? null : <ErrorNote error={error} />}
      <div>
        <Button disabled={text.trim() === ''} loading={busy} onClick={act}>
          {t('objection.answerAct')}
        </Button>
      </div>
    </div>
  );
}
