import { io, type Socket } from 'socket.io-client';
import type {
  LotteryClientEvents,
  LotteryEventMessage,
  LotteryJoinAnswer,
  LotteryServerEvents,
} from '@contracts';
import { uploadFile } from './upload';
import { clockTo, until, type World } from './world';
import { noticeText } from './notice';

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
    kind: 'works',
    owner: 'township',
    partOfWorks: true,
    fiscalFunds: true,
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
    { text: await noticeText(tenderer, tender.id) },
  );
  return { tenderId: tender.id, deadline: published.timetable.deadline };
}

/** The plainest terms: one tier, no licence, one working day of publication. */
export const OPEN_TO_ALL = {
  tiers: [{ key: 'all', name: '不分级' }],
  licences: [],
  publicityDays: 1,
  reviewMonths: 12,
  coolOffMonths: 12,
};

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
    terms: OPEN_TO_ALL,
  });
  for (const username of usernames) {
    const firm = await world.as(username);
    await firm.post(`/api/pools/${pool.id}/applications`);
  }
  const waiting = await registrar.get<{ enterpriseId: string }[]>(`/api/pools/${pool.id}/desk`);
  await admit(
    world,
    pool.id,
    waiting.map(({ enterpriseId }) => enterpriseId),
  );
}

/** Publishes these admissions and waits until the last of them is over. */
export async function admit(
  world: World,
  poolId: string,
  enterpriseIds: readonly string[],
): Promise<void> {
  const registrar = await world.as('registrar');
  let over = '';
  for (const enterpriseId of enterpriseIds) {
    const at = `/api/pools/${poolId}/members/${enterpriseId}/publish`;
    over = (await registrar.post<{ publicityUntil: string }>(at)).publicityUntil;
  }
  if (over !== '') await clockTo(world, over);
  await until('the pool has its members', async () => {
    const { members } = await registrar.get<{ members: unknown[] }>(`/api/public/pools/${poolId}`);
    return members.length >= enterpriseIds.length;
  });
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
}
