import { takesSealedBids } from '@core/tender';
import { useQuery } from '@tanstack/react-query';
import { Button, Input } from 'antd';
import { useState } from 'react';
import { api } from '../../../shared/api/client';
import { useRefresh } from '../../../shared/api/use-refresh';
import type { SignUp, TenderDetail } from '../../../shared/api/wire';
import { useSession } from '../../../shared/auth/session';
import { useT } from '../../../shared/i18n/i18n-context';
import { ActButton } from '../../../shared/ui/act-button';
import { ConfirmDialog } from '../../../shared/ui/confirm-dialog';
import { LinkButton } from '../../../shared/ui/link-button';
import { Note } from '../../../shared/ui/note';
import { QueryView } from '../../../shared/ui/query-view';
import { Receipt } from '../../../shared/ui/receipt';
import { FormConsortium } from '../../lot/components/form-consortium';
import { isDivided, lotName, type Lot } from '../../lot/lots';
import { eligibility } from '../../lot/queries';
import { mySignUps } from '../queries';
import { saveReceipt } from '../save-receipt';

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
  return (
    <section className="card card__body stack" aria-label={t('signUp.title')}>
      {takesSealedBids(tender.method) ? (
        <LinkButton primary to="/work/bids/$tenderId" params={{ tenderId: tender.id }}>
          {t('signUp.goBid')}
        </LinkButton>
      ) : null}
      <QueryView query={query} what={t('signUp.what')}>
        {(all) =>
          tender.lots.map((lot) => {
            const mine = all.find(
              (one) =>
                one.tenderId === tender.id && one.lot === lot.number && one.withdrawnAt === null,
            );
            return (
              <div key={lot.number} className="stack">
                {isDivided(tender) ? <h3>{lotName(t, lot)}</h3> : null}
                {mine === undefined ? (
                  <NotYet tender={tender} lot={lot} />
                ) : (
                  <SignedUp signUp={mine} tender={tender} />
                )}
              </div>
            );
          })
        }
      </QueryView>
    </section>
  );
}

function NotYet({ tender, lot }: { readonly tender: TenderDetail; readonly lot: Lot }) {
  const t = useT();
  const refresh = useRefresh();
  const [controller, setController] = useState('');
  const [joining, setJoining] = useState(false);
  const { number } = lot;
  return (
    <>
      {number === 1 ? <p className="small muted">{t('signUp.lead')}</p> : null}
      <OwnFindings tenderId={tender.id} lot={lot} />
      <Input
        aria-label={t('lot.controller')}
        placeholder={t('lot.controller')}
        title={t('lot.controller')}
        maxLength={18}
        value={controller}
        onChange={(event) => setController(event.target.value.trim().toUpperCase())}
      />
      <div className="row">
        <ActButton
          onAct={async () => {
            await api.POST('/api/tenders/{id}/sign-ups', {
              params: { path: { id: tender.id } },
              body: { lot: number, ...(controller === '' ? {} : { controller }) },
            });
            await refresh();
          }}
        >
          {isDivided(tender) ? t('lot.signUp', { number }) : t('signUp.act')}
        </ActButton>
        {tender.consortia ? (
          <Button onClick={() => setJoining(!joining)}>{t('consortium.form')}</Button>
        ) : null}
      </div>
      {joining ? (
        <FormConsortium tenderId={tender.id} lot={number} onDone={() => setJoining(false)} />
      ) : null}
    </>
  );
}

/** What the rules say of one's own firm, before it signs up; of nobody else. */
function OwnFindings({ tenderId, lot }: { readonly tenderId: string; readonly lot: Lot }) {
  const t = useT();
  const { data } = useQuery({
    ...eligibility(tenderId, lot.number),
    enabled: lot.qualification !== null,
  });
  const bad = (data ?? []).filter(({ outcome }) => outcome === 'violated');
  return bad.map(({ facts, citation }) => (
    <Note key={String(facts.firm)} tone="warn">
      {t('lot.findingBad', {
        firm: String(facts.firm),
        stand: t(`lot.stand.${STANDS.find((one) => one === facts.stand) ?? 'missing'}`),
        wanted: String(facts.wanted),
      })}{' '}
      <span className="small muted">{citation}</span>
    </Note>
  ));
}

const STANDS = ['held', 'too_low', 'expired', 'missing'] as const;

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
        lines={[
          { label: t('signUp.project'), value: tender.code },
          ...(isDivided(tender)
            ? [{ label: t('lot.title'), value: t('lot.number', { number: signUp.lot }) }]
            : []),
        ]}
        url={`${window.location.origin}/tenders/${tender.id}`}
        actions={
          <>
            <ActButton onAct={() => saveReceipt(signUp)}>{t('signUp.print')}</ActButton>
            <Button onClick={() => setAsking(true)}>{t('signUp.withdraw')}</Button>
          </>
        }
      />
      <ConfirmDialog
        open={asking}
        title={t('signUp.withdrawTitle')}
        keepLabel={t('signUp.withdrawKeep')}
        actLabel={t('signUp.withdraw')}
        onKeep={() => setAsking(false)}
        onAct={async () => {
          await api.DELETE('/api/tenders/{id}/sign-ups/mine', {
            params: { path: { id: tender.id }, query: { lot: signUp.lot } },
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
