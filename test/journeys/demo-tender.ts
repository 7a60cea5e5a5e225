import { liveRoad } from './whole-road';
import { demoPace, worldAt } from './world';

/** `npm run demo:tender`: carries the rural road through a running demo server (BASE_URL), step by step. */
async function main(): Promise<void> {
  const base = (process.env.BASE_URL ?? 'http://localhost:3000').replace(/\/$/, '');
  const world = worldAt(base, (line) => console.log(line), demoPace());
  console.log(
    `against ${base}; the county's clock moves forward as it goes (DEMO_PACE=0: without pauses)`,
  );
  const { tenderId } = await liveRoad(world);
  console.log(`tender=${tenderId}`);
}

main().catch((error: unknown) => {
  console.error(error);
  process.exit(1);
});
