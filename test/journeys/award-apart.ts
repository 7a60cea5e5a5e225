import { resolve } from 'node:path';
import { bidAll, formedPanel, openByPlan, reviewAll, seatedPanel, type Priced } from './by-plan';
import { holderKeys } from './holders';
import { publishDraft, smallDraft, smallProject } from './small-works';
import { clockTo, until, type World } from './world';
import type { Client } from '../support/client';

/** Settings of an installation whose own rule set carries a local document about deciding awards apart. */
export const APART_RULES = {
  RULE_SET: 'county-apart',
  RULE_SET_FILE: resolve(__dirname, '../../docs/examples/award-apart-rules.json'),
} as const;

/** Scored by the panel, decided by the tenderer's committee. */
export const APART_PLAN = {
  kind: 'comprehensive',
  formula: 'price-highway-reasonable-low',
  parameters: { down: '2', eHigh: '1', eLow: '0.5', tieBreak: 'lower-price' },
  draw: {},
  priceWeight: '60',
  items: [{ id: 'item-1', title: '施工组织设计', points: '40' }],
  askBelowPercent: null,
  apart: true,
} as const;

const OFFERS: readonly Priced[] = [
  { username: 'firm1', price: '850000.00' },
  { username: 'firm2', price: '840000.00' },
  { username: 'firm3', price: '830000.00' },
  { username: 'firm4', price: '820000.00' },
  { username: 'firm5', price: '810000.00' },
];

/** Five firms bid, five experts score; their unranked candidates are published. Returns the tender. */
export async function candidatesApart(world: World): Promise<string> {
  const tenderer = await world.as('township');
  const id = await smallDraft(world, await smallProject(world), 'open_tender');
  await tenderer.put(`/api/tenders/${id}/sealing`, (await holderKeys(id)).sealing);
  await tenderer.put(`/api/tenders/${id}/plan`, { plan: APART_PLAN });
  const deadline = await publishDraft(tenderer, id);
  const bids = await bidAll(world, id, OFFERS);
  await formedPanel(world, id, deadline);
  await openByPlan(world, id, deadline, bids);
  const members = await seatedPanel(world, id);
  const bidIds = bids.map(({ bidId }) => bidId);
  await reviewAll(id, members, bidIds);
  for (const member of members) await scoreAll(member, id, bidIds);
  const [leader] = members as [Client];
  await leader.post(`/api/evaluations/${id}/report`);
  for (const member of members) await member.post(`/api/evaluations/${id}/signatures`);
  await until('candidates', () => tenderer.post(`/api/tenders/${id}/candidates`).catch(() => null));
  return id;
}

async function scoreAll(member: Client, id: string, bidIds: readonly string[]): Promise<void> {
  for (const [at, bidId] of bidIds.entries()) {
    const points = [{ itemId: 'item-1', points: String(30 + at) }];
    await member.post(`/api/evaluations/${id}/marks`, { bidId, points });
  }
}

/** Lives through the publication of a tender's candidates. */
export async function publicityOver(world: World, id: string): Promise<void> {
  const tenderer = await world.as('township');
  const own = await tenderer.get<{ publicityUntil: string }>(`/api/tenders/${id}`);
  await clockTo(world, own.publicityUntil);
}
