import type { Client } from '../support/client';
import { contribute } from './draw';
import { admit, OPEN_TO_ALL } from './lottery';
import { clockTo, until, type World } from './world';
import { uploadFile } from './upload';
import { noticeText } from './notice';

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
  readonly state: string;
  readonly drawId: string | null;
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
      terms: OPEN_TO_ALL,
    }));
  const clients: Client[] = [];
  const missing: string[] = [];
  for (let number = 1; number <= FOOTBRIDGE.members; number++) {
    const firm = await world.as(`firm${number}`);
    const mine = await firm.get<{ poolId: string; state: string }[]>('/api/pools/mine');
    if (!mine.some((one) => one.poolId === pool.id && one.state === 'admitted')) {
      await firm.post(`/api/pools/${pool.id}/applications`);
      const { id } = await firm.get<{ id: string }>('/api/enterprises/mine');
      missing.push(id);
    }
    clients.push(firm);
  }
  await admit(world, pool.id, missing);
  return clients;
}

async function publish(world: World): Promise<{ tenderId: string; deadline: string }> {
  const tenderer = await world.as('township');
  const registrar = await world.as('registrar');
  const project = await tenderer.post<{ id: string }>('/api/projects', {
    kind: 'works',
    owner: 'township',
    partOfWorks: true,
    fiscalFunds: true,
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
  const text = { text: await noticeText(tenderer, draft.id) };
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
  const hidden = await until('the lottery', () =>
    world
      .stranger()
      .get<Lottery>(`/api/public/tenders/${tenderId}/lottery`)
      .catch(() => null),
  );
  if (hidden.firms !== null) throw new Error('who takes part is known before the deadline');
  await clockTo(world, deadline);
  const tenderer = await world.as('township');
  const { drawId } = await until('the frozen list', async () => {
    const found = await world.stranger().get<Lottery>(`/api/public/tenders/${tenderId}/lottery`);
    return found.state === 'drawing' ? found : null;
  });
  await contribute(world, drawId ?? '', tenderer);
  const drawn = await until('the drawn lottery', async () => {
    const found = await world.stranger().get<Lottery>(`/api/public/tenders/${tenderId}/lottery`);
    return found.state === 'drawn' ? found : null;
  });
  world.say(
    `${drawn.firms?.length ?? 0} firms, numbers by ascending credit code: ${world.url}/stage/lotteries/${tenderId}`,
  );
  await tenderer.post(`/api/tenders/${tenderId}/lottery-result`);
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
}
