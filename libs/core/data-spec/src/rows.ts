import type { Fen, Instant } from '@core/kernel';
import type { NoticeFacts, PartyFacts, ProcessFacts } from '@core/ocds';
import {
  projectNumber,
  regionOf,
  sectionNumber,
  specAmount,
  specTime,
  subjectKind,
  tenderNumber,
} from './codes';
import { CLOSING, tableOf } from './tables';
import type { SpecRow } from './validate';

/** What the data sets say beyond what is open data: all of it public by its data class. */
export interface SpecFacts {
  readonly process: ProcessFacts;
  readonly platform: { readonly name: string; readonly creditCode: string };
  /** 统一交易标识码 of the project. */
  readonly unifiedCode: string;
  /** Which call of the project this is, from 1. */
  readonly call: number;
  readonly regime: string;
  readonly createdAt: Instant;
  readonly consortia: boolean;
  readonly qualification: string | null;
  readonly publicityUntil: Instant | null;
}

/** 公告性质: 1 the first, 2 a correction. 公告类型: 1 tender notice. Whether 1/2/3 mean so elsewhere differs by platform. */
const FIRST = '1';
const CORRECTION = '2';
const YUAN = '0';
const CNY = '156';

type Values = Readonly<Record<string, string | null | undefined>>;

/** Leaves out what has no value; an unknown key would be a bug and is left for the validator to find. */
function row(table: string, facts: SpecFacts, values: Values): SpecRow {
  const { platform, process } = facts;
  const last = Math.max(facts.createdAt, ...process.notices.map((one) => one.publishedAt));
  const closing = {
    [CLOSING[0]?.key ?? '']: platform.creditCode,
    [CLOSING[1]?.key ?? '']: platform.creditCode,
    [CLOSING[2]?.key ?? '']: specTime(last),
  };
  const entries = Object.entries({ ...values, ...closing }).filter(
    (entry): entry is [string, string] => entry[1] != null && entry[1] !== '',
  );
  return { table: tableOf(table).key, values: Object.fromEntries(entries) };
}

interface Numbers {
  readonly region: string;
  readonly project: string;
  readonly tender: string;
  readonly section: (lot: number) => string;
  readonly sections: string;
}

function numbersOf({ platform, unifiedCode, call, process }: SpecFacts): Numbers {
  const region = regionOf(platform.creditCode);
  const project = projectNumber(region, unifiedCode);
  const tender = tenderNumber(project, call);
  const section = (lot: number): string => sectionNumber(tender, lot);
  const lots = process.lots.length === 0 ? [1] : process.lots.map((lot) => lot.number);
  return { region, project, tender, section, sections: lots.map(section).join(';') };
}

function lotsOf({ process }: SpecFacts): readonly { number: number; title: string }[] {
  return process.lots.length === 0 ? [{ number: 1, title: process.tender.title }] : process.lots;
}

function noticesOf({ process }: SpecFacts, ...kinds: readonly string[]): readonly NoticeFacts[] {
  return process.notices.filter((notice) => kinds.includes(notice.kind));
}

/** 招标方式: 1 open, 2 by invitation, 9 other. */
function modeOf({ process: { tender } }: SpecFacts): string {
  if (tender.method === 'invited_tender') return '2';
  return tender.method === 'open_tender' ? '1' : '9';
}

function party(found: PartyFacts): { readonly code: string | null; readonly kind: string | null } {
  const { creditCode } = found;
  return { code: creditCode, kind: creditCode === null ? null : subjectKind(creditCode) };
}

function priced(price: Fen | null, names: readonly [string, string, string]): Values {
  const [amount, currency, unit] = names;
  return price === null
    ? { PRICE_FORM_CODE: '9' }
    : { PRICE_FORM_CODE: '1', [amount]: specAmount(price), [currency]: CNY, [unit]: YUAN };
}

