import { Input } from 'antd';
import { useId, useState } from 'react';
import { useT } from '../../../shared/i18n/i18n-context';
import { ConfirmDialog } from '../../../shared/ui/confirm-dialog';

/** Pausing wants a reason, which everybody reads. */
export function PauseDialog({
  open,
  onKeep,
  onPause,
}: {
  readonly open: boolean;
  readonly onKeep: () => void;
  readonly onPause: (reason: string) => Promise<unknown>;
}) {
  const t = useT();
  const field = useId();
  const [reason, setReason] = useState('');
  return (
    <ConfirmDialog
      open={open}
      title={t('host.pauseTitle')}
      keepLabel={t('host.pauseKeep')}
      actLabel={t('host.pause')}
      onKeep={onKeep}
      onAct={async () => {
        if (reason.trim() !== '') await onPause(reason.trim());
      }}
    >
      <p className="small muted">{t('host.pauseText')}</p>
      <label htmlFor={field}>{t('host.pauseReason')}</label>
      <Input
        id={field}
        value={reason}
        maxLength={200}
        onChange={(event) => setReason(event.target.value)}
      />
    </ConfirmDialog>
  );
}
