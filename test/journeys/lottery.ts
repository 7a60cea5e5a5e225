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
}
