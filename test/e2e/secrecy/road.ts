import { openBasePrice, sealBasePrice } from '../../journeys/base-price';
import { PAYER, PAYER_ACCOUNT, paySecurity } from '../../journeys/bid-security';
import { holderKeys } from '../../journeys/holders';
import { checkIn, demoExperts, drawPanel, formPanel, ROAD_SEATS } from '../../journeys/panel';
import {
  bid,
  download,
  enterFirm,
  enterFirms,
  hallOf,
  openBids,
  publishWith,
  registerProject,
  RURAL_ROAD,
} from '../../journeys/rural-road';
import { evaluate } from '../../journeys/to-award';
import { uploadFile } from '../../journeys/upload';
import { clockTo, runName, until, type World } from '../../journeys/world';
import type { Client } from '../../support/client';
import { Looks } from './looks';

/** The moments of a tender between which something becomes visible. */
export const MOMENTS = [
  'draft',
  'sealed',
  'opening',
  'unread',
  'read',
  'reviewing',
  'evaluated',
  'publicity',
  'objected',
  'awarded',
] as const;
export type Moment = (typeof MOMENTS)[number];

/** Who looks: the columns of the table. */
export const READERS = [
  'public',
  'citizen',
  'bidder',
  'other bidder',
  'tenderer',
  'agency',
  'other tenderer',
  'registrar',
  'host',
  'drawer',
  'finance',
  'system admin',
  'security admin',
  'auditor',
  'drawn expert',
  'expert',
  'colleague',
  'supervisor',
] as const;
export type Reader = (typeof READERS)[number];

/** Members of the panel, who come in with the check-in. */
const MEMBERS: readonly Reader[] = ['expert', 'colleague'];
/** Everybody who is there from the notice on and has no part in the bidding. */
export const EVERYBODY = READERS.filter(
  (reader) => !['bidder', 'other bidder', 'drawn expert', ...MEMBERS].includes(reader),
);
/** Everybody who is there before the check-in. */
export const EARLY = READERS.filter((reader) => !MEMBERS.includes(reader));
export const STAFF = ['registrar', 'host', 'drawer', 'finance'] as const;
export const ADMINISTRATORS = ['system admin', 'security admin', 'auditor'] as const;

/** What is looked at. */
const PROBES = {
  page: '/api/public/tenders/:tender',
  document: '/api/public/tenders/:tender/documents/:document/file',
  own: '/api/tenders/:tender',
  drafts: '/api/tender-drafts',
  clarifications: '/api/public/tenders/:tender/clarifications',
  mySignUps: '/api/sign-ups/mine',
  signUps: '/api/tenders/:tender/sign-ups',
  downloads: '/api/tenders/:tender/downloads',
  relations: '/api/tenders/:tender/relations',
  opening: '/api/public/tenders/:tender/opening',
  events: '/api/public/openings/:opening/events',
  bundle: '/api/public/tenders/:tender/bundle',
  bids: '/api/tenders/:tender/bids/mine',
  panel: '/api/public/tenders/:tender/panel',
  panels: '/api/panels',
  asked: '/api/tenders/:tender/panel',
  draws: '/api/public/tenders/:tender/draws',
  room: '/api/evaluations/:tender',
  result: '/api/public/tenders/:tender/result',
  objections: '/api/tenders/:tender/objections',
  openObjections: '/api/public/tenders/:tender/objections',
  mySecurities: '/api/tenders/:tender/securities/mine',
  securities: '/api/tenders/:tender/securities',
  panelSecurities: '/api/evaluations/:tender/securities',
  desk: '/api/bid-securities',
  codeOwner: '/api/bid-securities/codes/:code',
  inbox: '/api/inbox',
  invitations: '/api/invitations',
  reading: '/tenders/:tender',
  search: '/tenders?q=%E6%B9%96%E5%8C%97',
  ocds: '/api/ocds/releases',
  records: '/api/ocds/records',
  statistics: '/statistics/rows',
} as const;
export type Probe = keyof typeof PROBES;

export const PRICES = RURAL_ROAD.offers.map(({ price }) => price.replace('.', ''));
/** The base price, in fen and in yuan as it may appear. */
export const BASE_FEN = 357_123_400;
export const BASE_FORMS = ['357123400', '3571234.00', '3,571,234.00'] as const;
/** What an objection says, and a review: nothing that stands anywhere else. */
export const OBJECTION = '第一名的业绩证明存疑，请核实。';
export const GROUND = '拟派项目经理的证书已过期。';
export const FIRMS = RURAL_ROAD.offers.map(({ firm }) => firm);
/** Signs up, tied to the first bidder by its legal representative, and does not bid. */
export const SIGNED_UP_ONLY = '远安县只报名路桥有限公司';

/** Whose account of the demo county is which reader's. */
export const ACCOUNTS = {
  citizen: 'citizen',
  tenderer: 'township',
  agency: 'agency',
  'other tenderer': 'school',
  registrar: 'registrar',
  host: 'host',
  drawer: 'drawer',
  finance: 'finance',
  'system admin': 'sysadmin',
  'security admin': 'secadmin',
  auditor: 'auditor',
  supervisor: 'supervisor',
} as const satisfies Partial<Record<Reader, string>>;

/** Lets an agency run the tender of a project. */
export async function commission(tenderer: Client, projectId: string): Promise<void> {
  const [agency] = await tenderer.get<{ id: string }[]>('/api/agencies');
  const contract = await uploadFile(tenderer, '委托合同.txt', 'text/plain', Buffer.from('委托'));
  await tenderer.put(`/api/projects/${projectId}/commission`, {
    agencyId: agency?.id,
    contractNumber: '委托〔2026〕5号',
    fileId: contract.id,
  });
}

