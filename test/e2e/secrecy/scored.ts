import { bidAll, drawCoefficients, reviewAll, seatedPanel } from '../../journeys/by-plan';
import { holderKeys } from '../../journeys/holders';
import { demoExperts, drawPanel, formPanel, ROAD_SEATS } from '../../journeys/panel';
import { hallOf, openBids } from '../../journeys/rural-road';
import { DRAWN_PLAN, publishDraft, smallDraft, smallProject } from '../../journeys/small-works';
import { uploadFile } from '../../journeys/upload';
import { until, type World } from '../../journeys/world';
import type { Client } from '../../support/client';
import { Looks } from './looks';
import { accepted, ACCOUNTS, commission, READERS, type Reader } from './road';

/** The moments of a scored tender between which something becomes visible. */
export const SCORED_MOMENTS = [
  'draft',
  'sealed',
  'read',
  'seated',
  'marking',
  'marked',
  'evaluated',
  'publicity',
] as const;
export type ScoredMoment = (typeof SCORED_MOMENTS)[number];

const PROBES = {
  page: '/api/public/tenders/:tender',
  own: '/api/tenders/:tender',
  drafts: '/api/tender-drafts',
  events: '/api/public/openings/:opening/events',
  draws: '/api/public/tenders/:tender/draws',
  bundle: '/api/public/tenders/:tender/bundle',
  room: '/api/evaluations/:tender',
  letters: '/api/panel-letters/mine',
  supervised: '/api/tenders/:tender/panel-letters',
  evidence: '/api/panel-letters/:letter/evidence',
  result: '/api/public/tenders/:tender/result',
  paper: '/api/public/notices/:tender/:notice/file',
  inbox: '/api/inbox',
  reading: '/tenders/:tender',
  ocds: '/api/ocds/releases',
} as const;

/** What stands nowhere else: an item, the panel's question, the bidder's words and what it attached, points. */
export const ITEM = '深沟回填压实方案';
export const LETTER = '请说明深沟支护的单价构成。';
export const ANSWER = '支护用自有钢板桩，无租赁费。';
export const EVIDENCE = '钢板桩购置发票第 00731 号';
export const POINTS = '18.37';
/** Readers without a part in the evaluation. */
export const OUTSIDERS = READERS.filter(
  (reader) => !['expert', 'colleague', 'drawn expert'].includes(reader),
);

const PLAN = {
  ...DRAWN_PLAN,
  kind: 'comprehensive',
  priceWeight: '60',
  items: [
    { id: 'item-1', title: ITEM, points: '25' },
    { id: 'item-2', title: '项目管理机构', points: '15' },
  ],
  askBelowPercent: null,
};
const OFFERS = [
  { username: 'firm1', price: '850000.00' },
  { username: 'firm2', price: '820000.00' },
  { username: 'firm3', price: '790000.00' },
];

/** A tender by comprehensive scoring with drawn coefficients, looked at by everybody at every moment. */
export class Scored extends Looks<ScoredMoment, Reader, keyof typeof PROBES> {
  constructor() {
    super(SCORED_MOMENTS, PROBES, ['paper']);
  }

  async walk(world: World): Promise<void> {
    this.readers.set('public', world.stranger());
    const accounts = { ...ACCOUNTS, bidder: 'firm1', 'other bidder': 'firm2' };
    for (const [reader, username] of Object.entries(accounts)) {
      this.readers.set(reader as Reader, await world.as(username));
    }
    const tenderer = await world.as('township');
    const tenderId = await this.draft(world, tenderer);
    const deadline = await publishDraft(tenderer, tenderId);
    const bids = await bidAll(world, tenderId, OFFERS);
    const experts = demoExperts(world);
    const panelId = await drawPanel(world, tenderId, tenderer, ROAD_SEATS, deadline);
    await formPanel(world, panelId, experts);
    this.readers.set('drawn expert', await accepted(await experts()));
    await this.look('sealed');
    const openingId = await hallOf(world, tenderId, deadline);
    this.names.opening = openingId;
    const looked = (): Promise<void> => this.look('read');
    await openBids(world, openingId, bids, looked, async () => {
      await drawCoefficients(world, tenderId);
    });
    const members = await seatedPanel(world, tenderId, experts);
    const bidIds = bids.map(({ bidId }) => bidId);
    await this.judge(tenderId, members, bidIds);
    for (const member of members) await member.post(`/api/evaluations/${tenderId}/signatures`);
    await this.look('evaluated');
    await this.publish(tenderer, tenderId);
  }

  private async draft(world: World, tenderer: Client): Promise<string> {
    const projectId = await smallProject(world);
    await commission(tenderer, projectId);
    const id = await smallDraft(world, projectId, 'open_tender');
    await tenderer.put(`/api/tenders/${id}/sealing`, (await holderKeys(id)).sealing);
    await tenderer.put(`/api/tenders/${id}/plan`, { plan: PLAN });
    this.names.tender = id;
    await this.look('draft');
    return id;
  }

  /** Everybody reviews; one asks the first bidder, is answered, and marks; then the others mark. */
  private async judge(
    tenderId: string,
    members: readonly Client[],
    bidIds: readonly string[],
  ): Promise<void> {
    const [expert, colleague, ...others] = members;
    if (!expert || !colleague) throw new Error('nobody checked in');
    this.readers.set('expert', expert);
    this.readers.set('colleague', colleague);
    await this.look('seated');
    const at = `/api/evaluations/${tenderId}`;
    await reviewAll(tenderId, members, bidIds);
    const [bidId] = bidIds;
    await expert.post(`${at}/letters`, { bidId, about: 'bid', text: LETTER, hours: 2 });
    await this.answer();
    const mark = async (member: Client, points: string): Promise<void> => {
      for (const one of bidIds) {
        const given = [
          { itemId: 'item-1', points },
          { itemId: 'item-2', points: '12' },
        ];
        await member.post(`${at}/marks`, { bidId: one, points: given });
      }
    };
    await mark(expert, POINTS);
    await this.look('marking');
    for (const member of [colleague, ...others]) await mark(member, '19');
    await this.look('marked');
    await expert.post(`${at}/report`);
  }

  private async answer(): Promise<void> {
    const bidder = this.readers.get('bidder');
    const [letter] = (await bidder?.get<{ id: string }[]>('/api/panel-letters/mine')) ?? [];
    if (!bidder || !letter) throw new Error('nobody was asked');
    this.names.letter = letter.id;
    const file = await uploadFile(bidder, '发票.txt', 'text/plain', Buffer.from(EVIDENCE));
    const said = { answer: ANSWER, fileId: file.id };
    await bidder.post(`/api/panel-letters/${letter.id}/answer`, said);
  }

  private async publish(tenderer: Client, tenderId: string): Promise<void> {
    await tenderer.post(`/api/tenders/${tenderId}/candidates`);
    this.names.notice = await until('the evaluation on paper', async () => {
      const { notices } = await tenderer.get<{ notices: Notice[] }>(
        `/api/public/tenders/${tenderId}`,
      );
      return notices.find(({ kind, hasFile }) => kind === 'candidates_notice' && hasFile)?.id;
    });
    await this.look('publicity');
  }
}

interface Notice {
  readonly id: string;
  readonly kind: string;
  /** Whether it can be had on paper. */
  readonly hasFile: boolean;
}
