import { isAwarded } from '@core/tender';
import { useQuery } from '@tanstack/react-query';
import { getRouteApi, Link } from '@tanstack/react-router';
import type { TenderDetail } from '../../../shared/api/wire';
import { useT } from '../../../shared/i18n/i18n-context';
import { ErrorNote } from '../../../shared/ui/error-note';
import { PageSkeleton } from '../../../shared/ui/loading-note';
import { RuleSetNotice } from '../../../shared/ui/rule-set-notice';
import { usePageTitle } from '../../../shared/ui/use-page-title';
import { GivenSecuritiesCard } from '../../bid-security/given-securities-card';
import { QuestionsCard } from '../../clarification/questions-card';
import { SupervisedLetters } from '../../evaluation/panel-letters/supervised-letters';
import { ResultCard } from '../../award/result-card';
import { AssessPanelCard } from '../../expert/components/assess-panel-card';
import { PublicContracts } from '../../contract/components/public-contracts';
import { CalledTermsCard } from '../../framework/components/called-terms-card';
import { ComplaintCard } from '../../complaint/complaint-card';
import { ObjectionCard } from '../../objection/objection-card';
import { LotsCard } from '../../lot/components/lots-card';
import { TenderAside } from '../components/tender-aside';
import { TenderHead } from '../components/tender-head';
import { TenderProcess } from '../components/tender-process';
import { tender as tenderQuery } from '../queries';
import './tender-page.css';

const route = getRouteApi('/public/tenders/$tenderId');

/** One tender as one time-line. */
export function TenderPage() {
  const t = useT();
  const { tenderId } = route.useParams();
  const tender = useQuery(tenderQuery(tenderId));
  if (tender.isPending) return <PageSkeleton what={t('tender.what')} />;
  if (tender.isError) {
    return (
      <div className="centred">
        <ErrorNote error={tender.error} onRetry={() => void tender.refetch()}>
          <Link to="/tenders">{t('home.all')}</Link>
        </ErrorNote>
      </div>
    );
  }
  return <Tender tender={tender.data} />;
}

function Tender({ tender }: { readonly tender: TenderDetail }) {
  usePageTitle(tender.title);
  return (
    <>
      <TenderHead tender={tender} />
      <div className="page tender-columns">
        <div className="stack">
          <RuleSetNotice notice={tender.ruleSetNotice} />
          <CalledTermsCard tender={tender} />
          <ResultCard tender={tender} />
          {isAwarded(tender.state) ? <AssessPanelCard tenderId={tender.id} /> : null}
          <PublicContracts tender={tender} />
          <SupervisedLetters tender={tender} />
          <GivenSecuritiesCard tender={tender} />
          <ObjectionCard tender={tender} />
          <ComplaintCard tender={tender} />
          <LotsCard tender={tender} />
          <TenderProcess tender={tender} />
          <QuestionsCard tender={tender} />
        </div>
        <TenderAside tender={tender} />
      </div>
    </>
  );
}
