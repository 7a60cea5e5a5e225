import { DemoPeople } from '@server/demo';
import { Ids, LegalClock, UnitOfWork } from '@server/platform';
import { SignUps } from '@server/sign-up';
import { bid, download, enterFirms, publish, registerProject } from '../journeys/rural-road';
import { uploadFile } from '../journeys/upload';
import { until, worldAt, type World } from '../journeys/world';
import { anApp, type TestApp } from '../support/app';
import type { Client } from '../support/client';

interface Clarified {
  readonly number: number;
  readonly deadline: string;
  readonly moved: boolean;
  readonly citation: string | null;
}

describe('questions and clarifications between publication and deadline', () => {
  let app: TestApp;
  let world: World;
  let tenderer: Client;
  let bidder: Client;
  let firms: readonly string[];
  let tenderId: string;
  let deadline: string;

  const clarify = (body: object): Promise<Clarified> =>
    tenderer.post(`/api/tenders/${tenderId}/clarifications`, body);
  const topics = async (of: Client): Promise<string[]> =>
    (await of.get<{ topic: string }[]>('/api/inbox')).map((one) => one.topic);

  /** More downloads than any list would be cut at, none of them under a name. */
  async function takenByStrangers(tender: string): Promise<void> {
    const page = await tenderer.get<{ documents: { id: string }[] }>(
      `/api/public/tenders/${tender}`,
    );
    const documentId = page.documents[0]?.id ?? '';
    await app.get(UnitOfWork).run(async () => {
      for (let at = 0; at < 2_001; at += 1) {
        await app.get(SignUps).addDownload({
          id: app.get(Ids).next(),
          tenderId: tender,
          documentId,
          organisationId: null,
          address: '127.0.0.1',
          at: app.get(LegalClock).now(),
        });
      }
    });
  }

  beforeAll(async () => {
    app = await anApp('clarification', { DEMO: 'true' });
    await app.get(DemoPeople).settle(2);
    world = worldAt(app.url, () => undefined);
    tenderer = await world.as('township');
    ({ tenderId, deadline } = await publish(world, await registerProject(world)));
    firms = await enterFirms(world, tenderId);
    bidder = await world.as(firms[0] ?? '');
  });
  afterAll(() => app.close());

  it('lists every download for the tenderer, a page at a time', async () => {
    await takenByStrangers(tenderId);
    const seen = new Set<string>();
    for (let after = ''; ;) {
      const page = await tenderer.get<{ id: string }[]>(
        `/api/tenders/${tenderId}/downloads${after === '' ? '' : `?after=${after}`}`,
      );
      for (const { id } of page) seen.add(id);
      if (page.length < 200) break;
      after = page.at(-1)?.id ?? '';
    }
    expect(seen.size).toBeGreaterThanOrEqual(2_001);
  });

  it('publishes an answer once, and nobody learns who asked', async () => {
    const path = `/api/tenders/${tenderId}/questions`;
    const { id } = await bidder.post<{ id: string }>(path, { text: '图号 7 是否缺页？' });
    const anybody = world.stranger();
    const published = (): Promise<unknown[]> =>
      anybody.get(`/api/public/tenders/${tenderId}/questions`);
    expect(await published()).toEqual([]);
    const asked = await tenderer.get<object[]>(path);
    expect(asked).toMatchObject([{ id, text: '图号 7 是否缺页？', answer: null }]);
    expect(JSON.stringify(asked)).not.toMatch(/enterprise|湖北鑫盛/);
    const other = await world.as('school');
    expect((await other.refusal(other.get(path))).code).toBe('tender.not_found');
    const answer = { text: '不缺，图号 7 在第 12 页。' };
    const race = await Promise.allSettled([
      tenderer.post(`${path}/${id}/answer`, answer),
      tenderer.post(`${path}/${id}/answer`, { text: '缺。' }),
    ]);
    expect(race.filter((one) => one.status === 'fulfilled')).toHaveLength(1);
    expect(await published()).toHaveLength(1);
  });

  it('moves the deadline as far as the law wants, tells everybody concerned, and holds bids back', async () => {
    // Whoever took the documents under its own name is told, however many strangers took them before.
    const reader = await world.as('firm2');
    await download(world, 'firm2', tenderId);
    const early = await clarify({ text: '增加一份地勘报告。', affectsPreparation: false });
    expect(early).toMatchObject({ number: 1, moved: false, deadline });
    await world.stranger().post('/api/demo/clock', {
      to: new Date(Date.parse(deadline) - 2 * 86_400_000).toISOString(),
    });
    const advice = await tenderer.get<{ deadline: string; finding: { citation: string } }>(
      `/api/tenders/${tenderId}/clarifications/advice?affectsPreparation=true`,
    );
    expect(advice.finding.citation).toMatch(/条例.*§21/);
    const late = { text: '桥台尺寸更正。', affectsPreparation: true };
    const unlawful = await tenderer.refusal(
      clarify({ ...late, deadline: new Date(Date.parse(deadline) + 3_600_000).toISOString() }),
    );
    expect(unlawful.code).toBe('tender.unlawful');
    expect(unlawful.law?.citation).toBe(advice.finding.citation);
    const second = await clarify(late);
    expect(second).toMatchObject({ number: 2, moved: true, deadline: advice.deadline });
    const page = await world
      .stranger()
      .get<{ deadline: string; notices: { kind: string }[] }>(`/api/public/tenders/${tenderId}`);
    expect(page.deadline).toBe(advice.deadline);
    expect(page.notices.filter((one) => one.kind === 'clarification_notice')).toHaveLength(2);
    for (const firm of firms) {
      const client = await world.as(firm);
      await until('the message', async () => {
        const told = await topics(client);
        return told.filter((topic) => topic === 'tender.clarified').length === 2;
      });
    }
    await until('the message to the reader', async () =>
      (await topics(reader)).includes('tender.clarified'),
    );
    expect(await topics(await world.as('firm1').catch(() => world.as('village')))).not.toContain(
      'tender.clarified',
    );
    const path = `/api/tenders/${tenderId}`;
    expect(await bidder.refusal(bidder.post(`${path}/bids`))).toMatchObject({
      code: 'bid.clarification_unseen',
      params: { number: 1 },
    });
    expect(await bidder.get(`${path}/clarifications/unseen`)).toHaveLength(2);
    for (const firm of firms) {
      const client = await world.as(firm);
      await client.post(`${path}/clarifications/1/seen`);
      await client.post(`${path}/clarifications/2/seen`);
      await client.post(`${path}/clarifications/2/seen`);
    }
    expect(await bidder.get(`${path}/clarifications/unseen`)).toEqual([]);
    expect((await bidder.refusal(bidder.post(`${path}/clarifications/3/seen`))).code).toBe(
      'clarification.not_found',
    );
  });

  it('brings new versions of documents, each for the one that holds, none twice', async () => {
    interface Document {
      readonly id: string;
      readonly replacesId: string | null;
      readonly clarification: number | null;
    }
    const shown = async (): Promise<readonly Document[]> =>
      (await world.stranger().get<{ documents: Document[] }>(`/api/public/tenders/${tenderId}`))
        .documents;
    const [old] = await shown();
    const file = await uploadFile(tenderer, '更正.txt', 'text/plain', Buffer.from('更正后的清单'));
    const document = { fileId: file.id, kind: 'bill_of_quantities', title: '工程量清单' };
    const wish = { text: '清单第 3 项更正。', affectsPreparation: false };
    const replacing = (id: string): Promise<Clarified> =>
      clarify({ ...wish, documents: [{ ...document, replacesId: id }] });
    const unknown = '00000000-0000-7000-8000-000000000000';
    expect((await tenderer.refusal(replacing(unknown))).code).toBe('tender.document_not_found');
    expect(await replacing(old?.id ?? '')).toMatchObject({ number: 3 });
    expect((await tenderer.refusal(replacing(old?.id ?? ''))).code).toBe(
      'tender.document_replaced',
    );
    const now = await shown();
    expect(now).toHaveLength(2);
    expect(now[1]).toMatchObject({ replacesId: old?.id, clarification: 3 });
    const download = await world
      .stranger()
      .fetch(`/api/public/tenders/${tenderId}/documents/${now[1]?.id}/file`);
    expect(await download.text()).toBe('更正后的清单');
    for (const firm of firms) {
      await (await world.as(firm)).post(`/api/tenders/${tenderId}/clarifications/3/seen`);
    }
  });

  it('takes bids until the new deadline, and opens at it', async () => {
    const bids = await bid(world, tenderId, firms);
    expect(bids).toHaveLength(3);
    const anybody = world.stranger();
    const stateAt = async (to: string): Promise<string> => {
      await anybody.post('/api/demo/clock', { to });
      const path = `/api/public/tenders/${tenderId}`;
      return (await anybody.get<{ state: string }>(path)).state;
    };
    expect(await stateAt(new Date(Date.parse(deadline) + 60_000).toISOString())).toBe('published');
    const { deadline: moved } = await anybody.get<{ deadline: string }>(
      `/api/public/tenders/${tenderId}`,
    );
    await stateAt(moved);
    await until('the hall', async () => {
      const page = await anybody.get<{ state: string }>(`/api/public/tenders/${tenderId}`);
      return page.state === 'opening';
    });
    expect(
      (await tenderer.refusal(clarify({ text: '太晚', affectsPreparation: false }))).code,
    ).toBe('tender.wrong_state');
    const text = await (await anybody.fetch(`/api/public/tenders/${tenderId}/bundle`)).text();
    expect(text).toContain('tender.amended');
  });
});
