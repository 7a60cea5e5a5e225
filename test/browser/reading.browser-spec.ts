import { gzipSync } from 'node:zlib';
import type { Browser, Page } from 'playwright-core';
import { DemoPeople } from '@server/demo';
import { publish, registerProject } from '../journeys/rural-road';
import { worldAt } from '../journeys/world';
import { anApp, type TestApp } from '../support/app';
import {
  axeFindings,
  describeInBrowser,
  launchForReading,
  scrollsSideways,
  watchErrors,
} from './browser';

const SLOW = 150_000;
/** Bytes of compressed JavaScript a reader may be made to load. */
const MOST_SCRIPT = 200_000;

describeInBrowser('the public site, read', () => {
  let app: TestApp;
  let browser: Browser;
  let tenderId: string;

  beforeAll(async () => {
    app = await anApp('reading', { DEMO: 'true' });
    await app.get(DemoPeople).settle(3);
    const world = worldAt(app.url, () => undefined);
    ({ tenderId } = await publish(world, await registerProject(world)));
    browser = await launchForReading();
  }, SLOW);
  afterAll(async () => {
    await browser.close();
    await app.close();
  });

  const reader = async (javaScriptEnabled: boolean, width = 1440): Promise<Page> => {
    const context = await browser.newContext({
      javaScriptEnabled,
      viewport: { width, height: 900 },
    });
    context.setDefaultTimeout(15_000);
    return context.newPage();
  };
  const ALONE = ['/pools', '/statistics', '/open-data'];
  const PATHS = [
    '/',
    '/statistics',
    '/statistics/rows',
    '/tenders',
    '/tenders/:id',
    '/enterprises',
    '/pools',
    '/open-data',
  ];
  const paths = (): string[] => PATHS.map((path) => path.replace(':id', tenderId));

  it(
    'is whole without JavaScript: found, read, downloaded from',
    async () => {
      const page = await reader(false);
      await page.goto(`${app.url}/tenders`);
      await page.getByText('更多条件').click();
      await page.getByLabel('地区').fill('采花乡');
      await page.getByRole('button', { name: '搜索' }).click();
      await page.locator(`a[href="/tenders/${tenderId}"]`).click();
      await page.getByRole('heading', { level: 1 }).waitFor();
      expect(await page.getByRole('heading', { name: '全过程' }).count()).toBe(1);
      const href = await page.locator('a[download]').first().getAttribute('href');
      expect((await fetch(app.url + (href ?? ''))).status).toBe(200);
      await page.getByRole('link', { name: 'English' }).click();
      expect(await page.getByRole('heading', { name: 'The whole process' }).count()).toBe(1);
    },
    SLOW,
  );

  it(
    'asks for hardly any script of a reader, and starts the app where it is asked for',
    async () => {
      for (const path of paths()) {
        const page = await reader(true);
        const errors = watchErrors(page);
        let bytes = 0;
        page.on('response', (response) => {
          if (!(response.headers()['content-type'] ?? '').includes('javascript')) return;
          void response.body().then((body) => (bytes += gzipSync(body).length));
        });
        await page.goto(app.url + path, { waitUntil: 'networkidle' });
        // A page without a twin in the app has no use for a script at all.
        if (ALONE.some((one) => path.startsWith(one))) expect(bytes).toBe(0);
        else expect(bytes).toBeGreaterThan(0);
        expect(bytes).toBeLessThan(MOST_SCRIPT);
        expect(errors).toEqual([]);
        await page.context().close();
      }
      const signed = await reader(true);
      await signed.addInitScript("localStorage.setItem('sunlit.signed-in', '1')");
      await signed.goto(`${app.url}/statistics`, { waitUntil: 'networkidle' });
      await signed.getByRole('heading', { name: '统计', level: 1 }).waitFor();
      await signed.context().close();
      const page = await reader(true);
      await page.goto(`${app.url}/tenders/${tenderId}`);
      await page.getByRole('button', { name: '打开互动页面' }).click();
      await page.getByRole('button', { name: '在我的浏览器里验证' }).waitFor();
      expect(await page.locator('.reading-head').count()).toBe(0);
    },
    SLOW,
  );

  it(
    'is readable by everybody, on a phone and on paper',
    async () => {
      for (const path of paths()) {
        const page = await reader(true);
        await page.goto(app.url + path);
        expect(await axeFindings(page)).toEqual([]);
        await page.setViewportSize({ width: 360, height: 780 });
        expect(await scrollsSideways(page)).toBe(false);
        await page.emulateMedia({ media: 'print' });
        expect(await page.locator('.reading-head').isVisible()).toBe(false);
        expect(await page.getByRole('heading', { level: 1 }).isVisible()).toBe(true);
        await page.context().close();
      }
    },
    SLOW,
  );
});
