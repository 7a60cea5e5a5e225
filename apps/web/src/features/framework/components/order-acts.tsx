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
        <ReasonButton order={order} act="refuse" />
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

const WORDS = {
  refuse: {
    act: 'order.refuse',
    title: 'order.refuseTitle',
    text: 'order.refuseText',
    keep: 'order.refuseKeep',
  },
  cancel: {
    act: 'order.cancelOrder',
    title: 'order.cancelTitle',
    text: 'order.cancelText',
    keep: 'order.cancelKeep',
  },
} as const;

/** Ends an order before it is confirmed, with a reason: its supplier refuses it, or its buyer takes it back. */
function ReasonButton({
  order,
  act,
}: {
  readonly order: FrameworkOrder;
  readonly act: keyof typeof WORDS;
}) {
  const t = useT();
  const { path, refresh } = useMove(order);
  const field = useId();
  const [asking, setAsking] = useState(false);
  const [reason, setReason] = useState('');
  const words = WORDS[act];
  return (
    <>
      <Button size="small" onClick={() => setAsking(true)}>
        {t(words.act)}
      </Button>
      <ConfirmDialog
        open={asking}
        title={t(words.title, { code: order.code })}
        keepLabel={t(words.keep)}
        actLabel={t(words.act)}
        onKeep={() => setAsking(false)}
        onAct={async () => {
          await api.POST(`/api/orders/{id}/${act}`, { ...path, body: { reason } });
          setAsking(false);
          await refresh();
        }}
      >
        <p>{t(words.text)}</p>
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
      {order.state === 'placed' ? <ReasonButton order={order} act="cancel" /> : null}
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
