import { useEffect } from 'react';
import { useT } from '../i18n/i18n-context';

/** Names the page in the browser's tab and for screen readers. */
export function usePageTitle(page: string): void {
  const t = useT();
  useEffect(() => {
    document.title = t('app.title', { page });
  }, [t, page]);
}
