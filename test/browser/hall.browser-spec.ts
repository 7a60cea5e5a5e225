import { createHash } from 'node:crypto';
import type { Browser, Page } from 'playwright-core';
import { openingKey, openingKeyText } from '@core/sealed-bid';
import { DemoPeople } from '@server/demo';
import { bid, enterFirms, hallOf, publish, registerProject } from '../journeys/rural-road';
import { worldAt } from '../journeys/world';
import { anApp, type TestApp } from '../support/app';
import { axeFindings, describeInBrowser, launch, picture, signedIn, watchErrors } from './browser';

const PASSWORD = 'sunlit-demo-2026';
/** Several browsers beside a server: on a busy machine that takes longer than a test may. */
const SLOW = 150_000;

describeInBrowser('an opening, by hand', () => {
  let app: TestApp;
  let browser: Browser;
  let tenderId: string;
  let openingId: string;
  let host: Page;
  let spectator: Page;
  let errors: string[];
  const bidders: { readonly page: Page; readonly key: Buffer }[] = [];

  beforeAll(async () => {
    app = await anApp('browser_hall', { DEMO: 'true' });
    await app.get(DemoPeople).settle(0);
    const world = worldAt(app.url, () => undefined);
    const published = await publish(world, await registerProject(world));
    const { deadline } = published;
    ({ tenderId } = published);
    const firms = await enterFirms(world, tenderId);
    const bids = await bid(world, tenderId, firms);
    openingId = await hallOf(world, tenderId, deadline);
    browser = await launch([], 'no-preference');
    spectator = await (
      await browser.newContext({ viewport: { width: 390, height: 844 } })
    ).newPage();
    host = await signedIn(browser, app.url, 'host', PASSWORD);
    errors = [...watchErrors(host), ...watchErrors(spectator)];
    for (const [index, one] of bids.entries()) {
      const page = await signedIn(browser, app.url, firms[index]!, PASSWORD);
      const text = openingKeyText(openingKey(tenderId, one.bidId, one.seed, ['sheet']));
      bidders.push({ page, key: Buffer.from(text) });
    }
    for (const page of [spectator, host, ...bidders.map((one) => one.page)]) {
      await page.goto(`${app.url}/halls/${openingId}`);
      await page.getByRole('heading', { name: '会场记录' }).waitFor();
    }
  }, SLOW);
  afterAll(async () => {
    await browser.close();
    await app.close();
  });

  const confirm = async (command: string): Promise<void> => {
    await host.getByRole('button', { name: command }).first().click();
    // A click while the dialog is still growing can miss its button on a busy machine.
    await host.locator('.ant-modal:not([class*="ant-zoom"])').waitFor();
    await host.getByRole('dialog').getByRole('button', { name: command }).click();
    await host.getByRole('dialog').waitFor({ state: 'hidden' });
  };
  const record = (page: Page): Promise<string[]> =>
    page.locator('.event-stream__row').allInnerTexts();

  it('is open to anybody, and shows no price before it is read', async () => {
    await spectator.getByText('投标截止，共 3 份投标').first().waitFor();
    expect(await spectator.getByText('3,579,546.00').count()).toBe(0);
    expect(await axeFindings(spectator)).toEqual([]);
    expect(await axeFindings(host)).toEqual([]);
  });

  it('takes the bidders’ keys from their files', async () => {
    for (const { page, key } of bidders) {
      const file = { name: 'key.json', mimeType: 'application/json', buffer: key };
      await page.locator('input[type=file]').setInputFiles(file);
      await page.getByRole('button', { name: '用这把钥匙解密' }).click();
      await page.getByText('你的投标已解密。').waitFor();
    }
    expect(await axeFindings(bidders[0]!.page)).toEqual([]);
  });

  it('is led through reading, an objection, signing and closing', async () => {
    await confirm('开始唱标');
    for (let at = 1; at <= 3; at++) {
      await host.getByText(`唱第 ${at} 家，共 3 家`).waitFor();
      await host.locator('body').press('Enter');
    }
    await spectator.getByText('3,579,546.00').first().waitFor();
    await picture(host, 'opening-hall');
    await confirm('开放异议');
    const [first] = bidders;
    await first!.page.getByLabel('写明哪一家、哪一项').fill('第 2 家工期是否以日历天计');
    await first!.page.getByRole('button', { name: '提出异议' }).click();
    await host.getByRole('textbox', { name: /^答复/ }).fill('以日历天计');
    await host.getByRole('button', { name: '答复', exact: true }).click();
    await confirm('进入签字');
    for (const { page } of bidders) {
      await page.getByRole('button', { name: '签字确认记录' }).click();
      await page.getByRole('button', { name: '签字确认记录' }).waitFor({ state: 'hidden' });
    }
    await confirm('结束开标');
    await spectator.getByText('开标结束，记录已封存').first().waitFor();
  });

  it('looked the same to the host, a bidder and a spectator', async () => {
    const seen = await record(spectator);
    expect(seen.length).toBeGreaterThan(12);
    expect(await record(host)).toEqual(seen);
    expect(await record(bidders[1]!.page)).toEqual(seen);
    expect(await spectator.getByText('无缺号').count()).toBe(1);
    await spectator.goto(`${app.url}/stage/halls/${openingId}`);
    await spectator.getByText('3,579,546.00').first().waitFor();
    expect(errors).toEqual([]);
  });

  it('can be checked without this site: the page and the record are there to keep', async () => {
    await spectator.goto(`${app.url}/tenders/${tenderId}`);
    const page = spectator.getByRole('link', { name: '下载核验页' });
    const record = spectator.getByRole('link', { name: '下载全部记录' });
    const whole = await (await fetch(`${app.url}${(await page.getAttribute('href'))!}`)).text();
    const digest = createHash('sha256').update(whole).digest('hex');
    await spectator.locator(`.fingerprint[title*="${digest}"]`).waitFor();
    const bundle = await fetch(`${app.url}${(await record.getAttribute('href'))!}`);
    await spectator.goto(`${app.url}/verify.html`);
    await spectator.locator('#bundle').setInputFiles({
      name: 'bundle.json',
      mimeType: 'application/json',
      buffer: Buffer.from(await bundle.arrayBuffer()),
    });
    await spectator.locator('#verdict[data-state=agrees]').waitFor();
    expect(await spectator.locator('#verdict-text').innerText()).toBe('截至目前一致');
    expect(await spectator.locator('#demo').innerText()).toMatch(/演示/);
    expect(await spectator.locator('#report').innerText()).toMatch(/3579546\.00/);
    expect(errors).toEqual([]);
  });
});
