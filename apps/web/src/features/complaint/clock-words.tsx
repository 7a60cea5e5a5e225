import type { ComplaintClock } from '../../shared/api/wire';
import { dateTime, lastMoment, millis } from '../../shared/i18n/dates';
import { useT } from '../../shared/i18n/i18n-context';
import { useServerClock } from '../../shared/live/server-clock';
import { wordKeys } from './words';

/** One clock: whose it is, until when, how much is left, and whether it stands still. */
export function ClockWords({ one }: { readonly one: ComplaintClock }) {
  const t = useT();
  const { now } = useServerClock();
  const { clock, whose, until, left, unit, citation, stoppedSince } = one;
  const isLate = until !== null && now !== null && now >= millis(until) && stoppedSince === null;
  const remaining =
    left === null || left < 0
      ? null
      : t(unit === 'workday' ? 'complaint.leftWorkdays' : 'complaint.leftDays', { left });
  return (
    <>
      <p>
        <b>{t(wordKeys.clock(clock))}</b>{' '}
        <span className="small muted">{t(wordKeys.side(whose))}</span>
      </p>
      <p className="number">
        {until === null
          ? t('complaint.clockUnknown')
          : t('complaint.clockUntil', { at: lastMoment(until) })}
      </p>
      <p>
        {stoppedSince === null ? null : (
          <b>{t('complaint.stopped', { at: dateTime(stoppedSince) })} </b>
        )}
        {isLate ? <b>{t('complaint.overdue')}</b> : remaining}
      </p>
      {citation === null ? null : <p className="small muted">{citation}</p>}
    </>
  );
}

/** The clocks of a complaint, as everyone concerned sees them. */
export function ClockList({ clocks }: { readonly clocks: readonly ComplaintClock[] }) {
  const t = useT();
  if (clocks.length === 0) return <p className="muted">{t('complaint.noClocks')}</p>;
  return (
    <ul className="finding-list">
      {clocks.map((one) => (
        <li key={one.clock}>
          <ClockWords one={one} />
        </li>
      ))}
    </ul>
  );
}
