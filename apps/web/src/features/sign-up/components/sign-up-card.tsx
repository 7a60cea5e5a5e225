import { useQuery } from '@tanstack/react-query';
import { Button } from 'antd';
import { useState } from 'react';
import { api } from '../../../shared/api/client';
import { useRefresh } from '../../../shared/api/use-refresh';
import type { SignUp, TenderDetail } from '../../../shared/api/wire';
import { useSession } from '../../../shared/auth/session';
import { useT } from '../../../shared/i18n/i18n-context';
import { ActButton } from '../../../shared/ui/act-button';
import { ConfirmDialog } from '../../../shared/ui/confirm-dialog';
import { LinkButton } from '../../../shared/ui/link-button';
import { QueryView } from '../../../shared/ui/query-view';
import { Receipt } from '../../../shared/ui/receipt';
import { mySignUps } from '../queries';

/** On a tender's page: sign up, and go to bid. Only for firms, and only while bids are taken. */
export function SignUpCard({ tender }: { readonly tender: TenderDetail }) {
  const t = useT();
  const session = useSession();
  if (tender.state !== 'published') return null;
  if (session === null) {
    return (
      <section className="card card__body stack no-print">
        <p className="small">{t('bid.needsAccount')}</p>
        <div className="row">
          <LinkButton to="/sign-in" search={{ to: `/tenders/${tender.id}` }}>
            {t('shell.signIn')}
          </LinkButton>
          <LinkButton to="/register">{t('register.link')}</LinkButton>
        </div>
      </section>
    );
  }
  return session.acting?.role === 'bidder' ? <ForBidder tender={tender} /> : null;
}

function ForBidder({ tender }: { readonly tender: TenderDetail }) {
  const t = useT();
  const query = useQuery(mySignUps);
  const sealed = tender.method === 'open_tender' || tender.method === 'invited_tender';
  return (
    <section className="card card__body stack" aria-label={t('signUp.title')}>
      {sealed ? (
        <LinkButton primary to="/work/bids/$tenderId" params={{ tenderId: tender.id }}>
          {t('signUp.goBid')}
        </LinkButton>
      ) : null}
      <QueryView query={query} what={t('signUp.what')}>
        {(all) => {
          const mine = all.find((one) => one.tenderId === tender.id && one.withdrawnAt === null);
          return mine === undefined ? (
            <NotYet tenderId={tender.id} />
          ) : (
            <SignedUp signUp={mine} tender={tender} />
          );
        }}
      </QueryView>
    </section>
  );
}

function NotYet({ tenderId }: { readonly tenderId: string }) {
  const t = useT();
  const refresh = useRefresh();
  return (
    <>
      <p className="small muted">{t('signUp.lead')}</p>
      <ActButton
        onAct={async () => {
          await api.POST('/api/tenders/{id}/sign-ups', { params: { path: { id: tenderId } } });
          await refresh();
        }}
      >
        {t('signUp.act')}
      </ActButton>
    </>
  );
}

function SignedUp({ signUp, tender }: { readonly signUp: SignUp; readonly tender: TenderDetail }) {
  const t = useT();
  const refresh = useRefresh();
  const [asking, setAsking] = useState(false);
  return (
    <>
      <Receipt
        title={t('signUp.done')}
        at={signUp.at}
        number={signUp.receipt}
        lines={[{ label: t('signUp.project'), value: tender.code }]}
        url={`${window.location.origin}/tenders/${tender.id}`}
        actions={<Button onClick={() => setAsking(true)}>{t('signUp.withdraw')}</Button>}
      />
      <ConfirmDialog
        open={asking}
        title={t('signUp.withdrawTitle')}
        keepLabel={t('signUp.withdrawKeep')}
        actLabel={t('signUp.withdraw')}
        onKeep={() => setAsking(false)}
        onAct={async () => {
          await api.DELETE('/api/tenders/{id}/sign-ups/mine', {
            params: { path: { id: tender.id } },
          });
          setAsking(false);
          await refresh();
        }}
      >
        {t('signUp.withdrawText')}
      </ConfirmDialog>
    </>
  );
}
