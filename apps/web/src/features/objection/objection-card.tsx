import { useQuery } from '@tanstack/react-query';
import { Button, Input, Select } from 'antd';
import { useId, useState } from 'react';
import { api } from '../../shared/api/client';
import { useRefresh } from '../../shared/api/use-refresh';
import type { Objection, TenderDetail } from '../../shared/api/wire';
import { usePermission } from '../../shared/auth/session';
import { dateTime, millis } from '../../shared/i18n/dates';
import { useT } from '../../shared/i18n/i18n-context';
import { useServerClock } from '../../shared/live/server-clock';
import { Card } from '../../shared/ui/card';
import { useAct } from '../../shared/ui/confirm-dialog';
import { ErrorNote } from '../../shared/ui/error-note';
import { Note } from '../../shared/ui/note';
import { isDivided } from '../lot/lots';
import { ObjectionText } from './objection-text';
import { objections, openObjections } from './queries';

const LONGEST = 8000;

/** On the public page: that objections are open; for a firm: its own, and the way to object. */
export function ObjectionCard({ tender }: { readonly tender: TenderDetail }) {
  const t = useT();
  const bidder = usePermission('sign_up.make');
  const { data } = useQuery({
    ...openObjections(tender.id),
    enabled: tender.objectResultUntil !== null,
  });
  const { data: mine = [] } = useQuery({ ...objections(tender.id), enabled: bidder });
  const stage = useStage(tender);
  const open = data?.open ?? 0;
  if (mine.length === 0 && !(bidder && stage !== null) && open === 0) return null;
  return (
    <Card title={t('objection.title')}>
      {open > 0 ? <Note tone="warn">{t('objection.suspended', { count: open })}</Note> : null}
      {mine.map((one) => (
        <ObjectionText key={one.id} one={one} />
      ))}
      {bidder && stage !== null ? <FileForm tender={tender} stage={stage} /> : null}
    </Card>
  );
}

/** What may be objected to now, by the server's clock; null: nothing. */
function useStage(tender: TenderDetail): Objection['stage'] | null {
  const { now } = useServerClock();
  const { state, objectResultUntil, timetable } = tender;
  const isBefore = (until: string): boolean => now === null || now < millis(until);
  if (objectResultUntil !== null && isBefore(objectResultUntil)) return 'result';
  const isOpen = state === 'published' && timetable !== null && isBefore(timetable.objectUntil);
  return isOpen ? 'documents' : null;
}

function FileForm({
  tender,
  stage,
}: {
  readonly tender: TenderDetail;
  readonly stage: Objection['stage'];
}) {
  const t = useT();
  const [field, lotField] = [useId(), useId()];
  const refresh = useRefresh();
  const [text, setText] = useState('');
  const [lot, setLot] = useState<number | null>(null);
  const { busy, error, act } = useAct(async () => {
    await api.POST('/api/tenders/{id}/objections', {
      params: { path: { id: tender.id } },
      body: { text: text.trim(), stage, ...(lot === null ? {} : { lot }) },
    });
    setText('');
    await refresh();
  });
  return (
    <div className="stack no-print">
      {stage === 'result' && isDivided(tender) ? (
        <div>
          <label htmlFor={lotField}>{t('objection.lot')}</label>{' '}
          <Select
            id={lotField}
            value={lot ?? 0}
            options={[
              { value: 0, label: t('objection.wholeTender') },
              ...tender.lots.map(({ number }) => ({
                value: number,
                label: t('lot.number', { number }),
              })),
            ]}
            onChange={(value) => setLot(value === 0 ? null : value)}
          />
        </div>
      ) : null}
      <div>
        <label htmlFor={field}>
          {t(stage === 'documents' ? 'objection.documentsText' : 'objection.text')}
        </label>
        <Input.TextArea
          id={field}
          rows={4}
          maxLength={LONGEST}
          value={text}
          onChange={(event) => setText(event.target.value)}
        />
        <p className="small muted">
          {stage === 'documents'
            ? t('objection.documentsHint', { at: dateTime(tender.timetable?.objectUntil ?? '') })
            : t('objection.hint', { at: dateTime(tender.objectResultUntil ?? '') })}
        </p>
      </div>
      {error === null ? null : <ErrorNote error={error} />}
      <div>
        <Button disabled={text.trim() === ''} loading={busy} onClick={act}>
          {t('objection.file')}
        </Button>
      </div>
    </div>
  );
}
