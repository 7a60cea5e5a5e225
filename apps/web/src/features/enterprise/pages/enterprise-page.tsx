import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { api } from '../../../shared/api/client';
import type { Enterprise } from '../../../shared/api/wire';
import { useT } from '../../../shared/i18n/i18n-context';
import { ActButton } from '../../../shared/ui/act-button';
import { Card } from '../../../shared/ui/card';
import { Icon } from '../../../shared/ui/icon';
import { PageHead } from '../../../shared/ui/page-head';
import { QueryView } from '../../../shared/ui/query-view';
import { CreditList } from '../dossier/credit-list';
import { DecisionList } from '../dossier/decision-list';
import { HistoryCard } from '../dossier/history-card';
import { InquiriesCard } from '../dossier/inquiries-card';
import { LettersCard } from '../dossier/letters-card';
import { dossierOf, download, myEnterprise } from '../queries';
import { EnterpriseForm } from '../record/enterprise-form';
import { HandIn } from '../record/hand-in';
import { StateChip } from '../state-chip';
import '../enterprise.css';

/** The firm's record: what it says of itself, what is missing, where it stands. */
export function EnterprisePage() {
  const t = useT();
  const query = useQuery(myEnterprise);
  return (
    <>
      <PageHead title={t('enterprise.title')} lead={t('enterprise.lead')}>
        {query.data ? <StateChip state={query.data.state} /> : null}
      </PageHead>
      <QueryView query={query} what={t('enterprise.what')}>
        {(enterprise) => <Record enterprise={enterprise} />}
      </QueryView>
    </>
  );
}

function Record({ enterprise }: { readonly enterprise: Enterprise }) {
  const t = useT();
  const { creditCode, memberNumber, version, versionInForce, state } = enterprise;
  return (
    <div className="record-columns">
      <EnterpriseForm key={version} enterprise={enterprise} />
      <div className="stack">
        <HandIn enterprise={enterprise} />
        <Card title={t('enterprise.numbers')}>
          <dl className="facts">
            <dt>{t('register.creditCode')}</dt>
            <dd className="mono">{creditCode}</dd>
            <dt>{t('enterprise.memberNumber')}</dt>
            <dd className="mono">{memberNumber ?? t('common.none')}</dd>
          </dl>
          <p className="small muted">{t('enterprise.version', { version })}</p>
          {state === 'verified' ? (
            <ActButton
              icon={<Icon name="download" />}
              onAct={() =>
                download(
                  api.GET('/api/enterprises/mine/card', { parseAs: 'blob' }),
                  `${memberNumber ?? creditCode}.pdf`,
                )
              }
            >
              {t('enterprise.card')}
            </ActButton>
          ) : null}
          {versionInForce === null ? null : (
            <Link to="/enterprises/$creditCode" params={{ creditCode }}>
              {t('dossier.publicPage')}
            </Link>
          )}
        </Card>
        <Papers id={enterprise.id} />
      </div>
    </div>
  );
}

/** Letters, decisions, inquiries, credit and history of one's own record. */
function Papers({ id }: { readonly id: string }) {
  const t = useT();
  const query = useQuery(dossierOf(id));
  return (
    <QueryView query={query} what={t('enterprise.what')}>
      {(dossier) => (
        <>
          <LettersCard dossier={dossier} />
          {dossier.decisions.length === 0 ? null : (
            <Card title={t('decision.title')}>
              <DecisionList decisions={dossier.decisions} />
            </Card>
          )}
          <InquiriesCard dossier={dossier} may="record" />
          <Card title={t('credit.title')}>
            <CreditList entries={dossier.credit} />
          </Card>
          <HistoryCard dossier={dossier} />
        </>
      )}
    </QueryView>
  );
}
