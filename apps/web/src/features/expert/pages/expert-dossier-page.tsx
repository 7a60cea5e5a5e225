import { useQuery } from '@tanstack/react-query';
import { getRouteApi } from '@tanstack/react-router';
import { useSession } from '../../../shared/auth/session';
import type { ExpertDossier, PoolExpert } from '../../../shared/api/wire';
import { isoDate, lastMoment } from '../../../shared/i18n/dates';
import { useT } from '../../../shared/i18n/i18n-context';
import { Card } from '../../../shared/ui/card';
import { PageHead } from '../../../shared/ui/page-head';
import { QueryView } from '../../../shared/ui/query-view';
import { ApplicationFacts } from '../components/application-facts';
import { StandingChip } from '../components/chips';
import { ExamineCard } from '../components/examine-card';
import { KeeperCard } from '../components/keeper-card';
import { ObjectionCard } from '../components/objection-card';
import { SpecialtyNames } from '../components/specialty-names';
import { StepList } from '../components/step-list';
import { SuperviseExpertCard } from '../components/supervise-expert-card';
import { expertDossier } from '../queries';

const route = getRouteApi('/work/experts/$expertId');

/** Everything the pool holds about somebody. */
export function ExpertDossierPage() {
  const t = useT();
  const { expertId } = route.useParams();
  const query = useQuery(expertDossier(expertId));
  const name = query.data?.expert?.name ?? query.data?.content?.name;
  return (
    <>
      <PageHead title={name ?? t('expert.dossier')} lead={t('expert.dossierLead')} />
      <QueryView query={query} what={t('expert.dossier')}>
        {(dossier) => <Dossier dossier={dossier} />}
      </QueryView>
    </>
  );
}

function Dossier({ dossier }: { readonly dossier: ExpertDossier }) {
  const t = useT();
  const permissions = useSession()?.permissions ?? [];
  const mayKeep = permissions.includes('expert_pool.keep');
  const { expert, content, history } = dossier;
  return (
    <div className="stack">
      {expert === null ? null : <InPoolCard expert={expert} />}
      <ExamineCard dossier={dossier} mayKeep={mayKeep} />
      {mayKeep ? <KeeperCard dossier={dossier} /> : null}
      {permissions.includes('expert_pool.supervise') ? (
        <SuperviseExpertCard dossier={dossier} />
      ) : null}
      <ObjectionCard objections={dossier.objections} mayAnswer={mayKeep} />
      {content === null ? null : (
        <Card title={t('expert.content')}>
          <ApplicationFacts expertId={dossier.expertId} content={content} scans={dossier.scans} />
        </Card>
      )}
      <Card title={t('expert.history')}>
        <p className="small muted">{t('expert.historyLead')}</p>
        <StepList expertId={dossier.expertId} steps={history} />
      </Card>
    </div>
  );
}

function InPoolCard({ expert }: { readonly expert: PoolExpert }) {
  const t = useT();
  return (
    <Card title={t('expert.appointment')} aside={<StandingChip standing={expert.standing} />}>
      <dl className="facts">
        <dt>{t('expertField.employer')}</dt>
        <dd>{expert.employer}</dd>
        <dt>{t('expertField.title')}</dt>
        <dd>{expert.title}</dd>
        <dt>{t('expertField.specialties')}</dt>
        <dd>
          <SpecialtyNames ids={expert.specialties} />
        </dd>
        <dt>{t('expertField.recusals')}</dt>
        <dd>{expert.recusals.length === 0 ? t('common.none') : expert.recusals.join('、')}</dd>
        <dt>{t('expert.term')}</dt>
        <dd className="number">
          {expert.termFrom === null ? '' : `${isoDate(expert.termFrom)} – `}
          {lastMoment(expert.termUntil)}
        </dd>
        {expert.pausedFrom === null || expert.pausedUntil === null ? null : (
          <>
            <dt>{t('expertStanding.paused')}</dt>
            <dd className="number">
              {isoDate(expert.pausedFrom)} – {lastMoment(expert.pausedUntil)}
            </dd>
          </>
        )}
        {expert.bannedUntil === null ? null : (
          <>
            <dt>{t('expert.bannedUntil')}</dt>
            <dd className="number">{lastMoment(expert.bannedUntil)}</dd>
          </>
        )}
        <dt>{t('expert.reviewDue')}</dt>
        <dd className="number">
          {expert.reviewDueAt === null ? t('common.none') : lastMoment(expert.reviewDueAt)}
        </dd>
      </dl>
    </Card>
  );
}
