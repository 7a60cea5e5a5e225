import { Button } from 'antd';
import { useState } from 'react';
import { api } from '../../../shared/api/client';
import { useRefresh } from '../../../shared/api/use-refresh';
import type { ExpertDossier } from '../../../shared/api/wire';
import { useT } from '../../../shared/i18n/i18n-context';
import { ActButton } from '../../../shared/ui/act-button';
import { Card } from '../../../shared/ui/card';
import {
  PauseForm,
  RecusalForm,
  RemoveForm,
  ReviewForm,
  TrainForm,
  WarnForm,
} from './keeper-forms';

const FORMS = ['train', 'warn', 'review', 'pause', 'recusals', 'remove'] as const;
type Doing = (typeof FORMS)[number];

/** What the keeper of the pool may do with somebody in it. */
export function KeeperCard({ dossier }: { readonly dossier: ExpertDossier }) {
  const t = useT();
  const refresh = useRefresh();
  const [doing, setDoing] = useState<Doing | null>(null);
  const { expert, warnings, terms } = dossier;
  if (expert === null || expert.standing === 'removed') return null;
  const { id, pausedUntil } = expert;
  const params = { path: { id } };
  const most = terms.find(({ key }) => key === 'warnings')?.value ?? 0;
  const done = (): void => setDoing(null);
  return (
    <Card title={t('expert.keep')}>
      <div className="stack">
        <p className="small muted">{t('expert.warnings', { count: warnings, most })}</p>
        <div className="row">
          {FORMS.map((one) => (
            <Button key={one} aria-expanded={doing === one} onClick={() => setDoing(one)}>
              {t(`expertAct.${one}`)}
            </Button>
          ))}
          {pausedUntil === null ? null : (
            <ActButton
              onAct={async () => {
                await api.POST('/api/expert-pool/experts/{id}/resume', { params });
                await refresh();
              }}
            >
              {t('expertAct.resume')}
            </ActButton>
          )}
          <ActButton
            onAct={async () => {
              await api.POST('/api/expert-pool/experts/{id}/renewals', { params });
              await refresh();
            }}
          >
            {t('expertAct.renew')}
          </ActButton>
        </div>
        {doing === 'train' ? <TrainForm id={id} onDone={done} /> : null}
        {doing === 'warn' ? <WarnForm id={id} onDone={done} /> : null}
        {doing === 'review' ? <ReviewForm id={id} onDone={done} /> : null}
        {doing === 'pause' ? <PauseForm id={id} onDone={done} /> : null}
        {doing === 'recusals' ? (
          <RecusalForm id={id} recusals={expert.recusals} onDone={done} />
        ) : null}
        {doing === 'remove' ? <RemoveForm id={id} onDone={done} /> : null}
      </div>
    </Card>
  );
}
