import { readFileSync } from 'node:fs';
import type { Browser, Page } from 'playwright-core';
import { DemoPeople } from '@server/demo';
import { openingSecret } from '../journeys/bidder';
import { bid, enterFirms, hallOf, publish, registerProject } from '../journeys/rural-road';
import { worldAt, type World } from '../journeys/world';
import { anApp, type TestApp } from '../support/app';
import { axeFindings, describeInBrowser, launch, signedIn, watchErrors } from './browser';

const PASSWORD = 'sunlit-demo-2026';
const SLOW = 150_000;

describeInBrowser('a base price, by hand', () => {
  let app: TestApp;
  let world: World;
  let browser: Browser;
  let tenderer: Page;
  let tenderId: string;
  let deadline: string;
  let errors: string[];
  let file: Buffer;
  const sent: string[] = [];

  beforeAll(async () => {
    app = await anApp('browser_base_price', { DEMO: 'true' });
    await app.get(DemoPeople).settle(0);
    world = worldAt(app.url, () => undefined);
    ({ tenderId, deadline } = await publish(world, await registerProject(world)));
    browser = await launch();
    tenderer = await signedIn(browser, app.url, 'township', PASSWORD);
    errors = watchErrors(tenderer);
    // Only an intercepted request shows its body.
    await tenderer.route('**/api/**', (route) => {
      sent.push(route.request().postData() ?? '');
      return route.continue();
    });
  }, SLOW);
  afterAll(async () => {
    await browser.close();
    await app.close();
  });

  it('is typed, saved as a file and sealed; the amount never leaves the page', async () => {
    await tenderer.goto(`${app.url}/work/tenders/${tenderId}`);
    await tenderer.getByLabel('标底金额').fill('3,612,345.67');
    await tenderer.getByRole('button', { name: '生成标底文件' }).click();
    const seal = tenderer.getByRole('button', { name: '密封标底' });
    expect(await seal.isDisabled()).toBe(true);
    const download = tenderer.waitForEvent('download');
    await tenderer.getByRole('button', { name: '下载标底文件' }).click();
    file = readFileSync(await (await download).path());
    await tenderer.getByLabel('标底文件已保存').check();
    expect(await axeFindings(tenderer)).toEqual([]);
    await seal.click();
    await tenderer.getByText('密封。承诺值').waitFor();
    const { nonce } = JSON.parse(file.toString()) as { nonce: string };
    expect(sent.some((body) => body.includes('"commit"'))).toBe(true);
    for (const secret of ['3612345', nonce]) {
      expect(sent.filter((body) => body.includes(secret))).toEqual([]);
    }
  });

  it(
    'is opened in the hall with that file, before everybody',
    async () => {
      const firms = await enterFirms(world, tenderId);
      const bids = await bid(world, tenderId, firms);
      const openingId = await hallOf(world, tenderId, deadline);
      const spectator = await (await browser.newContext()).newPage();
      await spectator.goto(`${app.url}/halls/${openingId}`);
      await spectator.getByText('已密封，开标时公布').waitFor();
      for (const one of bids) {
        const key = { bidId: one.bidId, secret: openingSecret(one) };
        await one.client.post(`/api/openings/${openingId}/keys`, key);
      }
      const host = await world.as('host');
      await host.post(`/api/openings/${openingId}/commands`, { kind: 'begin_reading' });
      await tenderer.goto(`${app.url}/halls/${openingId}`);
      const choose = tenderer.locator('input[type=file]');
      const upload = (buffer: Buffer) =>
        choose.setInputFiles({ name: 'base.json', mimeType: 'application/json', buffer });
      await upload(Buffer.from('{}'));
      await tenderer.getByText('这不是这个项目的标底文件').waitFor();
      await upload(file);
      expect(await axeFindings(tenderer)).toEqual([]);
      await tenderer.getByRole('button', { name: '向全场公布标底' }).click();
      for (const page of [tenderer, spectator]) {
        await page.getByText('公布标底：3,612,345.67 元').first().waitFor();
        await page.getByText('3,612,345.67').first().waitFor();
      }
      expect(await axeFindings(spectator)).toEqual([]);
      await spectator.goto(`${app.url}/tenders/${tenderId}`);
      await spectator.getByText('3,612,345.67').first().waitFor();
      expect(await axeFindings(spectator)).toEqual([]);
      expect(errors).toEqual([]);
    },
    SLOW,
  );
});
