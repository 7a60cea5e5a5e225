<<<<<<< HEAD
import type { Client } from '../support/client';
import { contribute } from './draw';
import { watchLottery } from './lottery-spectator';
import { clockTo, until, type World } from './world';
import { uploadFile } from './upload';

/** A ¥400,000 footbridge, below the threshold: drawn by lot among the members of the county's pool. */
export const FOOTBRIDGE = {
  title: '采禾乡溪口人行便桥工程',
  estimateFen: '40000000',
  trade: 'works',
  members: 8,
} as const;

interface Pool {
  readonly id: string;
  readonly trade: string;
}

interface Lottery {
  readonly id: string;
  readonly state: string;
  readonly firms: readonly { readonly number: string; readonly name: string }[] | null;
}

/** The pool of the trade with eight admitted members; opened and filled where it is missing. */
async function members(world: World): Promise<Client[]> {
  const registrar = await world.as('registrar');
  const { trade } = FOOTBRIDGE;
  const pools = await registrar.get<Pool[]>('/api/public/pools');
  const pool =
    pools.find((one) => one.trade === trade) ??
    (await registrar.post<Pool>('/api/pools', {
      trade,
      name: '小型工程预选承包商名录',
      notice: '常年开放申请，只看资质、安全许可和信用红线，不设地域和规模条件。',
    }));
  const clients: Client[] = [];
  for (let number = 1; number <= FOOTBRIDGE.members; number++) {
    const firm = await world.as(`firm${number}`);
    const mine = await firm.get<{ poolId: string; state: string }[]>('/api/pools/mine');
    if (!mine.some((one) => one.poolId === pool.id && one.state === 'admitted')) {
      await firm.post(`/api/pools/${pool.id}/applications`);
      const { id } = await firm.get<{ id: string }>('/api/enterprises/mine');
      await registrar.post(`/api/pools/${pool.id}/members/${id}/admit`);
    }
    clients.push(firm);
  }
  return clients;
}

