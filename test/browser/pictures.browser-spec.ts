import type { Browser, Page } from 'playwright-core';
import { usernameOf } from '../journeys/contract';
import { enterFirms, publish, registerProject } from '../journeys/rural-road';
import { registerFirm, recordOf } from '../journeys/firm';
import { uploadFile } from '../journeys/upload';
import { villageDecides, villageProject } from '../journeys/village';
import { worldAt, type World } from '../journeys/world';
import { aCounty, type TestApp } from '../support/app';
import {
  atRest,
  describeInBrowser,
  launch,
  PHONE_SIZE,
  picture,
  resize,
  scrollsSideways,
  signedIn,
  watchErrors,
} from './browser';

const DEMO = 'sunlit-demo-2026';
const SLOW = 900_000;

const TOWNSHIP = '采禾乡人民政府';

interface Contract {
  readonly id: string;
  readonly winnerName: string;
  readonly tendererName: string;
  readonly concludedAt: string | null;
  readonly acceptedAt: string | null;
}

/** What the guides show, each picture made by the person whose guide it stands in. */
interface Picture {
  readonly name: string;
  /** The demo account; null: nobody is signed in. */
  readonly who: string | null;
  readonly path: string;
  /** Words that are on the page once everything has come. */
  readonly shows: string;
  readonly first?: (page: Page) => Promise<void>;
}

