import { dateTime } from '../../../shared/i18n/dates';
import { useT } from '../../../shared/i18n/i18n-context';
import { useServerClock } from '../../../shared/live/server-clock';

/** The platform's time. On a demonstration server it says so. */
export function ClockLine() {
  const t = useT();
  const { now, demo, rate } = useServerClock();
  if (now === null) return null;
  return (
    <span className="clock-line number nowrap">
      {t('clock.now', { at: dateTime(now) })}
      {demo ? (
        <span className="clock-line__demo">
          {rate === 1 ? t('clock.demo') : t('clock.demoRate', { rate })}
        </span>
      ) : null}
    </span>
  );
}
