import { DemoPeople } from '@server/demo';
import { checkIn, demoExperts, drawPanel, formPanel, ROAD_SEATS } from '../journeys/panel';
import {
  bid,
  enterFirms,
  hallOf,
  openBids,
  publish,
  registerProject,
} from '../journeys/rural-road';
import { evaluate } from '../journeys/to-award';
import { clockTo, until, worldAt, type World } from '../journeys/world';
import { anApp, type TestApp } from '../support/app';
import type { Client } from '../support/client';

interface Filed {
  readonly id: string;
  readonly text: string;
  readonly replyBy: string;
  readonly citation: string;
  readonly reply: string | null;
  readonly upheld: boolean | null;
}

describe('an objection to the published candidates', () => {
  let app: TestApp;
  let world: World;
  let tenderer: Client;
  let loser: Client;
  let winner: Client;
  let tenderId: string;
  let publicityUntil: string;

  const path = (): string => `/api/tenders/${tenderId}/objections`;
  const seenBy = (client: Client): Promise<Filed[]> => client.get(path());
  const topics = async (of: Client): Promise<string[]> =>
    (await of.get<{ topic: string }[]>('/api/inbox')).map((one) => one.topic);

  beforeAll(async () => {
    app = await anApp('objection', { DEMO: 'true' });
    await app.get(DemoPeople).settle(0);
    world = worldAt(app.url, () => undefined);
    tenderer = await world.as('township');
    const road = await publish(world, await registerProject(world));
    ({ tenderId } = road);
    const firms = await enterFirms(world, tenderId);
    [winner, loser] = [await world.as(firms[0] ?? ''), await world.as(firms[1] ?? '')];
    const bids = await bid(world, tenderId, firms);
    const experts = demoExperts(world);
    const panel = await drawPanel(world, tenderId, tenderer, ROAD_SEATS, road.deadline);
    await formPanel(world, panel, experts);
    await openBids(world, await hallOf(world, tenderId, road.deadline), bids);
    await evaluate(world, tenderId, await checkIn(tenderId, experts));
    expect((await loser.refusal(loser.post(path(), { text: '太早' }))).code).toBe(
      'objection.too_late',
    );
    await tenderer.post(`/api/tenders/${tenderId}/candidates`);
    ({ publicityUntil } = await tenderer.get<{ publicityUntil: string }>(
      `/api/public/tenders/${tenderId}`,
    ));
  });
  afterAll(() => app.close());

  it('is filed by a bidder, and read by its parties and the supervisor only', async () => {
    const filed = await loser.post<Filed>(path(), { text: '第一名的业绩不实。' });
    expect(filed.citation).toContain('招标投标法实施条例§54');
    const filedOn = Date.parse(publicityUntil) - 3 * 86_400_000;
    expect(Date.parse(filed.replyBy)).toBeGreaterThan(filedOn);
    expect(await seenBy(loser)).toHaveLength(1);
    expect(await seenBy(tenderer)).toMatchObject([{ text: '第一名的业绩不实。', reply: null }]);
    expect(await seenBy(await world.as('supervisor'))).toHaveLength(1);
    expect(await seenBy(winner)).toEqual([]);
    for (const username of ['host', 'school', 'drawer', 'finance', 'registrar']) {
      const client = await world.as(username);
      expect([403, 404]).toContain((await client.refusal(seenBy(client))).status);
    }
    const anybody = world.stranger();
    expect(await anybody.get(`/api/public/tenders/${tenderId}/objections`)).toEqual({ open: 1 });
    await until('the message', async () => (await topics(tenderer)).includes('objection.filed'));
    await until('the supervisor’s message', async () =>
      (await topics(await world.as('supervisor'))).includes('objection.filed'),
    );
  });

  it('holds the award back until it is answered, once, with the citation', async () => {
    await clockTo(world, publicityUntil);
    const award = (): Promise<unknown> => tenderer.post(`/api/tenders/${tenderId}/award`);
    const refused = await tenderer.refusal(award());
    expect(refused).toMatchObject({ code: 'award.objection_open', params: { open: 1 } });
    expect(refused.law?.citation).toContain('招标投标法实施条例§54');
    expect((await loser.refusal(loser.post(path(), { text: '再异议' }))).code).toBe(
      'objection.too_late',
    );
    const [{ id }] = (await seenBy(tenderer)) as [Filed];
    const answer = { text: '经核查，业绩属实。', upheld: false };
    const stranger = await world.as('school');
    expect(
      (await stranger.refusal(stranger.post(`/api/objections/${id}/answer`, answer))).code,
    ).toBe('objection.not_found');
    const race = await Promise.allSettled([
      tenderer.post(`/api/objections/${id}/answer`, answer),
      tenderer.post(`/api/objections/${id}/answer`, { text: '另一份答复。', upheld: false }),
    ]);
    expect(race.filter((one) => one.status === 'fulfilled')).toHaveLength(1);
    const kept = race[0].status === 'fulfilled' ? answer.text : '另一份答复。';
    expect((await seenBy(loser))[0]?.reply).toBe(kept);
    await until('the answer’s message', async () =>
      (await topics(loser)).includes('objection.answered'),
    );
    expect(await topics(winner)).not.toContain('objection.answered');
    await award();
    const page = await world.stranger().get<{ state: string }>(`/api/public/tenders/${tenderId}`);
    expect(page.state).toBe('awarded');
  });
});
