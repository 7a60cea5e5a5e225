import { useQuery } from '@tanstack/react-query';
import { Button, Input } from 'antd';
import { useId, useState } from 'react';
import { api } from '../../shared/api/client';
import { useRefresh } from '../../shared/api/use-refresh';
import type { TenderDetail } from '../../shared/api/wire';
import { usePermission } from '../../shared/auth/session';
import { millis } from '../../shared/i18n/dates';
import { useT } from '../../shared/i18n/i18n-context';
import { useServerClock } from '../../shared/live/server-clock';
import { Card } from '../../shared/ui/card';
import { useAct } from '../../shared/ui/confirm-dialog';
import { ErrorNote } from '../../shared/ui/error-note';
import { Note } from '../../shared/ui/note';
import { ObjectionText } from './objection-text';
import { objections, openObjections } from './queries';

const LONGEST = 8000;

/** On the public page: that the award is suspended; for a firm: its own objections, and the way to object. */
export function ObjectionCard({ tender }: { readonly tender: TenderDetail }) {
  const t = useT();
  const published = tender.state === 'publicity';
  const bidder = usePermission('sign_up.make');
  const { data } = useQuery({ ...openObjections(tender.id), enabled: published });
  const { data: mine = [] } = useQuery({
    ...objections(tender.id),
    enabled: bidder && (published || tender.state === 'awarded'),
  });
  const open = usePublicity(tender);
  if (mine.length === 0 && !(bidder && open) && (data?.open ?? 0) === 0) return null;
  return (
    <Card title={t('objection.title')}>
      {data !== undefined && data.open > 0 ? (
        <Note tone="warn">{t('objection.suspended', { count: data.open })}</Note>
      ) : null}
      {mine.map((one) => (
        <ObjectionText key={one.id} one={one} />
      ))}
      {bidder && open ? <FileForm tenderId={tender.id} /> : null}
    </Card>
  );
}

/** Whether the candidates are published now, by the server's clock. */
function usePublicity({ state, publicityUntil }: TenderDetail): boolean {
  const { now } = useServerClock();
  return (
    state === 'publicity' &&
    publicityUntil !== null &&
    (now === null || now < millis(publicityUntil))
  );
}

function FileForm({ tenderId }: { readonly tenderId: string }) {
  const t = useT();
  const field = useId();
  const refresh = useRefresh();
  const [text, setText] = useState('');
  const { busy, error, act } = useAct(async () => {
    await api.POST('/api/tenders/{id}/objections', {
      params: { path: { id: tenderId } },
      body: { text: text.trim() },
    });
    setText('');
    await refresh();
  });
  return (
    <div className="stack no-print">
      <div>
        <label htmlFor={field}>{t('objection.text')}</label>
        <Input.TextArea
          id={field}
          rows={4}
          maxLength={LONGEST}
          value={text}
          onChange={(event) => setText(event.target.value)}
        />
        <p className="small muted">{t('objection.hint')}</p>
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
