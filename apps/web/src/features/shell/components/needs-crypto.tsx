import type { ReactNode } from 'react';
import { useT } from '../../../shared/i18n/i18n-context';
import { browserFeatures } from '../../../shared/ui/browser-features';
import { Note } from '../../../shared/ui/note';
import { Link } from '@tanstack/react-router';

/** Shows its content only where the browser can seal; elsewhere it says why, and what to do. */
export function NeedsCrypto({ children }: { readonly children: ReactNode }) {
  const t = useT();
  if (browserFeatures(window).missing.length === 0) return children;
  return (
    <Note tone="bad">
      <p>{t('browserCheck.title')}</p>
      <Link to="/browser-check">{t('browserCheck.why')}</Link>
    </Note>
  );
}
