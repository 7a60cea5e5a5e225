import { handIn, openingSecret, type HandedIn, type Offer } from './bidder';
import { creditCode } from './credit-code';
import { holderKeys } from './holders';
import { watchHall } from './spectator';
import { bigTenderPdf } from './tender-pdf';
import { uploadFile } from './upload';
import { clockTo, runName, until, type World } from './world';
import type { Client } from '../support/client';
import { noticeText } from './notice';

/**
 * The real case: a ¥3.6 million rural road of 2025 (facts of a public notice of the Yichang public resource trading
 * network; dates re-anchored, prices and outcome as published). Under the lowest evaluated price the published
 * winner must come out.
 */
export const RURAL_ROAD = {
  title: '采花乡2024年农村公路连通工程项目',
  estimateFen: '360000000',
  ceilingFen: '369000000',
  winner: '湖北鑫盛宏峰建设有限公司',
  offers: [
    { firm: '湖北鑫盛宏峰建设有限公司', price: '3579546.00', manager: '张工' },
    { firm: '湖北云琨路桥建设有限公司', price: '3648696.00', manager: '李工' },
    { firm: '宜昌洪源路桥建设有限公司', price: '3601524.00', manager: '王工' },
  ],
} as const;

/** What later parts of the journey need. */
export interface Journey {
  readonly tenderId: string;
  readonly openingId: string;
  readonly bids: readonly HandedIn[];
  readonly firms: readonly string[];
}

interface Made {
  readonly id: string;
}

/**
 * Registration of the project, the advice of core, the registrar's receipt. Returns the project's id. The total investment is
 * the estimate, unless another is given.
 */
export async function registerProject(
  world: World,
  totalInvestmentFen: string = RURAL_ROAD.estimateFen,
): Promise<string> {
  const tenderer = await world.as('township');
  const facts = {
    kind: 'works',
    owner: 'township',
    partOfWorks: true,
    fiscalFunds: true,
    estimateFen: RURAL_ROAD.estimateFen,
    totalInvestmentFen,
    category: 'works',
  };
  const advice = await tenderer.post<{
    regime: string;
    earliest: { deadline: string };
    findings: { citation: string }[];
  }>('/api/projects/advice', facts);
  world.say(
    `advice: regime ${advice.regime}, earliest deadline ${advice.earliest.deadline}, by ${advice.findings[0]?.citation ?? ''}`,
  );
  const project = await tenderer.post<Made & { code: string }>('/api/projects', {
    ...facts,
    title: RURAL_ROAD.title,
    region: '采花乡',
    approvalNumber: '青发改〔2026〕12号',
  });
  const registrar = await world.as('registrar');
  const registered = await registrar.post<{ receipt: string }>(
    `/api/projects/${project.id}/answer`,
    { missing: [] },
  );
  world.say(`project ${project.code} registered, receipt ${registered.receipt}`);
  return project.id;
}

/** Draft, documents (a real PDF of 30 MB, cut and resumed), key holders, publication. */
export function publish(
  world: World,
  projectId: string,
): Promise<{ tenderId: string; deadline: string }> {
  return publishWith(world, projectId, async (tenderId) => (await holderKeys(tenderId)).sealing);
}

