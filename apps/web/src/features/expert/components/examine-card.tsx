import { Button, Input } from 'antd';
import { useId, useState } from 'react';
import { api } from '../../../shared/api/client';
import { useRefresh } from '../../../shared/api/use-refresh';
import type { ExpertDossier } from '../../../shared/api/wire';
import { lastMoment } from '../../../shared/i18n/dates';
import { useT } from '../../../shared/i18n/i18n-context';
import { ActButton } from '../../../shared/ui/act-button';
import { Card } from '../../../shared/ui/card';
import { ConfirmDialog } from '../../../shared/ui/confirm-dialog';
import { Note } from '../../../shared/ui/note';
import { ApplicationChip } from './chips';
import { SpecialtyNames } from './specialty-names';

/** An application before its keeper: what to look at, and what becomes of it. */
export function ExamineCard({
  dossier,
  mayKeep,
}: {
  readonly dossier: ExpertDossier;
  readonly mayKeep: boolean;
}) {
  const t = useT();
  const refresh = useRefresh();
  const [doing, setDoing] = useState<'return' | 'refuse' | null>(null);
  const { application, shortOfWorks, alsoAs } = dossier;
  if (application === null) return null;
  const { id, state, publicityUntil } = application;
  const params = { path: { id } };
  return (
    <Card title={t('expert.application')} aside={<ApplicationChip state={state} />}>
      <div className="stack">
        {alsoAs.length === 0 ? null : (
          <Note tone="warn">{t('expert.alsoAs', { names: alsoAs.join('、') })}</Note>
        )}
        {shortOfWorks.length === 0 ? null : (
          <Note tone="warn">
            {t('expert.shortOfWorks')} <SpecialtyNames ids={shortOfWorks} />
          </Note>
        )}
        {state === 'published' && publicityUntil !== null ? (
          <Note tone="info">{t('expert.publishedUntil', { at: lastMoment(publicityUntil) })}</Note>
        ) : null}
        {mayKeep && (state === 'applied' || state === 'published') ? (
          <div className="row">
            {state === 'applied' ? (
              <>
                <ActButton
                  primary
                  onAct={async () => {
                    await api.POST('/api/expert-pool/applications/{id}/publish', { params });
                    await refresh();
                  }}
                >
                  {t('expert.publish')}
                </ActButton>
                <Button onClick={() => setDoing('return')}>{t('expert.return')}</Button>
              </>
            ) : null}
            <Button onClick={() => setDoing('refuse')}>{t('expert.refuse')}</Button>
          </div>
        ) : null}
        {doing === null ? null : (
          <ReasonDialog kind={doing} id={id} onDone={() => setDoing(null)} />
        )}
      </div>
    </Card>
  );
}

function ReasonDialog({
  kind,
  id,
  onDone,
}: {
  readonly kind: 'return' | 'refuse';
  readonly id: string;
  readonly onDone: () => void;
}) {
  const t = useT();
  const refresh = useRefresh();
  const field = useId();
  const [text, setText] = useState('');
  const lines = text.split('\n').map((line) => line.trim());
  const params = { path: { id } };
  return (
    <ConfirmDialog
      open
      title={t(`expert.${kind}Title`)}
      keepLabel={t('form.back')}
      actLabel={t(`expert.${kind}`)}
      onKeep={onDone}
      onAct={async () => {
        if (kind === 'return') {
          const missing = lines.filter((line) => line !== '');
          await api.POST('/api/expert-pool/applications/{id}/return', {
            params,
            body: { missing },
          });
        } else {
          const body = { reason: text.trim() };
          await api.POST('/api/expert-pool/applications/{id}/refuse', { params, body });
        }
        await refresh();
        onDone();
      }}
    >
      <label htmlFor={field}>{t(`expert.${kind}Text`)}</label>
      <Input.TextArea
        id={field}
        rows={5}
        maxLength={2_000}
        value={text}
        onChange={(event) => setText(event.target.value)}
      />
    </ConfirmDialog>
  );
}
