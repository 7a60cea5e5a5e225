import { Button } from 'antd';
import { useRef, useState, type KeyboardEvent } from 'react';
import type { DeadlineDay } from '../../../shared/api/wire';
import { useLanguage } from '../../../shared/i18n/i18n-context';
import { ruleWords } from './rule-words';
import { dateBy, monthBy, monthWeeks } from './month-weeks';
import './deadline-calendar.css';

interface DeadlineCalendarProps {
  readonly days: readonly DeadlineDay[];
  /** The chosen date, `2026-03-23`. */
  readonly chosen: string;
  readonly onChoose: (date: string) => void;
}

const MOVES: Readonly<Record<string, number>> = {
  ArrowLeft: -1,
  ArrowRight: 1,
  ArrowUp: -7,
  ArrowDown: 7,
};

/** A month of days as last days for bids: what the law forbids says by which rule, what offices have off is marked. */
export function DeadlineCalendar({ days, chosen, onChoose }: DeadlineCalendarProps) {
  const { t } = useLanguage();
  const grid = useRef<HTMLTableElement>(null);
  const [shown, setShown] = useState<string | null>(null);
  const month = shown ?? chosen.slice(0, 7);
  const known = new Map(days.map((day) => [day.date, day]));
  const focusOn = (date: string) => {
    setShown(date.slice(0, 7));
    window.requestAnimationFrame(() =>
      grid.current?.querySelector<HTMLButtonElement>(`[data-date="${date}"]`)?.focus(),
    );
  };
  const move = (event: KeyboardEvent<HTMLButtonElement>, date: string) => {
    const by = MOVES[event.key];
    if (by === undefined) return;
    event.preventDefault();
    focusOn(dateBy(date, by));
  };
  return (
    <div className="deadline-calendar">
      <div className="row row--between">
        <Button
          size="small"
          aria-label={t('deadlineDay.previous')}
          onClick={() => setShown(monthBy(month, -1))}
        >
          ‹
        </Button>
        <b className="number" aria-live="polite">
          {month}
        </b>
        <Button
          size="small"
          aria-label={t('deadlineDay.next')}
          onClick={() => setShown(monthBy(month, 1))}
        >
          ›
        </Button>
      </div>
      <table ref={grid} aria-label={t('deadlineDay.label')}>
        <thead>
          <tr>
            {[1, 2, 3, 4, 5, 6, 0].map((weekday) => (
              <th key={weekday} scope="col">
                {t(`weekday.${weekday}` as 'weekday.1')}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {monthWeeks(month).map((week, index) => (
            <tr key={week.find((date) => date !== null) ?? index}>
              {week.map((date, column) => (
                <td key={date ?? column}>
                  {date === null ? null : (
                    <Day
                      date={date}
                      day={known.get(date)}
                      isChosen={date === chosen}
                      onChoose={() => onChoose(date)}
                      onMove={(event) => move(event, date)}
                    />
                  )}
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
      <p className="tiny muted">{t('deadlineDay.legend')}</p>
    </div>
  );
}

interface DayProps {
  readonly date: string;
  readonly day: DeadlineDay | undefined;
  readonly isChosen: boolean;
  readonly onChoose: () => void;
  readonly onMove: (event: KeyboardEvent<HTMLButtonElement>) => void;
}

function Day({ date, day, isChosen, onChoose, onMove }: DayProps) {
  const language = useLanguage();
  const { t } = language;
  const against = day?.against ?? null;
  const isUncounted = day?.works === null;
  const kind =
    day === undefined || isUncounted ? 'unknown' : against === null ? 'lawful' : 'unlawful';
  const words = [
    date,
    ...(kind === 'unlawful' && against !== null ? [ruleWords(against, language)] : []),
    ...(day?.works === false ? [t('deadlineDay.off')] : []),
    ...(isUncounted ? [t('deadlineDay.yearUnknown', { year: date.slice(0, 4) })] : []),
  ].join(' · ');
  return (
    <button
      type="button"
      data-date={date}
      className={`deadline-day deadline-day--${kind}${day?.works === false ? ' deadline-day--off' : ''}`}
      aria-label={words}
      aria-pressed={isChosen}
      aria-disabled={kind !== 'lawful'}
      title={words}
      tabIndex={isChosen ? 0 : -1}
      onKeyDown={onMove}
      onClick={() => {
        if (kind === 'lawful') onChoose();
      }}
    >
      {Number(date.slice(8))}
    </button>
  );
}