async function publish(world: World): Promise<{ tenderId: string; deadline: string }> {
  const tenderer = await world.as('township');
  const registrar = await world.as('registrar');
  const project = await tenderer.post<{ id: string }>('/api/projects', {
=======
import { io, type Socket } from 'socket.io-client';
import type {
  LotteryClientEvents,
  LotteryEventMessage,
  LotteryJoinAnswer,
  LotteryServerEvents,
} from '@contracts';
import { uploadFile } from './upload';
import { type World } from './world';

interface Made {
  readonly id: string;
}

/** A project below the threshold whose tender is to be awarded by lottery, published with its local basis. */
export async function publishLottery(
  world: World,
  category: string,
): Promise<{ tenderId: string; deadline: string }> {
  const tenderer = await world.as('township');
  const project = await tenderer.post<Made>('/api/projects', {
>>>>>>> main
    kind: 'works',
    owner: 'township',
    partOfWorks: true,
    fiscalFunds: true,
<<<<<<< HEAD
    estimateFen: FOOTBRIDGE.estimateFen,
    totalInvestmentFen: FOOTBRIDGE.estimateFen,
    category: FOOTBRIDGE.trade,
    title: FOOTBRIDGE.title,
    region: '采禾乡',
    approvalNumber: '采政发〔2026〕3号',
  });
  await registrar.post(`/api/projects/${project.id}/answer`, { missing: [] });
  const terms = {
    title: FOOTBRIDGE.title,
    method: 'lottery',
    ceilingFen: FOOTBRIDGE.estimateFen,
    bidBondFen: '0',
  };
  const draft = await tenderer.post<{ id: string }>('/api/tenders', {
    projectId: project.id,
    ...terms,
  });
  const text = { text: '在预选承包商名录中以摇号确定承包人，按最高限价下浮后的公布价发包。' };
  const refusal = await tenderer.refusal(tenderer.post(`/api/tenders/${draft.id}/publish`, text));
  if (refusal.code !== 'tender.basis_missing') throw new Error(`no basis asked: ${refusal.code}`);
  world.say(`refused without a recorded local basis: ${refusal.law?.citation ?? ''}`);
  const paper = new TextEncoder().encode('青禾县限额以下小型工程发包办法（示例文本）');
  const file = await uploadFile(tenderer, '依据.txt', 'text/plain', paper);
  await tenderer.put(`/api/tenders/${draft.id}`, {
    ...terms,
    basis: {
      documentNumber: '青政办〔2026〕1号',
      fairCompetitionReview: '青公平审〔2026〕2号：未发现排除、限制竞争',
      fileId: file.id,
    },
  });
  const published = await tenderer.post<{ timetable: { deadline: string } }>(
    `/api/tenders/${draft.id}/publish`,
    text,
  );
  world.say(`lottery published: ${world.url}/tenders/${draft.id}`);
  return { tenderId: draft.id, deadline: published.timetable.deadline };
}

/** The whole lottery, from the refusal without a basis to the award. Returns the tender and its winner. */
export async function lottery(world: World): Promise<{ tenderId: string; winner: string }> {
  const firms = await members(world);
  const { tenderId, deadline } = await publish(world);
  for (const firm of firms) await firm.post(`/api/tenders/${tenderId}/participations`);
  const hidden = await world.stranger().get<Lottery>(`/api/public/tenders/${tenderId}/lottery`);
  if (hidden.firms !== null) throw new Error('who takes part is known before the deadline');
  const early = await watchLottery(world.url, hidden.id);
  await clockTo(world, deadline);
  const [tenderer, supervisor] = [await world.as('township'), await world.as('supervisor')];
  await contribute(world, tenderId, 'lottery', { tenderer, supervisor });
  const drawn = await until('the drawn lottery', async () => {
    const found = await world.stranger().get<Lottery>(`/api/public/tenders/${tenderId}/lottery`);
    return found.state === 'drawn' ? found : null;
  });
  world.say(
    `${drawn.firms?.length ?? 0} firms, numbers by ascending credit code: ${world.url}/stage/lotteries/${tenderId}`,
  );
  const late = await watchLottery(world.url, hidden.id);
  await tenderer.post(`/api/tenders/${tenderId}/lottery-result`);
  await until('the spectators to have seen everything', () =>
    Promise.resolve([early, late].every(({ events }) => events.at(-1)?.event.kind === 'published')),
  );
  if (JSON.stringify(early.events) !== JSON.stringify(late.events)) {
    throw new Error('two spectators saw different events');
  }
  early.leave();
  late.leave();
  const { candidates } = await tenderer.get<{ candidates: { rank: number; name: string }[] }>(
    `/api/public/tenders/${tenderId}/result`,
  );
  const { publicityUntil } = await tenderer.get<{ publicityUntil: string }>(
    `/api/tenders/${tenderId}`,
  );
  await clockTo(world, publicityUntil);
  const award = await tenderer.post<{ name: string }>(`/api/tenders/${tenderId}/award`);
  world.say(
    `winner ${award.name}, alternates ${candidates
      .slice(1)
      .map((one) => one.name)
      .join(', ')}`,
  );
  return { tenderId, winner: award.name };
=======
    estimateFen: '90000000',
    totalInvestmentFen: '90000000',
    category,
    title: '采禾乡机耕路修缮',
    region: '采禾乡',
    approvalNumber: '青发改〔2026〕31号',
  });
  const registrar = await world.as('registrar');
  await registrar.post(`/api/projects/${project.id}/answer`, { missing: [] });
  const basis = await uploadFile(
    tenderer,
    '依据.txt',
    'text/plain',
    new TextEncoder().encode('青政办〔2026〕1号'),
  );
  const tender = await tenderer.post<Made>('/api/tenders', {
    projectId: project.id,
    title: '采禾乡机耕路修缮（摇号）',
    method: 'lottery',
    ceilingFen: '88000000',
    bidBondFen: '0',
    basis: {
      documentNumber: '青政办〔2026〕1号',
      fairCompetitionReview: '青公审〔2026〕2号',
      fileId: basis.id,
    },
  });
  const published = await tenderer.post<{ timetable: { deadline: string } }>(
    `/api/tenders/${tender.id}/publish`,
    { text: '从预选承包商名录中公开摇号确定承包商。' },
  );
  return { tenderId: tender.id, deadline: published.timetable.deadline };
}

/** A pool of this trade with these firms in it. */
export async function fillPool(
  world: World,
  trade: string,
  usernames: readonly string[],
): Promise<void> {
  const registrar = await world.as('registrar');
  const pool = await registrar.post<Made>('/api/pools', {
    trade,
    name: '农村道路预选承包商名录',
    notice: '常年开放，符合条件即可申请。',
  });
  for (const username of usernames) {
    const firm = await world.as(username);
    await firm.post(`/api/pools/${pool.id}/applications`);
  }
  const waiting = await registrar.get<{ enterpriseId: string }[]>(
    `/api/pools/${pool.id}/applications`,
  );
  for (const { enterpriseId } of waiting) {
    await registrar.post(`/api/pools/${pool.id}/members/${enterpriseId}/admit`);
  }
}

/** Somebody who watches a lottery over a real socket. */
export interface LotterySpectator {
  readonly events: readonly LotteryEventMessage[];
  leave(): void;
}

/** Joins a lottery; comes back when the join is answered. */
export async function watchLottery(url: string, lotteryId: string): Promise<LotterySpectator> {
  const socket: Socket<LotteryServerEvents, LotteryClientEvents> = io(`${url}/lotteries`, {
    transports: ['websocket'],
    forceNew: true,
  });
  const events = new Map<number, LotteryEventMessage>();
  socket.on('lottery.event.v1', (message) => events.set(message.seq, message));
  const answer = await new Promise<LotteryJoinAnswer>((resolve, reject) => {
    socket.on('connect_error', reject);
    socket.on('connect', () => {
      socket.emit('lottery.join.v1', { lotteryId, after: 0 }, resolve);
    });
  });
  if (!answer.ok) throw new Error(`not let in: ${answer.code}`);
  for (const message of answer.events) events.set(message.seq, message);
  return {
    get events() {
      return [...events.values()].sort((one, other) => one.seq - other.seq);
    },
    leave: () => void socket.disconnect(),
  };
>>>>>>> main
}
