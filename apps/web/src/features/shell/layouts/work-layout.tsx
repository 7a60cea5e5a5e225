import { Navigate, Outlet, useLocation } from '@tanstack/react-router';
import { useState } from 'react';
import { useSessionState } from '../../../shared/auth/session';
import { useT } from '../../../shared/i18n/i18n-context';
import { PageSkeleton } from '../../../shared/ui/loading-note';
import { PhoneCard } from '../../panel/phone/phone-card';
import { NotYours } from '../components/not-yours';
import { PrintedFrom } from '../components/printed-from';
import { WorkBar } from '../components/work-bar';
import { WorkMenu } from '../components/work-menu';
import { mayOpen, WORK_NAVIGATION } from '../navigation';
import './work-layout.css';

/** A workspace: menu at the side, who and when at the top. Strangers are sent to sign in and come back. */
export function WorkLayout() {
  const t = useT();
  const state = useSessionState();
  const path = useLocation({ select: ({ pathname }) => pathname });
  if (state.status === 'starting') return <PageSkeleton what={t('work.title')} />;
  if (state.status === 'anonymous') return <ToSignIn />;
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
          {mayOpen(WORK_NAVIGATION, path.replace(/\/$/, ''), state.session.permissions) ? (
            <Outlet />
          ) : (
            <NotYours session={state.session} />
          )}
        </main>
        <PrintedFrom />
        {state.session.permissions.includes('panel.serve') ? <PhoneCard /> : null}
      </div>
    </div>
  );
}

/** Keeps the address it was first drawn at: the router's own already changes while this is still on the page. */
function ToSignIn() {
  const [to] = useState(() => `${window.location.pathname}${window.location.search}`);
  return <Navigate to="/sign-in" search={{ to }} replace />;
}
