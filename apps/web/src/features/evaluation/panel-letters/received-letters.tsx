import { useQuery } from '@tanstack/react-query';
import { Input } from 'antd';
import { useId, useState } from 'react';
import { api } from '../../../shared/api/client';
import { uploadFile } from '../../../shared/api/upload';
import { useRefresh } from '../../../shared/api/use-refresh';
import type { PanelLetter } from '../../../shared/api/wire';
import { dateTime } from '../../../shared/i18n/dates';
import { useT } from '../../../shared/i18n/i18n-context';
import { ActButton } from '../../../shared/ui/act-button';
import { Card } from '../../../shared/ui/card';
import { receivedLetters } from '../queries';
import { EvidenceButton } from './evidence-button';
import '../room.css';

/** What panels have asked the firm in writing, and its answers. Nothing where nobody asked. */
export function ReceivedLetters() {
  const t = useT();
  const query = useQuery(receivedLetters);
  const letters = query.data ?? [];
  if (letters.length === 0) return null;
  return (
    <Card title={t('room.received')}>
      <p className="small muted">{t('room.receivedLead')}</p>
      <ul className="room-letters">
        {letters.map((one) => (
          <li key={one.id}>
            <span className="small muted">
              {t(`room.about.${one.about === 'price' ? 'price' : 'bid'}`)} · {dateTime(one.askedAt)}
            </span>
            <p>{one.text}</p>
            {one.answer === null ? (
              <Answer letter={one} />
            ) : (
              <>
                <p className="small">{t('room.answered', { text: one.answer })}</p>
                <EvidenceButton letter={one} />
              </>
            )}
          </li>
        ))}
      </ul>
    </Card>
  );
}

function Answer({ letter: { id, dueAt } }: { readonly letter: PanelLetter }) {
  const t = useT();
  const refresh = useRefresh();
  const [field, fileField] = [useId(), useId()];
  const [text, setText] = useState('');
  const [file, setFile] = useState<File | null>(null);
  return (
    <div className="stack">
      <p className="small">{t('room.answerUntil', { at: dateTime(dueAt) })}</p>
      <div>
        <label htmlFor={field}>{t('room.answer')}</label>
        <Input.TextArea
          id={field}
          rows={4}
          maxLength={4_000}
          value={text}
          onChange={(event) => setText(event.target.value)}
        />
      </div>
      <div>
        <label htmlFor={fileField}>{t('room.evidence')}</label>{' '}
        <input
          id={fileField}
          type="file"
          onChange={(event) => setFile(event.target.files?.[0] ?? null)}
        />
      </div>
      <div>
        <ActButton
          primary
          disabled={text.trim() === ''}
          onAct={async () => {
            const evidence =
              file === null
                ? null
                : await uploadFile({
                    file,
                    name: file.name,
                    media: file.type || 'application/octet-stream',
                  });
            await api.POST('/api/panel-letters/{id}/answer', {
              params: { path: { id } },
              body: {
                answer: text.trim(),
                ...(evidence === null ? {} : { fileId: evidence.id }),
              },
            });
            await refresh();
          }}
        >
          {t('room.sendAnswer')}
        </ActButton>
      </div>
    </div>
  );
}
