<<<<<<< HEAD
=======
import { verifyBundle, type BundleResult } from '@core/bundle';
>>>>>>> main
import type { DrawSpec } from '@core/draw';
import type { Client } from '../support/client';
import { Contributor } from '../support/contributor';
import { until, type World } from './world';

<<<<<<< HEAD
/** A draw as everybody sees it. */
export interface PublicDraw {
  readonly id: string;
  readonly purpose: string;
  readonly state: string;
  readonly spec: DrawSpec | null;
  readonly next: { readonly step: string; readonly waitingFor: readonly string[] };
  readonly result: { readonly seed: string } | null;
}

/** Tenderer and supervisor contribute to a draw, each with keys of their own, until it is drawn. */
export async function contribute(
  world: World,
  tenderId: string,
  purpose: string,
  clients: { readonly tenderer: Client; readonly supervisor: Client },
): Promise<PublicDraw> {
  const anybody = world.stranger();
  const draw = async (): Promise<PublicDraw | undefined> => {
    const draws = await anybody.get<PublicDraw[]>(`/api/public/tenders/${tenderId}/draws`);
    return draws.filter((one) => one.purpose === purpose).at(-1);
  };
  const parties = [
    { client: clients.supervisor, machine: new Contributor('supervisor') },
    { client: clients.tenderer, machine: new Contributor('tenderer') },
  ];
  const at = (step: string): Promise<PublicDraw> =>
    until(`the draw’s step ${step}`, async () => {
      const found = await draw();
      return found?.next.step === step ? found : null;
    });
  const each = async (step: string, body: (one: Contributor) => unknown): Promise<PublicDraw> => {
    const found = await at(step === 'enrol' ? 'enrol' : step.replace(/s$/, ''));
    for (const { client, machine } of parties) {
      await client.post(`/api/draws/${found.id}/${step}`, await body(machine));
    }
    return found;
  };
  await each('enrol', (machine) => machine.keys);
  const { spec } = await at('input');
  if (!spec) throw new Error('a draw without a spec');
  await each('inputs', (machine) => machine.input(spec));
  await each('deposits', async (machine) => {
    const { shares } = await machine.deposit(spec);
    return { shares };
  });
  await each('reveals', (machine) => ({ nonce: machine.nonceHex }));
  const drawn = await until('the draw', async () => {
    const found = await draw();
    return found?.state === 'drawn' ? found : null;
  });
  world.say(
    `draw ${purpose} drawn, seed ${drawn.result?.seed.slice(0, 16) ?? ''}…: ${world.url}/draws/${drawn.id}`,
  );
  return drawn;
}
=======
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
>>>>>>> main
