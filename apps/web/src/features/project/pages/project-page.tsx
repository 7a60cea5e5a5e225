import { useQuery } from '@tanstack/react-query';
import { getRouteApi, useNavigate } from '@tanstack/react-router';
import { api, bodyOf } from '../../../shared/api/client';
import type { Project } from '../../../shared/api/wire';
import { lastMoment } from '../../../shared/i18n/dates';
import { useT } from '../../../shared/i18n/i18n-context';
import { ActButton } from '../../../shared/ui/act-button';
import { Card } from '../../../shared/ui/card';
import { Money } from '../../../shared/ui/money';
import { Note } from '../../../shared/ui/note';
import { PageHead } from '../../../shared/ui/page-head';
import { QueryView } from '../../../shared/ui/query-view';
import { Receipt } from '../../../shared/ui/receipt';
import { RuleSetNotice } from '../../../shared/ui/rule-set-notice';
import { FactChip } from '../../../shared/ui/status-chip';
import { FindingList } from '../../tender/components/finding-list';
import '../../enterprise/enterprise.css';
import { CollectiveCard } from '../components/collective-card';
import { CommissionCard } from '../components/commission-card';
import { ScopeFacts } from '../components/scope-facts';
import { EndCard, EndedNote, StaleNote } from '../components/end-card';
import { LetterButton } from '../components/letter-button';
import { LocalCard } from '../components/local-card';
import { ChangesCard } from '../components/changes-card';
import { ProjectFilesList } from '../components/project-files-list';
import { project as projectQuery } from '../queries';

const route = getRouteApi('/work/projects/$projectId');

/** One project: where it stands, and what comes next. */
export function ProjectPage() {
  const t = useT();
  const { projectId } = route.useParams();
  const query = useQuery(projectQuery(projectId));
  return (
    <QueryView query={query} what={t('projects.what')}>
      {(project) => (
        <>
          <PageHead title={project.title} lead={<span className="mono">{project.code}</span>}>
            <FactChip>
              {project.state === 'registered'
                ? t(`projectProgress.${project.progress}`)
                : t(`projectState.${project.state}`)}
            </FactChip>
          </PageHead>
          <div className="record-columns">
            <div className="stack">
              <RuleSetNotice notice={project.ruleSetNotice} />
              <Next project={project} />
              <ChangesCard id={project.id} />
              <Card title={t('draft.findings')}>
                <FindingList findings={project.findings} />
              </Card>
            </div>
            <div className="stack">
              <Facts project={project} />
              <CollectiveCard project={project} />
              <CommissionCard project={project} />
              {project.own ? <EndCard project={project} /> : null}
            </div>
          </div>
        </>
      )}
    </QueryView>
  );
}

function Facts({ project }: { readonly project: Project }) {
  const t = useT();
  return (
    <Card title={t('tender.facts')}>
      <dl className="facts">
        <dt>{t('project.tenderer')}</dt>
        <dd>{project.tendererName}</dd>
        <dt>{t('project.regime')}</dt>
        <dd>{t(`regime.${project.regime}`)}</dd>
        {project.unifiedCode === null ? null : (
          <>
            <dt>{t('project.unifiedCode')}</dt>
            <dd className="mono">{project.unifiedCode}</dd>
          </>
        )}
        {project.worksClass === null ? null : (
          <>
            <dt>{t('project.worksClass')}</dt>
            <dd>{t(`worksClass.${project.worksClass}`)}</dd>
          </>
        )}
        <dt>{t('project.region')}</dt>
        <dd>{project.region}</dd>
        <dt>{t('project.approval')}</dt>
        <dd>{project.approvalNumber}</dd>
        <dt>{t('project.estimate')}</dt>
        <dd>
          <Money fen={project.estimateFen} capitals />
        </dd>
        <dt>{t('project.investment')}</dt>
        <dd>
          <Money fen={project.totalInvestmentFen} />
        </dd>
        <ScopeFacts project={project} />
        <ProjectFilesList project={project} />
        {project.lots.map((lot) => (
          <Lot key={lot.number} lot={lot} />
        ))}
      </dl>
    </Card>
  );
}

function Lot({ lot }: { readonly lot: Project['lots'][number] }) {
  const t = useT();
  return (
    <>
      <dt>{t('lot.name', lot)}</dt>
      <dd>
        <Money fen={lot.estimateFen} />
      </dd>
    </>
  );
}

function Next({ project }: { readonly project: Project }) {
  const t = useT();
  if (project.state === 'terminated') return <EndedNote project={project} />;
  if (project.state === 'submitted') {
    return (
      <Note tone="info">
        {t('project.waiting')}
        {project.answerBy === null
          ? null
          : ` ${t('project.answerBy')} ${lastMoment(project.answerBy)}`}
      </Note>
    );
  }
  if (project.state === 'returned' && project.own) return <Returned project={project} />;
  return (
    <>
      {project.receipt === null || project.registeredAt === null ? null : (
        <Receipt
          title={t('project.registered')}
          at={project.registeredAt}
          number={project.receipt}
          lines={[
            { label: t('project.code'), value: project.code },
            ...(project.unifiedCode === null
              ? []
              : [{ label: t('project.unifiedCode'), value: project.unifiedCode }]),
          ]}
          url={`${window.location.origin}/work/projects/${project.id}`}
          actions={
            <>
              {project.localProcurement ? null : <DraftButton project={project} />}
              <LetterButton project={project} />
            </>
          }
        />
      )}
      {project.own ? <StaleNote project={project} /> : null}
      {project.localProcurement && project.own ? <LocalCard project={project} /> : null}
    </>
  );
}

function DraftButton({ project }: { readonly project: Project }) {
  const t = useT();
  const navigate = useNavigate();
  return (
    <ActButton
      primary
      onAct={async () => {
        const made = await bodyOf(
          api.POST('/api/tenders', {
            body: {
              projectId: project.id,
              title: project.title,
              method: project.proposedMethod,
              bidBondFen: '0',
            },
          }),
        );
        await navigate({ to: '/work/tenders/$tenderId', params: { tenderId: made.id } });
      }}
    >
      {t('project.draft')}
    </ActButton>
  );
}

function Returned({ project }: { readonly project: Project }) {
  const t = useT();
  const navigate = useNavigate();
  return (
    <Card title={t('project.resubmit')}>
      <Note tone="warn">
        {t('project.returned', { what: project.missing.join(t('list.comma')) })}
        {project.cureBy === null ? null : ` ${t('clock.cureBy')} ${lastMoment(project.cureBy)}`}
      </Note>
      <div className="row">
        <ActButton
          primary
          onAct={async () => {
            const { id } = await bodyOf(
              api.POST('/api/project-drafts/of-returned/{projectId}', {
                params: { path: { projectId: project.id } },
              }),
            );
            await navigate({ to: '/work/projects/new', search: { draft: id } });
          }}
        >
          {t('project.goOn')}
        </ActButton>
        <LetterButton project={project} />
      </div>
    </Card>
  );
}
