import fc from 'fast-check';
import { factOf } from '@core/statistics';
import { DAY, fen, parseInstant } from '@core/kernel';
import {
  coherenceFindings,
  ocdsFile,
  ocdsValidators,
  reviewFindings,
  schemaErrors,
} from '../../../../test/support/ocds';
import {
  compileReleases,
  csvLine,
  csvRows,
  CSV_COLUMNS,
  CSV_TABLES,
  mergeRulesOf,
  PROFILE_RULES,
  recordOf,
  recordPackage,
  releasePackage,
  releasesOf,
  type BidFacts,
  type CsvTable,
  type JsonObject,
  type NoticeFacts,
  type PartyFacts,
  type ProcessFacts,
} from './index';

const start = parseInstant('2026-03-02T01:00:00.000Z')!;
const site = 'https://ggzy.example.org';
const township: PartyFacts = {
  creditCode: '11429900MB1P40000F',
  name: '采花乡人民政府',
};
const firm = (n: number): PartyFacts => ({
  creditCode: `9142000000000000${n}A`,
  name: `湖北第${n}建设有限公司`,
});
const notice = (kind: string, day: number, text = ''): NoticeFacts => ({
  id: `${kind}-${day}`,
  kind,
  title: `农村道路${kind}`,
  text,
  url: `${site}/tenders/1#${kind}`,
  lot: null,
  isPdf: kind === 'opening_record',
  publishedAt: start + day * DAY,
});

const bare: ProcessFacts = {
  ocid: 'ocds-sunlit-T2026-0001',
  tender: {
    code: 'T2026-0001',
    title: '采花乡农村公路连通工程',
    category: 'road',
    region: '采花乡',
    kind: 'works',
    method: 'open_tender',
    ceiling: fen(369_000_000),
    bidBond: fen(7_000_000),
    timetable: {
      publishAt: start,
      documentsUntil: start + 10 * DAY,
      clarifyUntil: start + 5 * DAY,
      objectUntil: start + 6 * DAY,
      deadline: start + 20 * DAY,
      openAt: start + 20 * DAY,
    },
    deadline: start + 20 * DAY,
    ruleSetId: 'national-2024',
    url: `${site}/tenders/1`,
  },
  tenderer: township,
  agency: null,
  previous: null,
  lots: [],
  documents: [
    { id: 'd1', title: '招标文件', name: '招标文件.pdf', url: `${site}/d1`, addedAt: start - DAY },
    { id: 'd2', title: '补遗', name: 'x.bin', url: `${site}/d2`, addedAt: start + 2 * DAY },
  ],
  notices: [notice('tender_notice', 0, '一、项目概况')],
  amendments: [],
  enquiries: [],
  hall: null,
  candidates: [],
  awards: [],
  contracts: [],
  draws: [],
};

const bid = (n: number, price = 360_000_000 - n): BidFacts => ({
  id: `bid-${n}`,
  lot: 1,
  members: [],
  enterpriseId: `firm-${n}`,
  party: firm(n),
  price: n === 3 ? null : fen(price),
  isVoid: n === 3,
});

const whole: ProcessFacts = {
  ...bare,
  previous: { ocid: 'ocds-sunlit-T2025-0009', title: '采花乡农村公路连通工程' },
  notices: [
    ...bare.notices,
    notice('suspension_notice', 1, '异议成立'),
    notice('resumption_notice', 2, '恢复'),
    notice('clarification_notice', 3, '工程量清单第 3 页更正'),
    notice('opening_record', 25),
    notice('candidates_notice', 27),
    notice('award_notice', 31),
  ],
  amendments: [
    {
      previousDeadline: start + 20 * DAY,
      deadline: start + 25 * DAY,
      publishedAt: start + 2 * DAY,
    },
    {
      previousDeadline: start + 25 * DAY,
      deadline: start + 25 * DAY,
      publishedAt: start + 3 * DAY,
    },
  ],
  tender: { ...bare.tender, deadline: start + 25 * DAY },
  enquiries: [
    { id: 'q1', text: '清单有误', answer: '已更正', answeredAt: start + 3 * DAY - 1 },
    { id: 'q2', text: '后来的', answer: '答', answeredAt: start + 4 * DAY },
  ],
  hall: { openedAt: start + 25 * DAY, bids: [bid(1), bid(2), bid(3)] },
  candidates: [1, 2].map((n) => ({
    id: `candidate-${n}`,
    lot: 1,
    enterpriseId: `firm-${n}`,
    party: firm(n),
    rank: n,
    price: fen(360_000_000 - n),
    passedOverAt: null,
  })),
  awards: [
    {
      id: 'award-1',
      lot: 1,
      enterpriseId: 'firm-1',
      party: firm(1),
      price: fen(359_999_999),
      awardedAt: start + 31 * DAY,
      voidedAt: null,
    },
  ],
  draws: [
    {
      id: 'draw-1',
      drawId: 'tender/panel/1',
      purpose: 'panel',
      attempt: 1,
      source: 'escrow',
      poolSize: 40,
      seed: 'ab'.repeat(32),
      outcome: ['3', '17'],
      url: `${site}/draws/draw-1`,
      drawnAt: start + 24 * DAY,
    },
  ],
};