/** The same with holders of one's own, whose keys one keeps. */
export async function publishWith(
  world: World,
  projectId: string,
  sealingOf: (tenderId: string) => Promise<Record<string, unknown>>,
): Promise<{ tenderId: string; deadline: string }> {
  const tenderer = await world.as('township');
  const tender = await tenderer.post<Made>('/api/tenders', {
    projectId,
    title: RURAL_ROAD.title,
    method: 'open_tender',
    ceilingFen: RURAL_ROAD.ceilingFen,
    bidBondFen: '7000000',
  });
  const pdf = await bigTenderPdf(RURAL_ROAD.title);
  const file = await uploadFile(tenderer, '招标文件.pdf', 'application/pdf', pdf);
  await tenderer.post(`/api/tenders/${tender.id}/documents`, {
    fileId: file.id,
    kind: 'tender_document',
    title: '招标文件',
  });
  await tenderer.put(`/api/tenders/${tender.id}/sealing`, await sealingOf(tender.id));
  const published = await tenderer.post<{ code: string; timetable: { deadline: string } }>(
    `/api/tenders/${tender.id}/publish`,
    { text: await noticeText(tenderer, tender.id) },
  );
  world.say(
    `tender ${published.code} published with ${Math.round(file.size / 1e6)} MB of documents: ${world.url}/tenders/${tender.id}`,
  );
  return { tenderId: tender.id, deadline: published.timetable.deadline };
}

/** Three firms register, are verified, sign up and download. Returns their user names. */
export async function enterFirms(world: World, tenderId: string): Promise<string[]> {
  const run = runName();
  const usernames: string[] = [];
  for (const [index, { firm }] of RURAL_ROAD.offers.entries()) {
    const bidder = await enterFirm(world, `case-${run}-${index}`, firm, index);
    const signUp = await bidder.client.post<{ receipt: string }>(
      `/api/tenders/${tenderId}/sign-ups`,
    );
    world.say(`${firm} verified and signed up, receipt ${signUp.receipt}`);
    usernames.push(bidder.username);
  }
  return usernames;
}

/** A firm with its account, as a journey knows it. */
export interface EnteredFirm {
  readonly username: string;
  readonly creditCode: string;
  readonly name: string;
  readonly client: Client;
}

/** One firm registers and is verified. */
export async function enterFirm(
  world: World,
  username: string,
  firm: string,
  index: number,
): Promise<EnteredFirm> {
  const registrar = await world.as('registrar');
  const code = creditCode();
  const { id } = await world.stranger().post<Made>('/api/enterprises', {
    creditCode: code,
    name: firm,
    username,
    password: 'sunlit-demo-2026',
    personName: `经办人${index + 1}`,
  });
  const bidder = await world.as(username);
  await bidder.put('/api/enterprises/mine', {
    name: firm,
    address: '湖北省宜昌市',
    legalRepresentative: `法定代表人${index + 1}`,
    contactName: `经办人${index + 1}`,
    contactPhone: '0717-6660000',
    bankName: '某银行宜昌分行',
    bankAccount: `6222000000${index}`,
    qualifications: [
      {
        type: '公路工程施工总承包',
        grade: '三级',
        certificate: `D34200${index}`,
        validUntil: '2027-12-31T15:59:59.999Z',
      },
    ],
  });
  await bidder.post('/api/enterprises/mine/submit');
  await registrar.post(`/api/enterprises/${id}/answer`, { missing: [] });
  return { username, creditCode: code, name: firm, client: bidder };
}

/** Downloads the tender document in two ranges, as a broken line would, and compares it with its digest. */
export async function download(world: World, username: string, tenderId: string): Promise<void> {
  const bidder = await world.as(username);
  const { documents } = await bidder.get<{ documents: { id: string; size: number }[] }>(
    `/api/public/tenders/${tenderId}`,
  );
  const [document] = documents;
  if (!document) throw new Error('no document');
  const path = `/api/public/tenders/${tenderId}/documents/${document.id}/file`;
  const half = Math.floor(document.size / 2);
  let received = 0;
  for (const range of [`bytes=0-${half - 1}`, `bytes=${half}-`]) {
    const response = await bidder.fetch(path, { headers: { range } });
    if (response.status !== 206) throw new Error(`range refused: ${response.status}`);
    received += (await response.arrayBuffer()).byteLength;
  }
  if (received !== document.size) throw new Error(`received ${received} of ${document.size}`);
}

