import type { HallEventMessage } from '@contracts';
import { BID_ORDERS, type BidOrder } from '@core/evaluation';
import type { AttendanceEvent, CoefficientEvent, HallEvent } from '@core/opening';
import type { Translate } from '../../shared/i18n/catalogue';
import { formatYuan } from '@core/kernel';
import { amountOf, shownYuan } from '../../shared/ui/amounts';
import type { StreamEvent } from '../../shared/ui/event-rows';

const VERDICTS = ['BIDDER_ABSENT', 'BIDDER_FAULT', 'PLATFORM_CORRUPT', 'WRONG_SECRET'] as const;

/** Why a bid was not opened, in words. */
export function verdictWord(t: Translate, verdict: string): string {
  return t(`hallVerdict.${VERDICTS.find((one) => one === verdict) ?? 'other'}`);
}

/** `12,051,600.00` from the wire's fen. */
export function yuanOf(fen: string | undefined): string {
  const amount = amountOf(fen ?? '');
  return amount === null ? '' : formatYuan(amount);
}

/** What bids and lots are called in a hall. */
export interface HallNames {
  /** Of the bidder, by bid. */
  readonly names: ReadonlyMap<string, string>;
  /** Of the bidder, by firm. */
  readonly firms: ReadonlyMap<string, string>;
  /** Of the lot, by number; empty where the tender has one. */
  readonly lots: ReadonlyMap<number, string>;
}

/** The names of bidders and lots, as the closing listed them. */
export function namesOf(t: Translate, messages: readonly HallEventMessage[]): HallNames {
  const closing = messages.map((one) => one.event).find((event) => event.kind === 'bids_closed');
  const nameOf = ({
    bidderName,
    members = [],
  }: {
    bidderName: string;
    members?: readonly string[];
  }) =>
    members.length === 0 ? bidderName : t('lot.members', { names: members.join(t('list.comma')) });
  return {
    names: new Map(closing?.bids.map((bid) => [bid.bidId, nameOf(bid)]) ?? []),
    firms: new Map(closing?.bids.map(({ bidderId, bidderName }) => [bidderId, bidderName]) ?? []),
    lots: new Map(closing?.lots?.map((lot) => [lot.number, t('lot.name', lot)]) ?? []),
  };
}

function closingText(t: Translate, event: Extract<HallEvent, { kind: 'bids_closed' }>): string {
  const count = event.bids.length;
  const failed = (event.lots ?? []).filter((lot) => lot.failed);
  if (!event.failed && failed.length > 0) {
    const names = failed.map(({ number }) => t('lot.number', { number })).join(t('list.comma'));
    return t('hallEvent.closedLots', { count, names });
  }
  return event.failed
    ? t('hallEvent.failed', { count, minimum: event.minimum })
    : t('hallEvent.closed', { count });
}

function unsealedText(t: Translate, by: 'bidder' | 'holders', name: string): string {
  return by === 'bidder'
    ? t('hallEvent.unsealedBidder', { name })
    : t('hallEvent.unsealedHolders', { name });
}

function basePriceText(
  t: Translate,
  event: Extract<HallEvent, { kind: 'base_price_opened' }>,
  divided: boolean,
): string {
  const { lot } = event;
  const price = shownYuan(event.price);
  return divided
    ? t('hallEvent.basePriceLot', { lot, price })
    : t('hallEvent.basePrice', { price });
}

/** The course of the ceremony: what is of no bid and no lot. */
function courseText(
  t: Translate,
  event: Exclude<
    HallEvent,
    {
      kind:
        | 'bids_closed'
        | 'lot_began'
        | 'bid_unsealed'
        | 'bid_failed'
        | 'bid_read'
        | 'base_price_opened'
        | CoefficientEvent['kind']
        | AttendanceEvent['kind'];
    }
  >,
): string {
  switch (event.kind) {
    case 'objection_raised':
      return t('hallEvent.objection_raised', { name: event.byName, text: event.text });
    case 'objection_answered':
      return t('hallEvent.objection_answered', { text: event.answer });
    case 'record_signed':
      return t('hallEvent.record_signed', { name: event.byName });
    case 'paused':
      return t('hallEvent.paused', { reason: event.reason });
    case 'closed':
      return t('hallEvent.done');
    default:
      return t(`hallEvent.${event.kind}`);
  }
}

