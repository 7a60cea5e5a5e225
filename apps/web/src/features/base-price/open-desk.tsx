import { mayOpenBasePrices, sealedBasePrices } from '@core/opening';
import type { BasePrice } from '@core/sealed-bid';
import { Button } from 'antd';
import { useRef, useState } from 'react';
import { api, bodyOf } from '../../shared/api/client';
import { useT } from '../../shared/i18n/i18n-context';
import { ActButton } from '../../shared/ui/act-button';
import { Icon } from '../../shared/ui/icon';
import { Note } from '../../shared/ui/note';
import type { HallParts } from '../opening/hall-context';
import { basePriceFromFile } from './file';

/** The host's place for the tenderer's base price file, while base prices may be opened. */
export function OpenBasePriceDesk({ opening, tender, live }: HallParts) {
  const t = useT();
  const input = useRef<HTMLInputElement>(null);
  const [base, setBase] = useState<BasePrice | null>(null);
  const [wrong, setWrong] = useState(false);
  if (!mayOpenBasePrices(live.hall) || sealedBasePrices(live.hall).length === 0) return null;
  const take = async (file: File | undefined) => {
    const read = file === undefined ? null : await basePriceFromFile(file, tender.id);
    setBase(read);
    setWrong(file !== undefined && read === null);
    if (input.current) input.current.value = '';
  };
  return (
    <section className="card card__body stack" aria-label={t('basePrice.open')}>
      <h2>{t('basePrice.open')}</h2>
      <p className="small muted">{t('basePrice.openText')}</p>
      <div>
        <input
          ref={input}
          type="file"
          accept=".json,application/json"
          hidden
          aria-label={t('basePrice.choose')}
          onChange={(event) => void take(event.target.files?.[0])}
        />
        <Button icon={<Icon name="key" />} onClick={() => input.current?.click()}>
          {t('basePrice.choose')}
        </Button>
      </div>
      <div role="status">
        {wrong ? <Note tone="bad">{t('basePrice.otherFile')}</Note> : null}
        {base === null ? null : <Note tone="ok">{t('basePrice.read')}</Note>}
      </div>
      {base === null ? null : (
        <div>
          <ActButton
            primary
            onAct={async () => {
              const answer = await bodyOf(
                api.POST('/api/openings/{id}/base-price', {
                  params: { path: { id: opening.id } },
                  body: base,
                }),
              );
              setBase(null);
              live.take(answer.events);
            }}
          >
            {t('basePrice.openAct')}
          </ActButton>
        </div>
      )}
    </section>
  );
}
