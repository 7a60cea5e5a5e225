import type { Browser, Page } from 'playwright-core';
import { DemoPeople } from '@server/demo';
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

const SLOW = 300_000;
const TYPED = {
  会议记录名称或者文号: '新明村村民代表会议记录〔2026〕1号',
  村党组织研究日期: '2026-01-28',
  会议日期: '2026-02-02',
  公布开始日期: '2026-02-03',
  公布结束日期: '2026-02-20',
  应到人数: '45',
  实到人数: '40',
  同意人数: '36',
} as const;

describeInBrowser('a village’s decision, by hand', () => {
  let app: TestApp;
  let world: World;
  let browser: Browser;
  let page: Page;
  let errors: string[];

  beforeAll(async () => {
    app = await anApp('browser_village', { DEMO: 'true' });
    await app.get(DemoPeople).settle(0);
    world = worldAt(app.url, () => undefined);
    const village = await world.as('village');
    const { id } = await village.post<{ id: string }>('/api/projects', {
      title: '新明村文化广场',
      kind: 'works',
      owner: 'village',
      partOfWorks: true,
      fiscalFunds: false,
      estimateFen: '32000000',
      totalInvestmentFen: '32000000',
      category: 'works',
      region: '流水镇',
      approvalNumber: '流政办〔2026〕8号',
    });
    await (await world.as('registrar')).post(`/api/projects/${id}/answer`, { missing: [] });
    browser = await launch();
    page = await signedIn(browser, app.url, 'village', 'sunlit-demo-2026');
    page.setDefaultTimeout(30_000);
    errors = watchErrors(page);
    await page.goto(`${app.url}/work/projects/${id}`);
  }, SLOW);
  afterAll(async () => {
    await browser.close();
    await app.close();
  });

  const sound = async (): Promise<void> => {
    expect(await axeFindings(page)).toEqual([]);
    await resize(page, PHONE_SIZE);
    expect(await scrollsSideways(page)).toBe(false);
    await resize(page, { width: 1440, height: 900 });
  };

  it(
    'says what is missing, and is recorded with its minutes',
    async () => {
      await page.getByRole('button', { name: '记录决策' }).click();
      await page.getByRole('status').filter({ hasText: '同意人数' }).waitFor();
      for (const [label, value] of Object.entries(TYPED)) {
        await page.getByLabel(label).fill(value);
      }
      await page
        .locator('input[type=file]')
        .first()
        .setInputFiles({ name: '记录.txt', mimeType: 'text/plain', buffer: Buffer.from('记录') });
      await page.getByText('记录.txt').waitFor();
      await sound();
      await page.getByRole('button', { name: '记录决策' }).click();
      await page.getByText(TYPED.会议记录名称或者文号).waitFor();
      await sound();
    },
    SLOW,
  );

  it(
    'is recorded again from what is on record, not from nothing',
    async () => {
      await page.getByRole('button', { name: '重新记录' }).click();
      for (const [label, value] of Object.entries(TYPED)) {
        expect(await page.getByLabel(label).inputValue()).toBe(value);
      }
      await page.getByLabel('同意人数').fill('38');
      await page.getByRole('button', { name: '记录决策' }).click();
      await page.getByText('38', { exact: true }).waitFor();
      const read = page.waitForEvent('download');
      await page.getByText('下载会议记录').click();
      expect(await (await read).failure()).toBeNull();
      expect(errors).toEqual([]);
    },
    SLOW,
  );
});
