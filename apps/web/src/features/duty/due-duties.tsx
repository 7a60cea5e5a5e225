import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import type { TenderDuty } from '../../shared/api/wire';
import { usePermission } from '../../shared/auth/session';
import { lastMoment, millis } from '../../shared/i18n/dates';
import { useT } from '../../shared/i18n/i18n-context';
import { useServerClock } from '../../shared/live/server-clock';
import { Card } from '../../shared/ui/card';
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
