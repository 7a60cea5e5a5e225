import { DemoPeople } from '@server/demo';
import { registerFirm } from '../journeys/firm';
import {
  bid,
  enterFirms,
  hallOf,
  openBids,
  publish,
  registerProject,
} from '../journeys/rural-road';
import { clockTo, until, worldAt, type World } from '../journeys/world';
import { anApp, type TestApp } from '../support/app';
import type { Client } from '../support/client';

interface Filed {
  readonly id: string;
  readonly stage: string;
  readonly replyBy: string;
}

interface Page {
  readonly deadline: string;
  readonly suspendedAt: string | null;
  readonly notices: readonly { readonly kind: string; readonly text: string }[];
}

const DAY = 86_400_000;

describe('an objection to the documents', () => {
  let app: TestApp;
  let world: World;
  let tenderer: Client;
  let firms: readonly string[];
  let objector: Client;
  let tenderId: string;
  let deadline: string;

  const path = (rest: string): string => `/api/tenders/${tenderId}/${rest}`;
  const page = (): Promise<Page> => world.stranger().get(`/api/public/tenders/${tenderId}`);
  const file = (of: Client, text: string): Promise<Filed> =>
    of.post(path('objections'), { text, stage: 'documents' });
  const answer = (id: string): Promise<unknown> =>
    tenderer.post(`/api/objections/${id}/answer`, { text: '不成立，标准有依据。', upheld: false });

  beforeAll(async () => {
    app = await anApp('objection_documents', { DEMO: 'true' });
    await app.get(DemoPeople).settle(0);
    world = worldAt(app.url, () => undefined);
    tenderer = await world.as('township');
    ({ tenderId, deadline } = await publish(world, await registerProject(world)));
    firms = await enterFirms(world, tenderId);
    objector = await world.as(firms[0] ?? '');
  });
  afterAll(() => app.close());

  /** A firm that only takes the documents, under its own name. */
  const reader = async (name: string, of: string): Promise<Client> => {
    const { client } = await registerFirm(world, name);
    const { documents } = await world
      .stranger()
      .get<{ documents: { id: string }[] }>(`/api/public/tenders/${of}`);
    const file = await client.fetch(
      `/api/public/tenders/${of}/documents/${documents[0]?.id ?? ''}/file`,
    );
    expect(file.ok).toBe(true);
    await file.arrayBuffer();
    return client;
  };
  const hears = (of: Client, topic: string): Promise<boolean> =>
    until(`a message ${topic}`, async () => {
      const inbox = await of.get<{ topic: string }[]>('/api/inbox');
      return inbox.some((one) => one.topic === topic);
    });

  it('makes the tender stand still: no bid is taken, and the hall waits past the old deadline', async () => {
    const downloader = await reader('青禾县只下载建设有限公司', tenderId);
    const first = await file(objector, '业绩要求排斥潜在投标人。');
    const second = await file(await world.as(firms[1] ?? ''), '工期不合理。');
    expect(first).toMatchObject({ stage: 'documents' });
    expect(Date.parse(first.replyBy)).toBeGreaterThan(Date.parse('2026-03-02T00:00:00.000Z'));
    const still = await page();
    expect(still.suspendedAt).not.toBeNull();
    const said = still.notices.filter((one) => one.kind === 'suspension_notice');
    expect(said).toHaveLength(1);
    expect(said[0]?.text).toMatch(/一、项目\n名称：[^]+二、暂停的原因\n[^]+依据：[^]+三、暂停期间/);
    await hears(downloader, 'tender.suspended');
    await hears(objector, 'tender.suspended');
    const listed = await world
      .stranger()
      .get<{ items: { suspendedAt: string | null }[] }>('/api/public/tenders');
    expect(listed.items[0]?.suspendedAt).toBe(still.suspendedAt);
    expect(await (await world.stranger().fetch('/tenders?lang=en')).text()).toContain('Suspended');
    expect(await objector.refusal(objector.post(path('bids')))).toMatchObject({
      code: 'tender.suspended',
      law: { ruleId: 'below-objection-reply-3d' },
    });
    await clockTo(world, new Date(Date.parse(deadline) + DAY).toISOString());
    await new Promise((resolve) => setTimeout(resolve, 3_000));
    expect(await page()).toMatchObject({ state: 'published', deadline });
    const supervisor = await world.as('supervisor');
    for (const secret of ['sign-ups', 'relations']) {
      await supervisor.refusal(supervisor.get(path(secret)));
    }
    await answer(first.id);
    expect((await page()).suspendedAt).not.toBeNull();
    const twice = await Promise.allSettled([answer(second.id), answer(second.id)]);
    expect(twice.filter((one) => one.status === 'fulfilled')).toHaveLength(1);
  });

  it('lets it go on with all the time that was left, seen by every bidder before he bids', async () => {
    const resumed = await page();
    expect(resumed.suspendedAt).toBeNull();
    const moved = Date.parse(resumed.deadline) - Date.parse(deadline);
    expect(moved).toBeGreaterThanOrEqual(DAY);
    expect(moved % DAY).toBe(0);
    const said = resumed.notices.find((one) => one.kind === 'resumption_notice');
    expect(said?.text).toMatch(/二、恢复的原因\n[^]+三、时间\n投标截止时间：2026年/);
    expect((await objector.refusal(objector.post(path('bids')))).code).toBe(
      'bid.clarification_unseen',
    );
    for (const firm of firms) {
      await (await world.as(firm)).post(path('clarifications/1/seen'));
    }
    const bids = await bid(world, tenderId, firms);
    await openBids(world, await hallOf(world, tenderId, resumed.deadline), bids);
    await until('the reading', async () => {
      const { state } = await world
        .stranger()
        .get<{ state: string }>(`/api/public/tenders/${tenderId}`);
      return state === 'evaluation';
    });
  });

  it('comes too late after the day the law counts back to', async () => {
    expect((await objector.refusal(file(objector, '太晚'))).code).toBe(
      'objection.documents_too_late',
    );
  });

  it('is answered even after its tender was given up', async () => {
    const second = await publish(world, await registerProject(world));
    const filed = await objector.post<Filed>(`/api/tenders/${second.tenderId}/objections`, {
      text: '标准过高。',
      stage: 'documents',
    });
    const downloader = await reader('青禾县又只下载建设有限公司', second.tenderId);
    await tenderer.post(`/api/tenders/${second.tenderId}/terminate`, { reason: '资金落空' });
    await hears(downloader, 'tender.terminated');
    await answer(filed.id);
    const { suspendedAt, deadline: last } = await world
      .stranger()
      .get<Page>(`/api/public/tenders/${second.tenderId}`);
    expect([suspendedAt, last]).toEqual([null, second.deadline]);
  });
});
