import { useState } from 'react';
import { isoDate, daysBetween, hourMinuteSecond, millis, monthDay, weekday } from '../i18n/dates';
import { useLanguage } from '../i18n/i18n-context';
import { useServerClock } from '../live/server-clock';
import { countdownParts, milestoneOf, progressBetween } from './countdown-parts';
import { SunArc } from './sun-arc';
import './countdown.css';

interface CountdownProps {
  /** When the clock began to run: publication, or the start of a term. */
  readonly from: string;
  readonly to: string;
  /** What ends, as a noun: 投标截止. */
  readonly label: string;
  /** What happens at zero, in a sentence; shown during the last minute. */
  readonly atZero: string;
  readonly size?: 'large' | 'small';
}

/** The time left by the server's clock, with the sun on its way to the deadline. */
export function Countdown({ from, to, label, atZero, size = 'large' }: CountdownProps) {
  const { t, locale } = useLanguage();
  const { now, driftMs } = useServerClock();
  if (now === null) return <CountdownFrame size={size} from={from} to={to} progress={null} />;
  const end = millis(to);
  const remaining = end - now;
  const over = remaining <= 0;
  return (
    <CountdownFrame
      size={size}
      from={from}
      to={to}
      progress={progressBetween(millis(from), end, now)}
    >
      <p className="countdown__label">
        {over ? t('countdown.over') : t('countdown.until', { what: label })}
      </p>
      {over ? (
        <p className="countdown__over number">
          {t('countdown.closedAt', { at: hourMinuteSecond(end) })}
        </p>
      ) : (
        <Figures remaining={remaining} />
      )}
      {!over && daysBetween(now, end) === 0 ? (
        <p className="countdown__today">{t('countdown.today')}</p>
      ) : null}
      {!over && remaining < 60_000 ? <p className="countdown__zero">{atZero}</p> : null}
      <p className="countdown__instant number">
        {t('countdown.instant', {
          date: isoDate(end),
          weekday: weekday(end, locale),
          time: hourMinuteSecond(end),
        })}
      </p>
      {Math.abs(driftMs) > 2_000 ? <p className="countdown__drift">{t('clock.drift')}</p> : null}
      <Announcement remaining={remaining} label={label} />
    </CountdownFrame>
  );
}

function CountdownFrame({
  size,
  from,
  to,
  progress,
  children,
}: {
  readonly size: 'large' | 'small';
  readonly from: string;
  readonly to: string;
  readonly progress: number | null;
  readonly children?: React.ReactNode;
}) {
  return (
    <div className={`countdown countdown--${size}`}>
      <div className="countdown__arc">
        <SunArc progress={progress} width={size === 'large' ? 220 : 110} />
        {size === 'large' ? (
          <p className="countdown__ends number" aria-hidden="true">
            <span>{monthDay(from)}</span>
            <span>{monthDay(to)}</span>
          </p>
        ) : null}
      </div>
      <div className="countdown__text">{children}</div>
    </div>
  );
}

function Figures({ remaining }: { readonly remaining: number }) {
  const { t } = useLanguage();
  const parts = countdownParts(remaining);
  return (
    <p className="countdown__figures number" role="timer">
      {parts.map(({ value, unit }, index) => (
        <span key={unit}>
          {index === 0 ? value : String(value).padStart(2, '0')}
          <small>{t(`unit.${unit}`)}</small>
        </span>
      ))}
    </p>
  );
}

/** Speaks only when a milestone is passed while the page is open. */
function Announcement({
  remaining,
  label,
}: {
  readonly remaining: number;
  readonly label: string;
}) {
  const { t } = useLanguage();
  const milestone = milestoneOf(remaining);
  const [atFirst] = useState(milestone);
  return (
    <p className="reader-only" aria-live="polite">
      {milestone !== null && milestone !== atFirst
        ? t(`countdown.milestone.${milestone}`, { what: label })
        : null}
    </p>
  );
}
