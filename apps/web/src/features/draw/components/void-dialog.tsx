import { Input, Select } from 'antd';
import { useId, useState } from 'react';
import { api } from '../../../shared/api/client';
import { useRefresh } from '../../../shared/api/use-refresh';
import type { Draw } from '../../../shared/api/wire';
import { useT } from '../../../shared/i18n/i18n-context';
import { ConfirmDialog } from '../../../shared/ui/confirm-dialog';

const PARTIES = ['supervisor', 'tenderer'] as const;

/** Giving a draw up wants a reason, and after the lock the signatures of all independent parties. */
export function VoidDialog({
  draw,
  open,
  onClose,
}: {
  readonly draw: Draw;
  readonly open: boolean;
  readonly onClose: () => void;
}) {
  const t = useT();
  const field = useId();
  const blame = useId();
  const refresh = useRefresh();
  const [reason, setReason] = useState('');
  const [offender, setOffender] = useState<(typeof PARTIES)[number] | null>(null);
  return (
    <ConfirmDialog
      open={open}
      title={t('draw.voidTitle')}
      keepLabel={t('draw.voidKeep')}
      actLabel={t(draw.lock === null ? 'draw.void' : 'draw.voidAsk')}
      onKeep={onClose}
      onAct={async () => {
        if (reason.trim() === '') return;
        await api.POST('/api/draws/{id}/void', {
          params: { path: { id: draw.id } },
          body: { reason: reason.trim(), ...(offender === null ? {} : { offender }) },
        });
        onClose();
        await refresh();
      }}
    >
      <p className="small muted">{t(draw.lock === null ? 'draw.voidEarly' : 'draw.voidLate')}</p>
      <label htmlFor={field}>{t('draw.voidReason')}</label>
      <Input
        id={field}
        value={reason}
        maxLength={200}
        onChange={(event) => setReason(event.target.value)}
      />
      <label htmlFor={blame}>{t('draw.offender')}</label>
      <Select
        id={blame}
        style={{ width: '100%' }}
        value={offender}
        onChange={setOffender}
        options={[
          { value: null, label: t('draw.noOffender') },
          ...PARTIES.map((value) => ({ value, label: t(`drawParty.${value}`) })),
        ]}
      />
    </ConfirmDialog>
  );
}
