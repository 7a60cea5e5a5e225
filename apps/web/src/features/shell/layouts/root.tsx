import { Outlet } from '@tanstack/react-router';
import { useT } from '../../../shared/i18n/i18n-context';
import { SessionExpiredDialog } from '../../identity/components/session-expired-dialog';

/** What surrounds every page: the skip link, and the way back after a session has ended. */
export function Root() {
  const t = useT();
  return (
    <>
      <a className="skip-link" href="#main">
        {t('shell.skip')}
      </a>
      <Outlet />
      <SessionExpiredDialog />
    </>
  );
}
