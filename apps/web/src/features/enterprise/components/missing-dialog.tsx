import { Input } from 'antd';
import { useId, useState } from 'react';
import { useT } from '../../../shared/i18n/i18n-context';
import { ConfirmDialog } from '../../../shared/ui/confirm-dialog';

/** Returns something with everything that is missing, told at once (一次性告知). */
export function MissingDialog({
  open,
  onKeep,
  onReturn,
}: {
  readonly open: boolean;
  readonly onKeep: () => void;
  readonly onReturn: (missing: string[]) => Promise<unknown>;
}) {
  const t = useT();
  const field = useId();
  const [typed, setTyped] = useState('');
  const missing = typed
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '');
  return (
    <ConfirmDialog
      open={open}
      title={t('queue.returnTitle')}
      keepLabel={t('queue.keep')}
      actLabel={t('queue.return')}
      onKeep={onKeep}
      onAct={async () => {
        if (missing.length > 0) await onReturn(missing);
      }}
    >
      <p className="small muted">{t('queue.returnText')}</p>
      <label htmlFor={field}>{t('queue.missingLabel')}</label>
      <Input.TextArea
        id={field}
        rows={5}
        value={typed}
        onChange={(event) => setTyped(event.target.value)}
      />
    </ConfirmDialog>
  );
}
