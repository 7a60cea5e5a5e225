import {
  bid,
  download,
  enterFirms,
  hallOf,
  openBids,
  publish,
  registerProject,
} from './rural-road';
import { checkIn, formPanel } from './panel';
import { award, evaluate } from './to-award';
import { worldAt } from './world';

/** `npm run demo:tender`: carries the rural road through a running demo server (BASE_URL), step by step. */
async function main(): Promise<void> {
  const world = worldAt(process.env.BASE_URL ?? 'http://localhost:3000', (line) => {
    console.log(line);
  });
  const projectId = await registerProject(world);
  const { tenderId, deadline } = await publish(world, projectId);
  const firms = await enterFirms(world, tenderId);
  const [first] = firms;
  if (first) await download(world, first, tenderId);
  const bids = await bid(world, tenderId, firms);
  const experts = await formPanel(world, tenderId, deadline);
  const openingId = await hallOf(world, tenderId, deadline);
  await openBids(world, openingId, bids);
  await checkIn(experts);
  await evaluate(world, tenderId, experts);
  const bidders = bids.map((one) => one.client);
  await award(world, tenderId, await world.as('township'), bidders);
  console.log(`tender=${tenderId}`);
}

main().catch((error: unknown) => {
  console.error(error);
  process.exit(1);
});
