import { Navigate, Outlet, useLocation } from '@tanstack/react-router';
import { useSessionState } from '../../../shared/auth/session';
import { useT } from '../../../shared/i18n/i18n-context';
import { PageSkeleton } from '../../../shared/ui/loading-note';
import { PrintedFrom } from '../components/printed-from';
import { WorkBar } from '../components/work-bar';
import { WorkMenu } from '../components/work-menu';
import './work-layout.css';

/** A workspace: menu at the side, who and when at the top. Strangers are sent to sign in and come back. */
export function WorkLayout() {
  const t = useT();
  const state = useSessionState();
  const location = useLocation();
  if (state.status === 'starting') return <PageSkeleton what={t('work.title')} />;
  if (state.status === 'anonymous') {
    return <Navigate to="/sign-in" search={{ to: location.href }} replace />;
  }
  return (
    <div className="work">
      <aside className="work__side no-print">
        <div className="work__menu">
          <WorkMenu session={state.session} />
        </div>
      </aside>
      <div className="work__page">
        <WorkBar session={state.session} />
        <main id="main" tabIndex={-1} className="work__main">
          <Outlet />
        </main>
        <PrintedFrom />
      </div>
    </div>
  );
}
