import { useQuery } from '@tanstack/react-query';
import { getRouteApi } from '@tanstack/react-router';
import { useT } from '../../../shared/i18n/i18n-context';
import { Card } from '../../../shared/ui/card';
import { PageHead } from '../../../shared/ui/page-head';
import { QueryView } from '../../../shared/ui/query-view';
import { ChangeDesk } from '../components/change-desk';
import { ContractFacts, Duties, TermsTable } from '../components/contract-facts';
import { StateOfContract } from '../components/contract-state';
import { SignDesk } from '../components/sign-desk';
import { SubcontractDesk } from '../components/subcontract-desk';
import { EndCard, PaymentsCard, SiteCard } from '../components/works-desk';
import { contract as contractQuery } from '../queries';

const route = getRouteApi('/work/contracts/$contractId');

/** One contract, to its parties: what it says, who has signed, and how the works go. */
export function ContractPage() {
  const t = useT();
  const { contractId } = route.useParams();
  const query = useQuery(contractQuery(contractId));
  return (
    <QueryView query={query} what={t('contract.title')}>
      {(contract) => (
        <>
          <PageHead
            title={`${t('contract.title')} ${contract.number}`}
            lead={`${contract.tenderCode} ${contract.tenderTitle}`}
          />
          <div className="record-columns">
            <div className="stack">
              <Card title={t('contract.terms')}>
                <TermsTable contract={contract} />
                <ContractFacts contract={contract} />
              </Card>
              {contract.concludedAt === null ? null : (
                <>
                  <ChangeDesk contract={contract} />
                  <SubcontractDesk contract={contract} />
                  <PaymentsCard contract={contract} />
                  <SiteCard contract={contract} />
                  <EndCard contract={contract} />
                </>
              )}
            </div>
            <div className="stack">
              <section className="card card__body" aria-label={t('contract.stateTitle')}>
                <StateOfContract contract={contract} />
              </section>
              <SignDesk contract={contract} />
              {contract.duties.length === 0 ? null : (
                <Card title={t('contract.duties')}>
                  <Duties contract={contract} />
                </Card>
              )}
            </div>
          </div>
        </>
      )}
    </QueryView>
  );
}
