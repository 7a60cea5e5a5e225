import type { DrawSpec } from '@core/draw';
import type { Client } from '../support/client';
import { Contributor } from '../support/contributor';
import { until, type World } from './world';

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
