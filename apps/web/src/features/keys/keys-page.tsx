import { PASSPHRASE_BYTES, passphraseOf, wrapHolderBatch } from '@core/sealed-bid';
import { Button, Form, InputNumber } from 'antd';
import { useState } from 'react';
import { useT } from '../../shared/i18n/i18n-context';
import { Card } from '../../shared/ui/card';
import { useAct } from '../../shared/ui/confirm-dialog';
import { ErrorNote } from '../../shared/ui/error-note';
import { FormField } from '../../shared/ui/form-field';
import { Note } from '../../shared/ui/note';
import { PageHead } from '../../shared/ui/page-head';
import { saveFile } from '../../shared/files/save-file';
import { randomBytes } from '../bid/sealing/sealer';
import '../bid/bid.css';
import { HeldCard } from './held-card';
import { makeCard, type HolderCard } from './holder-card';
import { MakeBatch } from './make-batch';

interface Typed {
  readonly tender: string;
  readonly id: string;
  readonly x: number;
}

interface Made {
  readonly card: HolderCard;
  readonly wrapped: Uint8Array<ArrayBuffer>;
  readonly passphrase: string;
}

/** The id at the end of a pasted address, or the id itself. */
function tenderIdOf(typed: string): string {
  return typed.trim().replace(/\/+$/, '').split('/').pop() ?? '';
}

/** A holder makes a key for one tender on its own computer. */
export function KeysPage() {
  const t = useT();
  const [form] = Form.useForm<Typed>();
  const [made, setMade] = useState<Made | null>(null);
  const { busy, error, act } = useAct(async () => {
    const typed = form.getFieldsValue();
    const seed = randomBytes(32);
    const card = await makeCard(
      seed,
      tenderIdOf(typed.tender),
      typed.id.trim().toLowerCase(),
      typed.x,
    );
    const passphrase = passphraseOf(randomBytes(PASSPHRASE_BYTES));
    const wrapped = await wrapHolderBatch(passphrase, { holder: card.id, x: card.x, seed });
    setMade({ card, wrapped: new Uint8Array(wrapped), passphrase });
  });
  return (
    <>
      <PageHead title={t('keys.title')} lead={t('keys.lead')} />
      <div className="stack bid">
        <HeldCard />
        <MakeBatch />
        <Card title={t('keys.make')}>
          <Form
            form={form}
            layout="vertical"
            requiredMark={false}
            initialValues={{ x: 1 }}
            onFinish={act}
          >
            <FormField name="tender" label={t('keys.tender')} max={200} />
            <FormField name="id" label={t('keys.name')} max={40} />
            <FormField name="x" label={t('keys.seat')}>
              <InputNumber min={1} max={15} precision={0} />
            </FormField>
            <Button type="primary" htmlType="submit" loading={busy}>
              {t('keys.make')}
            </Button>
            <p role="status" className="small muted">
              {busy ? t('keys.working') : null}
            </p>
          </Form>
          {error === null ? null : <ErrorNote error={error} />}
        </Card>
        {made === null ? null : <MadeKey made={made} />}
      </div>
    </>
  );
}

function MadeKey({ made }: { readonly made: Made }) {
  const t = useT();
  const { card, wrapped, passphrase } = made;
  const name = `${card.id}-${card.tender}`;
  return (
    <Card title={t('draft.holder', { x: card.x, id: card.id })}>
      <p>{t('keys.passphrase')}</p>
      <p className="mono key-words">{passphrase}</p>
      <Note tone="warn">{t('keys.passphraseText')}</Note>
      <div className="row">
        <Button
          type="primary"
          onClick={() => saveFile(`${name}.holder-key.age`, new Blob([wrapped]))}
        >
          {t('keys.private')}
        </Button>
        <Button onClick={() => saveFile(`${name}.card.json`, JSON.stringify(card))}>
          {t('keys.card')}
        </Button>
      </div>
      <p className="small muted">{t('keys.cardText')}</p>
    </Card>
  );
}
