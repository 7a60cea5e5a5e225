import type { Browser, Page } from 'playwright-core';
import { DemoPeople } from '@server/demo';
import { bidAll, formedPanel, openByPlan } from '../journeys/by-plan';
import { checkIn, demoExperts } from '../journeys/panel';
import { publishDraft, smallDraft, smallProject } from '../journeys/small-works';
import { until, worldAt, type World } from '../journeys/world';
import { anApp, type TestApp } from '../support/app';
import type { Client } from '../support/client';
import {
  axeFindings,
  describeInBrowser,
  launch,
  PHONE_SIZE,
  resize,
  scrollsSideways,
  signedIn,
  watchErrors,
} from './browser';

const SLOW = 300_000;
const PASSWORD = 'sunlit-demo-2026';
const CODES = ['01', '02', '03'];
const OFFERS = ['firm1', 'firm2', 'firm3'].map((username, at) => ({
  username,
  price: `${850_000 - at * 20_000}.00`,
  technical: { name: `暗标-${username}.pdf`, text: `技术方案 ${at}` },
}));

describeInBrowser('a blind review, by hand', () => {
  let app: TestApp;
  let world: World;
  let tenderer: Client;
  let browser: Browser;
  let id: string;
  const errors: string[][] = [];

  beforeAll(async () => {
    app = await anApp('browser_blind', { DEMO: 'true' });
    await app.get(DemoPeople).settle(4);
    world = worldAt(app.url, () => undefined);
    tenderer = await world.as('township');
    id = await smallDraft(world, await smallProject(world), 'open_tender');
    browser = await launch();
  }, SLOW);
  afterAll(async () => {
    await browser.close();
    await app.close();
  });

  const open = async (username: string, path: string): Promise<Page> => {
    const page = await signedIn(browser, app.url, username, PASSWORD);
    page.setDefaultTimeout(30_000);
    errors.push(watchErrors(page));
    await page.goto(app.url + path);
    return page;
  };
  const sound = async (page: Page): Promise<void> => {
    expect(await axeFindings(page)).toEqual([]);
    await resize(page, PHONE_SIZE);
    expect(await scrollsSideways(page)).toBe(false);
    await resize(page, { width: 1440, height: 900 });
  };

  it(
    'is chosen for a draft, and told to whoever bids',
    async () => {
      const desk = await open('township', `/work/tenders/${id}`);
      await desk.getByText('综合评估法', { exact: true }).click();
      await desk.getByLabel('第 1 项的名称').fill('施工组织设计');
      await desk.getByText('暗标评审：打分时不显示单位名称').click();
      await desk.getByRole('button', { name: '保存评标办法' }).click();
      await desk.getByText('评标办法已保存。').waitFor();
      const { plan } = await tenderer.get<{ plan: { blind?: boolean } }>(`/api/tenders/${id}`);
      expect(plan.blind).toBe(true);
      await sound(desk);
      const deadline = await publishDraft(tenderer, id);
      const bidder = await open('firm4', `/tenders/${id}`);
      await bidder
        .getByText(/技术部分暗标评审/)
        .filter({ visible: true })
        .first()
        .waitFor();
      await (await world.as('firm4')).post(`/api/tenders/${id}/sign-ups`);
      await bidder.goto(`${app.url}/work/bids/${id}`);
      await bidder
        .getByText(/技术部分的文件名以“暗标”开头/)
        .first()
        .waitFor();
      const bids = await bidAll(world, id, OFFERS);
      await formedPanel(world, id, deadline);
      await openByPlan(world, id, deadline, bids);
    },
    SLOW,
  );

  it(
    'shows codes and files until the last score, then whose they are',
    async () => {
      const experts = await checkIn(id, demoExperts(world));
      const [first, ...others] = experts;
      for (const member of others) {
        await until('a seat', () => member.get(`/api/evaluations/${id}`).catch(() => null));
        await member.post(`/api/evaluations/${id}/declaration`);
      }
      let username = '';
      for (let number = 1; number <= 60 && username === ''; number++) {
        if ((await world.as(`expert${number}`)) === first) username = `expert${number}`;
      }
      const page = await open(username, `/work/evaluations/${id}`);
      await page.getByRole('button', { name: '签署声明' }).click();
      await page.getByText('现在是暗标评审', { exact: false }).waitFor();
      await page.getByRole('heading', { name: /暗标 01/ }).waitFor();
      const text = await page.locator('main').innerText();
      for (const hidden of ['青禾县青山', '850,000', '张工']) expect(text).not.toContain(hidden);
      expect(await page.getByRole('button', { name: /保存评审/ }).count()).toBe(0);
      const begun = page.waitForEvent('download');
      await page.getByRole('button', { name: '下载 02-1.pdf · 暗标 02' }).click();
      expect((await begun).suggestedFilename()).toBe('02-1.pdf');
      await sound(page);
      for (const code of CODES) {
        await page.getByLabel(`施工组织设计，暗标 ${code}`).fill('33');
        const saving = page.getByRole('button', { name: new RegExp(`· 暗标 ${code}$`) }).last();
        await saving.focus();
        await page.keyboard.press('Enter');
      }
      await until('the scores', async () => {
        const { myMarks } = await first!.get<{ myMarks: unknown[] }>(`/api/evaluations/${id}`);
        return myMarks.length === CODES.length;
      });
      for (const member of others) {
        for (const code of CODES) {
          await member.post(`/api/evaluations/${id}/marks`, {
            bidId: `blind-${code}`,
            points: [{ itemId: 'item-1', points: '30' }],
            reason: '',
          });
        }
      }
      await page.getByText('全部分数已交齐', { exact: false }).waitFor();
      await page
        .getByRole('heading', { name: /暗标 0\d · 青禾县/ })
        .first()
        .waitFor();
      await page
        .getByRole('button', { name: /保存评审/ })
        .first()
        .waitFor();
      await sound(page);
      expect(errors.flat()).toEqual([]);
    },
    SLOW,
  );
});
