import type { Browser, Page } from 'playwright-core';
import { DemoPeople } from '@server/demo';
import { recordOf, registerFirm, type Firm } from '../journeys/firm';
import { holderKeys } from '../journeys/holders';
import { enterFirms, publish, registerProject, RURAL_ROAD } from '../journeys/rural-road';
import { uploadFile } from '../journeys/upload';
import { clockTo, worldAt, type World } from '../journeys/world';
import { anApp, type TestApp } from '../support/app';
import { describeInBrowser, launch, signedIn } from './browser';
import { cited } from './cited';

const DEMO = 'sunlit-demo-2026';
const SLOW = 300_000;
const PATIENCE = 60_000;

interface Timetable {
  readonly clarifyUntil: string;
  readonly objectUntil: string;
  readonly deadline: string;
}

describeInBrowser('what the law refuses', () => {
  let app: TestApp;
  let world: World;
  let browser: Browser;
  let projectId: string;
  let tenderId: string;
  let firm: string;
  let timetable: Timetable;

  const desk = async (username: string, path: string, password = DEMO): Promise<Page> => {
    const page = await signedIn(browser, app.url, username, password);
    page.setDefaultTimeout(PATIENCE);
    await page.goto(`${app.url}${path}`);
    return page;
  };
  /** A page that does not hear that time has passed: its reading of the clock stays as it was. */
  const lateReader = async (path: string): Promise<Page> => {
    const page = await desk(firm, path);
    await page.locator('h1').first().waitFor();
    await page.route('**/api/clock', (route) => route.abort());
    return page;
  };

  /** A firm in the register, whose only certificate is good until then. */
  const entered = async (name: string, validUntil: string): Promise<Firm> => {
    const one = await registerFirm(world, name);
    const certificate = {
      type: '公路工程施工总承包',
      grade: '三级',
      certificate: 'D3',
      validUntil,
    };
    await one.client.put('/api/enterprises/mine', {
      ...recordOf(name),
      qualifications: [certificate],
    });
    await one.client.post('/api/enterprises/mine/submit');
    const registrar = await world.as('registrar');
    await registrar.post(`/api/enterprises/${one.id}/answer`, { missing: [] });
    return one;
  };
  const signsUp = async ({ username }: Firm, law: RegExp): Promise<void> => {
    const page = await desk(username, `/tenders/${tenderId}`, 'a longer secret 7');
    await page.getByRole('button', { name: '报名', exact: true }).click();
    await cited(page, page.getByRole('region', { name: '报名' }), law);
  };

  beforeAll(async () => {
    app = await anApp('browser_refusals', { DEMO: 'true' });
    await app.get(DemoPeople).settle(0);
    world = worldAt(app.url, () => undefined);
    projectId = await registerProject(world);
    ({ tenderId } = await publish(world, projectId));
    const [first] = await enterFirms(world, tenderId);
    firm = first ?? '';
    ({ timetable } = await world
      .stranger()
      .get<{ timetable: Timetable }>(`/api/public/tenders/${tenderId}`));
    browser = await launch();
  }, SLOW);
  afterAll(async () => {
    await browser.close();
    await app.close();
  });

  it(
    'a deadline that leaves bidders too little time',
    async () => {
      const tenderer = await world.as('township');
      const soon = new Date(Date.parse('2026-03-06T01:30:00.000Z')).toISOString();
      const other = await registerProject(world);
      const { id } = await tenderer.post<{ id: string }>('/api/tenders', {
        projectId: other,
        title: RURAL_ROAD.title,
        method: 'open_tender',
        bidBondFen: '0',
        deadline: soon,
      });
      const paper = new TextEncoder().encode('招标文件');
      const file = await uploadFile(tenderer, '招标文件.txt', 'text/plain', paper);
      const document = { fileId: file.id, kind: 'tender_document', title: '招标文件' };
      await tenderer.post(`/api/tenders/${id}/documents`, document);
      await tenderer.put(`/api/tenders/${id}/sealing`, (await holderKeys(id)).sealing);
      const page = await desk('township', `/work/tenders/${id}`);
      await page.getByRole('button', { name: '发布公告' }).first().click();
      const dialog = page.getByRole('dialog');
      await dialog.getByRole('button', { name: '发布公告' }).click();
      await cited(page, dialog, /招标投标法|条例/);
    },
    SLOW,
  );

  it(
    'a firm that is not in the register',
    async () => {
      const stranger = await registerFirm(world, '青禾县未入库有限公司');
      const page = await desk(stranger.username, `/tenders/${tenderId}`, 'a longer secret 7');
      await page.getByRole('button', { name: '报名', exact: true }).click();
      await cited(page, page.getByRole('region', { name: '报名' }), /电子招标投标办法/);
      await page.getByLabel('对招标文件提问').fill('图纸在哪里？');
      await page.getByRole('button', { name: '提交问题' }).click();
      const questions = page.locator('section.card', { hasText: '对招标文件提问' });
      await cited(page, questions, /电子招标投标办法/);
    },
    SLOW,
  );

  it(
    'a firm an authority has suspended, and one whose certificates have run out',
    async () => {
      const barred = await entered('青禾县停牌有限公司', '2027-12-31T15:59:59.999Z');
      const supervisor = await world.as('supervisor');
      await supervisor.post(`/api/enterprises/${barred.id}/decisions`, {
        kind: 'suspend',
        number: '青监罚〔2026〕3号',
        reason: '串通投标',
        until: '2026-06-01T16:00:00.000Z',
      });
      await signsUp(barred, /条例§67/);
      const lapsed = await entered('青禾县过期有限公司', '2026-02-28T15:59:59.999Z');
      await signsUp(lapsed, /招标投标法§26/);
    },
    SLOW,
  );

  it(
    'a second letter that names what was there at first, without a reason',
    async () => {
      const tenderer = await world.as('township');
      const registrar = await world.as('registrar');
      const project = {
        kind: 'works',
        owner: 'township',
        partOfWorks: true,
        fiscalFunds: true,
        estimateFen: '500000000',
        totalInvestmentFen: '500000000',
        category: 'works',
        title: '采禾乡文化站',
        region: '采禾乡',
        approvalNumber: '青发改〔2026〕40号',
      };
      const { id } = await tenderer.post<{ id: string }>('/api/projects', project);
      await registrar.post(`/api/projects/${id}/answer`, { missing: ['批准文件'] });
      await tenderer.post(`/api/projects/${id}/resubmit`, {
        ...project,
        approvalNumber: '青发改〔2026〕41号',
      });
      const page = await desk('registrar', '/work/queue/projects');
      await page.getByRole('button', { name: '退回补充' }).click();
      const dialog = page.getByRole('dialog');
      await dialog.getByLabel('缺什么').fill('资金证明');
      await dialog.getByRole('button', { name: '退回补充' }).click();
      await cited(page, dialog, /一次性告知/);
    },
    SLOW,
  );

  it(
    'a bid while the tender stands still',
    async () => {
      const page = await desk(firm, `/work/bids/${tenderId}`);
      await page.getByLabel('投标总价').fill('3500000');
      await page.getByLabel('工期').fill('120');
      await page.getByLabel('项目负责人').fill('张工');
      const objector = await world.as(firm);
      const { id } = await objector.post<{ id: string }>(`/api/tenders/${tenderId}/objections`, {
        text: '业绩要求没有依据。',
        stage: 'documents',
      });
      await page.getByRole('button', { name: '加密并递交' }).click();
      const key = page.getByRole('button', { name: '下载钥匙文件' });
      const alert = page.getByRole('alert').first();
      await key.or(alert).first().waitFor({ timeout: 240_000 });
      if (await key.isVisible()) {
        const download = page.waitForEvent('download');
        await key.click();
        await download;
        await page.getByLabel('钥匙文件已保存，口令已抄下').check();
        await page.getByRole('button', { name: '上传并递交' }).click();
      }
      await cited(page, page.locator('main'), /条例/);
      const tenderer = await world.as('township');
      await tenderer.post(`/api/objections/${id}/answer`, { text: '有依据。', upheld: false });
      ({ timetable } = await world
        .stranger()
        .get<{ timetable: Timetable }>(`/api/public/tenders/${tenderId}`));
    },
    SLOW,
  );

  it(
    'a question and an objection after their last day',
    async () => {
      const path = `/tenders/${tenderId}`;
      const asking = await lateReader(path);
      await asking.getByLabel('对招标文件提问').fill('还来得及吗？');
      const objecting = await lateReader(path);
      await objecting.getByLabel('对招标文件的异议').fill('评分不公。');
      await clockTo(world, new Date(Date.parse(timetable.clarifyUntil) + 1_000).toISOString());
      await asking.getByRole('button', { name: '提交问题' }).click();
      const questions = asking.locator('section.card', { hasText: '对招标文件提问' });
      await cited(asking, questions, /条例/);
      await clockTo(world, new Date(Date.parse(timetable.objectUntil) + 1_000).toISOString());
      await objecting.getByRole('button', { name: '提出异议' }).click();
      await cited(objecting, objecting.locator('main'), /条例/);
    },
    SLOW,
  );

  it(
    'a sign-up after the deadline',
    async () => {
      const { username } = await registerFirm(world, '青禾县迟到有限公司');
      const page = await signedIn(browser, app.url, username, 'a longer secret 7');
      await page.goto(`${app.url}/tenders/${tenderId}`);
      const act = page.getByRole('button', { name: '报名', exact: true });
      await act.waitFor({ timeout: PATIENCE });
      await page.route('**/api/clock', (route) => route.abort());
      await clockTo(world, timetable.deadline);
      await act.click();
      await cited(page, page.locator('main'), /电子招标投标办法/);
    },
    SLOW,
  );
});
