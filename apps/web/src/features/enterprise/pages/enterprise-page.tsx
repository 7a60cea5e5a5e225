import { useQuery } from '@tanstack/react-query';
import type { Enterprise } from '../../../shared/api/wire';
import { useT } from '../../../shared/i18n/i18n-context';
import { Card } from '../../../shared/ui/card';
import { FactChip } from '../../../shared/ui/status-chip';
import { PageHead } from '../../../shared/ui/page-head';
import { QueryView } from '../../../shared/ui/query-view';
import { EnterpriseForm } from '../components/enterprise-form';
import { HandIn } from '../components/hand-in';
import { myEnterprise } from '../queries';
import '../enterprise.css';

/** The firm's record: what it says of itself, what is missing, where it stands. */
export function EnterprisePage() {
  const t = useT();
  const query = useQuery(myEnterprise);
  return (
    <>
      <PageHead title={t('enterprise.title')} lead={t('enterprise.lead')}>
        {query.data ? <FactChip>{t(`enterpriseState.${query.data.state}`)}</FactChip> : null}
      </PageHead>
      <QueryView query={query} what={t('enterprise.what')}>
        {(enterprise) => <Record enterprise={enterprise} />}
      </QueryView>
    </>
  );
}

function Record({ enterprise }: { readonly enterprise: Enterprise }) {
  const t = useT();
  const { creditCode, memberNumber, version } = enterprise;
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
        </Card>
      </div>
    </div>
  );
}
