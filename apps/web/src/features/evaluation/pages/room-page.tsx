import { useQuery } from '@tanstack/react-query';
import { getRouteApi } from '@tanstack/react-router';
import { api } from '../../../shared/api/client';
import { useRefresh } from '../../../shared/api/use-refresh';
import type { EvaluationRoom } from '../../../shared/api/wire';
import { useT } from '../../../shared/i18n/i18n-context';
import { ActButton } from '../../../shared/ui/act-button';
import { Card } from '../../../shared/ui/card';
import { Note } from '../../../shared/ui/note';
import { PageHead } from '../../../shared/ui/page-head';
import { QueryView } from '../../../shared/ui/query-view';
import '../../enterprise/enterprise.css';
import '../../panel/panel.css';
import { PanelSecuritiesCard } from '../../bid-security/panel-securities-card';
import { LeadsCard } from '../../lot/components/leads-card';
import { ComparisonTable } from '../components/comparison-table';
import { LeaderCard } from '../components/leader-card';
import { LettersCard } from '../components/letters-card';
import { ScoreCard } from '../components/score-card';
import '../../tender/plan/plan.css';
import { PlanFacts } from '../../tender/plan/plan-facts';
import { ReportCard } from '../components/report-card';
import { ReviewCard } from '../components/review-card';
import { SumUp } from '../components/sum-up';
import { room } from '../queries';

const route = getRouteApi('/work/evaluations/$tenderId');

/** The evaluation room: declaration, a review of each bid, the report, signatures. */
export function RoomPage() {
  const t = useT();
  const { tenderId } = route.useParams();
  const query = useQuery(room(tenderId));
  return (
    <>
      {query.isError ? <PageHead title={t('evaluation.list')} /> : null}
      <QueryView query={query} what={t('evaluation.what')}>
        {(found) => <Room room={found} />}
      </QueryView>
    </>
  );
}

function Room({ room: found }: { readonly room: EvaluationRoom }) {
  const t = useT();
  const { tender, members, reportedAt, signedAt } = found;
  const me = members.find((one) => one.mine);
  const hasDeclared = me?.declared === true;
  return (
    <>
      <PageHead title={tender.title} lead={<span className="mono">{tender.code}</span>} />
      <div className="record-columns">
        <div className="stack">
          {me !== undefined && !me.declared ? <Declaration tenderId={tender.id} /> : null}
          {hasDeclared && reportedAt === null ? <LeaderCard room={found} /> : null}
          {signedAt === null ? null : <Note tone="ok">{t('evaluation.done')}</Note>}
          {reportedAt === null ? null : <ReportCard room={found} />}
          <ComparisonTable room={found} />
          {hasDeclared && reportedAt === null ? <Work room={found} /> : null}
        </div>
        <div className="stack">
          <Plan room={found} />
          <Members room={found} />
          {hasDeclared && !found.namesHidden ? <AboutBidders room={found} /> : null}
        </div>
      </div>
    </>
  );
}

/** What the member does: in a blind review the points first, then review by review, points, the report. */
function Work({ room: found }: { readonly room: EvaluationRoom }) {
  const { tender, bids, lots, mine, plan, marksMissing, namesHidden } = found;
  const reviewed = new Map(mine.map((one) => [one.bidId, one]));
  return (
    <>
      <Blind room={found} />
      {namesHidden
        ? null
        : bids.map((bid) => (
            <ReviewCard
              key={bid.id}
              tenderId={tender.id}
              bid={bid}
              lot={lots.length > 1 ? bid.lot : null}
              review={reviewed.get(bid.id) ?? null}
              isOpen={plan.kind === 'comprehensive' && marksMissing === 0}
            />
          ))}
      <Scoring room={found} />
      {namesHidden ? null : <SumUp room={found} ready={bids.every(({ id }) => reviewed.has(id))} />}
    </>
  );
}

/** Securities of the bidders, letters to them, and what ties them: nothing of it before names are open. */
function AboutBidders({ room: found }: { readonly room: EvaluationRoom }) {
  return (
    <>
      <PanelSecuritiesCard room={found} />
      <LettersCard room={found} />
      <LeadsCard leads={found.leads} divided={found.lots.length > 1} />
    </>
  );
}

/** The published plan, which alone decides. */
function Plan({ room: { tender, plan } }: { readonly room: EvaluationRoom }) {
  const t = useT();
  return (
    <Card title={t('plan.title')}>
      <dl className="facts">
        <PlanFacts tender={{ method: tender.method, plan }} />
      </dl>
    </Card>
  );
}

/** Where a blind review stands. */
function Blind({ room: { plan, namesHidden } }: { readonly room: EvaluationRoom }) {
  const t = useT();
  if (plan.blind !== true) return null;
  return (
    <Note tone={namesHidden ? 'warn' : 'ok'}>
      <b>{t('room.blindTitle')}</b>
      <p role="status">{t(namesHidden ? 'room.blindOn' : 'room.blindOver')}</p>
    </Note>
  );
}

/** Points for every bid, where the panel scores items; how far everybody is. */
function Scoring({ room: found }: { readonly room: EvaluationRoom }) {
  const t = useT();
  const { plan, bids, marksMissing } = found;
  if (plan.kind !== 'comprehensive') return null;
  const state =
    marksMissing === null
      ? t('room.hiddenReviews')
      : marksMissing === 0
        ? t('room.allIn')
        : t('room.hidden', { missing: marksMissing });
  return (
    <>
      <Note tone={marksMissing === 0 ? 'ok' : 'warn'}>
        <p role="status">{state}</p>
      </Note>
      {bids.map((bid) => (
        <ScoreCard key={bid.id} room={found} bid={bid} />
      ))}
    </>
  );
}

function Members({ room: { members, seats, plan } }: { readonly room: EvaluationRoom }) {
  const t = useT();
  const isScored = plan.kind === 'comprehensive';
  return (
    <Card
      title={t('evaluation.members')}
      aside={
        <span className="small muted number">
          {t('evaluation.present', { count: members.length, seats })}
        </span>
      }
    >
      <ul>
        {members.map(({ seat, name, mine, declared, signed, marked, leads }) => (
          <li key={seat} className="room-member">
            <span>
              {name}{' '}
              <span className="small muted">
                {t(mine ? 'evaluation.memberMine' : 'evaluation.member', { seat })}
                {leads ? ` · ${t('room.leads')}` : ''}
              </span>
            </span>
            <span className="small muted">
              {signed
                ? t('evaluation.signedBy')
                : marked && isScored
                  ? t('room.memberMarked')
                  : declared
                    ? t('evaluation.declared')
                    : t('evaluation.waiting')}
            </span>
          </li>
        ))}
      </ul>
    </Card>
  );
}

function Declaration({ tenderId }: { readonly tenderId: string }) {
  const t = useT();
  const refresh = useRefresh();
  return (
    <Card title={t('evaluation.declaration')}>
      <p className="measure">{t('evaluation.declarationText')}</p>
      <div>
        <ActButton
          primary
          large
          onAct={async () => {
            await api.POST('/api/evaluations/{tenderId}/declaration', {
              params: { path: { tenderId } },
            });
            await refresh();
          }}
        >
          {t('evaluation.declare')}
        </ActButton>
      </div>
    </Card>
  );
}