function tenderProject(facts: SpecFacts): SpecRow {
  const { process, unifiedCode, regime, createdAt } = facts;
  const { tender, tenderer, lots } = process;
  const numbers = numbersOf(facts);
  return row('TENDER_PROJECT', facts, {
    PROJECT_CODE: numbers.project,
    TENDER_PROJECT_CODE: numbers.tender,
    TENDER_SELF_CODE: tender.code,
    UNIFIED_DEAL_CODE: lots.length === 0 ? unifiedCode : null,
    IS_TO_LAW: regime === 'A' ? '1' : '0',
    TENDER_PROJECT_NAME: tender.title,
    TENDER_PROJECT_TYPE: unifiedCode.slice(0, 3),
    REGION_CODE: numbers.region,
    TENDER_CONTENT: noticesOf(facts, 'tender_notice')[0]?.text,
    TENDERER_NAME: tenderer.name,
    TENDERER_CODE_TYPE: party(tenderer).kind,
    TENDERER_CODE: tenderer.creditCode,
    ISUNION: '0',
    TENDER_MODE: modeOf(facts),
    TENDER_ORGANIZE_FORM: '1',
    CREATE_TIME: specTime(createdAt),
  });
}

function section(facts: SpecFacts, lot: { number: number; title: string }): SpecRow {
  const numbers = numbersOf(facts);
  return row('SECTION', facts, {
    TENDER_PROJECT_CODE: numbers.tender,
    BID_SECTION_CODE: numbers.section(lot.number),
    BID_SECTION_NAME: lot.title,
    BID_ECTION_NUM: facts.call < 10 ? String(facts.call) : null,
    UNIFIED_DEAL_CODE: facts.unifiedCode,
    BID_TENDER_MODE: modeOf(facts),
    REGION_CODE: numbers.region,
    TRA_PLACE_CODE: numbers.region,
    BID_SECTION_CONTENT: lot.title,
    CURRENCY_CODE: CNY,
    PRICE_UNIT: YUAN,
    BID_QUALIFICATION: facts.qualification,
    CREATE_TIME: specTime(facts.createdAt),
  });
}

function announcement(facts: SpecFacts, notice: NoticeFacts): SpecRow {
  const { process, platform, unifiedCode, consortia } = facts;
  const { tender, tenderer } = process;
  const { timetable } = tender;
  const numbers = numbersOf(facts);
  const isFirst = notice.kind === 'tender_notice';
  return row('TENDER_ANN_QUA_INQUERY_ANN', facts, {
    TENDER_PROJECT_CODE: numbers.tender,
    NOTICE_BID_NUM: String(lotsOf(facts).length),
    BID_SECTION_CODES: numbers.sections,
    TRAD_CENTER_NAME: platform.name,
    UNIFIED_DEAL_CODES: unifiedCode,
    TENDER_SELF_CODE: tender.code,
    NOTICE_NAME: notice.title,
    NOTICE_CONTENT: notice.text,
    NOTICE_SEND_TIME: specTime(notice.publishedAt),
    NOTICE_MEDIA: platform.name,
    URL: notice.url,
    NOTICE_NATURE: isFirst ? FIRST : CORRECTION,
    BULLETIN_TYPE: '1',
    DOC_GET_START_TIME: timetable && specTime(timetable.publishAt),
    DOC_GET_END_TIME: tender.deadline === null ? null : specTime(tender.deadline),
    TENDER_DOC_GET_METHOD: tender.url,
    BID_DOC_REFER_END_TIME: tender.deadline === null ? null : specTime(tender.deadline),
    IS_POSTPONE: isFirst ? null : process.amendments.length > 0 ? '1' : '0',
    BID_OPEN_TIME: timetable && specTime(timetable.openAt),
    BID_OPEN_METHOD: '网上开标',
    BID_DOC_REFER_METHOD: tender.url,
    SYNDICATED_FLAG: consortia ? '1' : '0',
    TENDERER_CODE: tenderer.creditCode,
    TENDERER_NAME: tenderer.name,
  });
}

function openingRecord(facts: SpecFacts, notice: NoticeFacts): SpecRow {
  const { hall } = facts.process;
  const numbers = numbersOf(facts);
  return row('BID_OPENING_RECORD', facts, {
    TENDER_PROJECT_CODE: numbers.tender,
    BID_SECTION_CODES: numbers.sections,
    UNIFIED_DEAL_CODES: facts.unifiedCode,
    NOTICE_NAME: notice.title,
    BID_OPENING_CONTENT: notice.text,
    BID_OPENING_ADDRESS: '网上开标大厅',
    BID_OPENING_TIME: hall && specTime(hall.openedAt),
    URL: notice.url,
  });
}

