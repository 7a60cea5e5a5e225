import { useQuery } from '@tanstack/react-query';
import { Button } from 'antd';
import { useState } from 'react';
import { useSession } from '../../../shared/auth/session';
import { useT } from '../../../shared/i18n/i18n-context';
import type { Pool } from '../../../shared/api/wire';
import { Card } from '../../../shared/ui/card';
import { Empty } from '../../../shared/ui/empty';
import { LinkButton } from '../../../shared/ui/link-button';
import { PageHead } from '../../../shared/ui/page-head';
import { QueryView } from '../../../shared/ui/query-view';
import { OpenPoolForm } from '../components/open-pool-form';
import { OwnPoolCard } from '../components/own-pool-card';
import { myPools, pools } from '../queries';

/** Contractor pools: a firm applies, the centre opens them and keeps them. */
export function PoolsPage() {
  const t = useT();
  const permissions = useSession()?.permissions ?? [];
  const [opening, setOpening] = useState(false);
  const query = useQuery(pools);
  return (
    <>
      <PageHead title={t('nav.pools')} lead={t('pool.lead')}>
        {permissions.includes('pool.admit') && !opening ? (
          <Button type="primary" onClick={() => setOpening(true)}>
            {t('pool.open')}
          </Button>
        ) : null}
      </PageHead>
      <div className="stack">
        {opening ? <OpenPoolForm onDone={() => setOpening(false)} /> : null}
        <QueryView query={query} what={t('nav.pools')}>
          {(rows) =>
            rows.length === 0 ? (
              <Empty fact={t('pool.none')} />
            ) : permissions.includes('pool.apply') ? (
              <OwnPools pools={rows} />
            ) : (
              <KeptPools pools={rows} />
            )
          }
        </QueryView>
      </div>
    </>
  );
}

function OwnPools({ pools: rows }: { readonly pools: readonly Pool[] }) {
  const t = useT();
  const query = useQuery(myPools);
  return (
    <QueryView query={query} what={t('pool.stand')}>
      {(mine) => (
        <div className="stack">
          {rows.map((pool) => (
            <OwnPoolCard
              key={pool.id}
              pool={pool}
              membership={mine.find(({ poolId }) => poolId === pool.id) ?? null}
            />
          ))}
        </div>
      )}
    </QueryView>
  );
}

function KeptPools({ pools: rows }: { readonly pools: readonly Pool[] }) {
  const t = useT();
  return (
    <div className="stack">
      {rows.map((pool) => (
        <Card key={pool.id} title={pool.name}>
          <p>
            {t('pool.counts', {
              members: pool.members.length,
              publishing: pool.inPublication.length,
            })}{' '}
            <a href={`/pools/${pool.id}`}>{t('pool.publicPage')}</a>
          </p>
          <div>
            <LinkButton to="/work/pools/$poolId" params={{ poolId: pool.id }}>
              {t('pool.desk')}
            </LinkButton>
          </div>
        </Card>
      ))}
    </div>
  );
}
