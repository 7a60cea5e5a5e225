import { useQuery } from '@tanstack/react-query';
import { getRouteApi, Link } from '@tanstack/react-router';
import type { Complaint } from '../../../shared/api/wire';
import { useT } from '../../../shared/i18n/i18n-context';
import { Card } from '../../../shared/ui/card';
import { PageHead } from '../../../shared/ui/page-head';
import { QueryView } from '../../../shared/ui/query-view';
import { ClockList } from '../clock-words';
import { Course, DecisionFacts, PauseList } from '../complaint-facts';
import { ClockDesk } from '../desk/clock-desk';
import { DecisionDesk } from '../desk/decision-desk';
import { ReviewDesk, WithdrawalDesk } from '../desk/review-desk';
import { EvidenceList } from '../evidence';
import { AnswerForm, CorrectForm, WithdrawForm } from '../party-forms';
import { complaint as complaintQuery } from '../queries';
import { wordKeys } from '../words';

const route = getRouteApi('/work/complaints/$complaintId');

/** One complaint with everything in order, and what its reader can do next. */
export function ComplaintPage() {
  const t = useT();
  const { complaintId } = route.useParams();
  const query = useQuery(complaintQuery(complaintId));
  return (
    <QueryView query={query} what={t('complaint.one')}>
      {(one) => (
        <>
          <PageHead
            title={`${t('complaint.one')} ${one.code}`}
            lead={
              <Link to="/tenders/$tenderId" params={{ tenderId: one.tenderId }}>
                {one.tenderCode} {one.tenderTitle}
              </Link>
            }
          />
          <div className="record-columns">
            <div className="stack">
              <Card title={t('complaint.facts')}>
                <Course complaint={one} />
                <EvidenceList complaint={one} />
              </Card>
              {one.state === 'decided' ? (
                <Card title={t('complaint.decision')}>
                  <DecisionFacts decision={one} />
                </Card>
              ) : null}
              <Desk complaint={one} />
            </div>
            <div className="stack">
              <Card title={t('complaint.stateTitle')}>
                <p>
                  <b>{t(wordKeys.state(one.state))}</b>
                </p>
                {one.authorityName === null ? null : <p>{one.authorityName}</p>}
              </Card>
              <Card title={t('complaint.clocks')}>
                <ClockList clocks={one.clocks} />
              </Card>
              {one.pauses.length === 0 ? null : (
                <Card title={t('complaint.pauses')}>
                  <PauseList pauses={one.pauses} />
                </Card>
              )}
            </div>
          </div>
        </>
      )}
    </QueryView>
  );
}

function Desk({ complaint }: { readonly complaint: Complaint }) {
  if (complaint.reader === 'respondent') return <AnswerForm complaint={complaint} />;
  if (complaint.reader === 'complainant') {
    return (
      <>
        <CorrectForm complaint={complaint} />
        <WithdrawForm complaint={complaint} />
      </>
    );
  }
  return (
    <>
      <ReviewDesk complaint={complaint} />
      <WithdrawalDesk complaint={complaint} />
      <ClockDesk complaint={complaint} />
      <DecisionDesk complaint={complaint} />
    </>
  );
}
