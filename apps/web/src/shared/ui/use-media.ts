import { useCallback, useSyncExternalStore } from 'react';

/** Narrower than this is a phone: tables become lists, tooltips become sheets. */
export const PHONE = '(max-width: 767px)';
/** Below this the workspace menu folds to icons. */
export const COMPACT = '(max-width: 1365px)';
export const REDUCED_MOTION = '(prefers-reduced-motion: reduce)';

/** Whether a media query holds now. */
export function useMedia(query: string): boolean {
  const subscribe = useCallback(
    (listener: () => void) => {
      const media = window.matchMedia(query);
      media.addEventListener('change', listener);
      return () => media.removeEventListener('change', listener);
    },
    [query],
  );
  return useSyncExternalStore(subscribe, () => window.matchMedia(query).matches);
}
