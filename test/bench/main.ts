import { handIn } from '../journeys/bidder';
import { enterFirms, hallOf, publish, registerProject } from '../journeys/rural-road';
import { worldAt } from '../journeys/world';
import { benchCounty } from './county';
import { deadlineMinute } from './deadline-minute.bench';
import { download } from './download.bench';
import { hallFanOut } from './hall.bench';
import { line, type Comparison } from './measure';
import { notices } from './notices.bench';
import { signUps } from './sign-up.bench';
import { portal } from './portal.bench';
import { search } from './search.bench';
import { trust } from './trust';

const OFFER = { price: '3579546.00', durationDays: 120, quality: '合格', manager: '张工' };

type Report = (result: Comparison) => void;

/** The product, listening: sign-up, the public list, a hall. */
async function county(report: Report): Promise<void> {
  const product = await benchCounty(30);
  try {
    const world = worldAt(product.url, () => undefined);
    const { tenderId, deadline } = await publish(world, await registerProject(world));
    report(await signUps(product, tenderId));
    report(await notices(product));
    for (const firm of await enterFirms(world, tenderId)) {
      await handIn(await world.as(firm), tenderId, OFFER);
    }
    report(await hallFanOut(product, await hallOf(world, tenderId, deadline)));
  } finally {
    await product.close();
  }
}

const GROUPS: Readonly<Record<string, (report: Report) => Promise<void>>> = {
  county,
  'deadline-minute': async (report) => report(await deadlineMinute()),
  download: async (report) => report(await download()),
  search: async (report) => report(await search()),
  portal: async (report) => (await portal()).forEach(report),
  trust,
};

/**
 * `npm run bench [-- county | deadline-minute | download | search | portal | trust]`: ratios against bare baselines, measured in one run on this machine. Never a
 * test.
 */
async function main(names: readonly string[]): Promise<void> {
  const results: Comparison[] = [];
  for (const name of names.length > 0 ? names : Object.keys(GROUPS)) {
    const group = GROUPS[name];
    if (!group) throw new Error(`${name}: one of ${Object.keys(GROUPS).join(', ')}`);
    await group((result) => {
      results.push(result);
      console.log(line(result));
    });
  }
  console.log(JSON.stringify(results));
}

main(process.argv.slice(2)).then(
  () => process.exit(0),
  (error: unknown) => {
    console.error(error);
    process.exit(1);
  },
);
