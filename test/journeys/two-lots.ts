import type { Client } from '../support/client';
import { handIn, type HandedIn } from './bidder';
import { holderKeys } from './holders';
import { checkIn, demoExperts, drawPanel, formPanel, ROAD_SEATS } from './panel';
import { enterFirm, hallOf, openBids, registerProject, type EnteredFirm } from './rural-road';
import { evaluate } from './to-award';
import { uploadFile } from './upload';
import { clockTo, runName, type World } from './world';
import { noticeText } from './notice';

/**
 * A road in two lots, five firms, one of them a consortium's leader and one its member; nobody may win both. Lot 2 comes
 * to nothing in the variant where too few bid for it.
 */
export const TWO_LOTS = {
  estimateFen: ['200000000', '160000000'],
  titles: ['第一标段：路基与路面', '第二标段：桥涵与绿化'],
  firms: ['甲路桥有限公司', '乙建设有限公司', '丙市政有限公司', '丁工程有限公司', '戊园林有限公司'],
  /** Price of each firm in each lot; the consortium of 丁 and 戊 bids for lot 2. */
  prices: {
    1: { 0: '1880000.00', 1: '1900000.00', 2: '1920000.00' },
    2: { 0: '1480000.00', 1: '1510000.00', 3: '1500000.00' },
  },
} as const;

/** A bid with its lot. */
export interface LotBid extends HandedIn {
  readonly lot: number;
}

/** What later parts of the journey, and tests, need. */
export interface TwoLots {
  readonly tenderId: string;
  readonly deadline: string;
  readonly firms: readonly EnteredFirm[];
  readonly bids: readonly LotBid[];
}

interface Made {
  readonly id: string;
}

/** The draft, divided into two lots, with its document, key holders and publication. */
export async function publishTwoLots(
  world: World,
): Promise<{ tenderId: string; deadline: string }> {
  const tenderer = await world.as('township');
  const projectId = await registerProject(world);
  const { id } = await tenderer.post<Made>('/api/tenders', {
    projectId,
    title: '采花乡2024年农村公路连通工程（分两个标段）',
    method: 'open_tender',
    bidBondFen: '0',
  });
  await tenderer.put(`/api/tenders/${id}/lots`, {
    lots: TWO_LOTS.titles.map((title, at) => ({
      title,
      estimateFen: TWO_LOTS.estimateFen[at],
      ceilingFen: TWO_LOTS.estimateFen[at],
      bidBondFen: '3000000',
      ...(at === 0 ? { qualification: { type: '公路工程施工总承包', grade: '三级' } } : {}),
    })),
    consortia: true,
    winLimit: 1,
  });
  const paper = new TextEncoder().encode('招标文件：分两个标段，兼投不兼中，接受联合体。');
  const file = await uploadFile(tenderer, '招标文件.txt', 'text/plain', paper);
  const document = { fileId: file.id, kind: 'tender_document', title: '招标文件' };
  await tenderer.post(`/api/tenders/${id}/documents`, document);
  await tenderer.put(`/api/tenders/${id}/sealing`, (await holderKeys(id)).sealing);
  const { timetable } = await tenderer.post<{ timetable: { deadline: string } }>(
    `/api/tenders/${id}/publish`,
    { text: await noticeText(tenderer, id) },
  );
  world.say(`two lots published: ${world.url}/tenders/${id}`);
  return { tenderId: id, deadline: timetable.deadline };
}

/** Five verified firms. */
export async function enterFive(world: World): Promise<EnteredFirm[]> {
  const run = runName();
  const firms: EnteredFirm[] = [];
  for (const [at, name] of TWO_LOTS.firms.entries()) {
    firms.push(await enterFirm(world, `lots-${run}-${at}`, name, at));
  }
  return firms;
}

/** A leader names one member and uploads the joint agreement; the member confirms in its own workspace. */
export async function joinForces(
  tenderId: string,
  lot: number,
  leader: EnteredFirm,
  member: EnteredFirm,
): Promise<string> {
  const text = new TextEncoder().encode('共同投标协议：牵头人施工，成员负责绿化。');
  const file = await uploadFile(leader.client, '共同投标协议.txt', 'text/plain', text);
  const { id } = await leader.client.post<Made>(`/api/tenders/${tenderId}/consortia`, {
    lot,
    members: [member.creditCode],
    agreementFileId: file.id,
  });
  await member.client.post(`/api/consortia/${id}/confirmation`);
  return id;
}

/** Sign-ups and bids; `failing`: too few for lot 2. */
export async function bidForLots(
  world: World,
  tenderId: string,
  firms: readonly EnteredFirm[],
  failing: boolean,
): Promise<LotBid[]> {
  const [, , , leader, member] = firms;
  if (!leader || !member) throw new Error('five firms are needed');
  await joinForces(tenderId, 2, leader, member);
  const bids: LotBid[] = [];
  for (const lot of [1, 2] as const) {
    for (const [at, price] of Object.entries(TWO_LOTS.prices[lot])) {
      if (failing && lot === 2 && at === '1') continue;
      const firm = firms[Number(at)];
      if (!firm) continue;
      await firm.client.post(`/api/tenders/${tenderId}/sign-ups`, { lot });
      const offer = { price, durationDays: 120, quality: '合格', manager: `经理${at}` };
      bids.push({ lot, ...(await handIn(firm.client, tenderId, offer, lot)) });
      world.say(`${firm.name} bids for lot ${lot}`);
    }
  }
  return bids;
}

/** From the project to the last moment before the deadline: bids are in, the panel is formed. */
export async function twoLotsToHall(world: World, failing: boolean): Promise<TwoLots> {
  const { tenderId, deadline } = await publishTwoLots(world);
  const firms = await enterFive(world);
  const bids = await bidForLots(world, tenderId, firms, failing);
  const tenderer = await world.as('township');
  const panelId = await drawPanel(world, tenderId, tenderer, ROAD_SEATS, deadline);
  await formPanel(world, panelId, demoExperts(world));
  return { tenderId, deadline, firms, bids };
}

/** Hall lot by lot, evaluation, candidates and award of every lot. Returns the winners by lot. */
export async function openAndAward(
  world: World,
  { tenderId, deadline, bids }: TwoLots,
  failing: boolean,
  whenRead: (openingId: string) => Promise<void> = () => Promise.resolve(),
): Promise<ReadonlyMap<number, string>> {
  const tenderer = await world.as('township');
  const openingId = await hallOf(world, tenderId, deadline);
  await openBids(
    world,
    openingId,
    bids.filter(({ lot }) => !failing || lot === 1),
    () => whenRead(openingId),
  );
  await evaluate(world, tenderId, await checkIn(tenderId, demoExperts(world)));
  return awardAll(world, tenderId, tenderer);
}

async function awardAll(
  world: World,
  tenderId: string,
  tenderer: Client,
): Promise<ReadonlyMap<number, string>> {
  const candidates = await tenderer.post<{ lot: number; rank: number; name: string }[]>(
    `/api/tenders/${tenderId}/candidates`,
  );
  for (const one of candidates) world.say(`lot ${one.lot}, ${one.rank}: ${one.name}`);
  const { publicityUntil } = await world
    .stranger()
    .get<{ publicityUntil: string }>(`/api/public/tenders/${tenderId}`);
  await clockTo(world, publicityUntil);
  const { awards } = await tenderer.post<{ awards: { lot: number; name: string }[] }>(
    `/api/tenders/${tenderId}/award`,
  );
  return new Map(awards.map(({ lot, name }) => [lot, name]));
}
