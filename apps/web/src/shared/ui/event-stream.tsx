import { Button } from 'antd';
import { useCallback, useLayoutEffect, useRef, useState } from 'react';
import { hourMinuteSecond } from '../i18n/dates';
import { useT } from '../i18n/i18n-context';
import { hasGap, streamRows, type StreamEvent, type StreamRow } from './event-rows';
import { Icon } from './icon';
import { StatusChip } from './status-chip';
import './event-stream.css';

const NEAR_THE_END = 48;

interface EventStreamProps {
  readonly title: string;
  readonly events: readonly StreamEvent[];
  /** The number at which this viewer came in, when later than the first. */
  readonly joinedAt?: number;
  /** After a reconnect: how long the line was down, and how many rows were fetched since. */
  readonly recovered?: { readonly seconds: number; readonly rows: number };
}

/** The record of a hall as it grows: newest at the bottom, numbered, gaps shown, never jumping. */
export function EventStream({ title, events, joinedAt, recovered }: EventStreamProps) {
  const t = useT();
  const rows = streamRows(events);
  const newest = rows.length === 0 ? 0 : lastSeq(rows);
  const { list, unseen, follow, onScroll } = useFollowing(newest);
  const announced = events.filter((event) => event.decision && event.seq === newest);
  return (
    <section className="event-stream" aria-label={title}>
      <header className="card__head">
        <h2>{title}</h2>
        <StatusChip status={hasGap(rows) ? 'gap' : 'no_gaps'} />
        <span className="small muted number event-stream__count">
          {t('stream.upTo', { seq: newest })}
        </span>
      </header>
      {recovered ? (
        <p className="event-stream__recovered" role="status">
          <Icon name="check" />
          {t('stream.recovered', recovered)}
        </p>
      ) : null}
      <ol ref={list} className="event-stream__rows" onScroll={onScroll} tabIndex={0}>
        {rows.map((row) => (
          <Row
            key={row.kind === 'gap' ? `gap-${row.from}` : row.event.seq}
            {...{ row, newest, joinedAt }}
          />
        ))}
      </ol>
      {unseen > 0 ? (
        <Button className="event-stream__unseen" size="small" onClick={follow}>
          <Icon name="down" />
          {t('stream.unseen', { count: unseen })}
        </Button>
      ) : null}
      <p className="reader-only" aria-live="polite">
        {announced.map((event) => event.text)}
      </p>
    </section>
  );
}

function lastSeq(rows: readonly StreamRow[]): number {
  const last = rows.at(-1);
  return last?.kind === 'event' ? last.event.seq : 0;
}

/** Keeps to the end while the reader is there; otherwise counts what he has not seen. */
function useFollowing(newest: number) {
  const list = useRef<HTMLOListElement>(null);
  const [seen, setSeen] = useState<number | null>(null);
  const following = seen === null;
  const toTheEnd = useCallback(() => {
    if (list.current) list.current.scrollTop = list.current.scrollHeight;
  }, []);
  useLayoutEffect(() => {
    if (following) toTheEnd();
  }, [following, newest, toTheEnd]);
  const onScroll = () => {
    const box = list.current;
    if (box === null) return;
    const atEnd = box.scrollHeight - box.scrollTop - box.clientHeight < NEAR_THE_END;
    setSeen((before) => (atEnd ? null : (before ?? newest)));
  };
  return { list, unseen: following ? 0 : newest - seen, follow: () => setSeen(null), onScroll };
}

function Row({
  row,
  newest,
  joinedAt,
}: {
  readonly row: StreamRow;
  readonly newest: number;
  readonly joinedAt: number | undefined;
}) {
  const t = useT();
  if (row.kind === 'gap') {
    return (
      <li className="event-stream__gap">
        <Icon name="alert" />
        {t('stream.gap', { from: row.from, to: row.to })}
      </li>
    );
  }
  const { event } = row;
  const tone = event.tone ?? (event.seq === newest ? 'newest' : 'plain');
  return (
    <>
      {joinedAt === event.seq ? (
        <li className="event-stream__joined">{t('stream.joined')}</li>
      ) : null}
      <li className={`event-stream__row event-stream__row--${tone}`}>
        <span className="event-stream__seq">{event.seq}</span>
        <time className="number" dateTime={event.at}>
          {hourMinuteSecond(event.at)}
        </time>
        <span>{event.text}</span>
      </li>
    </>
  );
}
