import { useQuery } from '@tanstack/react-query';
import { api } from '../../../shared/api/client';
import { useRefresh } from '../../../shared/api/use-refresh';
import type { Pool, PoolMembership } from '../../../shared/api/wire';
import { isoDate, lastMoment } from '../../../shared/i18n/dates';
import { useT } from '../../../shared/i18n/i18n-context';
import { ActButton } from '../../../shared/ui/act-button';
import { Card } from '../../../shared/ui/card';
import { Note } from '../../../shared/ui/note';
import { QueryView } from '../../../shared/ui/query-view';
import { poolStand } from '../queries';
import { History } from './history';
import { InPublication } from './in-publication';
import { MemberChip } from './state-chip';
import { Conditions, Terms } from './terms';

/** States from which a firm may apply. */
const MAY_APPLY: readonly PoolMembership['state'][] = ['returned', 'refused', 'removed', 'left'];
const MAY_LEAVE: readonly PoolMembership['state'][] = [
  'applied',
  'returned',
  'published',
  'admitted',
  'suspended',
];

/** One pool as a firm sees it: the terms, where it stands, what is next. */
export function OwnPoolCard({
  pool,
  membership,
}: {
  readonly pool: Pool;
  readonly membership: PoolMembership | null;
}) {
  const t = useT();
  const refresh = useRefresh();
  const params = { path: { id: pool.id } };
  const mayApply = membership === null || MAY_APPLY.includes(membership.state);
  return (
    <Card
      title={pool.name}
      aside={membership === null ? null : <MemberChip state={membership.state} />}
    >
      <p className="small muted">
        {pool.notice} <a href={`/pools/${pool.id}`}>{t('pool.publicPage')}</a>
      </p>
      <Terms terms={pool.terms} />
      {membership === null ? null : <Standing pool={pool} membership={membership} />}
      {mayApply ? <Stand pool={pool} /> : null}
      <div className="row">
        {mayApply ? (
          <ActButton
            primary
            onAct={async () => {
              await api.POST('/api/pools/{id}/applications', { params });
              await refresh();
            }}
          >
            {t('pool.apply')}
          </ActButton>
        ) : null}
        {membership !== null && MAY_LEAVE.includes(membership.state) ? (
          <ActButton
            onAct={async () => {
              await api.POST('/api/pools/{id}/leave', { params });
              await refresh();
            }}
          >
            {membership.state === 'admitted' || membership.state === 'suspended'
              ? t('pool.leave')
              : t('pool.takeBack')}
          </ActButton>
        ) : null}
      </div>
      <InPublication pool={pool} />
    </Card>
  );
}

function Standing({
  pool,
  membership,
}: {
  readonly pool: Pool;
  readonly membership: PoolMembership;
}) {
  const t = useT();
  const { state, missing, unfinished, tier } = membership;
  const tierName = pool.terms.tiers.find(({ key }) => key === tier)?.name;
  return (
    <div className="stack">
      {missing.length === 0 ? null : (
        <Note tone="warn">
          {t('pool.missing')}
          <ul>
            {missing.map((one) => (
              <li key={one}>{one}</li>
            ))}
          </ul>
        </Note>
      )}
      {state === 'published' && membership.publicityUntil !== null ? (
        <Note tone="info">
          {t('pool.publishedUntil', { at: lastMoment(membership.publicityUntil) })}
        </Note>
      ) : null}
      {membership.reviewPassed === false ? <Note tone="warn">{t('pool.reviewFailed')}</Note> : null}
      {state === 'admitted' && membership.admittedAt !== null ? (
        <dl className="facts">
          <dt>{t('pool.admittedAt')}</dt>
          <dd className="number">{isoDate(membership.admittedAt)}</dd>
          <dt>{t('pool.tier')}</dt>
          <dd>{tierName ?? t('common.none')}</dd>
          <dt>{t('pool.unfinished')}</dt>
          <dd className="number">{unfinished}</dd>
          <dt>{t('pool.reviewDue')}</dt>
          <dd className="number">
            {membership.reviewDueAt === null
              ? t('common.none')
              : lastMoment(membership.reviewDueAt)}
          </dd>
        </dl>
      ) : null}
      <details>
        <summary>{t('pool.history')}</summary>
        <History steps={membership.history} />
      </details>
    </div>
  );
}

function Stand({ pool }: { readonly pool: Pool }) {
  const t = useT();
  const query = useQuery(poolStand(pool.id));
  return (
    <QueryView query={query} what={t('pool.stand')}>
      {(stand) => (
        <section aria-label={t('pool.stand')}>
          <h3>{t('pool.stand')}</h3>
          <Conditions stand={stand} />
          <p>
            {stand.meets
              ? t('pool.meets', {
                  tier: pool.terms.tiers.find(({ key }) => key === stand.tier)?.name ?? '',
                })
              : t('pool.meetsNot')}
          </p>
        </section>
      )}
    </QueryView>
  );
}
