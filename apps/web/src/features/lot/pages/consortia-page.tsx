import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { Button } from 'antd';
import { useState } from 'react';
import { api } from '../../../shared/api/client';
import { useRefresh } from '../../../shared/api/use-refresh';
import type { Consortium } from '../../../shared/api/wire';
import { useT } from '../../../shared/i18n/i18n-context';
import { Card } from '../../../shared/ui/card';
import { ConfirmDialog } from '../../../shared/ui/confirm-dialog';
import { Empty } from '../../../shared/ui/empty';
import { PageHead } from '../../../shared/ui/page-head';
import { QueryView } from '../../../shared/ui/query-view';
import { FactChip } from '../../../shared/ui/status-chip';
import { lotName } from '../lots';
import { myConsortia } from '../queries';

/** The consortia one leads or is asked to join. */
export function ConsortiaPage() {
  const t = useT();
  const query = useQuery(myConsortia);
  return (
    <>
      <PageHead title={t('nav.consortia')} lead={t('consortium.lead')} />
      <QueryView query={query} what={t('consortium.what')}>
        {(all) =>
          all.length === 0 ? (
            <div className="card">
              <Empty fact={t('consortium.empty')} next={t('consortium.emptyNext')} />
            </div>
          ) : (
            <div className="stack">
              {all.map((one) => (
                <ConsortiumCard key={one.id} consortium={one} />
              ))}
            </div>
          )
        }
      </QueryView>
    </>
  );
}

function ConsortiumCard({ consortium }: { readonly consortium: Consortium }) {
  const t = useT();
  const { tender, tenderId, lot, lotTitle, state, members } = consortium;
  return (
    <Card
      title={tender?.title ?? tenderId}
      aside={<FactChip>{t(`consortium.state.${state}`)}</FactChip>}
    >
      <p className="row small">
        <Link to="/tenders/$tenderId" params={{ tenderId }}>
          {tender?.code ?? t('consortium.project')}
        </Link>
        {lotTitle === null ? null : <span>{lotName(t, { number: lot, title: lotTitle })}</span>}
      </p>
      <ul aria-label={t('consortium.members')}>
        {members.map(({ name, creditCode, leader, confirmedAt }) => (
          <li key={creditCode}>
            <b>{name}</b> <span className="mono small muted">{creditCode}</span>{' '}
            <span className="small muted">
              {leader
                ? t('consortium.leader')
                : t(confirmedAt === null ? 'consortium.waiting' : 'consortium.confirmed')}
            </span>
          </li>
        ))}
      </ul>
      {state === 'dissolved' ? null : <Acts consortium={consortium} />}
    </Card>
  );
}

function Acts({ consortium: { id, state, members } }: { readonly consortium: Consortium }) {
  const t = useT();
  const refresh = useRefresh();
  const [asking, setAsking] = useState<'confirm' | 'dissolve' | null>(null);
  const mine = members.find((one) => one.mine);
  const params = { path: { id } };
  const done = async () => {
    setAsking(null);
    await refresh();
  };
  return (
    <div className="row">
      {state === 'forming' && mine?.confirmedAt === null ? (
        <Button type="primary" onClick={() => setAsking('confirm')}>
          {t('consortium.confirm')}
        </Button>
      ) : null}
      <Button onClick={() => setAsking('dissolve')}>{t('consortium.dissolve')}</Button>
      <ConfirmDialog
        open={asking === 'confirm'}
        title={t('consortium.confirmTitle')}
        keepLabel={t('consortium.keep')}
        actLabel={t('consortium.confirm')}
        onKeep={() => setAsking(null)}
        onAct={async () => {
          await api.POST('/api/consortia/{id}/confirmation', { params });
          await done();
        }}
      >
        {t('consortium.confirmText')}
      </ConfirmDialog>
      <ConfirmDialog
        open={asking === 'dissolve'}
        title={t('consortium.dissolveTitle')}
        keepLabel={t('consortium.dissolveKeep')}
        actLabel={t('consortium.dissolve')}
        onKeep={() => setAsking(null)}
        onAct={async () => {
          await api.DELETE('/api/consortia/{id}', { params });
          await done();
        }}
      >
        {t('consortium.lead')}
      </ConfirmDialog>
    </div>
  );
}
