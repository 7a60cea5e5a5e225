import { Contribute, Draws } from '@server/draw';
import type { Actor } from '@core/identity';
import type { TestModule } from './module';
import { Contributor } from './contributor';
import { settle } from './turns';

/** Takes a draw that has just begun through all its steps, with honest contributors. */
export async function drawThrough(
  module: TestModule,
  id: string,
  actors: { readonly supervisor: Actor; readonly tenderer: Actor },
): Promise<void> {
  const contribute = module.get(Contribute);
  const draws = module.get(Draws);
  const parties = [new Contributor('supervisor'), new Contributor('tenderer')];
  for (const party of parties) await contribute.enrol(actors[party.id], id, party.keys);
  await settle(module);
  const spec = (await draws.get(id)).spec!;
  for (const party of parties) await contribute.input(actors[party.id], id, party.input(spec));
  await settle(module);
  for (const party of parties) {
    const { shares } = await party.deposit(spec);
    await contribute.deposit(actors[party.id], id, shares);
  }
  await settle(module);
  for (const party of parties) await contribute.reveal(actors[party.id], id, party.nonceHex);
  await settle(module);
}
