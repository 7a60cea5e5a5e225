import { DECLARED_DUTIES } from '@core/contract';
import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { Button, Input } from 'antd';
import { useId, useState } from 'react';
import { api } from '../../shared/api/client';
import { useRefresh } from '../../shared/api/use-refresh';
import type { TenderDuty } from '../../shared/api/wire';
import { usePermission } from '../../shared/auth/session';
import { lastMoment, millis } from '../../shared/i18n/dates';
import { useT } from '../../shared/i18n/i18n-context';
import { useServerClock } from '../../shared/live/server-clock';
import { Card } from '../../shared/ui/card';
import { useAct } from '../../shared/ui/confirm-dialog';
import { ErrorNote } from '../../shared/ui/error-note';
import { startOf } from '../enterprise/record/day';
import { waitingDuties } from './queries';

/** On a first page: what has to be done by law and when, with what is overdue first. Nothing where nothing waits. */
export function DueDuties({ tenderId = null }: { readonly tenderId?: string | null }) {
  const t = useT();
  const runs = usePermission('tender.edit');
  const { data = [] } = useQuery(waitingDuties);
  const due = tenderId === null ? data : data.filter((one) => one.tenderId === tenderId);
  if (due.length === 0) return null;
  return (
    <Card title={t('duty.title')}>
      <ul className="finding-list">
        {due.map((one) => (
          <li key={`${one.tenderId} ${one.lot ?? 0} ${one.duty}`}>
            <Words one={one} />
            {tenderId === null || one.recorded ? null : <Declare one={one} />}
            {one.recorded ? <p className="small muted">{t('duty.recorded')}</p> : null}
            {tenderId !== null ? null : (
              <p className="small">
                <Link
                  to={runs ? '/work/tenders/$tenderId' : '/tenders/$tenderId'}
                  params={{ tenderId: one.tenderId }}
                >
                  {one.code} {one.title}
                </Link>
                {runs ? null : <span className="muted"> · {one.tendererName}</span>}
              </p>
            )}
          </li>
        ))}
      </ul>
    </Card>
  );
}

function Words({ one: { duty, lot, until, citation } }: { readonly one: TenderDuty }) {
  const t = useT();
  const { now } = useServerClock();
  const isLate = until !== null && now !== null && now >= millis(until);
  return (
    <p>
      <b>{t(`contractDuty.${duty}`)}</b>
      {lot === null ? null : ` · ${t('lot.number', { number: lot })}`}{' '}
      <span className="number">
        {until === null
          ? t('contract.untilUnknown')
          : t(isLate ? 'duty.late' : 'duty.until', { at: lastMoment(until) })}
      </span>{' '}
      <span className="small muted">{citation}</span>
    </p>
  );
}

/** The way to say that it was done, where the platform has no trace of that. */
function Declare({ one: { tenderId, duty: name, lot } }: { readonly one: TenderDuty }) {
  const t = useT();
  const field = useId();
  const refresh = useRefresh();
  const [on, setOn] = useState('');
  const duty = DECLARED_DUTIES.find((known) => known === name);
  const { busy, error, act } = useAct(async () => {
    if (duty === undefined || lot === null) return;
    await api.POST('/api/tenders/{id}/lots/{lot}/duties', {
      params: { path: { id: tenderId, lot } },
      body: { duty, doneAt: startOf(on) },
    });
    await refresh();
  });
  if (duty === undefined || lot === null) return null;
  return (
    <div className="row small">
      <label htmlFor={field}>{t('duty.doneOn')}</label>
      <Input id={field} type="date" value={on} onChange={(event) => setOn(event.target.value)} />
      <Button size="small" disabled={on === ''} loading={busy} onClick={act}>
        {t('duty.declare')}
      </Button>
      {error === null ? null : <ErrorNote error={error} />}
    </div>
  );
}
