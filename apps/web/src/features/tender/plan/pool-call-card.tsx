import { useQuery } from '@tanstack/react-query';
import { Select } from 'antd';
import { useId, useState } from 'react';
import { api, bodyOf } from '../../../shared/api/client';
import { useRefresh } from '../../../shared/api/use-refresh';
import type { OwnTender } from '../../../shared/api/wire';
import { useT } from '../../../shared/i18n/i18n-context';
import { ActButton } from '../../../shared/ui/act-button';
import { Card } from '../../../shared/ui/card';
import { CiteChip } from '../../../shared/ui/cite-chip';
import { QueryView } from '../../../shared/ui/query-view';
import { pools } from '../../contractor-pool/queries';

const NONE = '';

/** Whom a tender by reasonable low price is called among: the members of a pool, or everybody. */
export function PoolCallCard({ tender }: { readonly tender: OwnTender }) {
  const t = useT();
  const { id } = tender;
  const isAsked = tender.method === 'reasonable_low_price';
  const call = useQuery({
    queryKey: ['tender', id, 'pool'],
    queryFn: () => bodyOf(api.GET('/api/tenders/{id}/pool', { params: { path: { id } } })),
    enabled: isAsked,
  });
  if (!isAsked) return null;
  return (
    <Card title={t('plan.pool')}>
      <p className="small muted">{t('plan.poolLead')}</p>
      <QueryView query={call} what={t('plan.pool')}>
        {({ pool, findings }) => (
          <>
            <p>{t('plan.poolNow', { name: pool?.name ?? t('plan.poolNone') })}</p>
            <div className="row">
              {findings.map((finding) => (
                <CiteChip key={finding.ruleId} citation={finding} />
              ))}
            </div>
            <Choose key={pool?.id ?? NONE} tender={tender} poolId={pool?.id ?? NONE} />
          </>
        )}
      </QueryView>
    </Card>
  );
}

function Choose({ tender, poolId }: { readonly tender: OwnTender; readonly poolId: string }) {
  const t = useT();
  const refresh = useRefresh();
  const field = useId();
  const known = useQuery(pools);
  const [chosen, setChosen] = useState(poolId);
  const fitting = (known.data ?? []).filter(({ trade }) => trade === tender.category);
  return (
    <div className="stack plan-fields">
      <div>
        <label htmlFor={field}>{t('plan.poolChoice')}</label>
        <Select
          id={field}
          value={chosen}
          options={[
            { value: NONE, label: t('plan.poolNone') },
            ...fitting.map(({ id, name }) => ({ value: id, label: name })),
          ]}
          onChange={setChosen}
        />
        {known.isSuccess && fitting.length === 0 ? (
          <p className="small muted">{t('plan.poolMissing')}</p>
        ) : null}
      </div>
      <div>
        <ActButton
          onAct={async () => {
            await api.PUT('/api/tenders/{id}/pool', {
              params: { path: { id: tender.id } },
              body: chosen === NONE ? {} : { poolId: chosen },
            });
            await refresh();
          }}
        >
          {t('plan.poolSave')}
        </ActButton>
      </div>
    </div>
  );
}
