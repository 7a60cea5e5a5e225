import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import type { TenderDetail } from '../../../shared/api/wire';
import { useT } from '../../../shared/i18n/i18n-context';
import { Card } from '../../../shared/ui/card';
import { QueryView } from '../../../shared/ui/query-view';
import { framework } from '../queries';
import { TermsFacts } from './terms-facts';

/** On the page of a tender that calls for a framework: its terms, and the way to the framework itself. */
export function CalledTermsCard({ tender }: { readonly tender: TenderDetail }) {
  return tender.method === 'framework_agreement' ? <Called id={tender.id} /> : null;
}

function Called({ id }: { readonly id: string }) {
  const t = useT();
  const query = useQuery(framework(id));
  return (
    <Card title={t('terms.framework')}>
      <QueryView query={query} what={t('terms.framework')}>
        {(one) => (
          <>
            <TermsFacts framework={one} />
            <p>
              <Link to="/frameworks/$frameworkId" params={{ frameworkId: id }}>
                {t('framework.page')}
              </Link>
            </p>
          </>
        )}
      </QueryView>
    </Card>
  );
}
