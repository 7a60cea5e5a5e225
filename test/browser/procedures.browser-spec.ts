import type { Browser, Page } from 'playwright-core';
import { DemoPeople } from '@server/demo';
import { smallProject } from '../journeys/small-works';
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
const DOCUMENT = '采政发〔2026〕3号';

describeInBrowser('a place’s own document, by hand', () => {
  let app: TestApp;
  let world: World;
  let browser: Browser;
  const errors: string[][] = [];

  beforeAll(async () => {
    app = await anApp('browser_procedures', { DEMO: 'true' });
    await app.get(DemoPeople).settle(2);
    world = worldAt(app.url, () => undefined);
    browser = await launch();
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
  const pick = async (page: Page, label: string, option: string): Promise<void> => {
    const field = page.getByLabel(label, { exact: true }).last();
    await field.click();
    await page.keyboard.type(option);
    await page.keyboard.press('Enter');
    await page.keyboard.press('Escape');
    // A list that is still closing lies on the page, in nobody's region.
    await page.locator('.ant-select-dropdown').filter({ visible: true }).first().waitFor({
      state: 'hidden',
    });
    await page.getByLabel('文件名称').focus();
  };

  it(
    'is taken down by the registrar, band by band, and read by everybody on a phone',
    async () => {
      const page = await open('registrar', '/work/procedures');
      await page.getByText('还没有录入分档文件').waitFor();
      await page.getByRole('button', { name: '录入分档文件' }).click();
      await pick(page, '发文单位', '采禾乡');
      await page.getByLabel('文号').fill(DOCUMENT);
      await page.getByLabel('文件名称').fill('小型工程发包办法');
      await page.getByLabel('公平竞争审查结论').fill('采公审〔2026〕1号');
      await page.getByLabel('上传文件原文').setInputFiles({
        name: '办法.txt',
        mimeType: 'text/plain',
        buffer: Buffer.from('分档'),
      });
      await page.getByText('已上传：办法.txt').waitFor();
      await page.getByLabel('施行日期').fill('2026-01-01');
      await page.getByLabel('不满（元）').fill('50000');
      await pick(page, '可用方式', '直接择优');
      await page.getByRole('button', { name: '增加一档' }).click();
      await page.getByLabel('不满（元）').nth(1).fill('30000');
      await pick(page, '可用方式', '比选');
      expect(await axeFindings(page)).toEqual([]);
      const keep = page.getByRole('button', { name: '录入分档文件' });
      await keep.click();
      await page.getByText('这张分档表不完整，或者前后矛盾').waitFor();
      await page.getByLabel('不满（元）').nth(1).fill('300000');
      await keep.click();
      await page.getByText(`《小型工程发包办法》（${DOCUMENT}）`).waitFor();
      const reader = await open('firm1', '/procedures');
      await resize(reader, PHONE_SIZE);
      await reader.getByText('有效', { exact: true }).waitFor();
      await reader.getByText('直接择优', { exact: true }).waitFor();
      expect(await scrollsSideways(reader)).toBe(false);
      expect(await axeFindings(reader)).toEqual([]);
    },
    SLOW,
  );

  it(
    'lets its township choose a firm for a small sum, published with its reason',
    async () => {
      const projectId = await smallProject(world, '4000000');
      const page = await open('township', `/work/projects/${projectId}`);
      await page.getByRole('button', { name: '起草公告' }).click();
      const choice = page.getByRole('region', { name: '直接择优' });
      await choice.waitFor();
      await page.getByText(DOCUMENT).first().waitFor();
      const firm = await world.as('firm1');
      const { creditCode, name } = await firm.get<{ creditCode: string; name: string }>(
        '/api/enterprises/mine',
      );
      await choice.getByLabel('选定单位的统一社会信用代码').fill(creditCode);
      await choice.getByLabel('价格').fill('39000');
      await choice.getByLabel('选定的理由').fill('就近，报价最低');
      expect(await axeFindings(page)).toEqual([]);
      await choice.getByRole('button', { name: '公示选定结果' }).click();
      await page.getByRole('dialog').getByRole('button', { name: '公示选定结果' }).click();
      await page.getByText('公示中').first().waitFor();
      await page.getByRole('link', { name: '公开页' }).click();
      await page.locator('summary', { hasText: '直接择优公告' }).click();
      await page.getByText('理由：就近，报价最低').waitFor();
      await page.getByText(name).first().waitFor();
      await resize(page, PHONE_SIZE);
      expect(await scrollsSideways(page)).toBe(false);
      expect(await axeFindings(page)).toEqual([]);
      expect(errors.flat().filter((one) => !one.includes('400'))).toEqual([]);
    },
    SLOW,
  );
});
