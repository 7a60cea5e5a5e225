import { basePrice, basePriceCommit, basePriceText, type BasePrice } from '@core/sealed-bid';
import { takesSealedBids } from '@core/tender';
import { useQuery } from '@tanstack/react-query';
import { Button, Checkbox, Form } from 'antd';
import { useState } from 'react';
import { api } from '../../shared/api/client';
import { useRefresh } from '../../shared/api/use-refresh';
import type { OwnTender } from '../../shared/api/wire';
import { dateTime } from '../../shared/i18n/dates';
import { useT } from '../../shared/i18n/i18n-context';
import { ActButton } from '../../shared/ui/act-button';
import { readYuan, shownYuan } from '../../shared/ui/amounts';
import { Card } from '../../shared/ui/card';
import { Fingerprint } from '../../shared/ui/fingerprint';
import { MoneyField } from '../../shared/ui/form-field';
import { Icon } from '../../shared/ui/icon';
import { Note } from '../../shared/ui/note';
import { QueryView } from '../../shared/ui/query-view';
import { saveFile } from '../../shared/files/save-file';
import { tender as tenderQuery } from '../tender/queries';
import { fileName } from './file';

/** Seals the base price of a published tender, lot by lot; the price never leaves this computer. */
export function SealBasePriceCard({ tender }: { readonly tender: OwnTender }) {
  const t = useT();
  const published = useQuery(tenderQuery(tender.id));
  if (tender.state !== 'published' || !takesSealedBids(tender.method)) return null;
  const divided = tender.lots.length > 1;
  return (
    <Card title={t('basePrice.title')}>
      <p className="small muted">{t('basePrice.lead')}</p>
      <QueryView query={published} what={t('basePrice.title')}>
        {({ basePrices }) => (
          <div className="stack">
            {tender.lots.map(({ number, title }) => {
              const sealed = basePrices.find(({ lot }) => lot === number);
              return (
                <section key={number} className="stack">
                  {divided ? <h3>{t('lot.name', { number, title })}</h3> : null}
                  {sealed === undefined ? (
                    <SealOne tender={tender} lot={divided ? number : null} />
                  ) : (
                    <div>
                      <p>{t('basePrice.sealedAt', { at: dateTime(sealed.sealedAt) })}</p>
                      <Fingerprint digest={sealed.commit} />
                    </div>
                  )}
                </section>
              );
            })}
          </div>
        )}
      </QueryView>
    </Card>
  );
}

interface Typed {
  readonly price: string;
}

/** First the amount, then its file; only the commitment is sent, and only when the file is saved. */
function SealOne({ tender, lot }: { readonly tender: OwnTender; readonly lot: number | null }) {
  const t = useT();
  const [made, setMade] = useState<BasePrice | null>(null);
  if (made !== null)
    return <KeepFile code={tender.code} made={made} onBack={() => setMade(null)} />;
  const make = ({ price }: Typed) => {
    const amount = readYuan(price);
    if (amount === null || amount === 0) return;
    setMade(basePrice(tender.id, lot, amount, crypto.getRandomValues(new Uint8Array(32))));
  };
  return (
    <Form<Typed> layout="vertical" requiredMark={false} onFinish={make}>
      <MoneyField name="price" label={t('basePrice.amount')} hint={t('basePrice.amountHint')} />
      <Button type="primary" htmlType="submit">
        {t('basePrice.make')}
      </Button>
    </Form>
  );
}

function KeepFile({
  code,
  made,
  onBack,
}: {
  readonly code: string;
  readonly made: BasePrice;
  readonly onBack: () => void;
}) {
  const t = useT();
  const refresh = useRefresh();
  const [saved, setSaved] = useState(false);
  const [ticked, setTicked] = useState(false);
  const { tender: id, lot = 1, price } = made;
  return (
    <div className="stack">
      <Note tone="warn">{t('basePrice.keep', { price: shownYuan(price) })}</Note>
      <div className="row">
        <Button
          type={saved ? 'default' : 'primary'}
          icon={<Icon name="download" />}
          onClick={() => {
            saveFile(fileName(code, made), basePriceText(made));
            setSaved(true);
          }}
        >
          {t('basePrice.download')}
        </Button>
        <Button onClick={onBack}>{t('basePrice.again')}</Button>
      </div>
      <Checkbox
        disabled={!saved}
        checked={ticked}
        onChange={(event) => setTicked(event.target.checked)}
      >
        {t('basePrice.saved')}
      </Checkbox>
      <div>
        <ActButton
          primary
          disabled={!ticked}
          onAct={async () => {
            await api.POST('/api/tenders/{id}/base-price', {
              params: { path: { id } },
              body: { lot, commit: basePriceCommit(made) },
            });
            await refresh();
          }}
        >
          {t('basePrice.seal')}
        </ActButton>
      </div>
    </div>
  );
}
