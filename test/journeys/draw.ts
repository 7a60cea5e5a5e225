import { verifyBundle, type BundleResult } from '@core/bundle';
import type { DrawSpec } from '@core/draw';
import type { Client } from '../support/client';
import { Contributor } from '../support/contributor';
import { until, type World } from './world';

/** What the public page of a draw says. */
export interface DrawAnswer {
  readonly id: string;
  readonly state: string;
  readonly spec: (DrawSpec & { firms?: { number: string; name: string }[] }) | null;
  readonly result: { readonly panel: readonly { readonly row: number }[] } | null;
  readonly events: readonly { readonly type: string; readonly by: number }[];
}

async function reached(world: World, id: string, state: string): Promise<DrawAnswer> {
  return until(`the draw to be at ${state}`, async () => {
    const draw = await world.stranger().get<DrawAnswer>(`/api/public/draws/${id}`);
    return draw.state === state ? draw : null;
  });
}

/** Supervisor and tenderer take a draw through all its steps, each on a machine of its own. */
export async function contribute(world: World, id: string, tenderer: Client): Promise<DrawAnswer> {
  const parties = [
    { own: new Contributor('supervisor'), client: await world.as('supervisor') },
    { own: new Contributor('tenderer'), client: tenderer },
  ];
  for (const { own, client } of parties) await client.post(`/api/draws/${id}/enrol`, own.keys);
  const { spec } = await reached(world, id, 'inputs');
  if (!spec) throw new Error('no spec');
  for (const { own, client } of parties) {
    await client.post(`/api/draws/${id}/inputs`, own.input(spec));
  }
  await reached(world, id, 'deposits');
  for (const { own, client } of parties) {
    const { shares } = await own.deposit(spec);
    await client.post(`/api/draws/${id}/deposits`, { shares });
  }
  await reached(world, id, 'reveals');
  for (const { own, client } of parties) {
    await client.post(`/api/draws/${id}/reveals`, { nonce: own.nonceHex });
  }
  const drawn = await reached(world, id, 'drawn');
  world.say(`drawn: rows ${drawn.result?.panel.map(({ row }) => row).join(' ') ?? ''}`);
  return drawn;
}

/** The bundle of a tender, once its record is closed. */
export async function closedBundle(world: World, tenderId: string): Promise<string> {
  return until('the record of the tender to be closed', async () => {
    const response = await world.stranger().fetch(`/api/public/tenders/${tenderId}/bundle`);
    if (!response.ok) return null;
    const text = await response.text();
    const result = await verifyBundle(JSON.parse(text));
    return !result.ok || result.report.complete ? text : null;
  });
}

/** What a stranger's verifier says of a bundle. */
export async function judged(text: string): Promise<BundleResult> {
  return verifyBundle(JSON.parse(text));
}
