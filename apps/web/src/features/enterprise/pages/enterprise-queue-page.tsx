import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useRef } from 'react';
import type { Enterprise } from '../../../shared/api/wire';
import { dateTime, lastMoment, millis } from '../../../shared/i18n/dates';
import { useT } from '../../../shared/i18n/i18n-context';
import { useServerClock } from '../../../shared/live/server-clock';
import { Empty } from '../../../shared/ui/empty';
import { LinkButton } from '../../../shared/ui/link-button';
import { PageHead } from '../../../shared/ui/page-head';
import { QueryView } from '../../../shared/ui/query-view';
import { RecordList } from '../../../shared/ui/record-list';
import { useListKeys } from '../../../shared/ui/use-list-keys';
import { enterpriseQueue } from '../queries';
import '../enterprise.css';

const HOUR = 3_600_000;

/** The registrar's work list: who waits how long, and until when an answer is due. */
export function EnterpriseQueuePage() {
  const t = useT();
  const list = useRef<HTMLDivElement>(null);
  const query = useQuery(enterpriseQueue);
  useListKeys(list, '#none');
  return (
    <>
      <PageHead title={t('queue.enterprises')} lead={t('queue.enterprisesLead')}>
        <LinkButton to="/work/enterprise-import">{t('import.title')}</LinkButton>
      </PageHead>
      <div className="card" ref={list}>
        <QueryView query={query} what={t('enterprise.what')}>
          {(all) =>
            all.length === 0 ? (
              <Empty fact={t('queue.empty')} next={t('queue.emptyNext')} />
            ) : (
              <Queue rows={all} />
            )
          }
        </QueryView>
      </div>
    </>
  );
}

function Queue({ rows }: { readonly rows: readonly Enterprise[] }) {
  const t = useT();
  const { now } = useServerClock();
  return (
    <RecordList
      caption={t('queue.enterprises')}
      rows={rows}
      rowKey={(row) => row.id}
      columns={[
        {
          key: 'name',
          title: t('register.name'),
          place: 'title',
          cell: (row) => (
            <Link
              to="/work/enterprises/$enterpriseId"
              params={{ enterpriseId: row.id }}
              data-row-link
            >
              {row.name}
            </Link>
          ),
        },
        {
          key: 'kind',
          title: t('queue.kind'),
          place: 'chips',
          cell: (row) => (
            <span className="chip chip--line">
              {row.versionInForce === null ? t('queue.first') : t('queue.change')}
            </span>
          ),
        },
        {
          key: 'since',
          title: t('queue.since'),
          cell: (row) =>
            row.submittedAt === null ? (
              t('common.none')
            ) : (
              <span className="number">
                {dateTime(row.submittedAt)} ·{' '}
                {now === null ? '' : ageOf(t, now - millis(row.submittedAt))}
              </span>
            ),
        },
        {
          key: 'due',
          title: t('clock.answerBy'),
          place: 'main',
          cell: (row) =>
            row.answerBy === null ? (
              t('common.none')
            ) : (
              <span className="row">
                <span className="number">{lastMoment(row.answerBy)}</span>
                {now !== null && millis(row.answerBy) <= now ? (
                  <span className="chip chip--bad">{t('queue.overdue')}</span>
                ) : null}
              </span>
            ),
        },
      ]}
    />
  );
}

function ageOf(t: ReturnType<typeof useT>, ms: number): string {
  const hours = Math.max(0, Math.floor(ms / HOUR));
  return hours < 48
    ? t('queue.ageHours', { hours })
    : t('queue.ageDays', { days: Math.floor(hours / 24) });
}
