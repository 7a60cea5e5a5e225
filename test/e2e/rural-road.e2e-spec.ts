import { noticeDigest } from '@core/tender';
import { DemoPeople } from '@server/demo';
import { ExpiryReminders } from '@server/notification';
import { LegalClock } from '@server/platform';
import { closedBundle, judged } from '../journeys/draw';
import { PUBLISHED_WINNER } from '../journeys/to-award';
import { liveRoad } from '../journeys/whole-road';
import { worldAt, type World } from '../journeys/world';
import { until } from '../journeys/world';
import type { Client } from '../support/client';
import { anApp, type TestApp } from '../support/app';

describe('the rural road of 2025, lived through', () => {
  let app: TestApp;
  let world: World;
  let tenderId: string;
  let bidders: readonly Client[] = [];

  beforeAll(async () => {
    app = await anApp('rural_road', { DEMO: 'true' });
    await app.get(DemoPeople).settle(0);
    world = worldAt(app.url, () => undefined);
  });
  afterAll(() => app.close());

  it('ends with the published winner, and keeps its secrets until their moment', async () => {
    const anybody = world.stranger();
    const names = (id: string): Promise<{ members: unknown[] | null }> =>
      anybody.get(`/api/public/tenders/${id}/panel`);
    const road = await liveRoad(world, {
      async sealed(id) {
        const early = await anybody.refusal(anybody.get(`/api/public/tenders/${id}/bundle`));
        expect(early.code).toBe('tender.too_early');
        const hall = await anybody.refusal(anybody.get(`/api/public/tenders/${id}/opening`));
        expect(hall.code).toBe('opening.not_found');
        // Before the deadline nobody but the tenderer may know who is interested (blueprint, secrecy table).
        for (const username of [
          'host',
          'registrar',
          'supervisor',
          'drawer',
          'finance',
          'auditor',
        ]) {
          const client = await world.as(username);
          for (const list of ['sign-ups', 'downloads', 'bids/mine']) {
            const refusal = await client.refusal(client.get(`/api/tenders/${id}/${list}`));
            expect([403, 404]).toContain(refusal.status);
          }
        }
        const tenderer = await world.as('township');
        expect(await tenderer.get(`/api/tenders/${id}/sign-ups`)).toHaveLength(3);
        const page = JSON.stringify(await anybody.get(`/api/public/tenders/${id}`));
        expect(page).not.toMatch(/湖北鑫盛|receipt|signUps|bidCount/);
      },
      async evaluated(id) {
        expect((await names(id)).members).toBeNull();
      },
    });
    ({ tenderId, bidders } = road);
    expect(road.winner).toBe(PUBLISHED_WINNER);
    expect((await names(tenderId)).members).toHaveLength(5);
    // One of six declined; nobody was unreachable.
    expect(await anybody.get('/api/public/skip-statistics')).toMatchObject({
      operators: [{ draws: 1, calls: 6, unreachable: 0, rate: 0, medianPassed: 1 }],
      alarms: [],
    });
    const page = await anybody.get<{ state: string; notices: { kind: string }[] }>(
      `/api/public/tenders/${tenderId}`,
    );
    expect(page.state).toBe('awarded');
    expect(page.notices.map((one) => one.kind)).toEqual(
      expect.arrayContaining([
        'tender_notice',
        'opening_record',
        'candidates_notice',
        'award_notice',
      ]),
    );
  });

  it('told everybody in time, once each, and reminds of certificates that run out', async () => {
    const [bidder] = bidders;
    if (!bidder) throw new Error('nobody bid');
    const topics = async (of: Client): Promise<string[]> =>
      (await of.get<{ topic: string }[]>('/api/inbox')).map((one) => one.topic);
    await until('the letter’s message', async () => (await topics(bidder)).includes('award.made'));
    expect(await topics(bidder)).toEqual([
      'award.made',
      'candidates.published',
      'hall.opened',
      'enterprise.verified',
    ]);
    expect(await topics(await world.as('township'))).toEqual(
      expect.arrayContaining([
        'candidates.published',
        'panel.formed',
        'hall.opened',
        'project.registered',
      ]),
    );
    for (const stranger of ['village', 'registrar', 'supervisor', 'finance', 'expert1']) {
      const told = await topics(await world.as(stranger));
      expect(told.filter((topic) => topic !== 'enterprise.verified')).toEqual([]);
    }
    const [newest] = await bidder.get<{ id: string }[]>('/api/inbox');
    expect(await bidder.get('/api/inbox/unread')).toEqual({ unread: 4 });
    await bidder.post(`/api/inbox/${newest?.id}/read`);
    expect(await bidder.get('/api/inbox/unread')).toEqual({ unread: 3 });

    const reminders = app.get(ExpiryReminders);
    await reminders.tick();
    expect(await topics(bidder)).not.toContain('enterprise.expiring');
    for (const day of ['2027-12-03', '2027-12-10', '2027-12-25', '2027-12-31']) {
      jest.spyOn(app.get(LegalClock), 'now').mockReturnValue(Date.parse(`${day}T02:00:00Z`));
      await reminders.tick();
      await reminders.tick();
    }
    jest.restoreAllMocks();
    const told = await topics(bidder);
    expect(told.filter((topic) => topic === 'enterprise.expiring')).toHaveLength(3);
  });

  it('leaves a bundle that a stranger verifies, and that nobody can bend', async () => {
    const text = await closedBundle(world, tenderId);
    const result = await judged(text);
    expect(result).toMatchObject({
      ok: true,
      report: {
        demo: true,
        complete: true,
        draws: [{ purpose: 'panel', status: 'verified', events: 1 }],
        envelopes: [{ verdict: 'OK' }, { verdict: 'OK' }, { verdict: 'OK' }],
      },
    });
    const bent = JSON.parse(text) as { entries: string[] };
    const at = Math.floor(bent.entries.length / 2);
    const entry = Buffer.from(bent.entries[at]!, 'base64');
    entry[0] = entry[0]! ^ 1;
    bent.entries[at] = entry.toString('base64');
    expect((await judged(JSON.stringify(bent))).ok).toBe(false);
    const cheaper = text.replace('3579546.00', '3579545.00');
    expect(cheaper).not.toBe(text);
    expect((await judged(cheaper)).ok).toBe(false);
  });

  it('has committed to the words of every notice, and to what the rules found', async () => {
    const { records } = JSON.parse(await closedBundle(world, tenderId)) as {
      records: { record: { type: string; body: Record<string, unknown> } }[];
    };
    const bodies = (type: string): Record<string, unknown>[] =>
      records.filter(({ record }) => record.type === type).map(({ record }) => record.body);
    const { notices } = await world.stranger().get<{
      notices: { id: string; title: string; text: string }[];
    }>(`/api/public/tenders/${tenderId}`);
    const words = new Map(bodies('notice.published').map((body) => [body.notice, body.words]));
    expect(notices.length).toBeGreaterThan(2);
    for (const { id, title, text } of notices) {
      expect(words.get(id)).toBe(noticeDigest(title, text));
      expect(words.get(id)).not.toBe(noticeDigest(title, `${text}。`));
    }
    const [published] = bodies('tender.published');
    expect(published?.findings).toContainEqual(
      expect.objectContaining({ rule: 'below-prep-5d', outcome: 'satisfied' }),
    );
  });

  it('publishes its log where mirrors look for it', async () => {
    const anybody = world.stranger();
    const checkpoint = await (await anybody.fetch('/checkpoint')).text();
    const size = Number(checkpoint.split('\n')[1]);
    expect(size).toBeGreaterThan(50);
    const width = Math.min(size, 256);
    const suffix = width === 256 ? '' : `.p/${width}`;
    const tile = await anybody.fetch(`/tile/0/000${suffix}`);
    expect((await tile.arrayBuffer()).byteLength).toBe(width * 32);
    expect((await anybody.fetch('/tile/0/x1')).status).toBe(404);
    const policy = await (await anybody.fetch('/api/public/policy')).text();
    expect(policy).toMatch(/^# demo:true\nlog /);
  });
});
