import { fenToYuan, formatInstant, type Fen, type Instant } from '@core/kernel';
import type { Json, JsonObject } from './json';
import type { AwardFacts, DocumentFacts, NoticeFacts, PartyFacts, ProcessFacts } from './process';

/** An amount of yuan; exact, since amounts stay below 2^53 fen. Nothing where there is no amount. */
export function value(amount: Fen | null): JsonObject | null {
  return amount === null ? null : { amount: Number(fenToYuan(amount)), currency: 'CNY' };
}

/** Schemes of identifiers: the register of companies, and our own for bodies that are in none of org-id.guide's. */
const COMPANIES = 'CN-SAIC';
const BODIES = 'CN-USCC';

/** Codes that begin with 9 are given by the administration for market regulation (GB 32100-2015): to companies. */
function schemeOf(creditCode: string): string {
  return creditCode.startsWith('9') ? COMPANIES : BODIES;
}

/** The id under which a party is known in all releases of a process. */
export function partyId(party: PartyFacts): string {
  if (party.creditCode === null) return party.name;
  return `${schemeOf(party.creditCode)}-${party.creditCode}`;
}

/** The beginning of a text, at most `most` characters. */
export function shortened(text: string, most: number): string {
  const letters = Array.from(text);
  return letters.length <= most ? text : `${letters.slice(0, most - 1).join('')}…`;
}

/** A reference to a party. */
export function reference(party: PartyFacts): JsonObject {
  return { id: partyId(party), name: party.name };
}

/** An entry of `parties`, with its roles so far. */
export function partyEntry(party: PartyFacts, roles: readonly string[]): JsonObject {
  const { creditCode, name } = party;
  return {
    ...reference(party),
    ...(creditCode === null
      ? {}
      : {
          identifier: { scheme: schemeOf(creditCode), id: creditCode, legalName: name },
        }),
    address: { countryName: '中国' },
    roles: [...roles],
  };
}

const TYPES: Readonly<Record<string, string>> = {
  pdf: 'application/pdf',
  doc: 'application/msword',
  docx: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
  xls: 'application/vnd.ms-excel',
  xlsx: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
  zip: 'application/zip',
  txt: 'text/plain',
  dwg: 'image/vnd.dwg',
};

/** Descriptions of documents are at most this long: the checks of the standard's helpdesk ask for it. */
const DESCRIPTION = 250;

/** A document handed out with the tender. */
export function tenderDocument(one: DocumentFacts): JsonObject {
  const ending = /\.(\w+)$/.exec(one.name)?.[1]?.toLowerCase() ?? '';
  return {
    id: one.id,
    documentType: 'biddingDocuments',
    title: one.title,
    ...(one.access === undefined ? {} : { description: shortened(one.access, DESCRIPTION) }),
    url: one.url,
    datePublished: formatInstant(one.addedAt),
    format: TYPES[ending] ?? 'application/octet-stream',
    language: 'zh',
  };
}

/** The document type of each kind of notice (codelist documentType). */
const NOTICE_TYPES: Readonly<Record<string, string>> = {
  tender_notice: 'tenderNotice',
  clarification_notice: 'clarifications',
  failed_notice: 'cancellationDetails',
  termination_notice: 'cancellationDetails',
  lot_failed_notice: 'cancellationDetails',
  opening_record: 'bidders',
  candidates_notice: 'shortlistedFirms',
  admission_notice: 'shortlistedFirms',
  award_notice: 'awardNotice',
  result_changed_notice: 'shortlistedFirms',
  contract_notice: 'contractSigned',
  contract_change_notice: 'contractAnnexe',
  acceptance_notice: 'completionCertificate',
};

/** A notice as a document, with the beginning of its text. */
export function noticeDocument(notice: NoticeFacts): JsonObject {
  return {
    id: notice.id,
    documentType: NOTICE_TYPES[notice.kind] ?? 'tenderNotice',
    title: notice.title,
    description: shortened(notice.text, DESCRIPTION),
    url: notice.url,
    datePublished: formatInstant(notice.publishedAt),
    format: notice.isPdf ? 'application/pdf' : 'text/html',
    language: 'zh',
  };
}

/** The id of an award within its process: that of its lot; the awards that took the place of a void one are numbered. */
export function awardId({ tender, awards }: ProcessFacts, lot: number, awardedAt: Instant): string {
  const before = awards.filter((one) => one.lot === lot && one.awardedAt < awardedAt).length;
  return `${tender.code}-${lot}${before === 0 ? '' : `-${before + 1}`}`;
}

/** The award of a lot that stood at a moment; void ones do not, from the moment on at which they became void. */
export function awardAt({ awards }: ProcessFacts, lot: number, at: Instant): AwardFacts | null {
  const stands = ({ awardedAt, voidedAt }: AwardFacts): boolean =>
    awardedAt <= at && (voidedAt === null || voidedAt > at);
  return awards.find((one) => one.lot === lot && stands(one)) ?? null;
}

/** The deadline as it stood at a moment, before the amendments that came later. */
export function deadlineAt(facts: ProcessFacts, at: Instant): Instant | null {
  const later = facts.amendments.filter((one) => one.publishedAt > at);
  const [next] = [...later].sort((one, other) => one.publishedAt - other.publishedAt);
  return next?.previousDeadline ?? facts.tender.deadline;
}

/** A period; open where an end is not known. */
export function period(start: Instant | null, end: Instant | null): JsonObject {
  const at = (instant: Instant | null): Json => (instant === null ? null : formatInstant(instant));
  return { startDate: at(start), endDate: at(end) };
}

/** The lot something is about; none where the tender was not divided. */
export function relatedLots(facts: ProcessFacts, lot: number): readonly string[] {
  return facts.lots.length === 0 ? [] : [String(lot)];
}

/** What a release says: its tag (codelist releaseTag) and its parts. */
export interface Said {
  readonly tag: string;
  readonly body: Readonly<Record<string, unknown>>;
}
