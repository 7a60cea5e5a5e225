import { DemoPeople } from '@server/demo';
import { enterFive, joinForces, publishTwoLots } from '../journeys/two-lots';
import type { EnteredFirm } from '../journeys/rural-road';
import { uploadFile } from '../journeys/upload';
import { until, worldAt, type World } from '../journeys/world';
import { anApp, type TestApp } from '../support/app';
import type { Client, Problem } from '../support/client';

const CITATION = '县政府办公室工程招投标文件（2013，历史政策）';
const REFUSAL = {
  status: 403,
  code: 'tender.sign_up_first',
  law: { ruleId: 'county-sign-up-first', citation: CITATION },
};

interface Published {
  readonly code: string;
  readonly documentsGate: { readonly ruleId: string; readonly citation: string } | null;
  readonly documents: readonly {
    readonly id: string;
    readonly title: string;
    readonly sha256: string;
  }[];
}

describe('documents under the county policy: sign-up first', () => {
  let app: TestApp;
  let world: World;
  let tenderer: Client;
  let tenderId: string;
  let documentId: string;
  let firms: readonly EnteredFirm[];

  const path = (id = documentId): string => `/api/public/tenders/${tenderId}/documents/${id}`;
  const refused = async (client: Client, url = `${path()}/file`): Promise<Problem> => {
    const response = await client.fetch(url);
    return (await response.json()) as Problem;
  };
  const ticket = async (client: Client, id = documentId): Promise<string> =>
    (await client.post<{ url: string }>(`${path(id)}/ticket`)).url;
  /** A request as a browser's link makes it: without any header of ours. */
  const plain = (url: string, headers: Record<string, string> = {}): Promise<Response> =>
    fetch(`${app.url}${url}`, { headers });
  const signUp = (firm: EnteredFirm, lot: number): Promise<unknown> =>
    firm.client.post(`/api/tenders/${tenderId}/sign-ups`, { lot });
  const firm = (at: number): EnteredFirm => {
    const found = firms[at];
    if (!found) throw new Error('no such firm');
    return found;
  };
  const page = (): Promise<Published> =>
    world.stranger().get<Published>(`/api/public/tenders/${tenderId}`);

  beforeAll(async () => {
    app = await anApp('sign_up_first', { DEMO: 'true', RULE_SET: 'county-2013' });
    await app.get(DemoPeople).settle(0);
    world = worldAt(app.url, () => undefined);
    tenderer = await world.as('township');
    ({ tenderId } = await publishTwoLots(world));
    documentId = (await page()).documents[0]?.id ?? '';
    firms = await enterFive(world);
  });
  afterAll(() => app.close());

  it('says on the tender’s page by which rule; names and fingerprints of the files stay public', async () => {
    const { documentsGate, documents } = await page();
    expect(documentsGate).toMatchObject({ ruleId: 'county-sign-up-first', citation: CITATION });
    expect(documents[0]?.sha256).toMatch(/^[0-9a-f]{64}$/);
    const reading = await (await plain(`/tenders/${tenderId}`, { accept: 'text/html' })).text();
    expect(reading).toContain(CITATION);
    expect(reading).toContain('报名后方可下载');
    expect(reading).not.toContain(`/documents/${documentId}/file`);
    const english = await (await plain(`/tenders/${tenderId}?lang=en`)).text();
    expect(english).toContain('For those who signed up');
  });

  it('gives them to nobody who has not signed up, and says why', async () => {
    for (const client of [world.stranger(), firm(0).client, await world.as('school')]) {
      expect(await refused(client)).toMatchObject(REFUSAL);
    }
    const { client } = firm(0);
    expect(await client.refusal(client.post(`${path()}/ticket`))).toMatchObject(REFUSAL);
    const stranger = world.stranger();
    const asked = await stranger.refusal(stranger.post(`${path()}/ticket`));
    expect(asked.code).toBe('identity.not_signed_in');
  });

  it('gives them to the tenderer, to the centre and to the supervisor', async () => {
    for (const name of ['township', 'registrar', 'host', 'supervisor']) {
      const client = await world.as(name);
      expect((await client.fetch(`${path()}/file`, { method: 'HEAD' })).status).toBe(200);
      expect((await plain(await ticket(client))).status).toBe(200);
    }
  });

  it('gives who signed up a plain link: whole, in parts, resumed, unchanged', async () => {
    const { client } = firm(0);
    await signUp(firm(0), 1);
    const link = await ticket(client);
    const whole = await plain(link);
    const etag = whole.headers.get('etag') ?? '';
    const bytes = Buffer.from(await whole.arrayBuffer());
    expect(whole.status).toBe(200);
    expect(etag).toBe(`"${(await page()).documents[0]?.sha256}"`);
    const begun = await plain(link, { range: 'bytes=0-9' });
    expect(begun.status).toBe(206);
    // The line breaks, the ticket runs out: with a new one the download goes on where it stopped.
    const resumed = await plain(await ticket(client), { range: 'bytes=10-', 'if-range': etag });
    expect(resumed.status).toBe(206);
    const parts = [await begun.arrayBuffer(), await resumed.arrayBuffer()];
    expect(Buffer.concat(parts.map((one) => Buffer.from(one)))).toEqual(bytes);
    expect((await plain(link, { 'if-none-match': etag })).status).toBe(304);
  });

  it('records by whom, for the tenderer’s eyes', async () => {
    const downloads = await tenderer.get<{ organisationId: string | null }[]>(
      `/api/tenders/${tenderId}/downloads`,
    );
    expect(downloads.every((one) => one.organisationId !== null)).toBe(true);
    expect(downloads.length).toBeGreaterThanOrEqual(4);
  });

  it('takes no ticket for another file, of another hand, or changed', async () => {
    const text = new TextEncoder().encode('地勘报告');
    const file = await uploadFile(tenderer, '地勘.txt', 'text/plain', text);
    await tenderer.post(`/api/tenders/${tenderId}/clarifications`, {
      text: '增加一份地勘报告。',
      affectsPreparation: false,
      documents: [{ fileId: file.id, kind: 'other', title: '地勘报告' }],
    });
    const added = (await page()).documents.find((one) => one.title === '地勘报告')?.id ?? '';
    // What comes with a clarification belongs to the documents.
    expect(await refused(world.stranger(), `${path(added)}/file`)).toMatchObject(REFUSAL);
    const link = await ticket(firm(0).client);
    const query = link.slice(link.indexOf('?'));
    const stranger = world.stranger();
    expect(await refused(stranger, `${path(added)}/file${query}`)).toMatchObject(REFUSAL);
    const other = link.replace(/.$/, (last) => (last === '0' ? '1' : '0'));
    expect(await refused(stranger, other)).toMatchObject(REFUSAL);
    expect(await refused(stranger, `${path()}/file?ticket=x`)).toMatchObject(REFUSAL);
    expect((await plain(await ticket(firm(0).client, added))).status).toBe(200);
  });

  it('counts a consortium’s sign-up for its members, and a sign-up taken back for nobody', async () => {
    await joinForces(tenderId, 2, firm(3), firm(4));
    expect(await refused(firm(4).client)).toMatchObject(REFUSAL);
    await signUp(firm(3), 2);
    const link = await ticket(firm(4).client);
    expect((await plain(link)).status).toBe(200);
    const path = `/api/tenders/${tenderId}/sign-ups/mine?lot=2`;
    expect((await firm(3).client.fetch(path, { method: 'DELETE' })).status).toBe(204);
    expect((await plain(link)).status).toBe(403);
    expect(await refused(firm(3).client)).toMatchObject(REFUSAL);
  });

  it('publishes no link to a file in the open data, but the rule', async () => {
    const { code } = await page();
    const released = await until('the release', async () => {
      const text = await (await world.stranger().fetch('/api/ocds/releases')).text();
      return text.includes(code) ? text : null;
    });
    expect(released).not.toContain(`/documents/${documentId}`);
    expect(released).toContain(CITATION);
  });
});
