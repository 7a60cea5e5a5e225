import { usePermission, useSession } from '../../../shared/auth/session';
import { useT } from '../../../shared/i18n/i18n-context';
import { usePageTitle } from '../../../shared/ui/use-page-title';
import { TodaySection } from '../../portal/components/today-section';
import { WaitingComplaints } from '../../complaint/waiting-complaints';
import { DueDuties } from '../../duty/due-duties';
import { NextBids } from '../../sign-up/components/next-bids';
import { ActingSwitch } from '../components/acting-switch';
import './dashboard-page.css';

/** The first page of a workspace: who acts for whom, what a bidder has next, and what happens today. */
export function DashboardPage() {
  const t = useT();
  const session = useSession();
  const bids = usePermission('sign_up.make');
  const follows = usePermission('award.read') && !bids;
  usePageTitle(t('work.title'));
  if (session === null) return null;
  const { acting, memberships, person } = session;
  return (
    <div className="stack dashboard">
      <div>
        <h1>{t('work.welcome', { name: person.name })}</h1>
        <p className="muted">
          {acting === null
            ? t('work.personText')
            : t('work.actingText', {
                organisation: acting.organisationName,
                role: t(`role.${acting.role}`),
              })}
        </p>
      </div>
      {bids ? <NextBids /> : null}
      <WaitingComplaints />
      {follows ? <DueDuties /> : null}
      <section className="card card__body">
        <TodaySection />
      </section>
      {memberships.length > 1 ? (
        <section className="card card__body dashboard__acting">
          <h2>{t('work.switchLead')}</h2>
          <ActingSwitch session={session} />
        </section>
      ) : null}
    </div>
  );
}