function bidders(facts: SpecFacts): readonly SpecRow[] {
  const numbers = numbersOf(facts);
  return (facts.process.hall?.bids ?? []).map((bid) => {
    const { code, kind } = party(bid.party);
    return row('TENDER_LIST', facts, {
      TENDER_PROJECT_CODE: numbers.tender,
      BID_SECTION_CODE: numbers.section(bid.lot),
      UNIFIED_DEAL_CODE: facts.unifiedCode,
      BIDDER_NAME: bid.party.name,
      BIDDER_CODE_TYPE: kind,
      BIDDER_ORG_CODE: code,
      UNION_ENTERPRISE_NAME: bid.members.join(';'),
      ...priced(bid.price, ['BID_PRICE', 'PRICE_CURRENCY', 'PRICE_UNIT']),
    });
  });
}

function candidates(facts: SpecFacts): readonly SpecRow[] {
  const numbers = numbersOf(facts);
  return facts.process.candidates.map((one) => {
    const { code, kind } = party(one.party);
    return row('TENDER_CANDIDATE', facts, {
      TENDER_PROJECT_CODE: numbers.tender,
      BID_SECTION_CODE: numbers.section(one.lot),
      UNIFIED_DEAL_CODE: facts.unifiedCode,
      WIN_CANDIDATE_NAME: one.party.name,
      BIDDER_CODE_TYPE: kind,
      WIN_CANDIDATE_CODE: code,
      WIN_CANDIDATE_ORDER: String(one.rank),
      IS_FLOAT_RATE: '0',
      ...priced(one.price, ['BID_PRICE', 'PRICE_CURRENCY', 'PRICE_UINT']),
    });
  });
}

function publicity(facts: SpecFacts, notice: NoticeFacts): SpecRow {
  const numbers = numbersOf(facts);
  const { publicityUntil, platform } = facts;
  return row('TENDER_CANDIDATE_ANNOUNCE', facts, {
    TENDER_PROJECT_CODE: numbers.tender,
    BID_SECTION_CODES: notice.lot === null ? numbers.sections : numbers.section(notice.lot),
    UNIFIED_DEAL_CODE: facts.unifiedCode,
    PUBLICITY_NAME: notice.title,
    PUBLICITY_CONTENT: notice.text,
    PUBLICITY_REFER_TIME: specTime(notice.publishedAt),
    NOTICE_MEDIA: platform.name,
    URL: notice.url,
    PUBLICITY_TYPE: FIRST,
    PUBLICITY_START_TIME: specTime(notice.publishedAt),
    PUBLICITY_END_TIME: publicityUntil === null ? null : specTime(publicityUntil),
    OBJECTION_METHOD: facts.process.tender.url,
  });
}

/** The awards that are in force: a void one is nobody's result. */
function standing({ process: { awards } }: SpecFacts): typeof awards {
  return awards.filter(({ voidedAt }) => voidedAt === null);
}

function results(facts: SpecFacts): readonly SpecRow[] {
  const numbers = numbersOf(facts);
  const notices = noticesOf(facts, 'award_notice');
  return standing(facts).flatMap((award) => {
    const notice = notices.findLast((one) => one.lot === award.lot) ?? notices[0];
    if (!notice) return [];
    const { code, kind } = party(award.party);
    return [
      row('WIN_RESULT_ANNO', facts, {
        TENDER_PROJECT_CODE: numbers.tender,
        BID_SECTION_CODE: numbers.section(award.lot),
        UNIFIED_DEAL_CODE: facts.unifiedCode,
        REGION_CODE: numbers.region,
        TRA_PLACE_CODE: numbers.region,
        NOTICE_NAME: notice.title,
        NOTICE_CONTENT: notice.text,
        NOTICE_SEND_TIME: specTime(notice.publishedAt),
        NOTICE_MEDIA: facts.platform.name,
        URL: notice.url,
        NOTICE_NATURE: FIRST,
        BULLETIN_TYPE: '1',
        WIN_BIDDER_NAME: award.party.name,
        BIDDER_CODE_TYPE: kind,
        WIN_BIDDER_CODE: code,
        ...priced(award.price, ['BID_AMOUNT', 'BID_CURRENCY', 'PRICE_UNIT']),
      }),
    ];
  });
}

