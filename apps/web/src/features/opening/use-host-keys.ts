import { useEffect, useRef } from 'react';

interface HostKeys {
  readonly onEnter: () => void;
  readonly onReread: () => void;
  readonly onPause: () => void;
  readonly onHelp: () => void;
}

/** Where a key means what it always means. */
const ELSEWHERE =
  'input, textarea, select, button, a, summary, [contenteditable], [role="dialog"], [role="combobox"]';
const OBJECTIONS = 'hall-objections';

/** Enter, R, P, O and ? at the host's desk; none of them acts without a dialog where it cannot be undone. */
export function useHostKeys(keys: HostKeys): void {
  const latest = useRef(keys);
  useEffect(() => {
    latest.current = keys;
  });
  useEffect(() => {
    const onKey = (event: KeyboardEvent) => {
      if (event.ctrlKey || event.metaKey || event.altKey || event.repeat) return;
      if (event.target instanceof Element && event.target.closest(ELSEWHERE) !== null) return;
      const act = {
        enter: latest.current.onEnter,
        r: latest.current.onReread,
        p: latest.current.onPause,
        o: () => document.getElementById(OBJECTIONS)?.focus(),
        '?': latest.current.onHelp,
      }[event.key.toLowerCase()];
      if (act === undefined) return;
      event.preventDefault();
      act();
    };
    document.addEventListener('keydown', onKey);
    return () => document.removeEventListener('keydown', onKey);
  }, []);
}
