import { formatInstant, type Instant } from '@core/kernel';
import type { JsonObject } from './json';
import {
  awardAt,
  awardId,
  noticeDocument,
  partyEntry,
  partyId,
  reference,
  relatedLots,
  value,
  type Said,
} from './parts';
import type {
  AwardFacts,
  BidFacts,
  CandidateFacts,
  NoticeFacts,
  PartyFacts,
  ProcessFacts,
} from './process';

function bidIdOf(facts: ProcessFacts, enterpriseId: string, lot: number): string | null {
  const isIt = (one: { enterpriseId: string; lot: number }): boolean =>
    one.enterpriseId === enterpriseId && one.lot === lot;
  return facts.hall?.bids.find(isIt)?.id ?? facts.candidates.find(isIt)?.id ?? null;
}

function distinct(parties: readonly PartyFacts[]): readonly PartyFacts[] {
  return [...new Map(parties.map((party) => [partyId(party), party])).values()];
}

function tenderersOf(bid: BidFacts): readonly PartyFacts[] {
  return [bid.party, ...bid.members.map((name) => ({ creditCode: null, name }))];
}

function statistics(facts: ProcessFacts, bids: readonly BidFacts[]): readonly JsonObject[] {
  const count = (of: readonly BidFacts[], lot: string | null): readonly JsonObject[] =>
    (['bids', 'disqualifiedBids'] as const).map((measure) => ({
      id: lot === null ? measure : `${measure}-${lot}`,
      measure,
      value: measure === 'bids' ? of.length : of.filter((bid) => bid.isVoid).length,
      ...(lot === null ? {} : { relatedLot: lot }),
    }));
  if (facts.lots.length === 0) return count(bids, null);
  return facts.lots.flatMap(({ number }) =>
    count(
      bids.filter((bid) => bid.lot === number),
      String(number),
    ),
  );
}

export function opened(facts: ProcessFacts, notice: NoticeFacts): Said {
  const bids = facts.hall?.bids ?? [];
  const tenderers = distinct(bids.flatMap(tenderersOf));
  const date = facts.hall ? formatInstant(facts.hall.openedAt) : null;
  return {
    tag: 'tenderUpdate',
    body: {
      parties: tenderers.map((party) => partyEntry(party, ['tenderer'])),
      tender: {
        id: facts.tender.code,
        bidOpening: { date },
        numberOfTenderers: tenderers.length,
        tenderers: tenderers.map(reference),
        documents: [noticeDocument(notice)],
      },
      bids: {
        statistics: statistics(facts, bids),
        details: bids.map((bid) => ({
          id: bid.id,
          status: bid.isVoid ? 'disqualified' : 'pending',
          date,
          tenderers: tenderersOf(bid).map(reference),
          value: value(bid.price),
          relatedLots: relatedLots(facts, bid.lot),
        })),
      },
    },
  };
}

export function ranked(facts: ProcessFacts, notice: NoticeFacts): Said {
  const parties = distinct(facts.candidates.map((one) => one.party));
  const noHall = facts.hall === null;
  return {
    tag: 'tenderUpdate',
    body: {
      parties: parties.map((party) => partyEntry(party, ['tenderer'])),
      tender: {
        id: facts.tender.code,
        documents: [noticeDocument(notice)],
        ...(noHall ? { numberOfTenderers: parties.length, tenderers: parties.map(reference) } : {}),
      },
      bids: {
        details: facts.candidates.map((one) => ({
          id: bidIdOf(facts, one.enterpriseId, one.lot),
          status: 'valid',
          ...(noHall ? { tenderers: [reference(one.party)] } : {}),
          value: value(one.price),
          relatedLots: relatedLots(facts, one.lot),
          ...(one.rank === null ? { hasRank: false } : { hasRank: true, rank: one.rank }),
        })),
      },
    },
  };
}

/** Candidates that were left out are qualified no more; what it means for an award is a release of its own. */
export function changed(facts: ProcessFacts, notice: NoticeFacts): Said {
  const lot = notice.lot ?? 1;
  const isOut = ({ passedOverAt }: CandidateFacts): boolean =>
    passedOverAt !== null && passedOverAt <= notice.publishedAt;
  const out = facts.candidates.filter((one) => one.lot === lot && isOut(one));
  return {
    tag: 'tenderUpdate',
    body: {
      tender: { id: facts.tender.code, documents: [noticeDocument(notice)] },
      bids: {
        details: out.map(({ enterpriseId }) => ({
          id: bidIdOf(facts, enterpriseId, lot),
          status: 'disqualified',
        })),
      },
    },
  };
}

/** What had become of a lot at a moment, the moment included. */
function lotStatus(facts: ProcessFacts, lot: number, at: Instant): string {
  if (awardAt(facts, lot, at)) return 'complete';
  const hasFailed = facts.notices.some(
    ({ kind, lot: about, publishedAt }) =>
      kind === 'lot_failed_notice' && (about ?? 1) === lot && publishedAt <= at,
  );
  return hasFailed ? 'unsuccessful' : 'active';
}

/**
 * The tender and a lot of it as they stood at a moment: complete when every lot is decided and one has an award, unsuccessful
 * when none has. A tender that was not divided is its one lot.
 */
function decided(facts: ProcessFacts, lot: number, at: Instant): JsonObject {
  const numbers = facts.lots.length === 0 ? [lot] : facts.lots.map(({ number }) => number);
  const states = numbers.map((number) => lotStatus(facts, number, at));
  const isOver = !states.includes('active');
  const over = states.includes('complete') ? 'complete' : 'unsuccessful';
  return {
    id: facts.tender.code,
    status: isOver ? over : 'active',
    lots: relatedLots(facts, lot).map((id) => ({ id, status: lotStatus(facts, lot, at) })),
  };
}

export function lotFailed(facts: ProcessFacts, notice: NoticeFacts): Said {
  const tender = decided(facts, notice.lot ?? 1, notice.publishedAt);
  return {
    tag: tender.status === 'unsuccessful' ? 'tenderCancellation' : 'tenderUpdate',
    body: { tender: { ...tender, documents: [noticeDocument(notice)] } },
  };
}

export function awarded(facts: ProcessFacts, notice: NoticeFacts): Said {
  const lot = notice.lot ?? 1;
  const award = awardAt(facts, lot, notice.publishedAt);
  const tender = decided(facts, lot, notice.publishedAt);
  if (!award) return { tag: 'tenderUpdate', body: { tender } };
  const bid = bidIdOf(facts, award.enterpriseId, lot);
  return {
    tag: 'award',
    body: {
      parties: [partyEntry(award.party, ['tenderer', 'supplier'])],
      tender,
      awards: [
        {
          id: awardId(facts, lot, award.awardedAt),
          title: notice.title,
          status: 'active',
          date: formatInstant(award.awardedAt),
          value: value(award.price),
          suppliers: [reference(award.party)],
          relatedBids: bid === null ? [] : [bid],
          relatedLots: relatedLots(facts, lot),
          documents: [noticeDocument(notice)],
        },
      ],
    },
  };
}

/** An award that became void: cancelled, and its lot is what it is without it. */
export function voided(facts: ProcessFacts, { lot, awardedAt }: AwardFacts, at: Instant): Said {
  return {
    tag: 'awardCancellation',
    body: {
      tender: decided(facts, lot, at),
      awards: [{ id: awardId(facts, lot, awardedAt), status: 'cancelled' }],
    },
  };
}
