import type { HallEventMessage } from '@contracts';
import { useCallback, useEffect, useRef, useState } from 'react';

/** Whether this browser can speak at all. */
export function canSpeak(): boolean {
  return 'speechSynthesis' in window;
}

function speak(text: string, language: string): void {
  const words = new SpeechSynthesisUtterance(text);
  words.lang = language;
  window.speechSynthesis.speak(words);
}

/**
 * Reads new decisions aloud, once somebody has asked for it: never by itself. `again` repeats the last bid that was
 * read, whether or not the voice is on.
 */
export function useReadAloud(
  messages: readonly HallEventMessage[],
  textOf: (message: HallEventMessage) => string,
  language: string,
): { readonly on: boolean; readonly toggle: () => void; readonly again: () => void } {
  const [on, setOn] = useState(false);
  const spoken = useRef(0);
  const last = messages.at(-1)?.seq ?? 0;
  useEffect(() => {
    if (on) {
      for (const message of messages) {
        const tells = message.event.kind !== 'bid_unsealed';
        if (message.seq > spoken.current && tells) speak(textOf(message), language);
      }
    }
    spoken.current = last;
  }, [on, last, messages, textOf, language]);
  const toggle = useCallback(() => {
    if (canSpeak()) window.speechSynthesis.cancel();
    setOn((before) => !before);
  }, []);
  const again = useCallback(() => {
    const read = [...messages].reverse().find((message) => message.event.kind === 'bid_read');
    if (read !== undefined && canSpeak()) speak(textOf(read), language);
  }, [messages, textOf, language]);
  return { on, toggle, again };
}
