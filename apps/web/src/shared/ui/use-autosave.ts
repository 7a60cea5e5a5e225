import { useEffect, useState } from 'react';

const PAUSE = 500;

/**
 * A text that survives a closed window: kept in this browser under a name of its own half a second after the last key,
 * until it is let go. Texts of one's own work only; never a key, a bid or a password.
 */
export function useAutosave(
  name: string,
  initial: string,
): readonly [text: string, change: (text: string) => void, letGo: () => void] {
  const key = `sunlit.draft.${name}`;
  const [text, setText] = useState(() => window.localStorage.getItem(key) ?? initial);
  useEffect(() => {
    const timer = window.setTimeout(() => {
      if (text === initial) window.localStorage.removeItem(key);
      else window.localStorage.setItem(key, text);
    }, PAUSE);
    return () => window.clearTimeout(timer);
  }, [key, text, initial]);
  return [text, setText, () => window.localStorage.removeItem(key)];
}
