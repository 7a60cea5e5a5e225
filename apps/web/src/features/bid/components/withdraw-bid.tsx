import type { OpeningKey } from '@core/sealed-bid';
import { Button } from 'antd';
import { useState } from 'react';
import { api } from '../../../shared/api/client';
import { useRefresh } from '../../../shared/api/use-refresh';
import type { Bid } from '../../../shared/api/wire';
import { useT } from '../../../shared/i18n/i18n-context';
import { Card } from '../../../shared/ui/card';
import { DangerDialog } from '../../../shared/ui/danger-dialog';
import { signWithdrawal } from '../sealing/bid-key';
import { KeyInput } from './key-input';

/** Withdraws a bid: signed with the bid's own key, and a typed token. */
export function WithdrawBid({ bid, onKeep }: { readonly bid: Bid; readonly onKeep: () => void }) {
  const t = useT();
  const refresh = useRefresh();
  const [key, setKey] = useState<OpeningKey | null>(null);
  const number = bid.receipt ?? '';
  const withdraw = async () => {
    const signature = key === null ? null : signWithdrawal(key, bid.bidHash ?? '');
    if (signature === null) return;
    await api.POST('/api/bids/{id}/withdraw', {
      params: { path: { id: bid.id } },
      body: { signature: { ...signature } },
    });
    setKey(null);
    onKeep();
    await refresh();
  };
  return (
    <Card title={t('bid.withdrawTitle')}>
      <p>{t('bid.withdrawLoss')}</p>
      <KeyInput bid={bid} onKey={setKey} />
      <div>
        <Button onClick={onKeep}>{t('bid.withdrawKeep')}</Button>
      </div>
      <DangerDialog
        open={key !== null}
        title={t('bid.withdrawTitle')}
        loss={t('bid.withdrawLoss')}
        token={{
          label: t('bid.withdrawToken'),
          expected: number.slice(-4),
          hint: t('bid.withdrawHint', { number }),
        }}
        keepLabel={t('bid.withdrawKeep')}
        actLabel={t('bid.withdraw')}
        onKeep={() => setKey(null)}
        onAct={withdraw}
      />
    </Card>
  );
}
