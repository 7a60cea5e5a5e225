import type { HallEventMessage } from '@contracts';
import { useQuery } from '@tanstack/react-query';
import { useCallback, useMemo } from 'react';
import type { Opening, TenderDetail } from '../../../shared/api/wire';
import { usePermission, useSession } from '../../../shared/auth/session';
import { useLanguage } from '../../../shared/i18n/i18n-context';
import { Countdown } from '../../../shared/ui/countdown';
import { EventStream } from '../../../shared/ui/event-stream';
import { Note } from '../../../shared/ui/note';
import { usePageTitle } from '../../../shared/ui/use-page-title';
import { ownTender } from '../queries';
import { useHall } from '../use-hall';
import { useReadAloud } from '../use-read-aloud';
import { eventText, namesOf, streamOf } from '../words';
import { HallBasePrices } from '../../base-price/hall-card';
import { OpenBasePriceDesk } from '../../base-price/open-desk';
import { CoefficientsCard } from './coefficients-card';
import { AttendanceCard } from './attendance-card';
import { BidderDesk } from './bidder-desk';
import { HallHead } from './hall-head';
import { HallPhases } from './hall-phases';
import { HostDesk } from './host-desk';
import { ObjectionsCard } from './objections-card';
import { PriceTable } from './price-table';
import { SigningCard } from './signing-card';
import './hall.css';

interface HallViewProps {
  readonly opening: Opening;
  readonly tender: TenderDetail;
}

/** The ceremony, its prices and its record. */
export function HallView({ opening, tender }: HallViewProps) {
  const { t, locale } = useLanguage();
  const live = useHall(opening.id, opening.events);
  const place = usePlace(tender.id, live.hall.bids);
  usePageTitle(`${tender.title} · ${t('hall.title')}`);
  const names = useMemo(() => namesOf(t, live.messages), [t, live.messages]);
  const textOf = useCallback(
    (message: HallEventMessage) => eventText(t, message.event, names),
    [t, names],
  );
  const voice = useReadAloud(live.messages, textOf, locale);
  const parts = { opening, tender, live };
  return (
    <>
      <HallHead {...parts} voice={voice} />
      <HallPhases phase={live.hall.phase} />
      {live.connected ? null : <Note tone="warn">{t('hall.offline')}</Note>}
      <div className="hall__columns">
        <div className="stack">
          {place.isHost ? <HostDesk {...parts} onReread={voice.again} /> : null}
          {place.isHost ? <OpenBasePriceDesk {...parts} /> : null}
          {place.bids.map((bid) => (
            <BidderDesk key={bid.bidId} {...parts} bid={bid} />
          ))}
          <Standing {...parts} />
          <AttendanceCard
            {...parts}
            isHost={place.isHost}
            firmId={place.bids[0]?.bidderId ?? null}
          />
          <PriceTable {...parts} />
          <CoefficientsCard {...parts} />
          <HallBasePrices live={live} />
          <div className="hall__cards">
            <ObjectionsCard {...parts} mayAnswer={place.isHost} mayObject={place.bids.length > 0} />
            <SigningCard {...parts} maySign={place.maySign} />
          </div>
        </div>
        <EventStream
          title={t('hall.record')}
          events={streamOf(t, live.messages, new Set(place.bids.map(({ bidId }) => bidId)))}
          {...(live.recovered === null ? {} : { recovered: live.recovered })}
        />
      </div>
    </>
  );
}

function Standing({
  opening,
  live,
}: HallViewProps & { readonly live: ReturnType<typeof useHall> }) {
  const { t } = useLanguage();
  const { paused, phase } = live.hall;
  const closing = live.messages.map((one) => one.event).find((one) => one.kind === 'bids_closed');
  return (
    <>
      {paused === null ? null : <Note tone="warn">{t('hall.paused', { reason: paused })}</Note>}
      {phase === 'failed' ? (
        <Note tone="bad">{t('hall.failed', { minimum: closing?.minimum ?? 3 })}</Note>
      ) : null}
      {phase === 'unsealing' ? (
        <section className="card card__body">
          <Countdown
            size="small"
            from={opening.openedAt}
            to={opening.windowEndsAt}
            label={t('hall.window')}
            atZero={t('hall.windowZero')}
          />
        </section>
      ) : null}
    </>
  );
}

/** Who the reader is here. The server decides again with every command. */
function usePlace(tenderId: string, bids: ReturnType<typeof useHall>['hall']['bids']) {
  const acting = useSession()?.acting ?? null;
  const mayHost = usePermission('opening.host');
  const own = useQuery({ ...ownTender(tenderId), enabled: mayHost });
  const mine =
    acting?.role === 'bidder' ? bids.filter((one) => one.bidderId === acting.organisationId) : [];
  const isTenderer = acting?.role === 'tenderer' && own.data !== undefined;
  return {
    bids: mine,
    isHost: mayHost && own.data?.allowedActions.includes('host') === true,
    maySign:
      mine.length > 0 || isTenderer || acting?.role === 'host' || acting?.role === 'supervisor',
  };
}
