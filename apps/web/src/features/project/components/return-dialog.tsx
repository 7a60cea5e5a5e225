import { Input } from 'antd';
import type { TextAreaRef } from 'antd/es/input/TextArea';
import { useId, useRef, useState } from 'react';
import { api } from '../../../shared/api/client';
import { useRefresh } from '../../../shared/api/use-refresh';
import type { Project } from '../../../shared/api/wire';
import { useT } from '../../../shared/i18n/i18n-context';
import { ConfirmDialog } from '../../../shared/ui/confirm-dialog';

function linesOf(typed: string): string[] {
  const lines = typed.split('\n').map((line) => line.trim());
  return lines.filter((line) => line !== '');
}

/** Returns a project with everything that is missing, told at once; what is named later needs its reason. */
export function ReturnDialog({
  project,
  open,
  onClose,
}: {
  readonly project: Project;
  readonly open: boolean;
  readonly onClose: () => void;
}) {
  const t = useT();
  const refresh = useRefresh();
  const missingField = useId();
  const reasonField = useId();
  const [typed, setTyped] = useState('');
  const [lateReason, setLateReason] = useState('');
  const [told, setTold] = useState(false);
  const field = useRef<TextAreaRef>(null);
  const isEmpty = told && linesOf(typed).length === 0;
  const missing = linesOf(typed);
  const { told: before } = project;
  const isLate = before.length > 0 && missing.some((one) => !before.includes(one));
  return (
    <ConfirmDialog
      open={open}
      title={t('queue.returnTitle')}
      keepLabel={t('queue.keep')}
      actLabel={t('queue.return')}
      onKeep={onClose}
      onAct={async () => {
        setTold(true);
        if (missing.length === 0) {
          field.current?.focus();
          return;
        }
        await api.POST('/api/projects/{id}/answer', {
          params: { path: { id: project.id } },
          body: { missing, lateReason },
        });
        onClose();
        await refresh();
      }}
    >
      <p className="small muted">{t('queue.returnText')}</p>
      {before.length === 0 ? null : (
        <p className="small">
          {t('project.toldBefore')}: {before.join(t('list.comma'))}
        </p>
      )}
      <label htmlFor={missingField}>{t('queue.missingLabel')}</label>
      <Input.TextArea
        ref={field}
        id={missingField}
        rows={5}
        status={isEmpty ? 'error' : ''}
        aria-invalid={isEmpty}
        aria-describedby={`${missingField}-empty`}
        value={typed}
        onChange={(event) => setTyped(event.target.value)}
      />
      <p id={`${missingField}-empty`} role="alert" className="small">
        {isEmpty ? t('queue.nothingMissing') : null}
      </p>
      {isLate ? (
        <>
          <label htmlFor={reasonField}>{t('project.lateReason')}</label>
          <Input.TextArea
            id={reasonField}
            rows={2}
            maxLength={500}
            value={lateReason}
            onChange={(event) => setLateReason(event.target.value)}
          />
          <p className="small muted">{t('project.lateReasonHint')}</p>
        </>
      ) : null}
    </ConfirmDialog>
  );
}
