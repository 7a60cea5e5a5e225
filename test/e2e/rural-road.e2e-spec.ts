import { DemoPeople } from '@server/demo';
import { anApp, type TestApp } from '../support/app';
import { bent, closedBundle, verified } from '../journeys/bundle';
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
  let awarded = '';

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
    awarded = tenderId;
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

  it('leaves a bundle that a stranger verifies to the last name, and that nobody can bend', async () => {
    const text = await closedBundle(world, awarded);
    const report = await verified(text);
    expect(report).toMatchObject({
      demo: true,
      complete: true,
      draws: [{ purpose: 'panel', status: 'verified', events: 1 }],
    });
    expect(report.envelopes.map(({ verdict }) => verdict)).toEqual(['OK', 'OK', 'OK']);
    await expect(verified(bent(text))).rejects.toThrow();
    const { members } = await world
      .stranger()
      .get<{ members: unknown[] }>(`/api/public/tenders/${awarded}/panel`);
    expect(members).toHaveLength(5);
  });

  it('publishes its log where mirrors look for it', async () => {
    const anybody = world.stranger();
    const checkpoint = await (await anybody.fetch('/checkpoint')).text();
    const size = Number(checkpoint.split('\n')[1]);
    const width = Math.min(size, 256);
    const suffix = width === 256 ? '' : `.p/${width}`;
    const tile = await anybody.fetch(`/tile/0/000${suffix}`);
    expect((await tile.arrayBuffer()).byteLength).toBe(width * 32);
    const entries = await anybody.fetch(`/tile/entries/000${suffix}`);
    expect(entries.headers.get('content-type')).toBe('application/octet-stream');
    expect((await anybody.fetch('/tile/0/x1')).status).toBe(404);
    expect(await (await anybody.fetch('/api/public/policy')).text()).toMatch(/^# demo:true\nlog /);
  });
});
