import { Button, Input } from 'antd';
import { useId, useState } from 'react';
import { api } from '../../../shared/api/client';
import { useRefresh } from '../../../shared/api/use-refresh';
import type { Project } from '../../../shared/api/wire';
import { dateTime } from '../../../shared/i18n/dates';
import { useT } from '../../../shared/i18n/i18n-context';
import { ActButton } from '../../../shared/ui/act-button';
import { Card } from '../../../shared/ui/card';
import { ConfirmDialog } from '../../../shared/ui/confirm-dialog';
import { Note } from '../../../shared/ui/note';

/** The clock of a project nobody tenders, and the way to answer its reminder. */
export function StaleNote({ project }: { readonly project: Project }) {
  const t = useT();
  const refresh = useRefresh();
  const { state, progress } = project;
  const isIdle = progress === 'waiting' || progress === 'preparing';
  if (state !== 'registered' || !isIdle) return null;
  if (project.endsAt === null) {
    return project.remindAt === null ? null : (
      <p className="small muted">{t('project.remindAt', { at: dateTime(project.remindAt) })}</p>
    );
  }
  return (
    <Card title={t('project.reminded', { at: dateTime(project.endsAt) })}>
      <div>
        <ActButton
          primary
          onAct={async () => {
            await api.POST('/api/projects/{id}/keep', { params: { path: { id: project.id } } });
            await refresh();
          }}
        >
          {t('project.keepAct')}
        </ActButton>
      </div>
    </Card>
  );
}

/** What became of a project that ended. */
export function EndedNote({ project }: { readonly project: Project }) {
  const t = useT();
  return (
    <Note tone="info">
      {project.endReason === null
        ? t('project.endedItself')
        : t('project.ended', { reason: project.endReason })}
    </Note>
  );
}

/** Gives a project up, with a reason. */
export function EndCard({ project }: { readonly project: Project }) {
  const t = useT();
  const refresh = useRefresh();
  const field = useId();
  const [reason, setReason] = useState('');
  const [asking, setAsking] = useState(false);
  const { state, progress } = project;
  if (state === 'terminated' || progress === 'tendering' || progress === 'completed') return null;
  return (
    <Card title={t('project.endTitle')}>
      <p className="small muted">{t('project.endLead')}</p>
      <div>
        <label htmlFor={field}>{t('project.endReason')}</label>
        <Input.TextArea
          id={field}
          rows={2}
          maxLength={500}
          value={reason}
          onChange={(event) => setReason(event.target.value)}
        />
      </div>
      <div>
        <Button danger disabled={reason.trim() === ''} onClick={() => setAsking(true)}>
          {t('project.endAct')}
        </Button>
      </div>
      <ConfirmDialog
        open={asking}
        title={t('project.endConsequence')}
        keepLabel={t('project.endKeep')}
        actLabel={t('project.endAct')}
        onKeep={() => setAsking(false)}
        onAct={async () => {
          await api.POST('/api/projects/{id}/terminate', {
            params: { path: { id: project.id } },
            body: { reason: reason.trim() },
          });
          setAsking(false);
          await refresh();
        }}
      >
        {reason}
      </ConfirmDialog>
    </Card>
  );
}
