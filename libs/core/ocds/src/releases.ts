import { formatInstant, type Instant } from '@core/kernel';
import { contracted, paidUnder } from './contract-releases';
import { pruned, type JsonObject } from './json';
import {
  awardAt,
  awardId,
  deadlineAt,
  noticeDocument,
  partyEntry,
  partyId,
  period,
  reference,
  shortened,
  tenderDocument,
  value,
} from './parts';
import type {
  AwardFacts,
  BidFacts,
  CandidateFacts,
  DrawFacts,
  NoticeFacts,
  PartyFacts,
  ProcessFacts,
} from './process';

/** A release with what it came from: the notice or draw whose id is `source`. */
export interface GeneratedRelease {
  readonly source: string;
  readonly at: Instant;
  readonly release: JsonObject;
}

interface Said {
  readonly tag: string;
  readonly body: Readonly<Record<string, unknown>>;
}

const METHOD = {
  open_tender: ['open', '公开招标'],
  invited_tender: ['selective', '邀请招标'],
  comparison: ['limited', '比选'],
  direct_choice: ['direct', '直接择优'],
  reasonable_low_price: ['selective', '预选承包商库合理低价法'],
  lottery: ['selective', '预选承包商库抽签法'],
} as const;

/** Texts beyond this many characters stand in the linked notice alone. */
const DESCRIPTION = 2_000;

function short(text: string): string {
  return shortened(text, DESCRIPTION);
}

/** The tenderer buys; whoever manages the procurement is the procuring entity: the tenderer, or its agency (OCDS partyRole). */
function principals({ tenderer, agency }: ProcessFacts): readonly JsonObject[] {
  return agency === null
    ? [partyEntry(tenderer, ['buyer', 'procuringEntity'])]
    : [partyEntry(tenderer, ['buyer']), partyEntry(agency, ['procuringEntity'])];
}

function enquiriesUntil(facts: ProcessFacts, at: Instant): readonly JsonObject[] {
  return facts.enquiries
    .filter((one) => one.answeredAt <= at)
    .map((one) => ({
      id: one.id,
      description: one.text,
      answer: one.answer,
      dateAnswered: formatInstant(one.answeredAt),
    }));
}

function announced(facts: ProcessFacts, notice: NoticeFacts): Said {
  const { tender, previous } = facts;
  const { timetable } = tender;
  const [procurementMethod, procurementMethodDetails] = METHOD[tender.method];
  const deadline = deadlineAt(facts, notice.publishedAt);
  const opening = timetable && deadline ? deadline + (timetable.openAt - timetable.deadline) : null;
  return {
    tag: 'tender',
    body: {
      parties: [...principals(facts)],
      buyer: reference(facts.tenderer),
      tender: {
        id: tender.code,
        title: tender.title,
        description: short(notice.text),
        status: 'active',
        procuringEntity: reference(facts.agency ?? facts.tenderer),
        value: value(tender.ceiling),
        procurementMethod,
        procurementMethodDetails,
        mainProcurementCategory: tender.kind,
        classification: { scheme: 'x_sunlit', id: tender.category },
        submissionMethod: ['electronicSubmission'],
        tenderPeriod: period(notice.publishedAt, deadline),
        enquiryPeriod: period(notice.publishedAt, timetable?.clarifyUntil ?? null),
        bidOpening: { date: opening === null ? null : formatInstant(opening) },
        deliveryAddresses: [{ locality: tender.region, countryName: '中国' }],
        participationFees:
          tender.bidBond === 0
            ? []
            : [{ id: 'bid-bond', type: ['deposit'], value: value(tender.bidBond) }],
        lots: facts.lots.map((lot) => ({
          id: String(lot.number),
          title: lot.title,
          status: 'active',
          value: value(lot.ceiling),
        })),
        documents: [
          noticeDocument(notice),
          ...facts.documents.filter((one) => one.addedAt <= notice.publishedAt).map(tenderDocument),
        ],
      },
      relatedProcesses: previous
        ? [
            {
              id: previous.ocid,
              relationship: ['unsuccessfulProcess'],
              title: previous.title,
              scheme: 'ocid',
              identifier: previous.ocid,
            },
          ]
        : [],
    },
  };
}

function amended(facts: ProcessFacts, notice: NoticeFacts, before: string | null): Said {
  const { publishedAt } = notice;
  const deadline = deadlineAt(facts, publishedAt);
  const isMoved = deadline !== deadlineAt(facts, publishedAt - 1);
  const documents = facts.documents.filter((one) => one.addedAt <= publishedAt);
  const amendment = {
    id: notice.id,
    date: formatInstant(publishedAt),
    rationale: short(notice.text),
    amendsReleaseID: before,
    releaseID: notice.id,
  };
  return {
    tag: isMoved ? 'tenderAmendment' : 'tenderUpdate',
    body: {
      tender: {
        id: facts.tender.code,
        ...(isMoved
          ? { tenderPeriod: { endDate: deadline === null ? null : formatInstant(deadline) } }
          : {}),
        amendments: isMoved ? [amendment] : [],
        enquiries: enquiriesUntil(facts, publishedAt),
        documents: [noticeDocument(notice), ...documents.map(tenderDocument)],
      },
    },
  };
}

