import { DemoPeople } from '@server/demo';
import { demoCreditCode } from '@server/demo';
import { recordOf, registerFirm } from '../journeys/firm';
import { uploadFile } from '../journeys/upload';
import { until, worldAt, type World } from '../journeys/world';
import { anApp, type TestApp } from '../support/app';
import type { Client } from '../support/client';
import { noticeText } from '../journeys/notice';

const BRIDGE = {
  title: '新明村便民桥',
  kind: 'works',
  owner: 'township',
  partOfWorks: true,
  fiscalFunds: true,
  estimateFen: '600000000',
  totalInvestmentFen: '600000000',
  category: 'works',
  region: '流水镇',
  approvalNumber: '青发改〔2026〕31号',
} as const;

interface Made {
  readonly id: string;
}

interface PublicPage {
  readonly tendererName: string;
  readonly agencyName: string | null;
  readonly unifiedCode: string | null;
  readonly notices: readonly {
    readonly id: string;
    readonly kind: string;
    readonly text: string;
    readonly hasFile: boolean;
  }[];
}

describe('an agency that acts for a tenderer', () => {
  let app: TestApp;
  let world: World;
  let tenderer: Client;
  let agency: Client;
  let projectId: string;
  let tenderId: string;

  const commission = (change: object = {}): Promise<unknown> =>
    tenderer.put(`/api/projects/${projectId}/commission`, change);
  const page = (): Promise<PublicPage> => world.stranger().get(`/api/public/tenders/${tenderId}`);
  const upload = (of: Client): Promise<Made> =>
    uploadFile(of, '委托合同.txt', 'text/plain', Buffer.from('委托合同'));

  beforeAll(async () => {
    app = await anApp('agency', { DEMO: 'true' });
    await app.get(DemoPeople).settle(0);
    world = worldAt(app.url, () => undefined);
    tenderer = await world.as('township');
    agency = await world.as('agency');
    projectId = (await tenderer.post<Made>('/api/projects', BRIDGE)).id;
    await (await world.as('registrar')).post(`/api/projects/${projectId}/answer`, { missing: [] });
  });
  afterAll(() => app.close());

  it('is commissioned in writing by the tenderer alone, and sees nothing before', async () => {
    const terms = { projectId, title: BRIDGE.title, method: 'open_tender', bidBondFen: '0' };
    expect((await agency.refusal(agency.get(`/api/projects/${projectId}`))).code).toBe(
      'project.not_found',
    );
    expect((await agency.refusal(agency.post('/api/tenders', terms))).code).toBe(
      'project.not_found',
    );
    const [found] = await tenderer.get<(Made & { name: string })[]>('/api/agencies');
    const agencyId = found?.id ?? '';
    const { id: fileId } = await upload(tenderer);
    const wish = { agencyId, contractNumber: '委托〔2026〕3号', fileId };
    expect(await tenderer.refusal(commission({ ...wish, contractNumber: ' ' }))).toMatchObject({
      code: 'project.contract_missing',
      law: { ruleId: 'agency-contract' },
    });
    const { organisationId } = (
      await tenderer.get<{ acting: { organisationId: string } }>('/api/me')
    ).acting;
    expect((await tenderer.refusal(commission({ ...wish, agencyId: organisationId }))).code).toBe(
      'project.not_an_agency',
    );
    const theirs = { ...wish, fileId: (await upload(agency)).id };
    expect((await tenderer.refusal(commission(theirs))).code).toBe('file.not_found');
    await commission(wish);
    await tenderer.delete(`/api/projects/${projectId}/commission`);
    expect(
      (await tenderer.refusal(tenderer.delete(`/api/projects/${projectId}/commission`))).code,
    ).toBe('project.no_agency');
    await commission(wish);
    expect(await agency.get(`/api/projects/${projectId}`)).toMatchObject({
      own: false,
      tendererName: '采禾乡人民政府',
      agencyName: '青禾诚信招标代理有限公司',
    });
    const { id } = await agency.post<Made>('/api/tenders', terms);
    tenderId = id;
    expect((await tenderer.refusal(commission(wish))).code).toBe('project.has_tender');
    const ending = tenderer.delete(`/api/projects/${projectId}/commission`);
    expect((await tenderer.refusal(ending)).code).toBe('project.has_tender');
  });

  it('prepares and publishes; the tenderer is named first, and both see the tender', async () => {
    const file = await uploadFile(agency, '招标文件.txt', 'text/plain', Buffer.from('文件'));
    const document = { fileId: file.id, kind: 'tender_document', title: '招标文件' };
    await agency.post(`/api/tenders/${tenderId}/documents`, document);
    await agency.post(`/api/tenders/${tenderId}/publish`, {
      text: await noticeText(agency, tenderId),
    });
    const shown = await page();
    expect(shown).toMatchObject({
      tendererName: '采禾乡人民政府',
      agencyName: '青禾诚信招标代理有限公司',
    });
    expect(shown.unifiedCode).toMatch(/^A99-/);
    for (const client of [tenderer, agency]) {
      const mine = await client.get<Made[]>('/api/tenders');
      expect(mine.map(({ id }) => id)).toContain(tenderId);
    }
    const reading = await (await world.stranger().fetch(`/tenders/${tenderId}`)).text();
    expect(reading).toContain('青禾诚信招标代理有限公司');
    expect(reading).toContain(shown.unifiedCode ?? '-');
    const stranger = await world.as('school');
    for (const other of [stranger, agency]) {
      const asked = other.get(`/api/tenders/${tenderId}/sign-ups`);
      expect((await other.refusal(asked)).code).toBe('tender.not_allowed');
    }
    expect(await tenderer.get(`/api/tenders/${tenderId}/sign-ups`)).toEqual([]);
  });

  it('never bids in what it runs', async () => {
    const firm = await registerFirm(world, '青禾诚信招标代理有限公司', {
      creditCode: demoCreditCode(900),
    });
    await firm.client.put('/api/enterprises/mine', recordOf('青禾诚信招标代理有限公司'));
    await firm.client.post('/api/enterprises/mine/submit');
    await (await world.as('registrar')).post(`/api/enterprises/${firm.id}/answer`, { missing: [] });
    const wanted = firm.client.post(`/api/tenders/${tenderId}/sign-ups`);
    expect(await firm.client.refusal(wanted)).toMatchObject({
      code: 'sign_up.is_agency',
      law: { ruleId: 'agency-no-bid' },
    });
  });

  it('answers and clarifies; whoever is concerned is told, the asker too', async () => {
    const bidder = await registerFirm(world, '青禾县提问路桥有限公司');
    await bidder.client.put('/api/enterprises/mine', recordOf('青禾县提问路桥有限公司'));
    await bidder.client.post('/api/enterprises/mine/submit');
    await (
      await world.as('registrar')
    ).post(`/api/enterprises/${bidder.id}/answer`, { missing: [] });
    const path = `/api/tenders/${tenderId}`;
    const { id } = await bidder.client.post<Made>(`${path}/questions`, { text: '桥宽几米？' });
    await agency.post(`${path}/questions/${id}/answer`, { text: '四米五。' });
    await until('the answer', async () => {
      const inbox = await bidder.client.get<{ topic: string }[]>('/api/inbox');
      return inbox.some((one) => one.topic === 'question.answered');
    });
    await agency.post(`${path}/clarifications`, {
      text: '桥宽改为五米。',
      affectsPreparation: false,
    });
    const notice = (await page()).notices.find((one) => one.kind === 'clarification_notice');
    expect(notice?.text).toContain('二、澄清或修改的内容\n桥宽改为五米。');
    expect(notice?.text).toContain('代理机构：青禾诚信招标代理有限公司');
    expect(notice?.text).toContain(`统一交易标识码 ${(await page()).unifiedCode ?? '-'}`);
    const paper = (): Promise<Response> =>
      world.stranger().fetch(`/api/public/notices/${tenderId}/${notice?.id ?? ''}/file`);
    const [one, other] = await Promise.all([paper(), paper()]);
    expect(one.headers.get('content-type')).toBe('application/pdf');
    expect(Buffer.from(await one.arrayBuffer())).toEqual(Buffer.from(await other.arrayBuffer()));
  });

  it('does not give the tender up: its tenderer does, and the notice says why', async () => {
    const path = `/api/tenders/${tenderId}/terminate`;
    const tried = agency.post(path, { reason: '不办了' });
    expect((await agency.refusal(tried)).code).toBe('tender.not_allowed');
    await tenderer.post(path, { reason: '资金落空。' });
    const notice = (await page()).notices.find((one) => one.kind === 'termination_notice');
    expect(notice?.text).toContain('二、终止的原因\n资金落空。');
    expect(notice?.hasFile).toBe(true);
    const reading = await (await world.stranger().fetch(`/tenders/${tenderId}`)).text();
    expect(reading).toContain(`<a href="#${notice?.id ?? '-'}">`);
    await agency.post(`/api/tenders/${tenderId}/re-tender`);
  });
});
