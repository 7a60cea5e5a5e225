import { handIn } from '../journeys/bidder';
import { enterFirms, hallOf, publish, registerProject } from '../journeys/rural-road';
import { worldAt } from '../journeys/world';
import { benchCounty } from './county';
import { hallFanOut } from './hall.bench';
import { line, type Comparison } from './measure';
import { notices } from './notices.bench';
import { signUps } from './sign-up.bench';

const OFFER = { price: '3579546.00', durationDays: 120, quality: '合格', manager: '张工' };

/** `npm run bench`: ratios against bare baselines, measured in one run on this machine. Never a test. */
async function main(): Promise<void> {
  const county = await benchCounty(30);
  const results: Comparison[] = [];
  const report = (result: Comparison): void => {
    results.push(result);
    console.log(line(result));
  };
  try {
    const world = worldAt(county.url, () => undefined);
    const { tenderId, deadline } = await publish(world, await registerProject(world));
    report(await signUps(county, tenderId));
    report(await notices(county));
    for (const firm of await enterFirms(world, tenderId)) {
      await handIn(await world.as(firm), tenderId, OFFER);
    }
    report(await hallFanOut(county, await hallOf(world, tenderId, deadline)));
  } finally {
    await county.close();
  }
  console.log(JSON.stringify(results));
}

main().then(
  () => process.exit(0),
  (error: unknown) => {
    console.error(error);
    process.exit(1);
  },
);
