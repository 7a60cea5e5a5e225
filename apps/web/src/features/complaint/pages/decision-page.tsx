import { useQuery } from '@tanstack/react-query';
import { getRouteApi, Link } from '@tanstack/react-router';
import { useT } from '../../../shared/i18n/i18n-context';
import { Card } from '../../../shared/ui/card';
import { PageHead } from '../../../shared/ui/page-head';
import { QueryView } from '../../../shared/ui/query-view';
import { DecisionFacts } from '../complaint-facts';
import { complaintDecision } from '../queries';
import { wordKeys } from '../words';

const route = getRouteApi('/public/complaints/$complaintId');

/** A decision on a complaint, to everybody. */
export function DecisionPage() {
  const t = useT();
  const { complaintId } = route.useParams();
  const query = useQuery(complaintDecision(complaintId));
  return (
    <div className="page stack">
      <QueryView query={query} what={t('complaint.decision')}>
        {(one) => (
          <>
            <PageHead
              title={`${t('complaint.decision')} ${one.code}`}
              lead={
                <Link to="/tenders/$tenderId" params={{ tenderId: one.tenderId }}>
                  {one.tenderCode} {one.tenderTitle}
                </Link>
              }
            />
            <Card title={t(wordKeys.outcome(one.outcome))}>
              <p>
                {t('complaint.firm')}: {one.enterpriseName} · {t('complaint.respondent')}:{' '}
                {one.tendererName} · {t(wordKeys.subject(one.subject))}
                {one.lot === null ? null : ` · ${t('lot.number', { number: one.lot })}`}
              </p>
              <DecisionFacts decision={one} />
            </Card>
          </>
        )}
      </QueryView>
    </div>
  );
}
