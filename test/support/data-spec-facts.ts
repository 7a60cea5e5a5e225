import type { SpecFacts } from '@core/data-spec';
import { DAY, fen, parseInstant } from '@core/kernel';
import type { NoticeFacts, PartyFacts, ProcessFacts } from '@core/ocds';

/** When everything begins. */
export const SPEC_START = parseInstant('2026-03-02T16:30:05.000Z')!;
/** The unified code of the project. */
export const UNIFIED = 'A99-12429900MB1P40000F-20260302-000012-7';
const firm = (n: number): PartyFacts => ({
  creditCode: `91420528MA400100${n}A`,
  name: `第${n}建设`,
});
const notice = (kind: string, day: number, lot: number | null = null): NoticeFacts => ({
  id: kind,
  kind,
  title: `农村道路${kind}`,
  text: '正文<&>\u0007',
  url: `https://ggzy.example.org/tenders/1#${kind}`,
  lot,
  isPdf: false,
  publishedAt: SPEC_START + day * DAY,
});

const process: ProcessFacts = {
  ocid: 'ocds-sunlit-T2026-0001',
  tender: {
    code: 'T2026-0001',
    title: '农村道路',
    category: 'works',
    region: '采花乡',
    kind: 'works',
    method: 'open_tender',
    ceiling: fen(369_000_000),
    bidBond: fen(0),
    timetable: {
      publishAt: SPEC_START,
      documentsUntil: SPEC_START,
      clarifyUntil: SPEC_START,
      objectUntil: SPEC_START,
      deadline: SPEC_START + 20 * DAY,
      openAt: SPEC_START + 20 * DAY,
    },
    deadline: SPEC_START + 20 * DAY,
    ruleSetId: 'national-2024',
    url: 'https://ggzy.example.org/tenders/1',
  },
  agency: null,
  tenderer: { creditCode: '11429900MB1P40000F', name: '采花乡人民政府' },
  previous: null,
  lots: [],
  documents: [],
  notices: [
    notice('tender_notice', 0),
    notice('clarification_notice', 3),
    notice('opening_record', 20),
    notice('candidates_notice', 22),
    notice('award_notice', 26),
    notice('lot_failed_notice', 20, 1),
  ],
  amendments: [],
  enquiries: [],
  hall: {
    openedAt: SPEC_START + 20 * DAY,
    bids: [1, 2].map((n) => ({
      id: `b${n}`,
      lot: 1,
      enterpriseId: `e${n}`,
      party: firm(n),
      members: n === 1 ? ['第9建设'] : [],
      price: n === 1 ? fen(350_000_001) : null,
      isVoid: false,
    })),
  },
  candidates: [
    {
      id: 'c',
      lot: 1,
      enterpriseId: 'e1',
      party: firm(1),
      rank: 1,
      price: fen(350_000_001),
      passedOverAt: null,
    },
  ],
  awards: [
    {
      id: 'a0',
      lot: 1,
      enterpriseId: 'e2',
      party: firm(2),
      price: null,
      awardedAt: SPEC_START - DAY,
      voidedAt: SPEC_START,
    },
    {
      id: 'a',
      lot: 1,
      enterpriseId: 'e1',
      party: firm(1),
      price: fen(350_000_001),
      awardedAt: SPEC_START,
      voidedAt: null,
    },
  ],
  contracts: [],
  draws: [],
};
/** Works that went all the way, with a lot that failed on the way: every field this platform can fill is filled. */
export const worksFacts: SpecFacts = {
  process,
  platform: { name: '青禾县公共资源交易中心', creditCode: '12429900MB1P40000F' },
  unifiedCode: UNIFIED,
  call: 1,
  regime: 'A',
  createdAt: SPEC_START - 5 * DAY,
  consortia: true,
  qualification: '公路工程施工总承包三级',
  publicityUntil: SPEC_START + 26 * DAY,
};
/** The same as government procurement. */
export const procurementFacts: SpecFacts = { ...worksFacts, regime: 'B' };