describeInBrowser('the pages the guides show', () => {
  let app: TestApp;
  let world: World;
  let browser: Browser;
  let tenderId: string;
  let draftId: string;
  let commissionedId: string;
  let firm: string;
  let firmId: string;
  let villageId: string;
  let concluded: Contract;
  let half: Contract;
  let winner: string;

  beforeAll(async () => {
    app = await aCounty('browser_pictures');
    world = worldAt(app.url, () => undefined);
    ({ tenderId } = await publish(world, await registerProject(world)));
    const tenderer = await world.as('township');
    const draft = await tenderer.post<{ id: string }>('/api/tenders', {
      projectId: await registerProject(world),
      title: '采花乡2024年农村公路连通工程（二期）',
      method: 'open_tender',
      bidBondFen: '0',
    });
    draftId = draft.id;
    firm = (await enterFirms(world, tenderId))[0] ?? '';
    const name = '青禾县新桥路桥有限公司';
    const fresh = await registerFirm(world, name);
    firmId = fresh.id;
    await fresh.client.put('/api/enterprises/mine', recordOf(name));
    await fresh.client.post('/api/enterprises/mine/submit');
    await tenderer.post('/api/projects', {
      kind: 'works',
      owner: 'township',
      partOfWorks: true,
      fiscalFunds: true,
      estimateFen: '500000000',
      totalInvestmentFen: '500000000',
      category: 'works',
      title: '采花乡文化站',
      region: '采花乡',
      approvalNumber: '青发改〔2026〕40号',
    });
    commissionedId = await registerProject(world);
    const [agency] = await tenderer.get<{ id: string }[]>('/api/agencies');
    const contract = await uploadFile(tenderer, '合同.txt', 'text/plain', Buffer.from('合同'));
    await tenderer.put(`/api/projects/${commissionedId}/commission`, {
      agencyId: agency?.id,
      contractNumber: '委托〔2026〕3号',
      fileId: contract.id,
    });
    await tenderer.post('/api/project-drafts', { title: '采花乡卫生院改造', estimate: '1800000' });
    await contracts();
    villageId = await villageProject(world);
    await villageDecides(world, villageId);
    browser = await launch();
  }, SLOW);
  afterAll(async () => {
    await browser.close();
    await app.close();
  });

  /** The county's contracts: one both sides have signed, one that waits for its winner. */
  const contracts = async (): Promise<void> => {
    const all = await (await world.as('supervisor')).get<Contract[]>('/api/contracts/mine');
    const signed = all.find(
      ({ concludedAt, acceptedAt, tendererName }) =>
        concludedAt !== null && acceptedAt === null && tendererName === TOWNSHIP,
    );
    const waiting = all.find((one) => one.concludedAt === null);
    if (!signed || !waiting) throw new Error('the county has no such contracts');
    [concluded, half] = [signed, waiting];
    const firms = Array.from({ length: 30 }, (_, at) => `firm${at + 1}`);
    winner = await usernameOf(world, waiting.winnerName, firms);
  };
  /** Brings a card to the top of the window. */
  const top = async (page: Page, card: string): Promise<void> => {
    await page
      .getByRole('region', { name: card, exact: true })
      .evaluate((one: { scrollIntoView: () => void }) => one.scrollIntoView());
  };

  const pictures = (): Picture[] => [
    { name: 'public-home', who: null, path: '/', shows: '我要办事' },
    { name: 'public-tender', who: null, path: `/tenders/${tenderId}`, shows: '招标文件' },
    {
      name: 'tenderer-project',
      who: 'township',
      path: '/work/projects/new',
      shows: '最早投标截止',
      first: async (page) => {
        await page.getByLabel('项目名称').fill('采花乡农村公路连通工程');
        await page.getByLabel('合同估算价').fill('4600000');
        await page.getByLabel('总投资').fill('4600000');
      },
    },
    {
      name: 'tenderer-commission',
      who: 'township',
      path: `/work/projects/${commissionedId}`,
      shows: '结束委托',
    },
    {
      name: 'agency-project',
      who: 'agency',
      path: `/work/projects/${commissionedId}`,
      shows: '委托办理这个项目',
    },
    {
      name: 'tenderer-draft',
      who: 'township',
      path: `/work/tenders/${draftId}`,
      shows: '用最早的合规时间',
    },
    {
      name: 'tenderer-plan',
      who: 'township',
      path: `/work/tenders/${draftId}`,
      shows: '评委打分项',
      first: async (page) => {
        await page.getByText('综合评估法', { exact: true }).click();
        await page.getByLabel('第 1 项的名称').fill('施工组织设计');
        await page.getByLabel('第 1 项的分值').fill('25');
        await page.getByRole('button', { name: '加一项' }).click();
        await page.getByLabel('第 2 项的名称').fill('项目管理机构');
        await page.getByLabel('第 2 项的分值').fill('15');
        await top(page, '评标办法');
      },
    },
    {
      name: 'tenderer-village',
      who: 'village',
      path: `/work/projects/${villageId}`,
      shows: '下载会议记录',
      first: (page) => top(page, '民主决策'),
    },
    {
      name: 'tenderer-contract',
      who: 'township',
      path: `/work/contracts/${concluded.id}`,
      shows: '提出变更',
    },
    {
      name: 'bidder-contract',
      who: winner,
      path: `/work/contracts/${half.id}`,
      shows: '签署合同',
    },
    { name: 'bidder-enterprise', who: firm, path: '/work/enterprise', shows: '资质证书' },
    {
      name: 'bidder-tender',
      who: firm,
      path: `/tenders/${tenderId}`,
      shows: '已报名',
    },
    { name: 'bidder-bid', who: firm, path: `/work/bids/${tenderId}`, shows: '开标一览表' },
    {
      name: 'registrar-queue',
      who: 'registrar',
      path: '/work/queue/enterprises',
      shows: '首次入库',
    },
    {
      name: 'registrar-projects',
      who: 'registrar',
      path: '/work/queue/projects',
      shows: '齐全，登记',
    },
    { name: 'registrar-experts', who: 'registrar', path: '/work/experts', shows: '在库专家' },
    { name: 'draw-operator-panels', who: 'drawer', path: '/work/panels', shows: '专家抽取' },
    { name: 'expert-invitations', who: 'expert1', path: '/work/invitations', shows: '评审邀请' },
    {
      name: 'supervisor-file',
      who: 'supervisor',
      path: `/work/enterprises/${firmId}`,
      shows: '监督处理',
    },
    { name: 'social-supervisor-work', who: 'citizen', path: '/work', shows: '社会监督员' },
    { name: 'finance-work', who: 'finance', path: '/work', shows: '财务' },
    { name: 'administrators-people', who: 'secadmin', path: '/work/people', shows: '新建账号' },
    { name: 'administrators-acts', who: 'auditor', path: '/work/acts', shows: '管理记录' },
  ];

  const take = async ({ name, who, path, shows, first }: Picture): Promise<void> => {
    const size = { width: 1280, height: 800 };
    const page =
      who === null
        ? await (await browser.newContext({ viewport: size })).newPage()
        : await signedIn(browser, app.url, who, DEMO);
    const errors = watchErrors(page);
    await page.setViewportSize(size);
    await page.goto(`${app.url}${path}`);
    await page.locator('h1').first().waitFor({ timeout: 60_000 });
    await first?.(page);
    await page.getByText(shows).locator('visible=true').first().waitFor({ timeout: 60_000 });
    await atRest(page);
    await picture(page, name);
    await resize(page, PHONE_SIZE);
    expect([name, await scrollsSideways(page), errors]).toEqual([name, false, []]);
    await page.context().close();
  };

  it(
    'show what they say, to whom they belong, and fit a phone',
    async () => {
      for (const one of pictures()) await take(one);
    },
    SLOW,
  );
});
