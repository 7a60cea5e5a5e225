import type { Client } from '../support/client';
import { clockTo, until, type World } from './world';

/** What a journey reads of a contract. */
export interface ContractAnswer {
  readonly id: string;
  readonly number: string;
  readonly fingerprint: string;
  readonly concludedAt: string | null;
  readonly offer: {
    readonly priceFen: string;
    readonly durationDays: number | null;
    readonly quality: string | null;
    readonly manager: string | null;
  };
  readonly now: { readonly priceFen: string; readonly durationDays: number };
  readonly changes: readonly { readonly id: string; readonly reason: string }[];
  readonly subcontracts: readonly { readonly id: string; readonly name: string }[];
}

const DAY = 86_400_000;
/** How a contract of these journeys is paid: words that stand nowhere else. */
export const PAYMENT = '完工验收后付至合同金额的 97%，质保期满付清。';

/** The username, among these, whose firm has this name. */
export async function usernameOf(
  world: World,
  name: string,
  usernames: readonly string[],
): Promise<string> {
  for (const username of usernames) {
    const firm = await (await world.as(username)).get<{ name: string }>('/api/enterprises/mine');
    if (firm.name === name) return username;
  }
  throw new Error(`nobody here acts for ${name}`);
}

/** The contract of a lot, written from the bid by its tenderer. */
export async function writeContract(
  tenderer: Client,
  tenderId: string,
  lot = 1,
): Promise<ContractAnswer> {
  const offer = await tenderer.get<ContractAnswer['offer']>(
    `/api/tenders/${tenderId}/lots/${lot}/offer`,
  );
  return tenderer.put<ContractAnswer>(`/api/tenders/${tenderId}/lots/${lot}/contract`, {
    priceFen: offer.priceFen,
    durationDays: offer.durationDays ?? 45,
    quality: offer.quality ?? '合格',
    manager: offer.manager ?? '赵志强',
    performanceBondFen: '0',
    changeLimit: 5,
    payment: PAYMENT,
    other: '',
  });
}

/** Both sides sign what was written, and it is public. */
export async function concludeContract(
  world: World,
  tenderId: string,
  tenderer: Client,
  winner: Client,
): Promise<ContractAnswer> {
  const written = await writeContract(tenderer, tenderId);
  const { id, fingerprint, number } = written;
  await tenderer.post(`/api/contracts/${id}/signature`, { fingerprint });
  const signed = await winner.post<ContractAnswer>(`/api/contracts/${id}/signature`, {
    fingerprint,
  });
  if (signed.concludedAt === null) throw new Error('signed by both, and no contract');
  await until('the contract on paper', async () => {
    const response = await world.stranger().fetch(`/api/public/contracts/${id}/file`);
    const bytes = Buffer.from(await response.arrayBuffer());
    return bytes.subarray(0, 5).equals(Buffer.from('%PDF-'));
  });
  world.say(`contract ${number} signed by both sides and published`);
  return signed;
}

/** The works: a change both agree on, a subcontract, looks at the site, payments, acceptance, and the review of it all. */
export async function liveContract(
  world: World,
  tenderId: string,
  { id, concludedAt }: ContractAnswer,
  tenderer: Client,
  winner: Client,
): Promise<ContractAnswer> {
  const at = (days: number): string =>
    new Date(Date.parse(concludedAt ?? '') + days * DAY).toISOString();
  const post = (client: Client, path: string, body: unknown): Promise<ContractAnswer> =>
    client.post<ContractAnswer>(`/api/contracts/${id}/${path}`, body);
  await clockTo(world, at(10));
  await post(tenderer, 'site-checks', { present: true, note: '' });
  const given = await post(winner, 'subcontracts', {
    name: '采禾标线有限公司',
    part: '标志标线',
    sumFen: '100000',
    isMainWork: false,
  });
  await post(tenderer, `subcontracts/${given.subcontracts[0]?.id ?? ''}/answer`, { agrees: true });
  const asked = await post(tenderer, 'changes', {
    kind: 'works',
    reason: '村口加铺回车场 40 平方米',
    priceBy: 300_000,
    daysBy: 3,
  });
  await post(winner, `changes/${asked.changes[0]?.id ?? ''}/answer`, { agrees: true });
  await clockTo(world, at(40));
  const payment = { sumFen: '500000', purpose: '进度款', paidAt: at(39) };
  await post(tenderer, 'payments', payment);
  const done = await post(tenderer, 'acceptance', {
    acceptedAt: at(40),
    text: '按图施工，质量合格，同意交付使用。',
  });
  await tenderer.post(`/api/tenders/${tenderId}/lots/1/performance`, {
    grade: 'good',
    text: '按期完工，配合到位',
  });
  world.say(`works accepted at ${Number(done.now.priceFen) / 100} yuan, performance reviewed`);
  return done;
}
