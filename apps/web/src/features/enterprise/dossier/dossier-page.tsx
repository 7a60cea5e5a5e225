import { useQuery } from '@tanstack/react-query';
import { getRouteApi, Link } from '@tanstack/react-router';
import { Button, Input } from 'antd';
import { useId, useState } from 'react';
import { api } from '../../../shared/api/client';
import { useRefresh } from '../../../shared/api/use-refresh';
import type { Dossier } from '../../../shared/api/wire';
import { useSession } from '../../../shared/auth/session';
import { isoDate } from '../../../shared/i18n/dates';
import { useT } from '../../../shared/i18n/i18n-context';
import { Card } from '../../../shared/ui/card';
import { ConfirmDialog } from '../../../shared/ui/confirm-dialog';
import { PageHead } from '../../../shared/ui/page-head';
import { QueryView } from '../../../shared/ui/query-view';
import { StateChip } from '../state-chip';
import { dossierOf } from '../queries';
import { AnswerCard } from './answer-card';
import { ContentCard } from './content-card';
import { CreditList } from './credit-list';
import { DecisionList } from './decision-list';
import { DifferenceTable } from '../../../shared/ui/difference-table';
import { pathWord, valueWord } from '../difference-words';
import { FindingsCard } from './findings-card';
import { HistoryCard } from './history-card';
import { InquiriesCard } from './inquiries-card';
import { LettersCard } from './letters-card';
import { SuperviseCard } from './supervise-card';
import '../enterprise.css';

const route = getRouteApi('/work/enterprises/$enterpriseId');

/** A firm's whole file, for the registrar who answers it and the authority that supervises it. */
export function DossierPage() {
  const t = useT();
  const { enterpriseId } = route.useParams();
  const query = useQuery(dossierOf(enterpriseId));
  const firm = query.data?.enterprise;
  return (
    <>
      <PageHead title={firm?.name ?? t('dossier.title')} lead={t('dossier.lead')}>
        {firm ? <StateChip state={firm.state} /> : null}
      </PageHead>
      <QueryView query={query} what={t('enterprise.what')}>
        {(dossier) => <File dossier={dossier} />}
      </QueryView>
    </>
  );
}

function File({ dossier }: { readonly dossier: Dossier }) {
  const t = useT();
  const permissions = useSession()?.permissions ?? [];
  const verifies = permissions.includes('enterprise.verify');
  const supervises = permissions.includes('enterprise.suspend');
  const { enterprise, differences, decisions } = dossier;
  return (
    <div className="record-columns record-columns--even">
      <div className="stack">
        {verifies ? <AnswerCard dossier={dossier} /> : null}
        {enterprise.review === null ? null : (
          <Card
            title={
              enterprise.versionInForce === null
                ? t('diff.first')
                : t('diff.against', { version: enterprise.versionInForce })
            }
            flush
          >
            <DifferenceTable
              differences={differences}
              what={(path) => pathWord(t, path)}
              value={(path, value) => valueWord(t, path, value)}
            />
          </Card>
        )}
        <ContentCard enterprise={enterprise} />
        <FindingsCard dossier={dossier} />
        <HistoryCard dossier={dossier} />
      </div>
      <div className="stack">
        {supervises ? <SuperviseCard dossier={dossier} /> : null}
        <LettersCard dossier={dossier} />
        {decisions.length === 0 ? null : (
          <Card title={t('decision.title')}>
            <DecisionList decisions={decisions} />
          </Card>
        )}
        <InquiriesCard dossier={dossier} may={verifies ? 'confirm' : 'read'} />
        <Card title={t('credit.title')}>
          <CreditList
            entries={dossier.credit}
            aside={(entry) =>
              entry.withdrawnAt === null ? (
                supervises && entry.kind === 'violation' ? (
                  <Withdraw id={entry.id} />
                ) : null
              ) : (
                <p className="small muted">
                  {t('credit.withdrawn', {
                    on: isoDate(entry.withdrawnAt),
                    reason: entry.withdrawnReason ?? '',
                  })}
                </p>
              )
            }
          />
        </Card>
        {enterprise.versionInForce === null ? null : (
          <Link to="/enterprises/$creditCode" params={{ creditCode: enterprise.creditCode }}>
            {t('dossier.publicPage')}
          </Link>
        )}
      </div>
    </div>
  );
}

function Withdraw({ id }: { readonly id: string }) {
  const t = useT();
  const field = useId();
  const refresh = useRefresh();
  const [open, setOpen] = useState(false);
  const [reason, setReason] = useState('');
  return (
    <>
      <div>
        <Button size="small" onClick={() => setOpen(true)}>
          {t('credit.withdraw')}
        </Button>
      </div>
      <ConfirmDialog
        open={open}
        title={t('credit.withdrawTitle')}
        keepLabel={t('credit.withdrawKeep')}
        actLabel={t('credit.withdraw')}
        onKeep={() => setOpen(false)}
        onAct={async () => {
          await api.POST('/api/enterprise-credit/{id}/withdraw', {
            params: { path: { id } },
            body: { reason },
          });
          setOpen(false);
          await refresh();
        }}
      >
        <label htmlFor={field}>{t('decision.reason')}</label>
        <Input
          id={field}
          value={reason}
          maxLength={200}
          onChange={(event) => setReason(event.target.value)}
        />
      </ConfirmDialog>
    </>
  );
}
