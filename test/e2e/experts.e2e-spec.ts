import { DataSource } from 'typeorm';
import { idNumberCheck } from '@core/enterprise';
import { EXPERT_COLUMNS } from '@core/panel';
import { clockTo, until, worldAt, type World } from '../journeys/world';
import { uploadFile } from '../journeys/upload';
import { aCounty, type TestApp } from '../support/app';
import type { Client } from '../support/client';

interface Application {
  id: string;
  expertId: string;
  state: string;
  name: string;
  publicityUntil: string | null;
}

interface Desk {
  terms: { key: string; value: number; citation: string; origin: string }[];
  applications: Application[];
  experts: { id: string; name: string; standing: string }[];
}

interface Mine {
  application: Application | null;
  content: { lacks: string[]; hasIdNumber: boolean } | null;
  expert: { id: string; standing: string; termUntil: string } | null;
  history: { step: string; digest: string }[];
}

interface PublicPool {
  terms: { key: string }[];
  admissions: { id: string; state: string; name: string }[];
}

const PASSWORD = 'orchard-lantern-2026';

describe('the pool of experts', () => {
  let app: TestApp;
  let world: World;
  let registrar: Client;
  let supervisor: Client;

  beforeAll(async () => {
    app = await aCounty('expert_pool');
    world = worldAt(app.url, () => undefined);
    registrar = await world.as('registrar');
    supervisor = await world.as('supervisor');
  });
  afterAll(() => app.close());

  const desk = (client: Client): Promise<Desk> => client.get<Desk>('/api/expert-pool');
  const published = (): Promise<PublicPool> =>
    world.stranger().get<PublicPool>('/api/public/expert-pool');

  it('is lived in: somebody stands in every state an application can be seen in', async () => {
    const { applications, experts, terms } = await desk(registrar);
    expect([...new Set(applications.map(({ state }) => state))].sort()).toEqual([
      'applied',
      'published',
      'refused',
      'returned',
    ]);
    expect(experts.filter(({ standing }) => standing === 'appointed').length).toBeGreaterThan(50);
    expect([...new Set(experts.map(({ standing }) => standing))].sort()).toEqual([
      'appointed',
      'banned',
      'expired',
      'over_age',
      'paused',
      'removed',
      'review_failed',
    ]);
    expect(terms.find(({ key }) => key === 'publicity')).toMatchObject({
      value: 7,
      origin: 'model',
      citation: expect.stringContaining('12') as string,
    });
    expect((await desk(supervisor)).applications).toEqual(applications);
    const { admissions } = await published();
    expect(admissions.map(({ state }) => state)).toEqual(['published', 'announced', 'announced']);
    const shown = JSON.stringify(admissions);
    expect(shown).not.toMatch(/1390001|bornOn|idDigest|recusals|expertId/);
  });

  it('lets nobody else near it', async () => {
    for (const username of ['tenderer', 'firm1', 'drawer', 'expert1', 'host']) {
      const client = await world.as(username);
      const refused = await client.refusal(client.get('/api/expert-pool'));
      expect([username, refused.status]).toEqual([username, 403]);
    }
    const { applications } = await desk(registrar);
    const [one] = applications;
    const act = supervisor.post(`/api/expert-pool/applications/${one!.id}/publish`);
    expect((await supervisor.refusal(act)).status).toBe(403);
  });

  it('is entered by an account, an application with papers, a publication and an appointment', async () => {
    const stranger = world.stranger();
    await stranger.post('/api/experts', {
      username: 'jiming',
      password: PASSWORD,
      personName: '季明',
    });
    const me = world.stranger();
    await me.signIn('jiming', PASSWORD);
    expect(await me.get<Mine>('/api/experts/mine')).toMatchObject({
      application: null,
      expert: null,
    });
    const body = '42050019750505007';
    const papers = [];
    for (const kind of ['identity', 'title', 'commitment']) {
      const bytes = new TextEncoder().encode(`${kind} of 季明`);
      const { id } = await uploadFile(me, `${kind}.pdf`, 'application/pdf', bytes);
      papers.push({ fileId: id, kind, title: kind });
    }
    const content = {
      name: '季明',
      idNumber: body + (idNumberCheck(body) ?? ''),
      phone: '13911112222',
      employer: '市政设计室',
      employerCode: '',
      region: '青禾县',
      education: '本科',
      title: '高级工程师',
      titleLevel: 'senior',
      levelReason: '',
      fieldSince: '2005-07-01',
      specialties: ['road', 'cost'],
      works: [{ specialty: 'road', name: '县道改造', role: '设计负责人', year: 2019 }],
      recusals: ['某某监理公司'],
      papers,
    };
    await me.put('/api/experts/mine/application', { ...content, phone: '' });
    const early = await me.refusal(me.post('/api/experts/mine/application/submit'));
    expect(early).toMatchObject({
      code: 'expert.application_incomplete',
      params: { missing: ['phone'] },
    });
    const three = { ...content, specialties: ['road', 'cost', 'civil'] };
    await me.put('/api/experts/mine/application', three);
    const many = await me.refusal(me.post('/api/experts/mine/application/submit'));
    expect(many).toMatchObject({
      code: 'expert.too_many_specialties',
      law: {
        ruleId: 'sh-expert-max-2-majors',
        citation: expect.stringContaining('参照') as string,
      },
    });
    const { idNumber: _, ...kept } = content;
    await me.put('/api/experts/mine/application', kept);
    await me.post('/api/experts/mine/application/submit');
    const { application } = await me.get<Mine>('/api/experts/mine');
    const dossier = await registrar.get<{
      content: { hasIdNumber: boolean };
      shortOfWorks: string[];
    }>(`/api/expert-pool/experts/${application!.expertId}`);
    expect(dossier).toMatchObject({
      content: { hasIdNumber: true, bornOn: '1975-05-05' },
      shortOfWorks: ['road', 'cost'],
    });
    const file = `/api/expert-pool/experts/${application!.expertId}/files/${papers[0]!.fileId}`;
    expect(await (await registrar.fetch(file)).text()).toBe('identity of 季明');
    expect((await (await world.as('expert1')).fetch(file)).status).toBe(404);
    await registrar.post(`/api/expert-pool/applications/${application!.id}/publish`);
    expect((await published()).admissions.map(({ name }) => name)).toContain('季明');
    const citizen = await world.as('citizen');
    const { id: objection } = await citizen.post<{ id: string }>(
      `/api/expert-admissions/${application!.id}/objections`,
      { text: '请核实职称' },
    );
    const { application: shown } = await me.get<Mine>('/api/experts/mine');
    await clockTo(world, shown!.publicityUntil!);
    await registrar.post(`/api/expert-pool/objections/${objection}/answer`, {
      reply: '已核实',
      upheld: false,
    });
    const mine = await until('the appointment', async () => {
      const now = await me.get<Mine>('/api/experts/mine');
      return now.expert === null ? null : now;
    });
    expect(mine.expert!.standing).toBe('appointed');
    expect(mine.history.map(({ step }) => step)).toEqual([
      'applied',
      'published',
      'objected',
      'answered',
      'appointed',
    ]);
  });

  it('is kept by the registrar, and decided about by the authority alone, with its document', async () => {
    const { experts } = await desk(registrar);
    const { id } = experts.find(({ name }) => name === '季明')!;
    const at = `/api/expert-pool/experts/${id}`;
    await registrar.post(`${at}/trainings`, {
      kind: 'tested',
      title: '年度测试',
      heldAt: '2026-03-02T00:00:00.000Z',
      score: 90,
      passed: true,
    });
    await registrar.post(`${at}/warnings`, { reason: '迟到' });
    const decision = { kind: 'ban', number: '青公管罚〔2026〕8号', reason: '泄露评审情况' };
    const until = '2026-12-31T16:00:00.000Z';
    const byCentre = registrar.post(`${at}/decisions`, { ...decision, until });
    expect((await registrar.refusal(byCentre)).status).toBe(403);
    const bare = supervisor.post(`${at}/decisions`, { ...decision, until });
    expect(await supervisor.refusal(bare)).toMatchObject({
      code: 'expert.decision_incomplete',
      params: { missing: ['fileId'] },
    });
    const bytes = new TextEncoder().encode('决定书');
    const { id: fileId } = await uploadFile(supervisor, '决定书.pdf', 'application/pdf', bytes);
    await supervisor.post(`${at}/decisions`, { ...decision, until, fileId });
    const dossier = await registrar.get<{
      expert: { standing: string };
      warnings: number;
      history: { step: string; number: string | null; fileId: string | null }[];
    }>(at);
    expect(dossier).toMatchObject({ expert: { standing: 'banned' }, warnings: 1 });
    expect(dossier.history.at(-1)).toMatchObject({
      step: 'banned',
      number: decision.number,
      fileId,
    });
    expect((await registrar.fetch(`${at}/files/${fileId}`)).status).toBe(200);
    const me = world.stranger();
    await me.signIn('jiming', PASSWORD);
    expect((await me.get<Mine>('/api/experts/mine')).expert!.standing).toBe('banned');
    const pause = {
      from: '2026-05-01T00:00:00.000Z',
      until: '2026-05-09T00:00:00.000Z',
      reason: '',
    };
    expect(await me.refusal(me.post('/api/experts/mine/pause', pause))).toMatchObject({
      code: 'expert.wrong_state',
    });
  });

  it('takes a list over row by row, and each person his own by a code', async () => {
    const body = '42050019800101009';
    const number = body + (idNumberCheck(body) ?? '');
    const rows = [
      EXPERT_COLUMNS.map(({ zh }) => zh),
      ['叶导入', number, '', '邻县设计院', '', '', '', '', '', '水利与灌溉', ''],
      ['没有号', '', '', '', '', '', '', '', '', '水利与灌溉', ''],
    ];
    const text = rows.map((row) => row.join(',')).join('\r\n');
    const file = await uploadFile(registrar, 'a.csv', 'text/csv', new TextEncoder().encode(text));
    const at = '/api/expert-pool/import';
    const report = await registrar.post<{ sha256: string; faults: object[]; rows: object[] }>(
      `${at}/dry-run`,
      { fileId: file.id },
    );
    expect(report).toMatchObject({
      rows: [{ line: 2, name: '叶导入' }],
      faults: [{ line: 3, column: 'idNumber', code: 'missing' }],
    });
    const commit = { fileId: file.id, sha256: report.sha256 };
    const [invited] = await registrar.post<{ code: string }[]>(`${at}/commit`, commit);
    expect((await registrar.refusal(registrar.post(`${at}/commit`, commit))).code).toMatch(
      /^import\./,
    );
    const foreign = supervisor.post(`${at}/dry-run`, { fileId: file.id });
    expect((await supervisor.refusal(foreign)).status).toBe(403);
    const account = { username: 'yedaoru', password: PASSWORD, personName: '叶导入' };
    await world.stranger().post('/api/experts', { ...account, invitation: invited!.code });
    const me = world.stranger();
    await me.signIn('yedaoru', PASSWORD);
    expect(await me.get<Mine>('/api/experts/mine')).toMatchObject({
      application: { state: 'draft', name: '叶导入', specialties: ['water'] },
      content: { hasIdNumber: true },
    });
  });

  it('hears nothing of the service on a panel before the result, and nothing from others', async () => {
    const tenders = await app
      .get(DataSource)
      .query<{ id: string; state: string }[]>(
        "SELECT id, state FROM tender WHERE state <> 'draft'",
      );
    const running = tenders.filter(
      ({ state }) => !['awarded', 'contracted', 'archived'].includes(state),
    );
    expect(running.length).toBeGreaterThan(0);
    for (const { id } of running) {
      const at = `/api/tenders/${id}/panel-assessments`;
      expect((await registrar.refusal(registrar.get(at))).code).toBe('expert.names_sealed');
      const said = registrar.post(at, { seat: 1, grade: 'good', text: '' });
      expect((await registrar.refusal(said)).code).toBe('expert.names_sealed');
    }
    const firm = await world.as('firm1');
    const look = firm.get(`/api/tenders/${running[0]!.id}/panel-assessments`);
    expect((await firm.refusal(look)).status).toBe(403);
  });
});
