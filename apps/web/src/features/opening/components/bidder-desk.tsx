import type { HallBid } from '@core/opening';
import type { OpeningKey } from '@core/sealed-bid';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { api, bodyOf } from '../../../shared/api/client';
import { useT } from '../../../shared/i18n/i18n-context';
import { ActButton } from '../../../shared/ui/act-button';
import { Note } from '../../../shared/ui/note';
import { QueryView } from '../../../shared/ui/query-view';
import { KeyInput } from '../../bid/components/key-input';
import { bidWithReceipt } from '../../bid/queries';
import { SHEET_ENVELOPE } from '../../bid/sealing/seal';
import '../../bid/bid.css';
import type { HallParts } from '../hall-context';
import { verdictWord } from '../words';

/** A bidder's own place: hand in the key while it is wanted, and see what became of it. */
export function BidderDesk({ opening, live, bid }: HallParts & { readonly bid: HallBid }) {
  const t = useT();
  const { unsealing } = bid;
  const divided = live.hall.lots.length > 1;
  const lot = divided ? `${t('lot.number', { number: bid.lot })} · ` : '';
  if (unsealing.state === 'opened') return <Note tone="ok">{lot + t('hall.myKeyDone')}</Note>;
  if (unsealing.state === 'returned') return <Note tone="info">{lot + t('lot.returned')}</Note>;
  if (unsealing.state === 'failed') {
    return <Note tone="bad">{lot + verdictWord(t, unsealing.verdict)}</Note>;
  }
  if (live.hall.phase !== 'unsealing') return null;
  return (
    <section className="host-desk" aria-label={t('hall.myKey')}>
      <div className="grow stack">
        <div>
          <p className="small muted">{t('hall.now')}</p>
          <h2>{lot + t('hall.myKey')}</h2>
          <p className="small muted">
            {opening.closedLeaf === null ? t('hall.myKeyWait') : t('hall.myKeyText')}
          </p>
        </div>
        {opening.closedLeaf === null ? null : (
          <HandInKey openingId={opening.id} bidId={bid.bidId} live={live} />
        )}
      </div>
    </section>
  );
}

function HandInKey({
  openingId,
  bidId,
  live,
}: Pick<HallParts, 'live'> & { readonly openingId: string; readonly bidId: string }) {
  const t = useT();
  const own = useQuery(bidWithReceipt(bidId));
  const [key, setKey] = useState<OpeningKey | null>(null);
  const secret = key?.secrets[SHEET_ENVELOPE];
  return (
    <QueryView query={own} what={t('bid.what')}>
      {(bid) => (
        <>
          <KeyInput bid={bid} onKey={setKey} />
          {secret === undefined ? null : (
            <>
              <Note tone="ok">{t('bid.keyLoaded')}</Note>
              <ActButton
                primary
                large
                onAct={async () => {
                  const answer = await bodyOf(
                    api.POST('/api/openings/{id}/keys', {
                      params: { path: { id: openingId } },
                      body: { bidId, secret },
                    }),
                  );
                  live.take(answer.events);
                }}
              >
                {t('hall.myKeyAct')}
              </ActButton>
            </>
          )}
        </>
      )}
    </QueryView>
  );
}
