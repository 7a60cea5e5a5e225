import { Input, InputNumber, Radio, Select } from 'antd';
import { useId, useState } from 'react';
import { api } from '../../../shared/api/client';
import { useRefresh } from '../../../shared/api/use-refresh';
import type { EvaluationRoom } from '../../../shared/api/wire';
import { dateTime } from '../../../shared/i18n/dates';
import { useT } from '../../../shared/i18n/i18n-context';
import { ActButton } from '../../../shared/ui/act-button';
import { Card } from '../../../shared/ui/card';
import { Note } from '../../../shared/ui/note';
import { EvidenceButton } from '../panel-letters/evidence-button';
import '../room.css';

const HOURS = 2;

/** The panel's letters to bidders with their answers, whom it still has to ask, and a new letter. */
export function LettersCard({ room }: { readonly room: EvaluationRoom }) {
  const t = useT();
  const { letters, bids, suspicious, reportedAt } = room;
  const nameOf = (bidId: string): string =>
    bids.find(({ id }) => id === bidId)?.bidderName ?? bidId;
  const unasked = suspicious.filter(
    (bidId) => !letters.some((one) => one.bidId === bidId && one.about === 'price'),
  );
  if (bids.length === 0) return null;
  return (
    <Card title={t('room.letters')}>
      <p className="small muted">{t('room.lettersLead')}</p>
      {unasked.length === 0 ? null : (
        <Note tone="warn">
          <p>{t('room.askFirst', { names: unasked.map(nameOf).join(t('list.comma')) })}</p>
        </Note>
      )}
      <ul className="room-letters">
        {letters.map((one) => (
          <li key={one.id}>
            <b>{nameOf(one.bidId)}</b>{' '}
            <span className="small muted">
              {t(`room.about.${one.about === 'price' ? 'price' : 'bid'}`)} · {dateTime(one.askedAt)}
            </span>
            <p>{one.text}</p>
            <p className="small">
              {one.answer === null
                ? t('room.answerUntil', { at: dateTime(one.dueAt) })
                : t('room.answered', { text: one.answer })}
            </p>
            <EvidenceButton letter={one} />
          </li>
        ))}
      </ul>
      {reportedAt === null ? <NewLetter room={room} first={unasked[0]} /> : null}
    </Card>
  );
}

function NewLetter({
  room,
  first,
}: {
  readonly room: EvaluationRoom;
  readonly first: string | undefined;
}) {
  const t = useT();
  const refresh = useRefresh();
  const [bidField, textField, hoursField] = [useId(), useId(), useId()];
  const [bidId, setBidId] = useState<string | null>(null);
  const [about, setAbout] = useState<'price' | 'bid'>('price');
  const [text, setText] = useState('');
  const [hours, setHours] = useState(HOURS);
  const chosen = bidId ?? first ?? room.bids[0]?.id ?? '';
  return (
    <div className="stack plan-fields">
      <div>
        <label htmlFor={bidField}>{t('room.letterTo')}</label>
        <Select
          id={bidField}
          value={chosen}
          options={room.bids.map(({ id, bidderName }) => ({ value: id, label: bidderName ?? id }))}
          onChange={setBidId}
        />
      </div>
      <Radio.Group
        aria-label={t('room.letterAbout')}
        value={about}
        options={(['price', 'bid'] as const).map((value) => ({
          value,
          label: t(`room.about.${value}`),
        }))}
        onChange={(event) => setAbout(event.target.value as 'price' | 'bid')}
      />
      <div>
        <label htmlFor={textField}>{t('room.letterText')}</label>
        <Input.TextArea
          id={textField}
          rows={3}
          maxLength={2_000}
          value={text}
          onChange={(event) => setText(event.target.value)}
        />
      </div>
      <div>
        <label htmlFor={hoursField}>{t('room.letterHours')}</label>{' '}
        <InputNumber
          id={hoursField}
          min={1}
          max={240}
          value={hours}
          onChange={(value) => setHours(value ?? HOURS)}
        />
      </div>
      <div>
        <ActButton
          disabled={text.trim() === ''}
          onAct={async () => {
            await api.POST('/api/evaluations/{tenderId}/letters', {
              params: { path: { tenderId: room.tender.id } },
              body: { bidId: chosen, about, text: text.trim(), hours },
            });
            setText('');
            await refresh();
          }}
        >
          {t('room.sendLetter')}
        </ActButton>
      </div>
    </div>
  );
}
