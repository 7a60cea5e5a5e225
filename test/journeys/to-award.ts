import type { Client } from '../support/client';
import { RURAL_ROAD } from './rural-road';
import { clockTo, until, type World } from './world';

interface Room {
  readonly bids: readonly { readonly id: string; readonly bidderName: string }[];
  readonly signedAt: string | null;
}

/** The panel's work: declarations, reviews, report, signatures, by the experts who have checked in. */
export async function evaluate(
  world: World,
  tenderId: string,
  experts: readonly Client[],
): Promise<void> {
  for (const expert of experts) {
    await until('a seat at the panel', () =>
      expert.get<Room>(`/api/evaluations/${tenderId}`).catch(() => null),
    );
    await expert.post(`/api/evaluations/${tenderId}/declaration`);
    const room = await expert.get<Room>(`/api/evaluations/${tenderId}`);
    for (const one of room.bids) {
      await expert.post(`/api/evaluations/${tenderId}/reviews`, {
        bidId: one.id,
        responsive: true,
        ground: '',
      });
    }
  }
  const [leader] = experts;
  await leader?.post(`/api/evaluations/${tenderId}/report`);
  for (const expert of experts) await expert.post(`/api/evaluations/${tenderId}/signatures`);
  world.say(`evaluated by ${experts.length} experts, report signed by all`);
}

/** Three ranked candidates, the publication lived through, the award, and everybody's letter. */
export async function award(
  world: World,
  tenderId: string,
  tenderer: Client,
  bidders: readonly Client[],
): Promise<string> {
  const candidates = await tenderer.post<{ rank: number; name: string; priceFen: string }[]>(
    `/api/tenders/${tenderId}/candidates`,
  );
  world.say(`candidates: ${candidates.map((one) => `${one.rank} ${one.name}`).join(', ')}`);
  const early = await tenderer.refusal(tenderer.post(`/api/tenders/${tenderId}/award`));
  if (early.code !== 'award.publicity_running') throw new Error(`awarded too early: ${early.code}`);
  const { publicityUntil } = await world
    .stranger()
    .get<{ publicityUntil: string }>(`/api/public/tenders/${tenderId}`);
  await clockTo(world, publicityUntil);
  const winner = await tenderer.post<{ name: string }>(`/api/tenders/${tenderId}/award`);
  for (const bidder of bidders) await letterOf(bidder, tenderId);
  world.say(`awarded to ${winner.name}; every bidder has a letter`);
  return winner.name;
}

/** A bidder's letter, downloaded as a PDF. */
async function letterOf(bidder: Client, tenderId: string): Promise<void> {
  const letter = await until('the letter', async () => {
    const mine =
      await bidder.get<{ id: string; tenderId: string; ready: boolean }[]>('/api/letters/mine');
    return mine.find((one) => one.tenderId === tenderId && one.ready);
  });
  const response = await bidder.fetch(`/api/letters/${letter.id}/file`);
  const bytes = Buffer.from(await response.arrayBuffer());
  if (!bytes.subarray(0, 5).equals(Buffer.from('%PDF-'))) throw new Error('the letter is no PDF');
}

/** The published winner of the real case. */
export const PUBLISHED_WINNER = RURAL_ROAD.winner;