/** Three lots: one awarded first, one that failed, one awarded last; a consortium among the bidders. */
const divided: ProcessFacts = {
  ...whole,
  lots: [1, 2, 3].map((number) => ({
    number,
    title: `第${number}标段`,
    ceiling: fen(100_000_000),
  })),
  notices: [
    ...whole.notices.slice(0, 4),
    { ...notice('lot_failed_notice', 25), lot: 2 },
    notice('opening_record', 26),
    notice('candidates_notice', 27),
    { ...notice('award_notice', 31), lot: 1 },
    { ...notice('award_notice', 32), lot: 3 },
  ],
  hall: {
    openedAt: start + 25 * DAY,
    bids: [
      bid(1),
      { ...bid(2), lot: 2, price: null },
      { ...bid(1), id: 'bid-1-3', lot: 3 },
      { ...bid(4), lot: 3, members: ['联合体成员有限公司'] },
    ],
  },
  candidates: [
    ...whole.candidates.slice(0, 1),
    { ...whole.candidates[0]!, id: 'candidate-4', enterpriseId: 'firm-4', party: firm(4), lot: 3 },
  ],
  awards: [
    ...whole.awards,
    {
      ...whole.awards[0]!,
      id: 'award-3',
      enterpriseId: 'firm-4',
      party: firm(4),
      lot: 3,
      awardedAt: start + 32 * DAY,
    },
  ],
};

/** The award of a lot became void three days later, and its first candidate is out. */
const undone = (facts: ProcessFacts): ProcessFacts => ({
  ...facts,
  notices: [...facts.notices, { ...notice('result_changed_notice', 35), lot: 1 }],
  candidates: facts.candidates.map((one, index) => ({
    ...one,
    passedOverAt: index === 0 ? start + 35 * DAY : null,
  })),
  awards: facts.awards.map((one) => ({
    ...one,
    voidedAt: one.lot === 1 ? start + 35 * DAY : null,
  })),
});
/** … and nobody is chosen in its place. */
const withoutResult = (facts: ProcessFacts): ProcessFacts => ({
  ...undone(facts),
  notices: [...facts.notices, { ...notice('lot_failed_notice', 35), lot: 1 }],
});
/** … and the second candidate is chosen in its place. */
const awardedAgain: ProcessFacts = {
  ...undone(whole),
  notices: [...undone(whole).notices, { ...notice('award_notice', 40), lot: 1 }],
  awards: [
    ...undone(whole).awards,
    {
      id: 'award-2',
      lot: 1,
      enterpriseId: 'firm-2',
      party: firm(2),
      price: fen(359_999_998),
      awardedAt: start + 40 * DAY,
      voidedAt: null,
    },
  ],
};

const publication = {
  publisher: { name: '青禾县公共资源交易中心', creditCode: '12429900MB1P40000F', uri: site },
  license: 'https://creativecommons.org/licenses/by/4.0/',
  publicationPolicy: `${site}/open-data/policy`,
  drawExtension: `${site}/api/ocds/extensions/draws/extension.json`,
};
const place = { uri: `${site}/api/ocds/releases`, publishedDate: '2026-04-30T00:00:00.000Z' };
const bodies = (facts: ProcessFacts): JsonObject[] => releasesOf(facts).map((one) => one.release);
const tags = (facts: ProcessFacts): unknown[] => bodies(facts).map((one) => one.tag);
const compiled = (facts: ProcessFacts): JsonObject => compileReleases(bodies(facts), PROFILE_RULES);
const part = (release: JsonObject, name: string): JsonObject => release[name] as JsonObject;