function attendanceText(t: Translate, event: AttendanceEvent, name: string): string {
  if (event.kind !== 'representative_arrived') return t(`hallEvent.${event.kind}`, { name });
  const { attendee, isRegistered } = event;
  return t(isRegistered ? 'hallEvent.arrived' : 'hallEvent.arrivedOther', { name, attendee });
}

/** Drawn coefficients in one line: `k = 0.97, w = 0.35`. */
export function drawnText(values: Readonly<Record<string, string>>, comma: string): string {
  return Object.entries(values)
    .map(([key, value]) => `${key} = ${value}`)
    .join(comma);
}

/** Most bids an event names: who hears it read aloud sees the rest on the page. */
const MOST_NAMED = 10;

function orderText(
  t: Translate,
  kind: BidOrder,
  order: readonly string[],
  nameOf: (bidId: string) => string,
): string {
  const names = order.slice(0, MOST_NAMED).map(nameOf).join(t('list.comma'));
  return t(`hallEvent.drawnOrder.${kind}`, { names, count: order.length });
}

function drawnEventText(
  t: Translate,
  { values, orders = {} }: Extract<CoefficientEvent, { kind: 'coefficients_drawn' }>,
  nameOf: (bidId: string) => string,
): string {
  const said = BID_ORDERS.flatMap((kind) => {
    const order = orders[kind];
    return order === undefined ? [] : [orderText(t, kind, order, nameOf)];
  });
  const drawn = drawnText(values, t('list.comma'));
  const first = drawn === '' ? [] : [t('hallEvent.coefficientsDrawn', { values: drawn })];
  return [...first, ...said].join(t('simulator.join'));
}

function coefficientText(
  t: Translate,
  event: CoefficientEvent,
  nameOf: (bidId: string) => string,
): string {
  switch (event.kind) {
    case 'coefficient_draw_began':
      return t('hallEvent.coefficientBegan', { attempt: event.attempt });
    case 'coefficient_draw_voided':
      return t('hallEvent.coefficientVoided', { reason: event.reason });
    case 'coefficients_drawn':
      return drawnEventText(t, event, nameOf);
  }
}

function isOfDraw(event: HallEvent): event is CoefficientEvent {
  return event.kind.startsWith('coefficient');
}

/** One event as a sentence: what the stream shows and the voice reads. */
export function eventText(
  t: Translate,
  event: HallEvent,
  { names, lots, firms }: HallNames,
): string {
  const nameOf = (bidId: string) => names.get(bidId) ?? bidId;
  if (isOfDraw(event)) return coefficientText(t, event, nameOf);
  if ('firmId' in event) return attendanceText(t, event, firms.get(event.firmId) ?? event.firmId);
  switch (event.kind) {
    case 'bids_closed':
      return closingText(t, event);
    case 'lot_began':
      return t('hallEvent.lotBegan', { name: lots.get(event.lot) ?? String(event.lot) });
    case 'bid_unsealed':
      return unsealedText(t, event.by, nameOf(event.bidId));
    case 'bid_failed':
      return t('hallEvent.bidFailed', {
        name: nameOf(event.bidId),
        why: verdictWord(t, event.verdict),
      });
    case 'bid_read': {
      const { priceFen, durationDays = '', quality = '', manager = '' } = event.reading;
      return t('hallEvent.read', {
        name: nameOf(event.bidId),
        price: yuanOf(priceFen),
        days: durationDays,
        quality,
        manager,
      });
    }
    case 'base_price_opened':
      return basePriceText(t, event, lots.size > 0);
    default:
      return courseText(t, event);
  }
}

/** Whose event it is, and how loudly it is told. */
export function streamOf(
  t: Translate,
  messages: readonly HallEventMessage[],
  ownBidIds: ReadonlySet<string>,
): readonly StreamEvent[] {
  const names = namesOf(t, messages);
  return messages.map(({ seq, at, event }) => {
    const own = 'bidId' in event && ownBidIds.has(event.bidId);
    const refused = event.kind === 'bid_failed';
    return {
      seq,
      at,
      text: eventText(t, event, names),
      decision: event.kind !== 'bid_unsealed',
      ...(refused ? { tone: 'refusal' as const } : own ? { tone: 'own' as const } : {}),
    };
  });
}
