import { useQuery } from '@tanstack/react-query';
import { useT } from '../../shared/i18n/i18n-context';
import { PageHead } from '../../shared/ui/page-head';
import { QueryView } from '../../shared/ui/query-view';
import { usePageTitle } from '../../shared/ui/use-page-title';
import { ProcedureTables } from './procedure-tables';
import { procedures } from './queries';

/** What places' own documents allow below the thresholds, as everybody may read it. */
export function PublicProceduresPage() {
  const t = useT();
  usePageTitle(t('nav.procedures'));
  const query = useQuery(procedures);
  return (
    <div className="page stack">
      <PageHead title={t('nav.procedures')} lead={t('procedure.publicLead')} />
      <QueryView query={query} what={t('nav.procedures')}>
        {(tables) => <ProcedureTables tables={tables} />}
      </QueryView>
    </div>
  );
}
