import { DemoPeople } from '@server/demo';
import { PANEL_CHECKED_IN } from '@server/evaluation';
import { Accounts, People } from '@server/identity';
import { Outbox, UnitOfWork } from '@server/platform';
import { anApp, type TestApp } from '../support/app';
import type { Client } from '../support/client';
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

  /** Five experts who have checked in. */
  const seatExperts = async (tenderId: string): Promise<Client[]> => {
    const people = app.get(People);
    const accounts = app.get(Accounts);
    const pool = (await people.organisations()).find((one) => one.kind === 'expert_pool')!;
    const clients: Client[] = [];
    for (let seat = 0; seat < 5; seat++) {
      const username = `judge-${seat}`;
      const personId = await accounts.register({
        username,
        name: username,
        password: 'sunlit-demo-2026',
      });
      await accounts.appoint(personId, pool.id, 'expert');
      await app
        .get(UnitOfWork)
        .run(() =>
          app.get(Outbox).add(PANEL_CHECKED_IN, { tenderId, personId, seat: seat + 1, seats: 5 }),
        );
      clients.push(await world.as(username));
    }
    return clients;
  };

  it('ends with the published winner, letters for all, and the same events for everybody', async () => {
    const projectId = await registerProject(world);
    const { tenderId, deadline } = await publish(world, projectId);
    const firms = await enterFirms(world, tenderId);
    await download(world, firms[0]!, tenderId);
    const bids = await bid(world, tenderId, firms);
    const openingId = await hallOf(world, tenderId, deadline);
    await openBids(world, openingId, bids);
    await evaluate(world, tenderId, await seatExperts(tenderId));
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
