import type { Browser, Page } from 'playwright-core';
import { DemoPeople } from '@server/demo';
import { openingSecret } from '../journeys/bidder';
import { enterFirm, hallOf } from '../journeys/rural-road';
import { bidForLots, enterFive, publishTwoLots, TWO_LOTS, type LotBid } from '../journeys/two-lots';
import { runName, worldAt, type World } from '../journeys/world';
import { anApp, type TestApp } from '../support/app';
import { axeFindings, describeInBrowser, launch, scrollsSideways, signedIn } from './browser';

const PASSWORD = 'sunlit-demo-2026';
const SLOW = 200_000;

describeInBrowser('a tender of two lots, by hand', () => {
  let app: TestApp;
  let world: World;
  let browser: Browser;
  let tenderId: string;
  let deadline: string;
  let bids: LotBid[] = [];

  beforeAll(async () => {
    app = await anApp('browser_lots', { DEMO: 'true' });
    await app.get(DemoPeople).settle(0);
    world = worldAt(app.url, () => undefined);
    ({ tenderId, deadline } = await publishTwoLots(world));
    browser = await launch();
  }, SLOW);
  afterAll(async () => {
    await browser.close();
    await app.close();
  });

  const look = async (page: Page, name: string): Promise<void> => {
    const folder = process.env.SHOTS;
    if (folder !== undefined)
      await page.screenshot({ path: `${folder}/${name}.png`, fullPage: true });
  };

  it(
    'takes a sign-up for each lot, each with a receipt of its own',
    async () => {
      const firm = await enterFirm(world, `lots-${runName()}`, '己水利有限公司', 5);
      const page = await signedIn(browser, app.url, firm.username, PASSWORD);
      await page.goto(`${app.url}/tenders/${tenderId}`);
      await page.getByText(`第2标段　${TWO_LOTS.titles[1]}`).first().waitFor();
      for (const number of [1, 2]) {
        await page.getByRole('button', { name: `报名第${number}标段` }).click();
        await page
          .getByRole('button', { name: `报名第${number}标段` })
          .waitFor({ state: 'hidden' });
      }
      const mine = await firm.client.get<{ lot: number; receipt: string }[]>('/api/sign-ups/mine');
      expect(mine.map(({ lot }) => lot).sort()).toEqual([1, 2]);
      for (const { receipt } of mine) await page.getByText(receipt).first().waitFor();
      expect(await axeFindings(page)).toEqual([]);
      await look(page, 'tender-signed-up');
      await page.goto(`${app.url}/work/bids/${tenderId}`);
      await page.locator('.ant-radio-button-wrapper', { hasText: '第2标段' }).click();
      await page.getByText('未递交').first().waitFor();
      await look(page, 'bid-page');
      await page.setViewportSize({ width: 390, height: 844 });
      await page.goto(`${app.url}/tenders/${tenderId}`);
      await page.getByText(`第2标段　${TWO_LOTS.titles[1]}`).first().waitFor();
      expect(await scrollsSideways(page)).toBe(false);
      await look(page, 'tender-phone');
    },
    SLOW,
  );

  it(
    'shows a consortium to its members',
    async () => {
      const firms = await enterFive(world);
      bids = await bidForLots(world, tenderId, firms, false);
      const page = await signedIn(browser, app.url, firms[4]!.username, PASSWORD);
      await page.goto(`${app.url}/work/consortia`);
      await page.getByText(TWO_LOTS.firms[3]).first().waitFor();
      await page.getByText('已组成').first().waitFor();
      expect(await axeFindings(page)).toEqual([]);
      await look(page, 'consortia');
    },
    SLOW,
  );

  it(
    'is read one lot after another, on the host’s word',
    async () => {
      const openingId = await hallOf(world, tenderId, deadline);
      const spectator = await (await browser.newContext()).newPage();
      const host = await signedIn(browser, app.url, 'host', PASSWORD);
      for (const page of [spectator, host]) {
        await page.goto(`${app.url}/halls/${openingId}`);
        await page.getByRole('heading', { name: '会场记录' }).waitFor();
      }
      for (const one of bids) {
        await one.client.post(`/api/openings/${openingId}/keys`, {
          bidId: one.bidId,
          secret: openingSecret(one),
        });
      }
      const confirm = async (command: RegExp): Promise<void> => {
        await host.getByRole('button', { name: command }).first().click();
        await host.locator('.ant-modal:not([class*="ant-zoom"])').waitFor();
        await host.getByRole('dialog').getByRole('button', { name: command }).click();
        await host.getByRole('dialog').waitFor({ state: 'hidden' });
      };
      const readThree = async (): Promise<void> => {
        for (let at = 0; at < 3; at++) {
          const before = await host.locator('.event-stream__row').count();
          await host.getByRole('button', { name: /唱下一家/ }).waitFor();
          await host.locator('body').press('Enter');
          await host.locator('.event-stream__row').nth(before).waitFor();
        }
      };
      await confirm(/开始唱标/);
      await readThree();
      await spectator.getByText('1,880,000.00').first().waitFor();
      expect(await spectator.getByText('1,480,000.00').count()).toBe(0);
      await look(host, 'hall-host');
      await confirm(/开始第2标段/);
      await readThree();
      await spectator.getByText('1,480,000.00').first().waitFor();
      await spectator
        .getByText(`联合体：${TWO_LOTS.firms.slice(3).join('、')}`)
        .first()
        .waitFor();
      await host.getByRole('button', { name: /开放异议/ }).waitFor();
      expect(await axeFindings(spectator)).toEqual([]);
      await look(spectator, 'hall-spectator');
      await spectator.goto(`${app.url}/stage/halls/${openingId}`);
      await spectator.getByText('1,480,000.00').first().waitFor();
      expect(await spectator.getByText('1,880,000.00').count()).toBe(0);
      await look(spectator, 'hall-screen');
    },
    SLOW,
  );
});
