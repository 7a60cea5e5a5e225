import { useQuery } from '@tanstack/react-query';
import { Button } from 'antd';
import { useState } from 'react';
import { useNavigate } from '@tanstack/react-router';
import { api, bodyOf } from '../../../shared/api/client';
import { useRefresh } from '../../../shared/api/use-refresh';
import type { OwnTender } from '../../../shared/api/wire';
import { dateTime } from '../../../shared/i18n/dates';
import { useT } from '../../../shared/i18n/i18n-context';
import { ActButton } from '../../../shared/ui/act-button';
import { Card } from '../../../shared/ui/card';
import { ConfirmDialog } from '../../../shared/ui/confirm-dialog';
import { LinkButton } from '../../../shared/ui/link-button';
import { DecideCard } from '../../award/decide-card';
import { DecisionsCard } from '../../award/decisions-card';
import { SealBasePriceCard } from '../../base-price/seal-card';
import { GivenSecuritiesCard } from '../../bid-security/given-securities-card';
import { ClarifyCard } from '../../clarification/clarify-card';
import { LotteryResultCard } from '../../contractor-pool/components/lottery-result-card';
import { ContractCard } from '../../contract/components/contract-card';
import { PerformanceCard } from '../../performance/performance-card';
import { OwnQuestionsCard } from '../../clarification/own-questions-card';
import { DueDuties } from '../../duty/due-duties';
import { InviteCard } from '../../invitation/invite-card';
import { ServedComplaints } from '../../complaint/served-complaints';
import { AnswerCard } from '../../objection/answer-card';
import { HallLink } from '../../opening/components/hall-link';
import { RequestPanel } from '../../panel/components/request-panel';
import { LeadsCard } from '../../lot/components/leads-card';
import { relations } from '../../lot/queries';
import { DownloadsCard } from '../../sign-up/components/downloads-card';
import { SignUpsCard } from '../../sign-up/components/sign-ups-card';
import { TerminateCard } from './terminate-card';
import { TimetableCard } from '../timetable/timetable-card';

/** After publication: what the tenderer may do next, and who has signed up. */
export function RunningTender({ tender }: { readonly tender: OwnTender }) {
  const t = useT();
  const may = (action: OwnTender['allowedActions'][number]) =>
    tender.allowedActions.includes(action);
  const isAwarded = tender.lots.some(({ state }) => state === 'awarded');
  return (
    <div className="record-columns">
      <div className="stack">
        <DueDuties tenderId={tender.id} />
        {may('call_again') ? <CallAgain tenderId={tender.id} /> : null}
        {may('publish_candidates') ? (
          tender.method === 'lottery' ? (
            <LotteryResultCard tender={tender} />
          ) : (
            <Candidates tender={tender} />
          )
        ) : null}
        <ServedComplaints tenderId={tender.id} />
        <AnswerCard tender={tender} mayAnswer={may('answer_objections')} />
        {may('award') ? <AwardOrDecide tender={tender} /> : null}
        <DecisionsCard tender={tender} />
        {isAwarded ? <ContractCard tender={tender} /> : null}
        {isAwarded ? <PerformanceCard tender={tender} /> : null}
        {may('clarify') && tender.timetable !== null ? (
          <ClarifyCard tender={tender} timetable={tender.timetable} />
        ) : null}
        <OwnQuestionsCard tenderId={tender.id} open={may('clarify')} />
        <SealBasePriceCard tender={tender} />
        <RequestPanel tender={tender} />
        <InviteCard tender={tender} />
        {may('see_sign_ups') ? <SignUpsCard tender={tender} /> : null}
        {may('see_sign_ups') ? <DownloadsCard tender={tender} /> : null}
        <GivenSecuritiesCard tender={tender} />
        {tender.state !== 'published' ? <Leads tender={tender} /> : null}
      </div>
      <div className="stack">
        <section className="card card__body">
          <LinkButton to="/tenders/$tenderId" params={{ tenderId: tender.id }}>
            {t('draft.publicPage')}
          </LinkButton>
        </section>
        <HallLink tender={tender} />
        <TimetableCard timetable={tender.timetable} />
        {may('terminate') ? <TerminateCard tender={tender} /> : null}
      </div>
    </div>
  );
}

/** Relations between bidders: only after the deadline, when the answer is not a secret any more. */
function Leads({ tender }: { readonly tender: OwnTender }) {
  const { data } = useQuery(relations(tender.id));
  if (data === undefined || data.length === 0) return null;
  return <LeadsCard leads={data} divided={tender.lots.length > 1} />;
}

function Candidates({ tender }: { readonly tender: OwnTender }) {
  const t = useT();
  return (
    <Announced
      title={t('draft.candidates')}
      text={t('draft.candidatesText')}
      consequence={t('draft.candidatesTitle')}
      onAct={() =>
        api.POST('/api/tenders/{id}/candidates', { params: { path: { id: tender.id } } })
      }
    />
  );
}

function AwardOrDecide({ tender }: { readonly tender: OwnTender }) {
  return tender.plan.apart === true ? <DecideCard tender={tender} /> : <Award tender={tender} />;
}

function Award({ tender }: { readonly tender: OwnTender }) {
  const t = useT();
  // The next lot to be awarded: its candidates may be public until another day than those of the others.
  const [until = null] = tender.lots
    .flatMap(({ state, publicityUntil }) => (state === 'open' ? (publicityUntil ?? []) : []))
    .sort();
  return (
    <Announced
      title={t('draft.award')}
      text={until === null ? '' : t('draft.publicity', { at: dateTime(until) })}
      consequence={t('draft.awardTitle')}
      details={t('draft.awardText')}
      onAct={() => api.POST('/api/tenders/{id}/award', { params: { path: { id: tender.id } } })}
    />
  );
}

function Announced({
  title,
  text,
  consequence,
  details,
  onAct,
}: {
  readonly title: string;
  readonly text: string;
  readonly consequence: string;
  readonly details?: string;
  readonly onAct: () => Promise<unknown>;
}) {
  const t = useT();
  const refresh = useRefresh();
  const [asking, setAsking] = useState(false);
  return (
    <Card title={title}>
      <p>{text}</p>
      <div>
        <Button type="primary" size="large" onClick={() => setAsking(true)}>
          {title}
        </Button>
      </div>
      <ConfirmDialog
        open={asking}
        title={consequence}
        keepLabel={t('draft.keep')}
        actLabel={title}
        onKeep={() => setAsking(false)}
        onAct={async () => {
          await onAct();
          setAsking(false);
          await refresh();
        }}
      >
        {details ?? text}
      </ConfirmDialog>
    </Card>
  );
}

/** Everything of the failed call in a new draft. */
function CallAgain({ tenderId }: { readonly tenderId: string }) {
  const t = useT();
  const navigate = useNavigate();
  return (
    <Card title={t('callAgain.title')}>
      <p>{t('callAgain.text')}</p>
      <div>
        <ActButton
          primary
          onAct={async () => {
            const params = { path: { id: tenderId } };
            const { id } = await bodyOf(api.POST('/api/tenders/{id}/re-tender', { params }));
            await navigate({ to: '/work/tenders/$tenderId', params: { tenderId: id } });
          }}
        >
          {t('callAgain.act')}
        </ActButton>
      </div>
    </Card>
  );
}
