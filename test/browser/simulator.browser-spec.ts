import type { Browser, Page } from 'playwright-core';
import { DemoPeople } from '@server/demo';
import { anApp, type TestApp } from '../support/app';
import {
  axeFindings,
  describeInBrowser,
  launch,
  scrollsSideways,
  signedIn,
  watchErrors,
} from './browser';

const SLOW = 150_000;

describeInBrowser('the simulator of evaluation methods, by hand', () => {
  let app: TestApp;
  let browser: Browser;
  let page: Page;
  let errors: string[] = [];

  const choose = async (label: string, option: string): Promise<void> => {
    await page.getByLabel(label).click();
    await page.locator('.ant-select-item-option').getByText(option, { exact: true }).click();
    await page.locator('.ant-select-dropdown').last().waitFor({ state: 'hidden' });
  };
  const rows = async (): Promise<string[][]> => {
    const all = await page.locator('tbody tr').all();
    return Promise.all(all.map((row) => row.locator('td').allInnerTexts()));
  };

  beforeAll(async () => {
    app = await anApp('browser_simulator', { DEMO: 'true' });
    await app.get(DemoPeople).settle(0);
    browser = await launch();
    page = await signedIn(browser, app.url, 'township', 'sunlit-demo-2026');
    errors = watchErrors(page);
    await page.goto(`${app.url}/work`);
  }, SLOW);
  afterAll(async () => {
    await browser.close();
    await app.close();
  });

  it('is in the tenderer’s menu and gives the library’s vector to the digit', async () => {
    await page.getByRole('link', { name: '评标办法试算' }).first().click();
    await page.getByLabel('报价（元），一行一家').fill('850\n860\n870\n880\n890');
    await page.getByText('基准价 870.00').waitFor();
    expect((await rows()).map((cells) => cells.slice(0, 4))).toEqual([
      ['1', '3', '870.00', '100'],
      ['2', '2', '860.00', '99.43'],
      ['3', '1', '850.00', '98.85'],
      ['3', '4', '880.00', '98.85'],
      ['5', '5', '890.00', '97.70'],
    ]);
    await page.getByText('公式来源未核实').waitFor();
    expect(await axeFindings(page)).toEqual([]);
  });

  it('refuses a mean in government procurement, with the article', async () => {
    await choose('适用制度', 'B 政府采购货物、服务');
    await page.getByText('这种制度下不能用这个公式。').waitFor();
    await page.getByRole('button', { name: '87' }).first().waitFor();
    expect(await page.locator('tbody tr').count()).toBe(0);
    expect(await axeFindings(page)).toEqual([]);
    await choose('适用制度', 'C 限额以下');
  });

  it('asks for the sample of a draw and computes with it', async () => {
    await choose('价格评审公式', '随机样本均价下浮');
    await page.getByText('请选出现场抽中的 3 家').waitFor();
    for (const name of ['1', '2', '5'])
      await page.getByRole('checkbox', { name, exact: true }).check();
    await page
      .getByRole('cell', { name: /未抽中/ })
      .first()
      .waitFor();
    expect(await axeFindings(page)).toEqual([]);
  });

  it('fits a telephone, and speaks English', async () => {
    await page.setViewportSize({ width: 375, height: 800 });
    expect(await scrollsSideways(page)).toBe(false);
    await page.setViewportSize({ width: 1280, height: 900 });
    await page.getByText('English', { exact: true }).first().click();
    await page.getByRole('heading', { name: 'Method simulator' }).waitFor();
    expect(errors).toEqual([]);
  });
});
