import type { Client } from '../support/client';
import { contribute } from './draw';
import { until, type World } from './world';

interface Invitation {
  readonly id: string;
  readonly state: string;
  readonly tenderId: string | null;
}

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
}