/** The lots of a tender that was divided, as references; nothing of one that was not. */
function relatedLots(facts: ProcessFacts, lot: number): readonly string[] {
  return facts.lots.length === 0 ? [] : [String(lot)];
}

function ended(facts: ProcessFacts, notice: NoticeFacts): Said {
  const status = notice.kind === 'failed_notice' ? 'unsuccessful' : 'cancelled';
  return {
    tag: 'tenderCancellation',
    body: {
      tender: {
        id: facts.tender.code,
        status,
        lots: facts.lots.map((lot) => ({ id: String(lot.number), status })),
        documents: [noticeDocument(notice)],
      },
    },
  };
}

/** The bid a candidate stands for: its own in the hall, or one without a hall (a lottery). */
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

function opened(facts: ProcessFacts, notice: NoticeFacts): Said {
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

function ranked(facts: ProcessFacts, notice: NoticeFacts): Said {
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
          hasRank: true,
          rank: one.rank,
        })),
      },
    },
  };
}

/** Candidates that were left out are qualified no more; what it means for an award is a release of its own. */
function changed(facts: ProcessFacts, notice: NoticeFacts): Said {
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

function lotFailed(facts: ProcessFacts, notice: NoticeFacts): Said {
  const tender = decided(facts, notice.lot ?? 1, notice.publishedAt);
  return {
    tag: tender.status === 'unsuccessful' ? 'tenderCancellation' : 'tenderUpdate',
    body: { tender: { ...tender, documents: [noticeDocument(notice)] } },
  };
}

function awarded(facts: ProcessFacts, notice: NoticeFacts): Said {
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
function voided(facts: ProcessFacts, { lot, awardedAt }: AwardFacts, at: Instant): Said {
  return {
    tag: 'awardCancellation',
    body: {
      tender: decided(facts, lot, at),
      awards: [{ id: awardId(facts, lot, awardedAt), status: 'cancelled' }],
    },
  };
}

function said(facts: ProcessFacts, notice: NoticeFacts, before: string | null): Said {
  switch (notice.kind) {
    case 'tender_notice':
    case 'direct_choice_notice':
      return announced(facts, notice);
    case 'clarification_notice':
    case 'resumption_notice':
      return amended(facts, notice, before);
    case 'failed_notice':
    case 'termination_notice':
      return ended(facts, notice);
    case 'lot_failed_notice':
      return lotFailed(facts, notice);
    case 'opening_record':
      return opened(facts, notice);
    case 'candidates_notice':
      return ranked(facts, notice);
    case 'award_notice':
      return awarded(facts, notice);
    case 'result_changed_notice':
      return changed(facts, notice);
    case 'contract_notice':
    case 'contract_change_notice':
    case 'acceptance_notice':
      return contracted(facts, notice);
    default:
      return {
        tag: 'tenderUpdate',
        body: {
          tender: {
            id: facts.tender.code,
            documents: [noticeDocument(notice)],
          },
        },
      };
  }
}

function drawn(facts: ProcessFacts, draw: DrawFacts): Said {
  const { id, drawId, purpose, attempt, source, poolSize, seed, outcome, url, drawnAt } = draw;
  const date = formatInstant(drawnAt);
  return {
    tag: 'tenderUpdate',
    body: {
      tender: {
        id: facts.tender.code,
        draws: [
          { id, drawID: drawId, purpose, attempt, source, poolSize, seed, outcome, date, uri: url },
        ],
      },
    },
  };
}

/**
 * The releases of a process, the oldest first: one for each notice, finished draw, payment and void award, each saying only what that
 * event changed. Made again from the same rows they come out the same; what exists already is never changed.
 */
export function releasesOf(facts: ProcessFacts): readonly GeneratedRelease[] {
  const events = [
    ...facts.notices.map((notice) => ({
      source: notice.id,
      at: notice.publishedAt,
      say: (before: string | null): Said => said(facts, notice, before),
    })),
    ...facts.awards.flatMap((award) => {
      const at = award.voidedAt;
      const say = (): Said => voided(facts, award, at ?? award.awardedAt);
      return at === null ? [] : [{ source: award.id, at, say }];
    }),
    ...facts.contracts.flatMap((contract) =>
      contract.payments.map(({ id, recordedAt }) => ({
        source: id,
        at: recordedAt,
        say: (): Said => paidUnder(facts, contract, recordedAt),
      })),
    ),
    ...facts.draws.map((draw) => ({
      source: draw.id,
      at: draw.drawnAt,
      say: (): Said => drawn(facts, draw),
    })),
  ].sort((one, other) => one.at - other.at);
  let before: string | null = null;
  return events.map(({ source, at, say }) => {
    const { tag, body } = say(before);
    before = source;
    const content = pruned(body);
    return {
      source,
      at,
      release: {
        ocid: facts.ocid,
        id: source,
        date: formatInstant(at),
        tag: [tag],
        initiationType: 'tender',
        language: 'zh',
        ...(content as JsonObject),
      },
    };
  });
}
