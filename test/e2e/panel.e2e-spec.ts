import { DAY } from '@core/kernel';
import { DemoPeople } from '@server/demo';
import { Experts } from '@server/expert';
import { Accounts, Passwords, People } from '@server/identity';
import { CallPanel } from '@server/panel';
import { LegalClock } from '@server/platform';
import { closedBundle, judged } from '../journeys/draw';
import { checkIn, drawPanel, formPanel } from '../journeys/panel';
import {
  bid,
  enterFirms,
  hallOf,
  openBids,
  publish,
  registerProject,
} from '../journeys/rural-road';
import { award, evaluate } from '../journeys/to-award';
import { worldAt, type World } from '../journeys/world';
import { anApp, type TestApp } from '../support/app';
import type { Client } from '../support/client';

const PASSWORD = 'sunlit-demo-2026';
const EXPERTS = 60;

describe('a panel of five among sixty, and the tender it judges', () => {
  let app: TestApp;
  let world: World;
  const sages = new Map<string, string>();

  /** Only who has an invitation signs in: sixty sign-ins in a minute from one address are too many. */
  const experts = async (): Promise<Client[]> => {
    const clients: Client[] = [];
    for (const [personId, username] of sages) {
      const mine = await app.get(CallPanel).mine(personId);
      if (mine.length > 0) clients.push(await world.as(username));
    }
    return clients;
  };

  beforeAll(async () => {
    app = await anApp('panel_journey', { DEMO: 'true' });
    await app.get(DemoPeople).settle(0);
    world = worldAt(app.url, () => undefined);
    const pool = (await app.get(People).organisations()).find((one) => one.kind === 'expert_pool')!;
    const passwordHash = await app.get(Passwords).hash(PASSWORD);
    for (let at = 0; at < EXPERTS; at++) {
      const username = `sage-${at}`;
      const personId = await app.get(Accounts).add({ username, name: username, passwordHash });
      await app.get(Accounts).appoint(personId, pool.id, 'expert');
      await app.get(Experts).add({
        personId,
        name: `评标专家${at}`,
        specialties: at % 3 === 0 ? ['cost'] : ['road'],
        employer: `设计院${at % 45}`,
        region: '青禾县',
        title: '高级工程师',
        phone: '13800000000',
        termUntil: app.get(LegalClock).now() + 365 * DAY,
      });
      sages.set(personId, username);
    }
  }, 120_000);
  afterAll(() => app.close());

  it('is drawn, formed with one who declines, judges, and leaves a bundle nobody can bend', async () => {
    const tenderer = await world.as('township');
    const projectId = await registerProject(world);
    const { tenderId, deadline } = await publish(world, projectId);
    const seats = [
      { specialty: 'road', seats: 3 },
      { specialty: 'cost', seats: 2 },
    ];
    const meetingAt = new Date(Date.parse(deadline) + 3_600_000).toISOString();
    const panelId = await drawPanel(world, tenderId, tenderer, seats, meetingAt);
    await formPanel(world, panelId, experts);
    const firms = await enterFirms(world, tenderId);
    const bids = await bid(world, tenderId, firms);
    const anybody = world.stranger();
    const early = await anybody.refusal(anybody.get(`/api/public/tenders/${tenderId}/bundle`));
    expect(early.code).toBe('tender.too_early');
    const openingId = await hallOf(world, tenderId, deadline);
    await openBids(world, openingId, bids);
    const members = await checkIn(tenderId, experts);
    expect(members).toHaveLength(5);
    await evaluate(world, tenderId, members);
    const names = (): Promise<{ members: unknown[] | null }> =>
      anybody.get(`/api/public/tenders/${tenderId}/panel`);
    expect((await names()).members).toBeNull();
    await award(
      world,
      tenderId,
      tenderer,
      bids.map((one) => one.client),
    );
    expect((await names()).members).toHaveLength(5);

    const text = await closedBundle(world, tenderId);
    const result = await judged(text);
    if (!result.ok) throw new Error(JSON.stringify(result));
    expect(result).toMatchObject({
      ok: true,
      report: {
        demo: true,
        complete: true,
        draws: [{ purpose: 'panel', status: 'verified', events: 1 }],
      },
    });
    expect(result.report.envelopes.map(({ verdict }) => verdict)).toEqual(Array(3).fill('OK'));
    const bent = JSON.parse(text) as { entries: string[] };
    const at = Math.floor(bent.entries.length / 2);
    const entry = Buffer.from(bent.entries[at]!, 'base64');
    entry[0] = entry[0]! ^ 1;
    bent.entries[at] = entry.toString('base64');
    expect((await judged(JSON.stringify(bent))).ok).toBe(false);
  }, 180_000);

  it('publishes its log where mirrors look for it', async () => {
    const anybody = world.stranger();
    const checkpoint = await (await anybody.fetch('/checkpoint')).text();
    const size = Number(checkpoint.split('\n')[1]);
    expect(size).toBeGreaterThan(50);
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
