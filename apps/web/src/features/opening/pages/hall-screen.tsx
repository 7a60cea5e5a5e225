import { BID_ORDERS } from '@core/evaluation';
import { useQuery } from '@tanstack/react-query';
import { getRouteApi } from '@tanstack/react-router';
import type { Opening, TenderDetail } from '../../../shared/api/wire';
import { useT } from '../../../shared/i18n/i18n-context';
import { QrCode } from '../../../shared/ui/qr-code';
import { QueryView } from '../../../shared/ui/query-view';
import { usePageTitle } from '../../../shared/ui/use-page-title';
import { StageHead } from '../../shell/components/stage-head';
import { tender as tenderQuery } from '../../tender/queries';
import { opening as openingQuery } from '../queries';
import { useHall, type LiveHall } from '../use-hall';
import { BidOrderList } from '../components/bid-order-list';
import { drawnText, eventText, namesOf, verdictWord, yuanOf } from '../words';
import './hall-screen.css';

const route = getRouteApi('/stage/halls/$openingId');

/** The hall on the big screen: what is said now, and every price as it is read. */
export function HallScreen() {
  const t = useT();
  const { openingId } = route.useParams();
  const opening = useQuery(openingQuery(openingId));
  return (
    <QueryView query={opening} what={t('hall.what')}>
      {(found) => <WithTender opening={found} />}
    </QueryView>
  );
}

function WithTender({ opening }: { readonly opening: Opening }) {
  const t = useT();
  const tender = useQuery(tenderQuery(opening.tenderId));
  return (
    <QueryView query={tender} what={t('hall.what')}>
      {(found) => <Screen opening={opening} tender={found} />}
    </QueryView>
  );
}

function Screen({ opening, tender }: { readonly opening: Opening; readonly tender: TenderDetail }) {
  const t = useT();
  const live = useHall(opening.id, opening.events);
  const last = live.messages.at(-1);
  const { phase, paused } = live.hall;
  usePageTitle(tender.title);
  return (
    <>
      <StageHead title={tender.title} lead={`${t('hall.title')} · ${t(`hallPhase.${phase}`)}`} />
      <div className="stage__body hall-screen">
        <section className="hall-screen__now" aria-live="polite">
          <p className="hall-screen__event">
            {last === undefined ? '' : eventText(t, last.event, namesOf(t, live.messages))}
          </p>
          {paused === null ? null : (
            <p className="hall-screen__paused">{t('hall.paused', { reason: paused })}</p>
          )}
        </section>
        <Drawn live={live} />
        <Prices live={live} />
        <footer className="hall-screen__foot">
          <span className="number">{t('hall.stageSeq', { seq: last?.seq ?? 0 })}</span>
          {live.connected ? null : <span>{t('hall.stageLost')}</span>}
          <span className="hall-screen__scan">
            {t('hall.stageScan')}
            <QrCode
              text={`${window.location.origin}/halls/${opening.id}`}
              label={t('hall.stageScan')}
              size={150}
            />
          </span>
        </footer>
      </div>
    </>
  );
}

/** What was drawn after the reading: coefficients, and the orders of the bids. */
function Drawn({ live }: { readonly live: LiveHall }) {
  const t = useT();
  const { coefficients } = live.hall;
  if (coefficients?.drawn == null) return null;
  const { drawn, orders } = coefficients;
  const values = drawnText(drawn, t('list.comma'));
  return (
    <section className="hall-screen__drawn" aria-label={t('hall.draws')}>
      {values === '' ? null : (
        <p>
          {t('hall.coefficients')} <b className="number">{values}</b>
        </p>
      )}
      {BID_ORDERS.map((kind) => {
        const order = orders?.[kind];
        return order === undefined ? null : (
          <div key={kind}>
            <p>{t(`hall.bidOrder.${kind}`)}</p>
            <BidOrderList hall={live.hall} order={order} />
          </div>
        );
      })}
    </section>
  );
}

/** The bids of the lot that is read; before the reading, and after the last lot, those of all. */
function Prices({ live }: { readonly live: LiveHall }) {
  const t = useT();
  const { bids, lot, lots, phase } = live.hall;
  const shown =
    phase === 'reading' && lots.length > 1 ? bids.filter((bid) => bid.lot === lot) : bids;
  return (
    <ol className="hall-screen__bids" aria-label={t('hall.prices')}>
      {shown.map((bid, index) => (
        <li key={bid.bidId}>
          <span className="hall-screen__order number">{index + 1}</span>
          <span className="grow">
            {lots.length > 1 ? (
              <span className="muted">{t('lot.number', { number: bid.lot })} </span>
            ) : null}
            {bid.members.length > 0 ? bid.members.join(t('list.comma')) : bid.bidderName}
          </span>
          {bid.unsealing.state === 'failed' ? (
            <span>{verdictWord(t, bid.unsealing.verdict)}</span>
          ) : bid.unsealing.state === 'returned' ? (
            <span className="hall-screen__waiting">{t('lot.returned')}</span>
          ) : bid.reading === null ? (
            <span className="hall-screen__waiting">
              {bid.unsealing.state === 'sealed' ? t('hall.sealed') : t('hall.notRead')}
            </span>
          ) : (
            <b className="hall-screen__price number">
              {yuanOf(bid.reading.priceFen)} {t('money.yuan')}
            </b>
          )}
        </li>
      ))}
    </ol>
  );
}
