import { Popover } from 'antd';
import { dateTime } from '../../../shared/i18n/dates';
import { useT } from '../../../shared/i18n/i18n-context';
import { useServerClock } from '../../../shared/live/server-clock';
import { ClockMover } from './clock-mover';

/** The platform's time. On a demonstration server it says so, and can be moved forward. */
export function ClockLine() {
  const t = useT();
  const { now, demo, rate } = useServerClock();
  if (now === null) return null;
  const time = t('clock.now', { at: dateTime(now) });
  if (!demo) return <span className="clock-line number nowrap">{time}</span>;
  return (
    <Popover trigger="click" placement="bottom" arrow={false} content={<ClockMover now={now} />}>
      <button type="button" className="clock-line clock-line--demo number nowrap">
        {time}
        <span className="clock-line__demo">
          {rate === 1 ? t('clock.demo') : t('clock.demoRate', { rate })}
        </span>
      </button>
    </Popover>
  );
}
