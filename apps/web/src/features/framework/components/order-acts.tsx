import { Button, Input } from 'antd';
import { useId, useState } from 'react';
import { api } from '../../../shared/api/client';
import { useRefresh } from '../../../shared/api/use-refresh';
import type { FrameworkOrder } from '../../../shared/api/wire';
import { usePermission } from '../../../shared/auth/session';
import { useT } from '../../../shared/i18n/i18n-context';
import { ActButton } from '../../../shared/ui/act-button';
import { ConfirmDialog } from '../../../shared/ui/confirm-dialog';

/** What the reader may do to an order now, as its supplier or as its buyer. */
export function OrderActs({ order }: { readonly order: FrameworkOrder }) {
  const supplies = usePermission('framework.supply');
  const buys = usePermission('framework.buy');
  return (
    <span className="row">
      {supplies ? <SupplierActs order={order} /> : null}
      {buys ? <BuyerActs order={order} /> : null}
    </span>
  );
}

function useMove(order: FrameworkOrder) {
  const refresh = useRefresh();
  const path = { params: { path: { id: order.id } } };
  return { path, refresh };
}

function SupplierActs({ order }: { readonly order: FrameworkOrder }) {
  const t = useT();
  const { path, refresh } = useMove(order);
  if (order.state === 'placed') {
    return (
      <>
        <ActButton
          primary
          small
          onAct={async () => {
            await api.POST('/api/orders/{id}/confirm', path);
            await refresh();
          }}
        >
          {t('order.confirm')}
        </ActButton>
        <RefuseButton order={order} />
      </>
    );
  }
  if (order.state !== 'confirmed') return null;
  return (
    <ActButton
      small
      onAct={async () => {
        await api.POST('/api/orders/{id}/deliver', path);
        await refresh();
      }}
    >
      {t('order.deliver')}
    </ActButton>
  );
}

function RefuseButton({ order }: { readonly order: FrameworkOrder }) {
  const t = useT();
  const { path, refresh } = useMove(order);
  const field = useId();
  const [asking, setAsking] = useState(false);
  const [reason, setReason] = useState('');
  return (
    <>
      <Button size="small" onClick={() => setAsking(true)}>
        {t('order.refuse')}
      </Button>
      <ConfirmDialog
        open={asking}
        title={t('order.refuseTitle', { code: order.code })}
        keepLabel={t('order.refuseKeep')}
        actLabel={t('order.refuse')}
        onKeep={() => setAsking(false)}
        onAct={async () => {
          await api.POST('/api/orders/{id}/refuse', { ...path, body: { reason } });
          setAsking(false);
          await refresh();
        }}
      >
        <p>{t('order.refuseText')}</p>
        <label htmlFor={field}>{t('order.refuseReason')}</label>
        <Input.TextArea
          id={field}
          rows={2}
          maxLength={500}
          value={reason}
          onChange={(event) => setReason(event.target.value)}
        />
      </ConfirmDialog>
    </>
  );
}

function BuyerActs({ order }: { readonly order: FrameworkOrder }) {
  const t = useT();
  const { path, refresh } = useMove(order);
  return (
    <>
      {order.state === 'delivered' ? (
        <ActButton
          small
          onAct={async () => {
            await api.POST('/api/orders/{id}/receive', path);
            await refresh();
          }}
        >
          {t('order.receive')}
        </ActButton>
      ) : null}
      {order.state === 'received' ? (
        <ActButton
          small
          onAct={async () => {
            await api.POST('/api/orders/{id}/pay', path);
            await refresh();
          }}
        >
          {t('order.pay')}
        </ActButton>
      ) : null}
      {order.receivedAt !== null && order.stars === null ? <ReviewButton order={order} /> : null}
    </>
  );
}

function ReviewButton({ order }: { readonly order: FrameworkOrder }) {
  const t = useT();
  const { path, refresh } = useMove(order);
  const [stars, words] = [useId(), useId()];
  const [asking, setAsking] = useState(false);
  const [given, setGiven] = useState('5');
  const [said, setSaid] = useState('');
  return (
    <>
      <Button size="small" onClick={() => setAsking(true)}>
        {t('order.review')}
      </Button>
      <ConfirmDialog
        open={asking}
        title={t('order.reviewTitle', { code: order.code })}
        keepLabel={t('order.reviewKeep')}
        actLabel={t('order.review')}
        onKeep={() => setAsking(false)}
        onAct={async () => {
          await api.POST('/api/orders/{id}/review', {
            ...path,
            body: { stars: Number(given), words: said },
          });
          setAsking(false);
          await refresh();
        }}
      >
        <p>{t('order.reviewText')}</p>
        <label htmlFor={stars}>{t('order.reviewStars')}</label>
        <Input
          id={stars}
          inputMode="numeric"
          maxLength={1}
          value={given}
          onChange={(event) => setGiven(event.target.value)}
        />
        <label htmlFor={words}>{t('order.reviewWords')}</label>
        <Input.TextArea
          id={words}
          rows={2}
          maxLength={500}
          value={said}
          onChange={(event) => setSaid(event.target.value)}
        />
      </ConfirmDialog>
    </>
  );
}
