import { useEffect, type RefObject } from 'react';

const TYPING =
  'input, textarea, select, [contenteditable], [role="combobox"], dialog, [role="dialog"]';

/** `/` goes to the search field, `j` and `k` to the next and previous link marked `data-row-link`. */
export function useListKeys(list: RefObject<HTMLElement | null>, searchField: string): void {
  useEffect(() => {
    const onKey = (event: KeyboardEvent) => {
      if (event.ctrlKey || event.metaKey || event.altKey) return;
      if (event.target instanceof Element && event.target.closest(TYPING) !== null) return;
      if (event.key === '/') {
        event.preventDefault();
        document.querySelector<HTMLElement>(searchField)?.focus();
      } else if (event.key === 'j') step(list.current, 1);
      else if (event.key === 'k') step(list.current, -1);
    };
    document.addEventListener('keydown', onKey);
    return () => document.removeEventListener('keydown', onKey);
  }, [list, searchField]);
}

function step(list: HTMLElement | null, by: 1 | -1): void {
  const links = [...(list?.querySelectorAll<HTMLElement>('[data-row-link]') ?? [])];
  const at = links.findIndex((link) => link === document.activeElement);
  const next = at === -1 ? (by === 1 ? 0 : links.length - 1) : at + by;
  links[next]?.focus();
}
