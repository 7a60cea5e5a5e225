import { drawsInHall, type EvaluationPlan } from '@core/evaluation';
import type { Client } from '../support/client';
import { handIn, type HandedIn } from './bidder';
import { contribute } from './draw';
import { checkIn, demoExperts, drawPanel, formPanel, ROAD_SEATS, type Called } from './panel';
import { hallOf, openBids } from './rural-road';
import { clockTo, until, type World } from './world';

/** A firm of the demo county and its price in yuan. */
export interface Priced {
  readonly username: string;
  readonly price: string;
  /** A file of the technical part, for a blind review. */
  readonly technical?: { readonly name: string; readonly text: string };
}

interface Opening {
  readonly events: readonly { readonly event: Record<string, unknown> }[];
}

/** Firms of the county sign up and bid. */
export async function bidAll(
  world: World,
  tenderId: string,
  offers: readonly Priced[],
): Promise<HandedIn[]> {
  const bids: HandedIn[] = [];
  for (const { username, price, technical } of offers) {
    const client = await world.as(username);
    await client.post(`/api/tenders/${tenderId}/sign-ups`);
    const sheet = { price, durationDays: 60, quality: '合格', manager: '张工' };
    const offer = technical === undefined ? sheet : { ...sheet, technical };
    bids.push(await handIn(client, tenderId, offer));
  }
  return bids;
}

/** The panel of five is drawn and says that it comes; `work` is what happens before the deadline besides. */
export async function formedPanel(
  world: World,
  tenderId: string,
  meetingAt: string,
  experts: Called = demoExperts(world),
): Promise<void> {
  const tenderer = await world.as('township');
  const panelId = await drawPanel(world, tenderId, tenderer, ROAD_SEATS, meetingAt);
  await formPanel(world, panelId, experts);
}

/** Opening and reading; what the plan leaves to a draw is drawn before the record is signed. */
export async function openByPlan(
  world: World,
  tenderId: string,
  deadline: string,
  bids: readonly HandedIn[],
): Promise<string> {
  const openingId = await hallOf(world, tenderId, deadline);
  const { plan } = await world
    .stranger()
    .get<{ plan: EvaluationPlan }>(`/api/public/tenders/${tenderId}`);
  await openBids(world, openingId, bids, undefined, async () => {
    if (drawsInHall(plan)) await drawCoefficients(world, tenderId);
  });
  return openingId;
}

/** What a hall says that it drew. */
export interface Drawn {
  readonly values: Readonly<Record<string, string>>;
  readonly orders?: Readonly<Record<string, readonly string[]>>;
}

/** The draw begins by itself once everything is read; supervisor and tenderer take part. */
export async function drawCoefficients(world: World, tenderId: string): Promise<Drawn> {
  const anybody = world.stranger();
  const find = async (kind: string): Promise<Record<string, unknown> | undefined> => {
    const { events } = await anybody.get<Opening>(`/api/public/tenders/${tenderId}/opening`);
    return events.map(({ event }) => event).find((event) => event.kind === kind);
  };
  const began = await until('the draw of the coefficients', () =>
    find('coefficient_draw_began').then((one) => one ?? null),
  );
  await contribute(world, String(began.drawId), await world.as('township'));
  const drawn = await until('the drawn coefficients', () =>
    find('coefficients_drawn').then((one) => one ?? null),
  );
  const { values, orders } = drawn as unknown as Drawn;
  world.say(`drawn in the hall: ${JSON.stringify({ values, orders })}`);
  return { values, ...(orders === undefined ? {} : { orders }) };
}

/** The members of the panel stand in the room and have declared. */
export async function seatedPanel(
  world: World,
  tenderId: string,
  experts: Called = demoExperts(world),
): Promise<Client[]> {
  const members = await checkIn(tenderId, experts);
  for (const member of members) {
    await until('a seat at the panel', () =>
      member.get(`/api/evaluations/${tenderId}`).catch(() => null),
    );
    await member.post(`/api/evaluations/${tenderId}/declaration`);
  }
  return members;
}

/** Every member finds every bid responsive. */
export async function reviewAll(
  tenderId: string,
  members: readonly Client[],
  bidIds: readonly string[],
): Promise<void> {
  for (const member of members) {
    for (const bidId of bidIds) {
      const review = { bidId, responsive: true, ground: '' };
      await member.post(`/api/evaluations/${tenderId}/reviews`, review);
    }
  }
}

/** All members sign; candidates, the publication lived through, the award. Returns the winner. */
export async function signAndAward(
  world: World,
  tenderId: string,
  members: readonly Client[],
): Promise<string> {
  for (const member of members) await member.post(`/api/evaluations/${tenderId}/signatures`);
  const tenderer = await world.as('township');
  await until('candidates', () =>
    tenderer.post(`/api/tenders/${tenderId}/candidates`).catch(() => null),
  );
  const { publicityUntil } = await tenderer.get<{ publicityUntil: string }>(
    `/api/tenders/${tenderId}`,
  );
  await clockTo(world, publicityUntil);
  const { name } = await tenderer.post<{ name: string }>(`/api/tenders/${tenderId}/award`);
  world.say(`awarded to ${name}`);
  return name;
}
