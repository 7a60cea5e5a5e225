import { useQuery } from '@tanstack/react-query';
import { Button } from 'antd';
import { useState } from 'react';
import { api } from '../../../shared/api/client';
import { useRefresh } from '../../../shared/api/use-refresh';
import type { ProjectDraft } from '../../../shared/api/wire';
import { dateTime } from '../../../shared/i18n/dates';
import { useT } from '../../../shared/i18n/i18n-context';
import { Card } from '../../../shared/ui/card';
import { ConfirmDialog } from '../../../shared/ui/confirm-dialog';
import { LinkButton } from '../../../shared/ui/link-button';
import { FactChip } from '../../../shared/ui/status-chip';
import { projectDrafts } from '../queries';

/** Projects that are typed but not handed in: to go on with, or to throw away. */
export function DraftsCard() {
  const t = useT();
  const { data = [] } = useQuery(projectDrafts);
  if (data.length === 0) return null;
  return (
    <Card title={t('project.drafts')}>
      <p className="small muted">{t('project.draftsLead')}</p>
      <ul className="stack">
        {data.map((draft) => (
          <li key={draft.id}>
            <Draft draft={draft} />
          </li>
        ))}
      </ul>
    </Card>
  );
}

function Draft({ draft }: { readonly draft: ProjectDraft }) {
  const t = useT();
  const refresh = useRefresh();
  const [asking, setAsking] = useState(false);
  const typed = draft.typed.title ?? '';
  const title = typed === '' ? t('project.draftUntitled') : typed;
  return (
    <div className="row row--between">
      <div className="row">
        <b>{title}</b>
        <FactChip>
          {t(draft.returned === null ? 'project.draftState' : 'projectState.returned')}
        </FactChip>
        <span className="small muted number">
          {t('project.draftSavedAt')} {dateTime(draft.savedAt)}
        </span>
      </div>
      <div className="row">
        <LinkButton
          to="/work/projects/new"
          search={{ draft: draft.id }}
          aria-label={t('project.draftOpenOf', { title })}
        >
          {t('project.draftOpen')}
        </LinkButton>
        <Button aria-label={t('project.draftDiscardOf', { title })} onClick={() => setAsking(true)}>
          {t('project.draftDiscard')}
        </Button>
      </div>
      <ConfirmDialog
        open={asking}
        title={t('project.draftDiscardTitle')}
        keepLabel={t('project.draftKeep')}
        actLabel={t('project.draftDiscard')}
        onKeep={() => setAsking(false)}
        onAct={async () => {
          await api.DELETE('/api/project-drafts/{id}', { params: { path: { id: draft.id } } });
          setAsking(false);
          await refresh();
        }}
      >
        {title}
      </ConfirmDialog>
    </div>
  );
}