describe('the releases of a process', () => {
  it('know the merge rules of the profile’s schema', () => {
    expect(new Map(PROFILE_RULES)).toEqual(new Map(mergeRulesOf(ocdsFile('release-schema.json'))));
  });

  it('are one for each notice and draw, with the tag of what happened', () => {
    expect(tags(whole)).toEqual([
      ['tender'],
      ['tenderUpdate'],
      ['tenderAmendment'],
      ['tenderUpdate'],
      ['tenderUpdate'],
      ['tenderUpdate'],
      ['tenderUpdate'],
      ['award'],
    ]);
    for (const [kind, status] of [
      ['failed_notice', 'unsuccessful'],
      ['termination_notice', 'cancelled'],
    ] as const) {
      const facts = { ...bare, notices: [...bare.notices, notice(kind, 21, '投标人不足三家')] };
      expect(tags(facts)[1]).toEqual(['tenderCancellation']);
      expect(part(compiled(facts), 'tender').status).toBe(status);
    }
  });

  it('name the agency that manages the procurement beside the buyer', () => {
    const agency = { creditCode: '91420500MA48XXXX12', name: '青禾诚信招标代理有限公司' };
    expect(part(compiled(bare), 'tender').procuringEntity).toMatchObject({ name: township.name });
    const managed = compiled({ ...bare, agency });
    expect(part(managed, 'tender').procuringEntity).toMatchObject({ name: agency.name });
    expect(managed).toMatchObject({ buyer: { name: township.name } });
    expect(managed.parties).toEqual(
      expect.arrayContaining([
        expect.objectContaining({ name: township.name, roles: ['buyer'] }),
        expect.objectContaining({ name: agency.name, roles: ['procuringEntity'] }),
      ]),
    );
  });

  it('say of each lot what became of it, and that the tender is complete with the last', () => {
    const releases = bodies(divided);
    const tender = (at: number): JsonObject =>
      part(compileReleases(releases.slice(0, at), PROFILE_RULES), 'tender');
    expect(tender(releases.length - 1).status).toBe('active');
    expect(tender(releases.length)).toMatchObject({
      status: 'complete',
      lots: [{ status: 'complete' }, { status: 'unsuccessful' }, { status: 'complete' }],
    });
    const { awards, bids } = compiled(divided);
    expect(awards).toMatchObject([
      { id: 'T2026-0001-1', relatedLots: ['1'], relatedBids: ['bid-1'] },
      { id: 'T2026-0001-3', relatedLots: ['3'], relatedBids: ['bid-4'] },
    ]);
    expect((bids as JsonObject).statistics).toMatchObject([
      { measure: 'bids', value: 1, relatedLot: '1' },
      { measure: 'disqualifiedBids', value: 0 },
      { measure: 'bids', value: 1, relatedLot: '2' },
      { measure: 'disqualifiedBids', value: 0 },
      { measure: 'bids', value: 2, relatedLot: '3' },
      { measure: 'disqualifiedBids', value: 0 },
    ]);
  });

  it('cancel an award that became void, and open its lot and tender again', () => {
    const releases = bodies(undone(whole));
    expect(releases.map((one) => one.tag).slice(-3)).toEqual([
      ['award'],
      ['tenderUpdate'],
      ['awardCancellation'],
    ]);
    const { awards, tender, bids } = compiled(undone(whole));
    expect(awards).toMatchObject([{ id: 'T2026-0001-1', status: 'cancelled' }]);
    expect(tender).toMatchObject({ status: 'active' });
    expect((bids as JsonObject).details).toMatchObject([
      { id: 'bid-1', status: 'disqualified' },
      { id: 'bid-2', status: 'valid' },
      { id: 'bid-3' },
    ]);
    expect(factOf(compiled(undone(whole)))).toMatchObject({ status: 'running', awarded: null });
  });

  it('number the award that takes the place of a void one, with its own supplier', () => {
    const { awards, tender } = compiled(awardedAgain);
    expect(awards).toMatchObject([
      { id: 'T2026-0001-1', status: 'cancelled', suppliers: [{ name: firm(1).name }] },
      { id: 'T2026-0001-1-2', status: 'active', suppliers: [{ name: firm(2).name }] },
    ]);
    expect((awards as JsonObject[])[1]?.suppliers).toHaveLength(1);
    expect(tender).toMatchObject({ status: 'complete' });
    expect(factOf(compiled(awardedAgain))).toMatchObject({
      status: 'awarded',
      awarded: 359_999_998,
    });
    const before = bodies(undone(whole));
    expect(bodies(awardedAgain).slice(0, before.length)).toEqual(before);
  });

  it('say that a tender came to nothing when its award is void and its lot failed', () => {
    expect(part(compiled(withoutResult(whole)), 'tender').status).toBe('unsuccessful');
    expect(factOf(compiled(withoutResult(whole)))).toMatchObject({
      status: 'failed',
      awarded: null,
    });
    expect(part(compiled(withoutResult(divided)), 'tender')).toMatchObject({
      status: 'complete',
      lots: [{ status: 'unsuccessful' }, { status: 'unsuccessful' }, { status: 'complete' }],
    });
  });

  it('say the deadline as it stood when they were made', () => {
    const [first, , moved] = bodies(whole).map((one) => part(part(one, 'tender'), 'tenderPeriod'));
    expect(first?.endDate).toBe('2026-03-22T01:00:00.000Z');
    expect(moved?.endDate).toBe('2026-03-27T01:00:00.000Z');
    const amendments = part(compiled(whole), 'tender').amendments as JsonObject[];
    expect(amendments).toHaveLength(1);
    expect(amendments[0]).toMatchObject({ amendsReleaseID: 'suspension_notice-1' });
  });

  it('publish answers when they were answered, and files when they were there', () => {
    const [first, , , clarified] = bodies(whole).map((one) => part(one, 'tender'));
    expect((first?.documents as JsonObject[]).map((one) => one.id)).toEqual([
      'tender_notice-0',
      'd1',
    ]);
    expect((clarified?.enquiries as JsonObject[]).map((one) => one.id)).toEqual(['q1']);
  });

  it('name no price before the opening record, no rank before the candidates, no award before the result', () => {
    const texts = bodies(whole).map((one) => JSON.stringify(one));
    const from = (word: string): number => texts.findIndex((text) => text.includes(word));
    expect(from('3599999.99')).toBe(5);
    expect(from('"rank"')).toBe(6);
    expect(from('"awards"')).toBe(7);
  });

  it.each([
    ['announced', bare],
    ['whole', whole],
    ['divided', divided],
    [
      'without a hall',
      {
        ...whole,
        hall: null,
        notices: whole.notices.filter((one) => one.kind !== 'opening_record'),
      },
    ],
    [
      'without sums',
      { ...bare, tender: { ...bare.tender, ceiling: null, bidBond: fen(0), timetable: null } },
    ],
    ['with a void award', undone(whole)],
    ['awarded again', awardedAgain],
    ['without result', withoutResult(divided)],
    ['failed', { ...bare, notices: [...bare.notices, notice('failed_notice', 21)] }],
  ] as const)('are valid OCDS: %s', (_name, facts) => {
    const releases = bodies(facts);
    const { release, releasePackage: inReleases, recordPackage: inRecords } = ocdsValidators();
    for (const one of releases) {
      expect(schemaErrors(release, one)).toEqual([]);
      expect(reviewFindings(one)).toEqual([]);
    }
    const links = { ...place, next: `${place.uri}?after=1`, prev: `${place.uri}?before=1` };
    expect(schemaErrors(inReleases, releasePackage(publication, place, releases))).toEqual([]);
    const records = recordPackage(publication, links, [recordOf(releases)]);
    expect(schemaErrors(inRecords, records)).toEqual([]);
    expect(coherenceFindings(compiled(facts))).toEqual([]);
    expect(reviewFindings(compiled(facts))).toEqual([]);
  });

  it('come out the same for what happened before, whatever happens after', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: whole.notices.length }), (count) => {
        const notices = whole.notices.slice(0, count);
        const last = notices.at(-1)!.publishedAt;
        const until: ProcessFacts = {
          ...whole,
          notices,
          draws: whole.draws.filter((one) => one.drawnAt <= last),
          amendments: whole.amendments.filter((one) => one.publishedAt <= last),
          tender: {
            ...whole.tender,
            deadline:
              whole.amendments.filter((one) => one.publishedAt <= last).at(-1)?.deadline ??
              start + 20 * DAY,
          },
        };
        const early = bodies(until);
        expect(bodies(whole).slice(0, early.length)).toEqual(early);
      }),
    );
  });
});

describe('the flat form', () => {
  it('has a column for everything a compiled release says', () => {
    const release = compiled(divided);
    for (const table of Object.keys(CSV_TABLES) as CsvTable[]) {
      const rows = csvRows(release, table);
      expect(rows.length).toBeGreaterThan(0);
      const known = new Set(CSV_COLUMNS[table]);
      const extra = rows.flatMap((row) => Object.keys(row)).filter((name) => !known.has(name));
      const listed = /^(tag|tender\/tenderers|parties\/0\/address|bids\/details\/0\/(hasRank))/;
      expect(extra.filter((name) => !listed.test(name))).toEqual([]);
    }
  });

  it('quotes what must be quoted and defuses formulas', () => {
    expect(csvLine(['a', 'b,c', 'd"e', '=1+1', '-5', '-x'])).toBe(
      `a,"b,c","d""e",'=1+1,-5,'-x\r\n`,
    );
  });
});