function abnormal(facts: SpecFacts): readonly SpecRow[] {
  const numbers = numbersOf(facts);
  return noticesOf(facts, 'failed_notice', 'lot_failed_notice', 'termination_notice').map(
    (notice) =>
      row('TENDER_ABNORMITY_REPORT', facts, {
        TENDER_PROJECT_CODE: numbers.tender,
        BID_SECTION_CODE: numbers.section(notice.lot ?? 1),
        UNIFIED_DEAL_CODE: facts.unifiedCode,
        EXCEPITON_NAME: notice.title,
        EXCEPITON_INFOR: notice.text,
        EXCEPITON_TYPE: notice.kind === 'termination_notice' ? '2' : '1',
      }),
  );
}

function purchaseNotice(facts: SpecFacts, notice: NoticeFacts): SpecRow {
  const { tender } = facts.process;
  return row('PURCHASE_QUALI_INQUERY_ANN', facts, {
    PURCHASE_PROJECT_CODE: tender.code,
    PURCHASE_PROJECT_NAME: tender.title,
    BULLETIN_BID_NUM: String(lotsOf(facts).length),
    PURCHASE_SECTION_CODE: tender.code,
    UNIFIED_DEAL_CODE: facts.unifiedCode,
    BULLETIN_TITLE: notice.title,
    BULLETIN_CONTENT: notice.text,
    BULLETIN_START_TIME: specTime(notice.publishedAt),
    BULLETIN_MEDIA: facts.platform.name,
    URL: notice.url,
    BID_CLOSING_TIME: tender.deadline === null ? null : specTime(tender.deadline),
  });
}

function deals(facts: SpecFacts): readonly SpecRow[] {
  const { tender } = facts.process;
  const [notice] = noticesOf(facts, 'award_notice');
  if (!notice) return [];
  const { region } = numbersOf(facts);
  return standing(facts).map((award) => {
    const { code, kind } = party(award.party);
    return row('BID_DEAL_ANNOUNCE', facts, {
      PURCHASE_PROJECT_CODE: tender.code,
      PURCHASE_PROJECT_NAME: tender.title,
      PURCHASE_SECTION_CODE: tender.code,
      UNIFIED_DEAL_CODE: facts.unifiedCode,
      REGION_CODE: region,
      TRA_PLACE_CODE: region,
      WIN_BID_BULLETIN_TITLE: notice.title,
      WIN_BID_BULLETIN_CONTENT: notice.text,
      WIN_BID_BULLETIN_START_TIME: specTime(notice.publishedAt),
      URL: notice.url,
      WINNINGBIDDER_NAME: award.party.name,
      WINNINGBIDDER_TYPE: kind,
      WINNINGBIDDER_CODE: code,
      ...priced(award.price, ['WIN_BID_PRICE', 'CURRENCY_CODE', 'PRICE_UNIT']),
    });
  });
}

/** The rows of one published tender: government procurement in its own data sets, everything else as works. */
export function specRows(facts: SpecFacts): readonly SpecRow[] {
  const first = noticesOf(facts, 'tender_notice');
  if (facts.regime === 'B') {
    return [...first.map((notice) => purchaseNotice(facts, notice)), ...deals(facts)];
  }
  return [
    tenderProject(facts),
    ...lotsOf(facts).map((lot) => section(facts, lot)),
    ...[...first, ...noticesOf(facts, 'clarification_notice')].map((notice) =>
      announcement(facts, notice),
    ),
    ...noticesOf(facts, 'opening_record').map((notice) => openingRecord(facts, notice)),
    ...bidders(facts),
    ...candidates(facts),
    ...noticesOf(facts, 'candidates_notice').map((notice) => publicity(facts, notice)),
    ...results(facts),
    ...abnormal(facts),
  ];
}
