import { isAwarded } from '@core/tender';
import { useQuery } from '@tanstack/react-query';
import type { TenderDetail } from '../../../shared/api/wire';
import { dateTime } from '../../../shared/i18n/dates';
import { useT } from '../../../shared/i18n/i18n-context';
import { Card } from '../../../shared/ui/card';
import { isDivided } from '../../lot/lots';
import { publishedContracts } from '../queries';
import { ChangeDesk } from './change-desk';
import { ContractFacts, TermsTable } from './contract-facts';
import { SubcontractDesk } from './subcontract-desk';
import { EndCard, PaymentsCard, SiteCard } from './works-desk';

/** Contracts both sides have signed, and how they go: for everybody. */
export function PublicContracts({ tender }: { readonly tender: TenderDetail }) {
  const t = useT();
  const query = useQuery({
    ...publishedContracts(tender.id),
    enabled: isAwarded(tender.state) || tender.state === 'publicity',
  });
  return (query.data ?? []).map((contract) => (
    <Card
      key={contract.id}
      title={
        isDivided(tender)
          ? `${t('contract.title')} · ${t('lot.number', { number: contract.lot })}`
          : t('contract.title')
      }
      aside={<span className="mono small">{contract.number}</span>}
    >
      {contract.concludedAt === null ? null : (
        <p className="small muted number">
          {t('contract.concludedAt', { at: dateTime(contract.concludedAt) })}
        </p>
      )}
      <TermsTable contract={contract} />
      <ContractFacts contract={contract} />
      {contract.changes.length === 0 ? null : <ChangeDesk contract={contract} />}
      {contract.subcontracts.length === 0 ? null : <SubcontractDesk contract={contract} />}
      {contract.payments.length === 0 ? null : <PaymentsCard contract={contract} />}
      {contract.siteChecks.length === 0 ? null : <SiteCard contract={contract} />}
      <EndCard contract={contract} />
      {contract.hasPaper ? (
        <a href={`/api/public/contracts/${contract.id}/file`} target="_blank" rel="noreferrer">
          {t('contract.paper')}
        </a>
      ) : null}
    </Card>
  ));
}
