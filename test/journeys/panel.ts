import type { Client } from '../support/client';
import { contribute } from './draw';
import { until, type World } from './world';

/** A panel as its operator sees it. */
export interface PanelAnswer {
  readonly id: string;
  readonly state: string;
  readonly drawId: string | null;
  readonly invitations: readonly {
    readonly id: string;
    readonly seat: number;
    readonly row: number;
    readonly state: string;
    readonly calls: readonly {
      readonly attempt: number;
      readonly byHand: boolean;
      readonly state: string;
      readonly outcome: string | null;
    }[];
  }[];
}

interface InvitationAnswer {
  readonly id: string;
  readonly state: string;
  readonly tenderId: string | null;
}

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
    // Where experts are called the panel may be formed before anybody looks.
    return panel.state === 'calling' || panel.state === 'formed';
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
}
