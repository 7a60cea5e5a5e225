import { concludeContract, liveContract, usernameOf } from './contract';
import { FOOTBRIDGE, lottery } from './footbridge';
import { demoPace, worldAt } from './world';

/** `npm run demo:lottery`: a footbridge drawn by lot on a running demo server (BASE_URL), step by step. */
async function main(): Promise<void> {
  const base = (process.env.BASE_URL ?? 'http://localhost:3000').replace(/\/$/, '');
  const world = worldAt(base, (line) => console.log(line), demoPace());
  console.log(
    `against ${base}; the county's clock moves forward as it goes (DEMO_PACE=0: without pauses)`,
  );
  const { tenderId, winner } = await lottery(world);
  const firms = Array.from({ length: FOOTBRIDGE.members }, (_, at) => `firm${at + 1}`);
  const [tenderer, firm] = [
    await world.as('township'),
    await world.as(await usernameOf(world, winner, firms)),
  ];
  const contract = await concludeContract(world, tenderId, tenderer, firm);
  await liveContract(world, tenderId, contract, tenderer, firm);
  console.log(`tender=${tenderId}`);
}

main().catch((error: unknown) => {
  console.error(error);
  process.exit(1);
});
