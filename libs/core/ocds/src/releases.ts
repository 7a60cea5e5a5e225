import { formatInstant, type Instant } from '@core/kernel';
import { contracted, paidUnder } from './contract-releases';
import { pruned, type JsonObject } from './json';
import {
  deadlineAt,
  noticeDocument,
  partyEntry,
  period,
  reference,
  shortened,
  tenderDocument,
  value,
  type Said,
} from './parts';
import type { DrawFacts, NoticeFacts, ProcessFacts } from './process';
import { awarded, changed, lotFailed, opened, ranked, voided } from './result-releases';

/** A release with what it came from: the notice or draw whose id is `source`. */
export interface GeneratedRelease {
  readonly source: string;
  readonly at: Instant;
  readonly release: JsonObject;
}

const METHOD = {
  open_tender: ['open', '公开招标'],
  invited_tender: ['selective', '邀请招标'],
  comparison: ['limited', '比选'],
  direct_choice: ['direct', '直接择优'],
  reasonable_low_price: ['selective', '预选承包商库合理低价法'],
  lottery: ['selective', '预选承包商库抽签法'],
  framework_agreement: ['open', '框架协议采购'],
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
type Say = (facts: ProcessFacts, notice: NoticeFacts, before: string | null) => Said;

/** What each kind of notice says; every other is a document of the tender, and nothing more. */
const SAY: Readonly<Record<string, Say>> = {
  tender_notice: announced,
  direct_choice_notice: announced,
  clarification_notice: amended,
  resumption_notice: amended,
  failed_notice: ended,
  termination_notice: ended,
  lot_failed_notice: lotFailed,
  opening_record: opened,
  candidates_notice: ranked,
  admission_notice: ranked,
  award_notice: awarded,
  result_changed_notice: changed,
  contract_notice: contracted,
  contract_change_notice: contracted,
  acceptance_notice: contracted,
};

function documented({ tender }: ProcessFacts, notice: NoticeFacts): Said {
  return {
    tag: 'tenderUpdate',
    body: { tender: { id: tender.code, documents: [noticeDocument(notice)] } },
  };
}

function said(facts: ProcessFacts, notice: NoticeFacts, before: string | null): Said {
  return (SAY[notice.kind] ?? documented)(facts, notice, before);
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
