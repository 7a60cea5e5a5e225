import type { PhoneClientEvents, PhoneServerEvents } from '@contracts';
import { useCallback, useEffect, useRef, useState } from 'react';
import { io, type Socket } from 'socket.io-client';
import { tokenSource } from '../../../shared/api/tokens';

type PhoneSocket = Socket<PhoneServerEvents, PhoneClientEvents>;

/** The call on this page. `over`: hung up by the other side, with the last sentence still to be read. */
export type PhoneCall =
  | { readonly state: 'ringing'; readonly id: string }
  | { readonly state: 'talking' | 'over'; readonly id: string; readonly caption: string };

/** What the page can do with it. */
export interface Phone {
  readonly call: PhoneCall | null;
  readonly answer: () => void;
  readonly press: (key: string) => void;
  /** Refuses a call that rings, ends one that talks, puts away one that is over. */
  readonly hangUp: () => void;
}

function speak(text: string): void {
  if (!('speechSynthesis' in window)) return;
  window.speechSynthesis.cancel();
  const words = new SpeechSynthesisUtterance(text);
  words.lang = 'zh-CN';
  window.speechSynthesis.speak(words);
}

function silence(): void {
  if ('speechSynthesis' in window) window.speechSynthesis.cancel();
}

/** A socket that comes again with a fresh token each time its own has run out. */
function connect(): PhoneSocket {
  const socket: PhoneSocket = io('/phone', {
    forceNew: true,
    auth: (give) => give({ token: tokenSource().current() }),
  });
  let renewed = false;
  const again = () => {
    // Once a connection: a session that is over, or acts for somebody else now, is not asked for again and again.
    if (renewed) return;
    renewed = true;
    void tokenSource()
      .renew()
      .then((ok) => ok && socket.connect());
  };
  socket.on('connect', () => {
    renewed = false;
  });
  socket.on('connect_error', (error) => {
    if (error.message === 'identity.not_signed_in') again();
  });
  socket.on('disconnect', (reason) => {
    if (reason === 'io server disconnect') again();
  });
  return socket;
}

/** Makes this page a telephone for as long as it is shown. `onEnd`: a call has ended, and may have decided something. */
export function usePhone(onEnd: () => void): Phone {
  const [call, setCall] = useState<PhoneCall | null>(null);
  const socket = useRef<PhoneSocket | null>(null);
  useEffect(() => {
    const line = connect();
    socket.current = line;
    line.on('phone.ring.v1', ({ callId }) => {
      setCall({ state: 'ringing', id: callId });
      line.emit('phone.ringing.v1', { callId });
    });
    line.on('phone.say.v1', ({ callId, text }) => {
      setCall({ state: 'talking', id: callId, caption: text });
      speak(text);
    });
    line.on('phone.bye.v1', ({ callId }) => {
      setCall((known) => {
        if (known?.id !== callId) return known;
        return known.state === 'talking' ? { ...known, state: 'over' } : null;
      });
      onEnd();
    });
    line.on('disconnect', () => setCall(null));
    return () => {
      line.disconnect();
      silence();
    };
  }, [onEnd]);
  const id = call?.id ?? '';
  const answer = useCallback(() => {
    socket.current?.emit('phone.answer.v1', { callId: id });
    setCall({ state: 'talking', id, caption: '' });
  }, [id]);
  const press = useCallback(
    (key: string) => socket.current?.emit('phone.key.v1', { callId: id, key }),
    [id],
  );
  const hangUp = useCallback(() => {
    socket.current?.emit('phone.hangup.v1', { callId: id });
    silence();
    setCall(null);
  }, [id]);
  return { call, answer, press, hangUp };
}
