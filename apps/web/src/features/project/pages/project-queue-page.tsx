import { useQuery } from '@tanstack/react-query';
import { Button } from 'antd';
import { useState } from 'react';
import { api } from '../../../shared/api/client';
import { useRefresh } from '../../../shared/api/use-refresh';
import type { Project } from '../../../shared/api/wire';
import { dateTime, lastMoment } from '../../../shared/i18n/dates';
import { useT } from '../../../shared/i18n/i18n-context';
import { legalMillis } from '../../../shared/live/server-clock';
import { ActButton } from '../../../shared/ui/act-button';
import { Empty } from '../../../shared/ui/empty';
import { Money } from '../../../shared/ui/money';
import { StatusChip } from '../../../shared/ui/status-chip';
import { PageHead } from '../../../shared/ui/page-head';
import { QueryView } from '../../../shared/ui/query-view';
import '../../enterprise/enterprise.css';
import { FindingList } from '../../tender/components/finding-list';
import { TenderDraftsCard } from '../components/tender-drafts-card';
import { ReturnDialog } from '../components/return-dialog';
import { ChangesCard } from '../components/changes-card';
import { ProjectFilesList } from '../components/project-files-list';
import { ScopeFacts } from '../components/scope-facts';
import { projects } from '../queries';

/** The registrar's queue of projects. */
export function ProjectQueuePage() {
  const t = useT();
  const query = useQuery(projects);
  return (
    <>
      <PageHead title={t('queue.projects')} lead={t('queue.enterprisesLead')} />
      <div className="card">
        <QueryView query={query} what={t('projects.what')}>
          {(all) => {
            const waiting = all.filter((one) => one.state === 'submitted');
            return waiting.length === 0 ? (
              <Empty fact={t('queue.projectsEmpty')} />
            ) : (
              <ul>
                {waiting.map((one) => (
                  <li key={one.id} className="queue-item">
                    <QueueItem project={one} />
                  </li>
                ))}
              </ul>
            );
          }}
        </QueryView>
      </div>
      <TenderDraftsCard />
    </>
  );
}

function QueueItem({ project }: { readonly project: Project }) {
  const t = useT();
  const refresh = useRefresh();
  const [returning, setReturning] = useState(false);
  const now = legalMillis();
  const isLate = project.answerBy !== null && now !== null && Date.parse(project.answerBy) < now;
  return (
    <article className="stack">
      <h2>{project.title}</h2>
      <dl className="facts">
        <dt>{t('project.code')}</dt>
        <dd className="mono">{project.code}</dd>
        <dt>{t('project.regime')}</dt>
        <dd>{t(`regime.${project.regime}`)}</dd>
        <dt>{t('project.approval')}</dt>
        <dd>{project.approvalNumber}</dd>
        <dt>{t('project.estimate')}</dt>
        <dd>
          <Money fen={project.estimateFen} capitals />
        </dd>
        <ScopeFacts project={project} />
        <ProjectFilesList project={project} />
        <dt>{t('queue.since')}</dt>
        <dd className="number">{dateTime(project.submittedAt)}</dd>
        {project.answerBy === null ? null : (
          <>
            <dt>{t('project.answerBy')}</dt>
            <dd className="number row">
              {lastMoment(project.answerBy)}
              {isLate ? <StatusChip status="overdue" /> : null}
            </dd>
          </>
        )}
      </dl>
      <ChangesCard id={project.id} />
      <FindingList findings={project.findings} />
      <div className="row">
        <ActButton
          primary
          onAct={async () => {
            await api.POST('/api/projects/{id}/answer', {
              params: { path: { id: project.id } },
              body: { missing: [] },
            });
            await refresh();
          }}
        >
          {t('queue.completeProject')}
        </ActButton>
        <Button onClick={() => setReturning(true)}>{t('queue.return')}</Button>
      </div>
      <ReturnDialog project={project} open={returning} onClose={() => setReturning(false)} />
    </article>
  );
}
