import { useQuery } from '@tanstack/react-query';
import { Button, Checkbox } from 'antd';
import { useState } from 'react';
import { api } from '../../../shared/api/client';
import { useRefresh } from '../../../shared/api/use-refresh';
import type { OwnTender } from '../../../shared/api/wire';
import { useT } from '../../../shared/i18n/i18n-context';
import { useAct } from '../../../shared/ui/confirm-dialog';
import { ErrorNote } from '../../../shared/ui/error-note';
import { holderOffers } from '../../keys/queries';

const LEAST = 2;
const WINDOW_SECONDS = 1_800;

/** Names holders who have keys ready: each gives one of its batch to this tender. As many as were decided before, else two, open a bid together. */
export function ChooseHolders({ tender }: { readonly tender: OwnTender }) {
  const t = useT();
  const refresh = useRefresh();
  const { data: offers = [] } = useQuery(holderOffers);
  const [chosen, setChosen] = useState<readonly string[]>([]);
  const [saved, setSaved] = useState(false);
  const { busy, error, act } = useAct(async () => {
    await api.PUT('/api/tenders/{id}/sealing/batches', {
      params: { path: { id: tender.id } },
      body: {
        mode: 'either',
        t: Math.min(tender.sealing?.t ?? LEAST, chosen.length),
        windowSeconds: tender.sealing?.windowSeconds ?? WINDOW_SECONDS,
        organisationIds: [...chosen],
      },
    });
    setSaved(true);
    await refresh();
  });
  if (offers.length < LEAST) return null;
  return (
    <div className="stack">
      <p className="small">{t('draft.chooseHolders')}</p>
      <Checkbox.Group
        value={[...chosen]}
        onChange={(values) => {
          setSaved(false);
          setChosen(values);
        }}
        options={offers.map(({ organisationId, name, x, holder }) => ({
          value: organisationId,
          label: `${name} · ${t('draft.holder', { x, id: holder })}`,
        }))}
      />
      {error === null ? null : <ErrorNote error={error} />}
      <div className="row">
        <Button type="primary" loading={busy} disabled={chosen.length < LEAST} onClick={act}>
          {t('draft.useHolders')}
        </Button>
        <span role="status">{saved ? t('draft.saved') : null}</span>
      </div>
    </div>
  );
}
