import { DemoPeople } from '@server/demo';
import { anApp, type TestApp } from '../support/app';
import { checkIn, formPanel } from '../journeys/panel';
import {
  bid,
  download,
  enterFirms,
  hallOf,
  openBids,
  publish,
  registerProject,
} from '../journeys/rural-road';
import { award, evaluate, PUBLISHED_WINNER } from '../journeys/to-award';
import { worldAt, type World } from '../journeys/world';

describe('the rural road of 2025, lived through', () => {
  let app: TestApp;
  let world: World;

  beforeAll(async () => {
    app = await anApp('rural_road', { DEMO: 'true' });
    await app.get(DemoPeople).settle(0);
    world = worldAt(app.url, () => undefined);
  });
  afterAll(() => app.close());

  it('ends with the published winner, letters for all, and the same events for everybody', async () => {
    const projectId = await registerProject(world);
    const { tenderId, deadline } = await publish(world, projectId);
    const firms = await enterFirms(world, tenderId);
    await download(world, firms[0]!, tenderId);
    const bids = await bid(world, tenderId, firms);
    const experts = await formPanel(world, tenderId, deadline);
    const openingId = await hallOf(world, tenderId, deadline);
    await openBids(world, openingId, bids);
    await checkIn(experts);
    await evaluate(world, tenderId, experts);
    const winner = await award(
      world,
      tenderId,
      await world.as('township'),
      bids.map((one) => one.client),
    );
    expect(winner).toBe(PUBLISHED_WINNER);
    const page = await world
      .stranger()
      .get<{ state: string; notices: { kind: string; hasFile: boolean }[] }>(
        `/api/public/tenders/${tenderId}`,
      );
    expect(page.state).toBe('awarded');
    const kinds = page.notices.map((one) => one.kind);
    expect(kinds).toEqual(
      expect.arrayContaining([
        'tender_notice',
        'opening_record',
        'candidates_notice',
        'award_notice',
      ]),
    );
  });
});
