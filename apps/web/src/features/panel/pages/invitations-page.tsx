import { useQuery } from '@tanstack/react-query';
import { useT } from '../../../shared/i18n/i18n-context';
import { Empty } from '../../../shared/ui/empty';
import { PageHead } from '../../../shared/ui/page-head';
import { QueryView } from '../../../shared/ui/query-view';
import { InvitationCard } from '../components/invitation-card';
import { invitations } from '../queries';
import '../panel.css';

/** An expert's invitations: made for a phone, with the keys of the telephone call. */
export function InvitationsPage() {
  const t = useT();
  const query = useQuery(invitations);
  return (
    <div className="invitations">
      <PageHead title={t('invitation.title')} lead={t('invitation.lead')} />
      <QueryView query={query} what={t('invitation.what')}>
        {(all) =>
          all.length === 0 ? (
            <div className="card">
              <Empty fact={t('invitation.empty')} next={t('invitation.emptyNext')} />
            </div>
          ) : (
            <ul className="stack">
              {all.map((one, index) => (
                <li key={one.id}>
                  <InvitationCard
                    invitation={one}
                    hasKeys={index === all.findIndex((other) => other.state === 'invited')}
                  />
                </li>
              ))}
            </ul>
          )
        }
      </QueryView>
    </div>
  );
}
