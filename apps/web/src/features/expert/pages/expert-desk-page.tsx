import { EXPERT_STANDINGS } from '@core/panel';
import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { Radio } from 'antd';
import { useRef, useState } from 'react';
import { useSession } from '../../../shared/auth/session';
import type { ExpertApplication, ExpertDesk, PoolExpert } from '../../../shared/api/wire';
import { dateTime, lastMoment } from '../../../shared/i18n/dates';
import { useT } from '../../../shared/i18n/i18n-context';
import { Card } from '../../../shared/ui/card';
import { Empty } from '../../../shared/ui/empty';
import { LinkButton } from '../../../shared/ui/link-button';
import { PageHead } from '../../../shared/ui/page-head';
import { QueryView } from '../../../shared/ui/query-view';
import { RecordList } from '../../../shared/ui/record-list';
import { useListKeys } from '../../../shared/ui/use-list-keys';
import { ApplicationChip, StandingChip } from '../components/chips';
import { SpecialtyNames } from '../components/specialty-names';
import { TermList } from '../components/term-list';
import { expertDesk } from '../queries';

/** The desk of the pool: what waits, who is in it, and by which terms it is kept. */
export function ExpertDeskPage() {
  const t = useT();
  const query = useQuery(expertDesk);
  const mayKeep = useSession()?.permissions.includes('expert_pool.keep') ?? false;
  return (
    <>
      <PageHead title={t('nav.experts')} lead={t('expert.deskLead')}>
        {mayKeep ? (
          <LinkButton to="/work/expert-import">{t('expert.importTitle')}</LinkButton>
        ) : null}
      </PageHead>
      <QueryView query={query} what={t('nav.experts')}>
        {(desk) => (
          <div className="stack">
            <Card title={t('expert.applications')}>
              {desk.invited.length === 0 ? null : (
                <p className="small muted">{t('expert.invited', { count: desk.invited.length })}</p>
              )}
              {desk.applications.length === 0 ? (
                <Empty fact={t('expert.noApplications')} />
              ) : (
                <Applications rows={desk.applications} />
              )}
            </Card>
            <InPool experts={desk.experts} />
            <Card title={t('expert.terms')}>
              <TermList terms={desk.terms} />
            </Card>
          </div>
        )}
      </QueryView>
    </>
  );
}

function Applications({ rows }: { readonly rows: readonly ExpertApplication[] }) {
  const t = useT();
  return (
    <RecordList
      caption={t('expert.applications')}
      rows={rows}
      rowKey={(row) => row.id}
      columns={[
        {
          key: 'name',
          title: t('expertField.name'),
          place: 'title',
          cell: (row) => (
            <Link to="/work/experts/$expertId" params={{ expertId: row.expertId }}>
              {row.name}
            </Link>
          ),
        },
        {
          key: 'state',
          title: t('expert.state'),
          place: 'chips',
          cell: (row) => <ApplicationChip state={row.state} />,
        },
        { key: 'employer', title: t('expertField.employer'), cell: (row) => row.employer },
        {
          key: 'specialties',
          title: t('expertField.specialties'),
          cell: (row) => <SpecialtyNames ids={row.specialties} />,
        },
        {
          key: 'since',
          title: t('expert.appliedAt'),
          place: 'main',
          cell: (row) => (
            <span className="number">{row.appliedAt === null ? '' : dateTime(row.appliedAt)}</span>
          ),
        },
      ]}
    />
  );
}

function InPool({ experts }: { readonly experts: ExpertDesk['experts'] }) {
  const t = useT();
  const list = useRef<HTMLDivElement>(null);
  const [chosen, setChosen] = useState<PoolExpert['standing'] | null>(null);
  const standings = EXPERT_STANDINGS.filter((one) =>
    experts.some(({ standing }) => standing === one),
  );
  const shown = chosen !== null && standings.includes(chosen) ? chosen : standings[0];
  useListKeys(list, '#none');
  return (
    <Card title={t('expert.inPool')}>
      {experts.length === 0 ? (
        <Empty fact={t('expert.poolEmpty')} />
      ) : (
        <div className="stack" ref={list}>
          <Radio.Group
            aria-label={t('expert.byStanding')}
            optionType="button"
            value={shown ?? ''}
            onChange={(event) =>
              setChosen(standings.find((one) => one === event.target.value) ?? null)
            }
            options={standings.map((value) => ({
              value,
              label: `${t(`expertStanding.${value}`)} ${experts.filter(({ standing }) => standing === value).length}`,
            }))}
          />
          <RecordList
            caption={t('expert.inPool')}
            rows={experts.filter(({ standing }) => standing === shown)}
            rowKey={(row) => row.id}
            columns={[
              {
                key: 'name',
                title: t('expertField.name'),
                place: 'title',
                cell: (row) => (
                  <Link to="/work/experts/$expertId" params={{ expertId: row.id }} data-row-link>
                    {row.name}
                  </Link>
                ),
              },
              {
                key: 'standing',
                title: t('expert.state'),
                place: 'chips',
                cell: (row) => <StandingChip standing={row.standing} />,
              },
              { key: 'employer', title: t('expertField.employer'), cell: (row) => row.employer },
              {
                key: 'specialties',
                title: t('expertField.specialties'),
                cell: (row) => <SpecialtyNames ids={row.specialties} />,
              },
              {
                key: 'term',
                title: t('expert.termUntil'),
                place: 'main',
                cell: (row) => <span className="number">{lastMoment(row.termUntil)}</span>,
              },
            ]}
          />
        </div>
      )}
    </Card>
  );
}