/** All three seal and submit. */
export async function bid(
  world: World,
  tenderId: string,
  usernames: readonly string[],
): Promise<HandedIn[]> {
  const bids: HandedIn[] = [];
  for (const [index, { firm, price, manager }] of RURAL_ROAD.offers.entries()) {
    const offer: Offer = { price, durationDays: 120, quality: '合格', manager };
    const handedIn = await handIn(await world.as(usernames[index] ?? ''), tenderId, offer);
    world.say(`${firm} submitted at ${handedIn.arrivedAt}, receipt ${handedIn.receipt}`);
    bids.push(handedIn);
  }
  return bids;
}

/** The deadline: the hall opens by itself. Returns its id once keys may be handed in. */
export async function hallOf(world: World, tenderId: string, deadline: string): Promise<string> {
  await clockTo(world, deadline);
  const anybody = world.stranger();
  const opening = await until('the hall', async () => {
    const found = await anybody
      .get<{ id: string; closedLeaf: string | null }>(`/api/public/tenders/${tenderId}/opening`)
      .catch(() => null);
    return found?.closedLeaf === null ? null : found;
  });
  world.say(`hall open, closed list cosigned: ${world.url}/halls/${opening.id}`);
  return opening.id;
}

/**
 * Unsealing and reading, with one spectator from the beginning and one who comes late. `whenRead` is what happens after
 * the last bid is read, `onFloor` what happens once the floor is open.
 */
export async function openBids(
  world: World,
  openingId: string,
  bids: readonly HandedIn[],
  whenRead: () => Promise<void> = () => Promise.resolve(),
  onFloor: () => Promise<void> = () => Promise.resolve(),
): Promise<void> {
  const host = await world.as('host');
  world.say('open that link now: keys are handed in and prices read one by one');
  await world.pause(15);
  const early = await watchHall(world.url, openingId);
  for (const handedIn of bids) {
    await world.pause(2);
    await handedIn.client.post(`/api/openings/${openingId}/keys`, {
      bidId: handedIn.bidId,
      secret: openingSecret(handedIn),
    });
  }
  const press = (kind: string, more: object = {}): Promise<HallAnswer> =>
    host.post<HallAnswer>(`/api/openings/${openingId}/commands`, { kind, ...more });
  await world.pause(2);
  let hall = await press('begin_reading');
  const late = await watchHall(world.url, openingId);
  const order = closedOrder(hall);
  let lot = order[0]?.lot;
  for (const bid of order) {
    await world.pause(4);
    if (bid.lot !== lot) await press('begin_lot', { lot: bid.lot });
    ({ lot } = bid);
    hall = await press('read_bid', { bidId: bid.bidId });
  }
  await world.pause(3);
  await whenRead();
  await press('open_objections');
  await onFloor();
  await press('begin_signing');
  for (const client of new Set(bids.map((one) => one.client))) {
    await client.post(`/api/openings/${openingId}/signatures`);
  }
  hall = await press('close');
  const last = hall.seq;
  await until('the spectators to have seen everything', async () =>
    Promise.resolve(early.numbers().length === last && late.numbers().length === last),
  );
  const same = JSON.stringify(early.events) === JSON.stringify(late.events);
  if (!same) throw new Error('two spectators saw different events');
  early.leave();
  late.leave();
  world.say(`${order.length} bids read, hall closed after ${last} numbered events`);
}

interface HallAnswer {
  readonly seq: number;
  readonly events: readonly { readonly event: Record<string, unknown> }[];
}

interface ClosedBid {
  readonly bidId: string;
  readonly lot?: number;
}

/** What will be read: the closed list, without the lots that failed. */
function closedOrder(hall: HallAnswer): ClosedBid[] {
  const closed = hall.events.find((one) => one.event.kind === 'bids_closed')?.event;
  const lots = (closed?.lots ?? []) as { number: number; failed: boolean }[];
  const failed = lots.filter((one) => one.failed).map(({ number }) => number);
  return ((closed?.bids ?? []) as ClosedBid[]).filter(({ lot }) => !failed.includes(lot ?? 1));
}