/** The first of the called experts who said yes. */
export async function accepted(experts: readonly Client[]): Promise<Client> {
  for (const expert of experts) {
    const all = await expert.get<{ state: string }[]>('/api/invitations');
    if (all.some(({ state }) => state === 'accepted')) return expert;
  }
  throw new Error('nobody accepted');
}

/** A tender by lowest price from its draft to its award, looked at by everybody at every moment. */
export class Road extends Looks<Moment, Reader, Probe> {
  /** What opens the commitment to the base price. */
  secretNonce = '';

  constructor() {
    super(MOMENTS, PROBES, ['document']);
  }

  async walk(world: World): Promise<void> {
    await this.enter(world);
    const tenderer = await world.as('township');
    const { tenderId, deadline } = await this.published(world, tenderer);
    const base = await sealBasePrice(tenderer, tenderId, null, BASE_FEN);
    this.secretNonce = base.nonce;
    const firms = await this.firms(world, tenderId);
    this.names.code = await paySecurity(world, await world.as(firms[0] ?? ''), tenderId, {
      payer: PAYER,
      account: PAYER_ACCOUNT,
    });
    const bids = await bid(world, tenderId, firms);
    const experts = demoExperts(world);
    this.names.panel = await drawPanel(world, tenderId, tenderer, ROAD_SEATS, deadline);
    await formPanel(world, this.names.panel, experts);
    this.readers.set('drawn expert', await accepted(await experts()));
    await this.look('sealed');
    const openingId = await hallOf(world, tenderId, deadline);
    this.names.opening = openingId;
    await this.look('opening');
    await openBids(world, openingId, bids, async () => {
      await this.look('unread');
      await openBasePrice(tenderer, openingId, base);
    });
    const members = await checkIn(tenderId, experts);
    await this.judge(world, tenderId, members);
    await this.publicity(world, tenderId, tenderer);
  }

  private async enter(world: World): Promise<void> {
    this.readers.set('public', world.stranger());
    for (const [reader, username] of Object.entries(ACCOUNTS)) {
      this.readers.set(reader as Reader, await world.as(username));
    }
  }

  private async published(
    world: World,
    tenderer: Client,
  ): Promise<{ tenderId: string; deadline: string }> {
    const projectId = await registerProject(world);
    await commission(tenderer, projectId);
    const published = await publishWith(world, projectId, async (id) => {
      this.names.tender = id;
      await this.look('draft');
      return (await holderKeys(id)).sealing;
    });
    const page = await tenderer.get<{ documents: { id: string }[] }>(
      `/api/public/tenders/${published.tenderId}`,
    );
    this.names.document = page.documents[0]?.id ?? '';
    return published;
  }

  /** Three sign up to bid, two of them tied by control; a fourth, tied to the first, only signs up. */
  private async firms(world: World, tenderId: string): Promise<string[]> {
    const firms = await enterFirms(world, tenderId);
    for (const [index, reader] of (['bidder', 'other bidder'] as const).entries()) {
      this.readers.set(reader, await world.as(firms[index] ?? ''));
      await download(world, firms[index] ?? '', tenderId);
    }
    const [, second, third] = await Promise.all(firms.map((one) => world.as(one)));
    const mine = await second?.get<{ creditCode: string }>('/api/enterprises/mine');
    await third?.delete(`/api/tenders/${tenderId}/sign-ups/mine`);
    await third?.post(`/api/tenders/${tenderId}/sign-ups`, { controller: mine?.creditCode });
    const only = await enterFirm(world, `only-${runName()}`, SIGNED_UP_ONLY, 0);
    await only.client.post(`/api/tenders/${tenderId}/sign-ups`);
    return firms;
  }

  private async judge(world: World, tenderId: string, members: readonly Client[]): Promise<void> {
    const [expert, colleague] = members;
    if (!expert || !colleague) throw new Error('nobody checked in');
    this.readers.set('expert', expert);
    this.readers.set('colleague', colleague);
    const at = `/api/evaluations/${tenderId}`;
    await until('the seats at the panel', async () => {
      const room = await colleague.get<{ members: unknown[] }>(at).catch(() => null);
      return room?.members.length === members.length;
    });
    await this.look('read');
    for (const one of [expert, colleague]) await one.post(`${at}/declaration`);
    const { bids } = await expert.get<{ bids: { id: string }[] }>(at);
    const review = { bidId: bids[0]?.id, responsive: false, ground: GROUND };
    await expert.post(`${at}/reviews`, review);
    await this.look('reviewing');
    await evaluate(world, tenderId, members);
    await this.look('evaluated');
  }

  private async publicity(world: World, tenderId: string, tenderer: Client): Promise<void> {
    await tenderer.post(`/api/tenders/${tenderId}/candidates`);
    await this.look('publicity');
    const bidder = this.readers.get('bidder') ?? tenderer;
    const filed = await bidder.post<{ id: string }>(`/api/tenders/${tenderId}/objections`, {
      text: OBJECTION,
    });
    await this.look('objected');
    const answer = { text: '业绩经核实属实。', upheld: false };
    await tenderer.post(`/api/objections/${filed.id}/answer`, answer);
    const { publicityUntil } = await tenderer.get<{ publicityUntil: string }>(
      `/api/public/tenders/${tenderId}`,
    );
    await clockTo(world, publicityUntil);
    await tenderer.post(`/api/tenders/${tenderId}/award`);
    await this.look('awarded');
  }
}
