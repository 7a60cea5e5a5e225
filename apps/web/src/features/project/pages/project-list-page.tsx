import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useT } from '../../../shared/i18n/i18n-context';
import { Empty } from '../../../shared/ui/empty';
import { LinkButton } from '../../../shared/ui/link-button';
import { Money } from '../../../shared/ui/money';
import { PageHead } from '../../../shared/ui/page-head';
import { QueryView } from '../../../shared/ui/query-view';
import { RecordList } from '../../../shared/ui/record-list';
import { FactChip } from '../../../shared/ui/status-chip';
import { DraftsCard } from '../components/drafts-card';
import { projects } from '../queries';

/** The tenderer's projects. */
export function ProjectListPage() {
  const t = useT();
  const query = useQuery(projects);
  return (
    <>
      <PageHead title={t('projects.title')} lead={t('projects.lead')}>
        <LinkButton primary to="/work/projects/new">
          {t('projects.new')}
        </LinkButton>
      </PageHead>
      <div className="stack">
        <DraftsCard />
        <div className="card">
          <QueryView query={query} what={t('projects.what')}>
            {(rows) =>
              rows.length === 0 ? (
                <Empty fact={t('projects.empty')} next={t('projects.emptyNext')} />
              ) : (
                <RecordList
                  caption={t('projects.title')}
                  rows={rows}
                  rowKey={(row) => row.id}
                  columns={[
                    {
                      key: 'title',
                      title: t('project.title'),
                      place: 'title',
                      cell: (row) => (
                        <Link to="/work/projects/$projectId" params={{ projectId: row.id }}>
                          {row.title}
                        </Link>
                      ),
                    },
                    {
                      key: 'code',
                      title: t('project.code'),
                      cell: (row) => <span className="mono">{row.code}</span>,
                    },
                    {
                      key: 'state',
                      title: t('tenders2.state'),
                      place: 'chips',
                      cell: (row) => (
                        <FactChip>
                          {row.state === 'registered'
                            ? t(`projectProgress.${row.progress}`)
                            : t(`projectState.${row.state}`)}
                        </FactChip>
                      ),
                    },
                    {
                      key: 'estimate',
                      title: t('project.estimate'),
                      place: 'main',
                      align: 'end',
                      cell: (row) => <Money fen={row.estimateFen} />,
                    },
                  ]}
                />
              )
            }
          </QueryView>
        </div>
      </div>
    </>
  );
}
