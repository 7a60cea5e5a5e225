import { DemoPeople } from '@server/demo';
import { noticeText } from '../journeys/notice';
import { registerProject } from '../journeys/rural-road';
import { uploadFile } from '../journeys/upload';
import { clockTo, until, worldAt, type World } from '../journeys/world';
import { anApp, type TestApp } from '../support/app';
import type { Client } from '../support/client';

interface Prepared {
  readonly digest: string;
  readonly preparedByMe: boolean;
  readonly confirmedAt: string | null;
}

interface Page {
  readonly publishedAt: string;
  readonly deadline: string;
  readonly findings: readonly { readonly ruleId: string; readonly outcome: string }[];
  readonly notices: readonly { readonly kind: string; readonly text: string }[];
}

describe('publication in two steps, and at its hour', () => {
  let app: TestApp;
  let world: World;
  let clerk: Client;
  let chief: Client;

  const path = (id: string, rest = ''): string => `/api/tenders/${id}/publication${rest}`;
  const page = (id: string): Promise<Page> => world.stranger().get(`/api/public/tenders/${id}`);
  const prepared = async (of: Client, id: string): Promise<Prepared | null> =>
    (await of.get<{ publication: Prepared | null }>(path(id))).publication;
  const topics = async (of: Client): Promise<string[]> =>
    (await of.get<{ topic: string }[]>('/api/inbox')).map((one) => one.topic);

  const draft = async (deadline: string): Promise<string> => {
    const projectId = await registerProject(world);
    const { id } = await clerk.post<{ id: string }>('/api/tenders', {
      projectId,
      title: '新明村便民桥',
      method: 'open_tender',
      bidBondFen: '0',
      deadline,
    });
    const file = await uploadFile(clerk, '招标文件.txt', 'text/plain', Buffer.from('招标文件'));
    await clerk.post(`/api/tenders/${id}/documents`, {
      fileId: file.id,
      kind: 'tender_document',
      title: '招标文件',
    });
    return id;
  };

  beforeAll(async () => {
    app = await anApp('publication', { DEMO: 'true' });
    await app.get(DemoPeople).settle(0);
    world = worldAt(app.url, () => undefined);
    clerk = await world.as('township');
    chief = await world.as('township2');
  });
  afterAll(() => app.close());

  it('is confirmed by a second person, who confirms exactly what he read', async () => {
    const id = await draft('2026-04-01T01:30:00.000Z');
    const text = await noticeText(clerk, id);
    const { digest } = await clerk.put<Prepared>(path(id), { text: text, fourEyes: true });
    const confirm = (of: Client, seen: string): Promise<unknown> =>
      of.post(path(id, '/confirm'), { digest: seen });
    expect((await clerk.refusal(confirm(clerk, digest))).code).toBe('publication.same_person');
    const changing = clerk.put(`/api/tenders/${id}`, {
      title: '另一座桥',
      method: 'open_tender',
      bidBondFen: '0',
    });
    expect((await clerk.refusal(changing)).code).toBe('publication.prepared');
    const publishing = clerk.post(`/api/tenders/${id}/publish`, { text: text });
    expect((await clerk.refusal(publishing)).code).toBe('publication.prepared');
    await until('the message', async () => (await topics(chief)).includes('publication.prepared'));
    expect(await prepared(chief, id)).toMatchObject({ digest, preparedByMe: false });
    const stranger = await world.as('school');
    expect((await stranger.refusal(stranger.get(path(id)))).code).toBe('tender.not_found');
    await clerk.delete(path(id));
    expect(await clerk.get(`/api/tenders/${id}`)).toMatchObject({ noticeText: text });
    await clerk.put<Prepared>(path(id), {
      text: `${text}
补一句`,
      fourEyes: true,
    });
    expect((await chief.refusal(confirm(chief, digest))).code).toBe('publication.changed');
    const again = await prepared(chief, id);
    const race = await Promise.allSettled([
      confirm(chief, again?.digest ?? ''),
      confirm(chief, again?.digest ?? ''),
    ]);
    expect(race.filter((one) => one.status === 'fulfilled')).toHaveLength(1);
    const { notices } = await page(id);
    expect(notices).toMatchObject([{ kind: 'tender_notice', text: `${text}\n补一句` }]);
    expect((await clerk.refusal(clerk.put(path(id), { text: text, fourEyes: false }))).code).toBe(
      'tender.wrong_state',
    );
  });

  it('goes out by itself at its hour, judged by the law of that moment', async () => {
    const id = await draft('2026-04-01T01:30:00.000Z');
    const publishAt = '2026-03-04T01:00:00.000Z';
    const text = await noticeText(clerk, id);
    const wish = { text, fourEyes: false };
    for (const open of [
      text.replace('见招标文件', '（请填写）'),
      `${text}\nAddress: (please fill in)`,
    ]) {
      for (const refused of [
        clerk.put(path(id), { text: open, fourEyes: false }),
        clerk.post(`/api/tenders/${id}/publish`, { text: open }),
      ]) {
        expect(await clerk.refusal(refused)).toMatchObject({
          code: 'tender.notice_open',
          law: { ruleId: 'below-notice-content', status: 'design' },
        });
      }
    }
    for (const [bare, missing] of [
      ['招标公告', /^项目名称、内容、范围和规模、资金来源、.*电子交易平台的网址$/],
      [text.replace(/^资金来源：.*$/m, ''), /^资金来源$/],
      [text.replace('截止时间：2026年4月1日', '截止时间：2026年4月2日'), /^投标截止时间$/],
    ] as const) {
      const publishing = clerk.post(`/api/tenders/${id}/publish`, { text: bare });
      expect(await clerk.refusal(publishing)).toMatchObject({
        code: 'tender.notice_incomplete',
        params: { missing: expect.stringMatching(missing) as string },
        law: { ruleId: 'below-notice-content' },
      });
    }
    const past = clerk.put(path(id), { ...wish, publishAt: '2026-03-01T01:00:00.000Z' });
    expect((await clerk.refusal(past)).code).toBe('publication.in_the_past');
    const late = clerk.put(path(id), { ...wish, publishAt: '2026-04-01T01:00:00.000Z' });
    expect(await clerk.refusal(late)).toMatchObject({ code: 'tender.unlawful', law: {} });
    const { digest } = await clerk.put<Prepared>(path(id), { ...wish, publishAt });
    await clerk.post(path(id, '/confirm'), { digest });
    const stranger = world.stranger();
    const unseen = stranger.get(`/api/public/tenders/${id}`);
    expect((await stranger.refusal(unseen)).code).toBe('tender.not_found');
    await clockTo(world, publishAt);
    await until('the notice', () => page(id).catch(() => null));
    const { publishedAt, notices } = await page(id);
    expect(publishedAt >= publishAt).toBe(true);
    expect(Date.parse(publishedAt) - Date.parse(publishAt)).toBeLessThan(60_000);
    expect(notices).toHaveLength(1);
    expect(await prepared(clerk, id)).toBeNull();
  });

  it('goes back to its draft when a rule does not hold at its hour', async () => {
    const id = await draft('2026-04-01T01:30:00.000Z');
    const { digest } = await clerk.put<Prepared>(path(id), {
      text: await noticeText(clerk, id),
      fourEyes: false,
      publishAt: '2026-03-05T01:00:00.000Z',
    });
    await clerk.post(path(id, '/confirm'), { digest });
    // The platform was down for weeks: when it wakes, the deadline is too near.
    await clockTo(world, '2026-03-31T01:00:00.000Z');
    await until('the message', async () => (await topics(clerk)).includes('publication.refused'));
    expect(await prepared(clerk, id)).toBeNull();
    const own = await clerk.get<{ state: string }>(`/api/tenders/${id}`);
    expect(own.state).toBe('draft');
  });
});
