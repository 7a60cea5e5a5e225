import { dateTime } from '../../../shared/i18n/dates';
import { useT } from '../../../shared/i18n/i18n-context';
import { useServerClock } from '../../../shared/live/server-clock';

/** On paper only: where the page came from, and when. */
export function PrintedFrom() {
  const t = useT();
  const { now } = useServerClock();
  if (now === null) return null;
  return (
    <p className="print-only tiny">
      {t('shell.printed', { address: window.location.href, at: dateTime(now) })}
    </p>
  );
}
