import { MEMBER_STATES } from '@core/contractor-pool';
import { useQuery } from '@tanstack/react-query';
import { getRouteApi } from '@tanstack/react-router';
import { Segmented } from 'antd';
import { useState } from 'react';
import { useSession } from '../../../shared/auth/session';
import type { Pool, PoolDeskMember } from '../../../shared/api/wire';
import { useT } from '../../../shared/i18n/i18n-context';
import { Empty } from '../../../shared/ui/empty';
import { PageHead } from '../../../shared/ui/page-head';
import { QueryView } from '../../../shared/ui/query-view';
import { DeskMember } from '../components/desk-member';
import { WatchCard } from '../components/watch-card';
import { poolDesk, pools } from '../queries';

const route = getRouteApi('/work/pools/$poolId');

/** The desk of one pool: applications, publications, reviews, decisions. */
export function PoolDeskPage() {
  const t = useT();
  const { poolId } = route.useParams();
  const query = useQuery(pools);
  const supervises = useSession()?.permissions.includes('pool.supervise') ?? false;
  const pool = query.data?.find(({ id }) => id === poolId);
  return (
    <>
      <PageHead title={pool?.name ?? t('nav.pools')} lead={t('pool.deskLead')} />
      <div className="stack">
        {supervises ? <WatchCard poolId={poolId} /> : null}
        {pool === undefined ? null : <Members pool={pool} />}
      </div>
    </>
  );
}

function Members({ pool }: { readonly pool: Pool }) {
  const t = useT();
  const query = useQuery(poolDesk(pool.id));
  return (
    <QueryView query={query} what={t('pool.desk')}>
      {(all) =>
        all.length === 0 ? (
          <Empty fact={t('pool.deskEmpty')} />
        ) : (
          <ByState pool={pool} members={all} />
        )
      }
    </QueryView>
  );
}

function ByState({
  pool,
  members,
}: {
  readonly pool: Pool;
  readonly members: readonly PoolDeskMember[];
}) {
  const t = useT();
  const states = MEMBER_STATES.filter((state) => members.some((one) => one.state === state));
  const [chosen, setChosen] = useState<PoolDeskMember['state'] | null>(null);
  const shown = chosen !== null && states.includes(chosen) ? chosen : states[0];
  return (
    <div className="stack">
      <Segmented
        aria-label={t('pool.byState')}
        value={shown ?? ''}
        onChange={(value) => setChosen(states.find((one) => one === value) ?? null)}
        options={states.map((value) => ({
          value,
          label: `${t(`poolState.${value}`)} ${members.filter((one) => one.state === value).length}`,
        }))}
      />
      {members
        .filter(({ state }) => state === shown)
        .map((member) => (
          <DeskMember key={member.enterpriseId} pool={pool} member={member} />
        ))}
    </div>
  );
}
