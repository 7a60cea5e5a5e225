import { foldHall, type Hall } from '@core/opening';
import type { HallClientEvents, HallEventMessage, HallServerEvents } from '@contracts';
import { useCallback, useEffect, useMemo, useRef, useState } from 'react';
import { io, type Socket } from 'socket.io-client';
import { api, bodyOf } from '../../shared/api/client';
import type { HallEventRow } from '../../shared/api/wire';
import { completeUpTo, withMessages } from './hall-events';

/** A hall as this browser sees it, growing by itself. */
export interface LiveHall {
  readonly hall: Hall;
  readonly messages: readonly HallEventMessage[];
  readonly connected: boolean;
  readonly watching: number | null;
  /** After a broken line: how long it was down, and what was fetched since. */
  readonly recovered: { readonly seconds: number; readonly rows: number } | null;
  /** Takes events that came with another answer. */
  readonly take: (rows: readonly HallEventRow[]) => void;
}

function messagesOf(rows: readonly HallEventRow[]): readonly HallEventMessage[] {
  return rows.map((row) => ({ ...row, event: row.event as unknown as HallEventMessage['event'] }));
}

/** Joins a hall and keeps up: what was missed comes with the join, a hole is fetched, a repetition dropped. */
export function useHall(openingId: string, initial: readonly HallEventRow[]): LiveHall {
  const [messages, setMessages] = useState(() => messagesOf(initial));
  const [connected, setConnected] = useState(true);
  const [watching, setWatching] = useState<number | null>(null);
  const [recovered, setRecovered] = useState<LiveHall['recovered']>(null);
  const upTo = useRef(completeUpTo(messages));
  const keep = useCallback((more: readonly HallEventMessage[]) => {
    setMessages((known) => {
      const all = withMessages(known, more);
      upTo.current = completeUpTo(all);
      return all;
    });
  }, []);
  const take = useCallback((rows: readonly HallEventRow[]) => keep(messagesOf(rows)), [keep]);

  useEffect(() => {
    const socket: Socket<HallServerEvents, HallClientEvents> = io('/halls', { forceNew: true });
    let lostAt: number | null = null;
    const join = () => {
      const after = upTo.current;
      socket.emit('hall.join.v1', { openingId, after }, (answer) => {
        if (!answer.ok) return;
        setConnected(true);
        keep(answer.events);
        if (lostAt !== null) {
          const seconds = Math.round((performance.now() - lostAt) / 1_000);
          setRecovered({ seconds, rows: answer.events.length });
          lostAt = null;
        }
      });
    };
    socket.on('connect', join);
    socket.on('disconnect', () => {
      lostAt = performance.now();
      setConnected(false);
    });
    socket.on('connect_error', () => setConnected(false));
    socket.on('hall.presence.v1', (message) => {
      if (message.openingId === openingId) setWatching(message.watching);
    });
    socket.on('hall.event.v1', (message) => {
      if (message.openingId !== openingId) return;
      if (message.seq > upTo.current + 1) void fillHole(openingId, upTo.current, take);
      keep([message]);
    });
    return () => {
      socket.disconnect();
    };
  }, [openingId, keep, take]);

  const hall = useMemo(() => {
    const complete = completeUpTo(messages);
    return foldHall(messages.filter((one) => one.seq <= complete).map((one) => one.event));
  }, [messages]);
  return { hall, messages, connected, watching, recovered, take };
}

async function fillHole(
  id: string,
  after: number,
  take: (rows: readonly HallEventRow[]) => void,
): Promise<void> {
  const call = api.GET('/api/public/openings/{id}/events', {
    params: { path: { id }, query: { after } },
  });
  // Without an answer the hole stays visible, and the next event or reconnect asks again.
  await bodyOf(call).then(take, () => undefined);
}
