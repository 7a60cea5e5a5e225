import { liveRoad } from './whole-road';
import { worldAt } from './world';

/** `npm run demo:tender`: carries the rural road through a running demo server (BASE_URL), step by step. */
async function main(): Promise<void> {
  const world = worldAt(process.env.BASE_URL ?? 'http://localhost:3000', (line) => {
    console.log(line);
  });
  const { tenderId } = await liveRoad(world);
  console.log(`tender=${tenderId}`);
}

main().catch((error: unknown) => {
  console.error(error);
  process.exit(1);
});
