import { Button, Form, InputNumber } from 'antd';
import { useRef, useState } from 'react';
import { api } from '../../../shared/api/client';
import { useRefresh } from '../../../shared/api/use-refresh';
import type { OwnTender } from '../../../shared/api/wire';
import { useT } from '../../../shared/i18n/i18n-context';
import { Card } from '../../../shared/ui/card';
import { useAct } from '../../../shared/ui/confirm-dialog';
import { ErrorNote } from '../../../shared/ui/error-note';
import { FormField } from '../../../shared/ui/form-field';
import { Icon } from '../../../shared/ui/icon';
import { Note } from '../../../shared/ui/note';
import { ChooseHolders } from './choose-holders';
import { readCard, type HolderCard } from '../../keys/holder-card';

interface Typed {
  readonly t: number;
  readonly minutes: number;
}

/** Who can open bids together when a bidder stays away. */
export function SealingCard({ tender }: { readonly tender: OwnTender }) {
  const t = useT();
  const refresh = useRefresh();
  const [cards, setCards] = useState<readonly HolderCard[]>([]);
  const [saved, setSaved] = useState(false);
  const [form] = Form.useForm<Typed>();
  const { busy, error, act } = useAct(async () => {
    const typed = form.getFieldsValue();
    await api.PUT('/api/tenders/{id}/sealing', {
      params: { path: { id: tender.id } },
      body: {
        mode: 'either',
        t: typed.t,
        windowSeconds: typed.minutes * 60,
        holders: cards.map(({ id, x, recipient, publicKey, signature }) => ({
          id,
          x,
          recipient,
          publicKey,
          signature: { ...signature },
        })),
      },
    });
    setSaved(true);
    await refresh();
  });
  const change = (next: readonly HolderCard[]) => {
    setSaved(false);
    setCards(next);
  };
  return (
    <Card title={t('draft.keys')}>
      <p className="small muted">{t('draft.keysLead')}</p>
      <Carried sealing={tender.sealing} />
      <ChooseHolders tender={tender} />
      {cards.length === 0 ? <p className="small">{t('draft.keysNone')}</p> : null}
      <ul>
        {cards.map((card) => (
          <li key={card.x} className="row row--between document">
            <span>
              <Icon name="key" /> {t('draft.holder', { x: card.x, id: card.id })}
            </span>
            <Button
              size="small"
              onClick={() => change(cards.filter((one) => one !== card))}
              aria-label={t('form.removeOf', { what: card.id })}
            >
              {t('form.remove')}
            </Button>
          </li>
        ))}
      </ul>
      <AddCard tenderId={tender.id} cards={cards} onCards={change} />
      {cards.length < 2 ? null : (
        <Form
          form={form}
          layout="vertical"
          requiredMark={false}
          initialValues={{
            t: tender.sealing?.t ?? 2,
            minutes: Math.round((tender.sealing?.windowSeconds ?? 1_800) / 60),
          }}
          onFinish={act}
        >
          <div className="form-grid">
            <FormField name="t" label={t('draft.threshold')}>
              <InputNumber min={2} max={cards.length} precision={0} />
            </FormField>
            <FormField name="minutes" label={t('draft.window')}>
              <InputNumber min={1} max={240} precision={0} />
            </FormField>
          </div>
          <div className="stack">
            {error === null ? null : <ErrorNote error={error} />}
            <div className="row">
              <Button htmlType="submit" loading={busy}>
                {t('draft.saveKeys')}
              </Button>
              <span role="status">{saved ? t('draft.saved') : null}</span>
            </div>
          </div>
        </Form>
      )}
    </Card>
  );
}

/** How bids are opened as it stands: with its holders, or carried over from the last call and without holders yet. */
function Carried({ sealing }: { readonly sealing: OwnTender['sealing'] }) {
  const t = useT();
  if (sealing === null || sealing.mode === 'bidder') return null;
  const { holders, windowSeconds } = sealing;
  return (
    <p className="small">
      {holders.length === 0
        ? t('draft.carriedKeys', { t: sealing.t, minutes: Math.round(windowSeconds / 60) })
        : t('draft.holdersNow', { names: holders.join(t('list.comma')) })}
    </p>
  );
}

function AddCard({
  tenderId,
  cards,
  onCards,
}: {
  readonly tenderId: string;
  readonly cards: readonly HolderCard[];
  readonly onCards: (cards: readonly HolderCard[]) => void;
}) {
  const t = useT();
  const input = useRef<HTMLInputElement>(null);
  const [fault, setFault] = useState<'draft.cardBad' | 'draft.cardTwice' | null>(null);
  const add = async (files: FileList | null) => {
    let all = cards;
    setFault(null);
    for (const file of files ?? []) {
      const card = readCard(await file.text(), tenderId);
      if (card === null) setFault('draft.cardBad');
      else if (all.some((one) => one.x === card.x || one.id === card.id))
        setFault('draft.cardTwice');
      else all = [...all, card].sort((one, other) => one.x - other.x);
    }
    onCards(all);
    if (input.current) input.current.value = '';
  };
  return (
    <div className="stack">
      <div>
        <input
          ref={input}
          type="file"
          multiple
          hidden
          accept=".json,application/json"
          aria-label={t('draft.addCard')}
          onChange={(event) => void add(event.target.files)}
        />
        <Button onClick={() => input.current?.click()}>{t('draft.addCard')}</Button>
      </div>
      <div role="status">{fault === null ? null : <Note tone="bad">{t(fault)}</Note>}</div>
    </div>
  );
}
