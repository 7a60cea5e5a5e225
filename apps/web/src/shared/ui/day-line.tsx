import type { ReactNode } from 'react';
import { hourMinute, millis, startOfDay } from '../i18n/dates';
import { useT } from '../i18n/i18n-context';
import { hangCards, placeOf, spanOf, type DayPlace } from './day-line-layout';
import { PHONE, useMedia } from './use-media';
import './day-line.css';

/** Something that happens today. */
export interface DayEvent {
  readonly id: string;
  readonly at: string;
  readonly live: boolean;
  /** The card's content: when, what, where. */
  readonly content: ReactNode;
}

const MOST_ON_A_LINE = 5;
const WIDTH = 0.19;
const GAP = 0.0125;
/** Height of the cards and of the whole in the overlay's own units. */
const STEM_FROM = 0;
const STEM_TO = 20;

/** The working day as one scale: what happens hangs where it happens, the sun is now. */
export function DayLine({
  events,
  now,
}: {
  readonly events: readonly DayEvent[];
  readonly now: number;
}) {
  const phone = useMedia(PHONE);
  const sorted = [...events].sort((one, other) => millis(one.at) - millis(other.at));
  if (phone || sorted.length > MOST_ON_A_LINE) return <DayList events={sorted} />;
  const span = spanOf(
    startOfDay(now),
    sorted.map((event) => millis(event.at)),
  );
  const hung = hangCards(
    sorted.map((event) => placeOf(span, millis(event.at))),
    WIDTH,
    GAP,
  );
  return (
    <div className="day-line">
      <ol className="day-line__cards">
        {sorted.map((event, index) => (
          <li
            key={event.id}
            className={event.live ? 'day-card day-card--live' : 'day-card'}
            style={{ marginLeft: percent(spaceBefore(hung, index)), width: percent(WIDTH) }}
          >
            {event.content}
          </li>
        ))}
      </ol>
      <svg
        className="day-line__stems"
        viewBox={`0 0 1000 ${STEM_TO}`}
        preserveAspectRatio="none"
        aria-hidden="true"
      >
        {hung.map(({ left, stem }, index) => {
          const top = Math.min(left + WIDTH - 0.01, Math.max(left + 0.01, stem));
          return (
            <path
              key={sorted[index]?.id}
              className={sorted[index]?.live ? 'day-line__stem--live' : ''}
              d={`M${top * 1000} ${STEM_FROM}L${stem * 1000} ${STEM_TO}`}
            />
          );
        })}
      </svg>
      <Axis span={span} now={now} marks={sorted.map((event) => millis(event.at))} />
    </div>
  );
}

/** The free stretch between a card and the one before it. */
function spaceBefore(hung: readonly DayPlace[], index: number): number {
  const before = index === 0 ? 0 : (hung[index - 1]?.left ?? 0) + WIDTH;
  return (hung[index]?.left ?? 0) - before;
}

function DayList({ events }: { readonly events: readonly DayEvent[] }) {
  return (
    <ol className="day-list">
      {events.map((event) => (
        <li key={event.id} className={event.live ? 'day-card day-card--live' : 'day-card'}>
          {event.content}
        </li>
      ))}
    </ol>
  );
}

function Axis({
  span,
  now,
  marks,
}: {
  readonly span: { readonly from: number; readonly to: number };
  readonly now: number;
  readonly marks: readonly number[];
}) {
  const t = useT();
  const place = placeOf(span, now);
  const apart = (moment: number) => (other: number) =>
    Math.abs(placeOf(span, moment) - placeOf(span, other)) > 0.05;
  const ends = [span.from, span.to];
  const ticks = [...ends, ...marks].filter(
    (moment, index, all) => index < 2 || all.slice(0, index).every(apart(moment)),
  );
  return (
    <div className="day-line__axis" aria-hidden="true">
      <i className="day-line__past" style={{ width: percent(place) }} />
      {ticks.map((moment) => (
        <span
          key={moment}
          className="day-line__tick number"
          style={{ left: percent(Math.min(0.98, Math.max(0.016, placeOf(span, moment)))) }}
        >
          {hourMinute(moment)}
        </span>
      ))}
      <i className="day-line__sun" style={{ left: percent(place) }} />
      <b
        className="day-line__now number"
        style={{ left: percent(Math.min(0.95, Math.max(0.05, place))) }}
      >
        {t('dayLine.now', { time: hourMinute(now) })}
      </b>
    </div>
  );
}

function percent(fraction: number): string {
  return `${Math.round(fraction * 10_000) / 100}%`;
}
