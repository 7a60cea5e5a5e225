import type { Client } from '../support/client';
import { contribute } from './draw';
import { until, type World } from './world';

<<<<<<< HEAD
interface Invitation {
=======
interface PanelAnswer {
  readonly id: string;
  readonly state: string;
  readonly drawId: string | null;
  readonly invitations: readonly { readonly seat: number; readonly state: string }[];
}

interface InvitationAnswer {
>>>>>>> main
  readonly id: string;
  readonly state: string;
  readonly tenderId: string | null;
}

<<<<<<< HEAD
interface PanelAnswer {
  readonly id: string;
  readonly state: string;
  readonly invitations: readonly { readonly seat: number; readonly state: string }[];
}

const SEATS = [
  { specialty: 'road', seats: 3 },
  { specialty: 'cost', seats: 2 },
];

/** The accounts of the demo's expert pool. */
export const EXPERTS = Array.from({ length: 60 }, (_, index) => `expert${index + 1}`);

/**
 * A panel of five: asked for by the tenderer, drawn with the supervisor, called on the experts' own pages. One
 * expert declines and the next of the drawn order is called. Returns the experts who accepted.
 */
export async function formPanel(
  world: World,
  tenderId: string,
  meetingAt: string,
): Promise<Client[]> {
  const [tenderer, drawer, supervisor] = [
    await world.as('township'),
    await world.as('drawer'),
    await world.as('supervisor'),
  ];
  const requested = await tenderer.post<PanelAnswer>(`/api/tenders/${tenderId}/panel`, {
    total: 5,
    tenderer: 0,
    seats: SEATS,
    meetingAt,
  });
  await drawer.post(`/api/panels/${requested.id}/draw`);
  await contribute(world, tenderId, 'panel', { tenderer, supervisor });
  const panel = (): Promise<PanelAnswer> => drawer.get<PanelAnswer>(`/api/panels/${requested.id}`);
  await until('the invitations', async () => (await panel()).invitations.length >= 5);
  const accepted: Client[] = [];
  let declined = false;
  for (let round = 0; round < 4 && (await panel()).state !== 'formed'; round++) {
    for (const username of EXPERTS) {
      const expert = await world.as(username);
      const mine = await expert.get<Invitation[]>('/api/invitations');
      const open = mine.find((one) => one.state === 'invited');
      if (!open) continue;
      if (open.tenderId !== null) throw new Error('an invitation names its tender');
      const accept = declined;
      declined = true;
      await expert.post(`/api/invitations/${open.id}/answer`, { accept });
      if (accept) accepted.push(expert);
    }
  }
  await until('the panel', async () => (await panel()).state === 'formed');
  world.say(`panel of five formed after one refusal; names sealed until check-in`);
  return accepted;
}

/** The experts of a panel check in, after the hall is closed. */
export async function checkIn(experts: readonly Client[]): Promise<void> {
  for (const expert of experts) {
    const mine = await expert.get<Invitation[]>('/api/invitations');
    const accepted = mine.find((one) => one.state === 'accepted');
    if (accepted) await expert.post(`/api/invitations/${accepted.id}/check-in`);
  }
=======
/** A panel of five experts: asked for, drawn with supervisor and tenderer contributing. Returns its id. */
export async function drawPanel(
  world: World,
  tenderId: string,
  tenderer: Client,
  seats: readonly { readonly specialty: string; readonly seats: number }[],
  meetingAt: string,
): Promise<string> {
  const { id } = await tenderer.post<PanelAnswer>(`/api/tenders/${tenderId}/panel`, {
    total: seats.reduce((sum, one) => sum + one.seats, 0),
    tenderer: 0,
    seats,
    meetingAt,
  });
  const operator = await world.as('drawer');
  const { drawId } = await operator.post<PanelAnswer>(`/api/panels/${id}/draw`);
  await contribute(world, drawId ?? '', tenderer);
  await until('the invitations', async () => {
    const panel = await operator.get<PanelAnswer>(`/api/panels/${id}`);
    return panel.state === 'calling';
  });
  return id;
}

/** Whoever is on the list of the service that calls experts; it alone can tell. */
export type Called = () => Promise<readonly Client[]>;

async function answers(experts: Called, accepts: (count: number) => boolean): Promise<number> {
  let count = 0;
  for (const expert of await experts()) {
    for (const one of await expert.get<InvitationAnswer[]>('/api/invitations')) {
      if (one.state !== 'invited') continue;
      await expert.post(`/api/invitations/${one.id}/answer`, { accept: accepts(count++) });
    }
  }
  return count;
}

/** Everybody who is invited looks at his page: the first declines, all others accept, until the panel is formed. */
export async function formPanel(world: World, panelId: string, experts: Called): Promise<void> {
  await answers(experts, (count) => count > 0);
  while ((await answers(experts, () => true)) > 0);
  const operator = await world.as('drawer');
  const panel = await operator.get<PanelAnswer>(`/api/panels/${panelId}`);
  if (panel.state !== 'formed') throw new Error(`the panel is ${panel.state}`);
  const states = panel.invitations.map(({ seat, state }) => `${seat} ${state}`);
  world.say(`panel formed: ${states.join(', ')}`);
}

/** The members of the panel stand in the evaluation room. Returns them. */
export async function checkIn(tenderId: string, experts: Called): Promise<Client[]> {
  const members: Client[] = [];
  for (const expert of await experts()) {
    for (const one of await expert.get<InvitationAnswer[]>('/api/invitations')) {
      if (one.state !== 'accepted') continue;
      const after = await expert.post<InvitationAnswer[]>(`/api/invitations/${one.id}/check-in`);
      if (after.some((known) => known.tenderId === tenderId)) members.push(expert);
    }
  }
  return members;
}

/** What a road wants: three who know roads, two who know prices. */
export const ROAD_SEATS = [
  { specialty: 'road', seats: 3 },
  { specialty: 'cost', seats: 2 },
] as const;

/** All sixty of the demo's experts, signed in: whoever is called among them finds it on his own page. */
export function demoExperts(world: World): Called {
  return () =>
    Promise.all(Array.from({ length: 60 }, (_, index) => world.as(`expert${index + 1}`)));
>>>>>>> main
}
