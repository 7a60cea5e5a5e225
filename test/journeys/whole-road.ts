import type { Client } from '../support/client';
import { checkIn, demoExperts, drawPanel, formPanel, ROAD_SEATS } from './panel';
import {
  bid,
  download,
  enterFirms,
  hallOf,
  openBids,
  publish,
  registerProject,
} from './rural-road';
import { award, evaluate } from './to-award';
import type { World } from './world';

/** What a step of the journey hands to whoever wants to look in between. */
export interface RoadWatch {
  /** After all bids are in, before the deadline. */
  readonly sealed?: (tenderId: string) => Promise<void>;
  /** After the report is signed, before the award. */
  readonly evaluated?: (tenderId: string) => Promise<void>;
}

/** The rural road from the registration of the project to everybody's letter. */
export async function liveRoad(
  world: World,
  watch: RoadWatch = {},
): Promise<{ tenderId: string; winner: string; bidders: readonly Client[] }> {
  const tenderer = await world.as('township');
  const projectId = await registerProject(world);
  const { tenderId, deadline } = await publish(world, projectId);
  const firms = await enterFirms(world, tenderId);
  const [first] = firms;
  if (first) await download(world, first, tenderId);
  const bids = await bid(world, tenderId, firms);
  await watch.sealed?.(tenderId);
  const experts = demoExperts(world);
  const panelId = await drawPanel(world, tenderId, tenderer, ROAD_SEATS, deadline);
  await formPanel(world, panelId, experts);
  const openingId = await hallOf(world, tenderId, deadline);
  await openBids(world, openingId, bids);
  const members = await checkIn(tenderId, experts);
  await evaluate(world, tenderId, members);
  await watch.evaluated?.(tenderId);
  const winner = await award(
    world,
    tenderId,
    tenderer,
    bids.map((one) => one.client),
  );
  return { tenderId, winner, bidders: bids.map((one) => one.client) };
}
