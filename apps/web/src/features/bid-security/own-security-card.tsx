import { bidsBindUntil } from '@core/tender';
import { useQuery } from '@tanstack/react-query';
import { Button } from 'antd';
import { useState } from 'react';
import { api } from '../../shared/api/client';
import { useRefresh } from '../../shared/api/use-refresh';
import type { OwnSecurities, OwnSecurity, TenderDetail } from '../../shared/api/wire';
import { dateTime, millis } from '../../shared/i18n/dates';
import { useT } from '../../shared/i18n/i18n-context';
import { ActButton } from '../../shared/ui/act-button';
import { Card } from '../../shared/ui/card';
import { ConfirmDialog } from '../../shared/ui/confirm-dialog';
import { copyText } from '../../shared/ui/copy-text';
import { Money } from '../../shared/ui/money';
import { Note } from '../../shared/ui/note';
import { QueryView } from '../../shared/ui/query-view';
import { LodgeForm } from './lodge-form';
import { mySecurities } from './queries';
import {
  GuaranteeLine,
  PaymentLine,
  SecurityChecks,
  SecurityRelease,
  SecurityStateChip,
} from './security-facts';

interface OwnSecurityCardProps {
  readonly tender: TenderDetail;
  readonly lot: number;
  /** Whether bids are still taken. */
  readonly open: boolean;
}

/** The bidder's security in a lot: what to pay, to where, with which code, and what came of it. */
export function OwnSecurityCard({ tender, lot, open }: OwnSecurityCardProps) {
  const t = useT();
  const query = useQuery(mySecurities(tender.id));
  const wanted = tender.lots.find((one) => one.number === lot)?.bidBondFen ?? '0';
  if (wanted === '0') return null;
  return (
    <Card title={t('security.title')}>
      <QueryView query={query} what={t('security.what')}>
        {({ account, securities }) => {
          const own = securities.find((one) => one.lot === lot) ?? null;
          return (
            <>
              <dl className="facts">
                <dt>{t('security.wanted')}</dt>
                <dd>
                  <Money fen={wanted} capitals />
                </dd>
                <dt>{t('security.state')}</dt>
                <dd>
                  <SecurityStateChip state={own?.state ?? 'expected'} />
                </dd>
              </dl>
              {open && tender.deadline !== null ? (
                <p className="small">
                  {t('security.untilText', { at: dateTime(tender.deadline) })}
                </p>
              ) : null}
              {open ? <p className="small muted">{t('security.choose')}</p> : null}
              {own === null ? null : <Given own={own} open={open} />}
              {open ? <ToPay own={own} account={account} tender={tender} lot={lot} /> : null}
              {open && !isLodged(own) ? (
                <LodgeForm tenderId={tender.id} lot={lot} bindsUntil={bindsUntil(tender)} />
              ) : null}
            </>
          );
        }}
      </QueryView>
    </Card>
  );
}

/** The last day bids bind; null: the notice does not say. */
function bindsUntil({ deadline, bidValidityDays }: TenderDetail): string | null {
  return deadline === null ? null : bidsBindUntil(millis(deadline), bidValidityDays);
}

function isLodged(own: OwnSecurity | null): boolean {
  const guarantee = own?.guarantee ?? null;
  return guarantee !== null && guarantee.withdrawnAt === null;
}

/** Where to pay it, and the code that says whose it is. */
function ToPay({
  own,
  account,
  tender,
  lot,
}: {
  readonly own: OwnSecurity | null;
  readonly account: OwnSecurities['account'];
  readonly tender: TenderDetail;
  readonly lot: number;
}) {
  const t = useT();
  const refresh = useRefresh();
  if (own === null) {
    return (
      <div>
        <ActButton
          onAct={async () => {
            await api.POST('/api/tenders/{id}/lots/{lot}/security', {
              params: { path: { id: tender.id, lot } },
            });
            await refresh();
          }}
        >
          {t('security.ask')}
        </ActButton>
      </div>
    );
  }
  return (
    <>
      <dl className="facts">
        <dt>{t('security.code')}</dt>
        <dd>
          <span className="row">
            <b className="mono">{own.code}</b> <CopyCode code={own.code} />
          </span>
          <p className="small muted">{t('security.codeText')}</p>
        </dd>
        {account === null ? null : (
          <>
            <dt>{t('security.payee')}</dt>
            <dd>{account.payee}</dd>
            <dt>{t('security.bank')}</dt>
            <dd>{account.bank}</dd>
            <dt>{t('security.account')}</dt>
            <dd className="mono">{account.account}</dd>
          </>
        )}
      </dl>
      {account === null ? <Note tone="warn">{t('security.noAccount')}</Note> : null}
      {tender.regime === 'A' ? <p className="small">{t('security.basicAccount')}</p> : null}
    </>
  );
}

function CopyCode({ code }: { readonly code: string }) {
  const t = useT();
  const [copied, setCopied] = useState(false);
  return (
    <>
      <Button size="small" onClick={() => void copyText(code).then(setCopied)}>
        {t('security.copy')}
      </Button>
      <span role="status" className="small muted">
        {copied ? t('security.copied') : null}
      </span>
    </>
  );
}

/** What came, what was found of it, and its way back. */
function Given({ own, open }: { readonly own: OwnSecurity; readonly open: boolean }) {
  const { payments, guarantee, checks } = own;
  if (payments.length === 0 && guarantee === null) return null;
  return (
    <>
      {payments.map((payment) => (
        <PaymentLine key={payment.id} payment={payment} />
      ))}
      <GuaranteeLine
        guarantee={guarantee}
        onPaper={() =>
          api.GET('/api/tenders/{id}/securities/mine/{security}/guarantee', {
            params: { path: { id: own.tenderId, security: own.id } },
            parseAs: 'blob',
          })
        }
      />
      <SecurityChecks checks={checks} />
      <SecurityRelease {...own} />
      {open && isLodged(own) ? <Withdraw id={own.id} /> : null}
    </>
  );
}

function Withdraw({ id }: { readonly id: string }) {
  const t = useT();
  const refresh = useRefresh();
  const [asking, setAsking] = useState(false);
  return (
    <div>
      <Button danger onClick={() => setAsking(true)}>
        {t('security.withdraw')}
      </Button>
      <ConfirmDialog
        open={asking}
        title={t('security.withdrawTitle')}
        keepLabel={t('security.keep')}
        actLabel={t('security.withdraw')}
        onKeep={() => setAsking(false)}
        onAct={async () => {
          await api.POST('/api/bid-securities/{id}/withdrawal', { params: { path: { id } } });
          setAsking(false);
          await refresh();
        }}
      >
        {t('security.withdrawText')}
      </ConfirmDialog>
    </div>
  );
}
