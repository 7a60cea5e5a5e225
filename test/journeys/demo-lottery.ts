import { lottery } from './footbridge';
import { worldAt } from './world';

/** `npm run demo:lottery`: a footbridge drawn by lot on a running demo server (BASE_URL), step by step. */
async function main(): Promise<void> {
  const world = worldAt(process.env.BASE_URL ?? 'http://localhost:3000', (line) => {
    console.log(line);
  });
  const { tenderId } = await lottery(world);
  console.log(`tender=${tenderId}`);
}

main().catch((error: unknown) => {
  console.error(error);
  process.exit(1);
});
