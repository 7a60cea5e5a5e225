import { useQuery } from '@tanstack/react-query';
import { api } from '../../../shared/api/client';
import { useRefresh } from '../../../shared/api/use-refresh';
import type { TenderDetail } from '../../../shared/api/wire';
import { useSession } from '../../../shared/auth/session';
import { useT } from '../../../shared/i18n/i18n-context';
import { ActButton } from '../../../shared/ui/act-button';
import { LinkButton } from '../../../shared/ui/link-button';
import { QueryView } from '../../../shared/ui/query-view';
import { Receipt } from '../../../shared/ui/receipt';
import { FindingChips } from '../../tender/components/finding-list';
import { myParticipation, poolOfTender } from '../queries';

/** On the page of a tender that is drawn by lot: among whom, how to take part, and where to watch. */
export function ParticipationCard({ tender }: { readonly tender: TenderDetail }) {
  const t = useT();
  const session = useSession();
  const { data: called } = useQuery(poolOfTender(tender.id));
  const takes = tender.state === 'published';
  return (
    <section className="card card__body stack no-print" aria-label={t('lottery.title')}>
      {called?.pool ? (
        <p>
          {t('lottery.among')} <a href={`/pools/${called.pool.id}`}>{called.pool.name}</a>{' '}
          <FindingChips findings={called.findings} />
        </p>
      ) : null}
      {takes && session === null ? (
        <LinkButton to="/sign-in" search={{ to: `/tenders/${tender.id}` }}>
          {t('shell.signIn')}
        </LinkButton>
      ) : null}
      {takes && session?.acting?.role === 'bidder' ? <Confirm tender={tender} /> : null}
      {tender.state === 'terminated' ? null : (
        <LinkButton to="/stage/lotteries/$tenderId" params={{ tenderId: tender.id }}>
          {t('lottery.watch')}
        </LinkButton>
      )}
    </section>
  );
}

function Confirm({ tender }: { readonly tender: TenderDetail }) {
  const t = useT();
  const refresh = useRefresh();
  const query = useQuery(myParticipation(tender.id));
  return (
    <QueryView query={query} what={t('lottery.part')}>
      {({ participation }) =>
        participation === null ? (
          <>
            <p className="small muted">{t('lottery.partLead')}</p>
            <div>
              <ActButton
                primary
                onAct={async () => {
                  await api.POST('/api/tenders/{id}/participations', {
                    params: { path: { id: tender.id } },
                  });
                  await refresh();
                }}
              >
                {t('lottery.partAct')}
              </ActButton>
            </div>
          </>
        ) : (
          <Receipt
            title={t('lottery.partDone')}
            at={participation.at}
            number={participation.receipt}
            lines={[{ label: t('signUp.project'), value: tender.code }]}
            url={`${window.location.origin}/tenders/${tender.id}`}
          />
        )
      }
    </QueryView>
  );
}
