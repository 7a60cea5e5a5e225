import { useQuery } from '@tanstack/react-query';
import { getRouteApi } from '@tanstack/react-router';
import type { OwnTender } from '../../../shared/api/wire';
import { useT } from '../../../shared/i18n/i18n-context';
import { PageHead } from '../../../shared/ui/page-head';
import { QueryView } from '../../../shared/ui/query-view';
import { StatusChip } from '../../../shared/ui/status-chip';
import { tenderStatus } from '../../../shared/ui/status-words';
import '../../enterprise/enterprise.css';
import { ChooseCard } from '../../award/choose-card';
import { InviteCard } from '../../invitation/invite-card';
import { ownTender } from '../../opening/queries';
import { LotsEditor } from '../../lot/components/lots-editor';
import { PublicationCard } from '../notice/publication-card';
import { PlanCard } from '../plan/plan-card';
import { PoolCallCard } from '../plan/pool-call-card';
import { DocumentsCard } from './documents-card';
import { FindingsCard } from './findings-card';
import { RunningTender } from './running-tender';
import { DraftTermsCard } from '../../framework/components/draft-terms-card';
import { SealingCard } from './sealing-card';
import { TermsCard } from './terms-card';
import { TimetableCard } from '../timetable/timetable-card';

const route = getRouteApi('/work/tenders/$tenderId');

/** The tenderer's side of a tender: the draft until it is published, then what comes next. */
export function OwnTenderPage() {
  const t = useT();
  const { tenderId } = route.useParams();
  const query = useQuery(ownTender(tenderId));
  return (
    <QueryView query={query} what={t('draft.what')}>
      {(tender) => (
        <>
          <PageHead title={tender.title} lead={<span className="mono">{tender.code}</span>}>
            <StatusChip status={tenderStatus(tender)} />
          </PageHead>
          {tender.state === 'draft' ? (
            <div className="record-columns">
              <div className="stack">
                <TermsCard tender={tender} />
                {tender.method === 'direct_choice' ? (
                  <ChooseCard tender={tender} />
                ) : (
                  <Call tender={tender} />
                )}
              </div>
              <div className="stack">
                {tender.method === 'direct_choice' ? null : (
                  <TimetableCard timetable={tender.timetable} />
                )}
                <FindingsCard tenderId={tender.id} />
              </div>
            </div>
          ) : (
            <RunningTender tender={tender} />
          )}
        </>
      )}
    </QueryView>
  );
}

/** What a draft needs before it calls for bids, or for members of a pool. */
function Call({ tender }: { readonly tender: OwnTender }) {
  return (
    <>
      <LotsEditor tender={tender} />
      <InviteCard tender={tender} />
      <PoolCallCard tender={tender} />
      {tender.method === 'framework_agreement' ? (
        <DraftTermsCard tenderId={tender.id} />
      ) : (
        <PlanCard tender={tender} />
      )}
      <DocumentsCard tender={tender} />
      <SealingCard tender={tender} />
      <PublicationCard tender={tender} />
    </>
  );
}
