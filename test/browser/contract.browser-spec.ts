import type { Browser, Page } from 'playwright-core';
import { DemoPeople } from '@server/demo';
import { usernameOf } from '../journeys/contract';
import { FOOTBRIDGE, lottery } from '../journeys/footbridge';
import { worldAt, type World } from '../journeys/world';
import { anApp, type TestApp } from '../support/app';
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

const SLOW = 200_000;
const PASSWORD = 'sunlit-demo-2026';
const FIRMS = Array.from({ length: FOOTBRIDGE.members }, (_, at) => `firm${at + 1}`);

describeInBrowser('a contract, by hand', () => {
  let app: TestApp;
  let world: World;
  let browser: Browser;
  let tenderId: string;
  let tenderer: Page;
  let firm: Page;
  const errors: string[][] = [];

  beforeAll(async () => {
    app = await anApp('browser_contract', { DEMO: 'true' });
    await app.get(DemoPeople).settle(FOOTBRIDGE.members);
    world = worldAt(app.url, () => undefined);
    const drawn = await lottery(world);
    ({ tenderId } = drawn);
    browser = await launch();
    tenderer = await open('township', `/work/tenders/${tenderId}`);
    firm = await open(await usernameOf(world, drawn.winner, FIRMS), '/work/contracts');
  }, SLOW);
  afterAll(async () => {
    await browser.close();
    await app.close();
  });

  const open = async (username: string, path: string): Promise<Page> => {
    const page = await signedIn(browser, app.url, username, PASSWORD);
    errors.push(watchErrors(page));
    await page.goto(app.url + path);
    return page;
  };
  const sign = async (page: Page): Promise<void> => {
    const button = { name: '签署合同' };
    await page.getByRole('button', button).click();
    await page.getByRole('dialog').getByRole('button', button).click();
  };

  const record = async (page: Page, name: string): Promise<void> => {
    await page.getByRole('button', { name, exact: true }).click();
    await page.getByRole('dialog').getByRole('button', { name, exact: true }).click();
  };
  const agree = async (page: Page, about: string): Promise<void> => {
    await page.getByRole('button', { name: `同意 ${about}`, exact: true }).click();
    await page.getByRole('dialog').getByRole('button', { name: '同意并公开' }).click();
  };

  it(
    'is due by law: on the first page of who has to sign it and of the supervisor, with its last moment and law',
    async () => {
      for (const username of ['township', 'supervisor']) {
        const page = await open(username, '/work');
        const due = page.locator('section', { hasText: '待办的法定事项' }).last();
        await due.getByText('签订合同').waitFor();
        expect(await due.innerText()).toMatch(/最迟 2026-\d{2}-\d{2} 23:59:59[^]*§46/);
        await due.getByRole('link', { name: FOOTBRIDGE.title }).waitFor();
        expect(await axeFindings(page)).toEqual([]);
        await page.context().close();
      }
    },
    SLOW,
  );

  it(
    'is written by the tenderer, sent back, written anew and signed by both, one of them on a phone',
    async () => {
      await firm.getByText('还没有合同').waitFor();
      await tenderer.getByLabel('工期（日）').fill('45');
      await tenderer.getByLabel('项目负责人').fill('赵志强');
      await tenderer.getByLabel('付款方式').fill('预付三成。');
      expect(await axeFindings(tenderer)).toEqual([]);
      await tenderer.getByRole('button', { name: '存为待签合同' }).click();
      await tenderer.getByRole('link', { name: '打开合同' }).click();
      await sign(tenderer);
      await tenderer.getByText('招标人已签署，等中标人签署').waitFor();
      await resize(firm, PHONE_SIZE);
      await firm.reload();
      await firm.getByText('等你办理').waitFor();
      await firm.getByRole('link', { name: FOOTBRIDGE.title }).click();
      await firm.getByText('不同意，退回').click();
      await firm.getByLabel('不同意的内容和理由').fill('预付款应为四成');
      expect(await scrollsSideways(firm)).toBe(false);
      expect(await axeFindings(firm)).toEqual([]);
      await firm.getByRole('button', { name: '退回合同' }).click();
      await firm.getByText('退回的理由：预付款应为四成').waitFor();
      await tenderer.reload();
      await tenderer.getByText('退回的理由：预付款应为四成').waitFor();
      await tenderer.getByLabel('付款方式').fill('预付四成，完工验收后付至 97%。');
      await tenderer.getByRole('button', { name: '存为待签合同' }).click();
      await tenderer.getByText('预付四成，完工验收后付至 97%。').first().waitFor();
      await sign(tenderer);
      await tenderer.getByText('招标人已签署，等中标人签署').waitFor();
      await firm.reload();
      await sign(firm);
      await firm.getByRole('link', { name: '查看合同书（PDF）' }).waitFor({ timeout: 60_000 });
      expect(await scrollsSideways(firm)).toBe(false);
    },
    SLOW,
  );

  it(
    'is subcontracted and changed with the word of both, and its works are accepted',
    async () => {
      await firm.getByText('报告分包').click();
      await firm.getByLabel('分包人').fill('采禾标线有限公司');
      await firm.getByLabel('分包的部位').fill('标志标线');
      await firm.getByLabel('分包金额').fill('1000');
      await firm.getByRole('button', { name: '提交招标人' }).click();
      await firm.getByText('等对方答复').waitFor();
      await tenderer.reload();
      await agree(tenderer, '采禾标线有限公司');
      await tenderer.getByText('招标人同意').waitFor();
      await tenderer.getByText('提出变更').click();
      await tenderer.getByLabel('金额（元）', { exact: true }).fill('3000');
      await tenderer.getByLabel('变更理由').fill('村口加铺回车场');
      await tenderer.getByRole('button', { name: '提交对方确认' }).click();
      await tenderer.getByText('等对方答复').waitFor();
      await firm.reload();
      await agree(firm, '村口加铺回车场');
      await firm.getByText(/对方同意/).waitFor();
      await tenderer.reload();
      await tenderer.getByText('记录到岗检查').click();
      await tenderer.getByText('在岗', { exact: true }).click();
      await record(tenderer, '记录这次检查');
      const { legal } = await world.stranger().get<{ legal: string }>('/api/clock');
      const today = new Date(Date.parse(legal) + 8 * 3_600_000).toISOString().slice(0, 10);
      await tenderer.getByText('验收', { exact: true }).click();
      await tenderer.getByLabel('验收日期').fill(today);
      await tenderer.getByLabel('验收意见').fill('质量合格');
      await record(tenderer, '记录验收');
      await tenderer.getByText('已验收').first().waitFor();
      expect(await axeFindings(tenderer)).toEqual([]);
    },
    SLOW,
  );

  it(
    'stands on the tender’s public page, beside what was offered',
    async () => {
      const card = firm.getByRole('region', { name: '合同', exact: true });
      for (const size of [{ width: 1440, height: 900 }, PHONE_SIZE]) {
        await resize(firm, size);
        await firm.goto(`${app.url}/tenders/${tenderId}`);
        await card.getByText('村口加铺回车场').waitFor();
        await card.getByText('403,000.00').first().waitFor();
        expect(await scrollsSideways(firm)).toBe(false);
        expect(await axeFindings(firm)).toEqual([]);
      }
      expect(errors.flat()).toEqual([]);
    },
    SLOW,
  );
});
