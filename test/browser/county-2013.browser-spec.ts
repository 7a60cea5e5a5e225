import type { Browser, Page } from 'playwright-core';
import { fillPool, publishLottery } from '../journeys/lottery';
import { contribute } from '../journeys/draw';
import { bid, enterFirms, hallOf, publish, registerProject } from '../journeys/rural-road';
import { clockTo, until, worldAt, type World } from '../journeys/world';
import { aCounty, type TestApp } from '../support/app';
import { axeFindings, describeInBrowser, launch, scrollsSideways, signedIn } from './browser';

const DEMO = 'sunlit-demo-2026';
const SLOW = 900_000;
const NOTICE = '这一套规则是历史政策';
const FIRMS = Array.from({ length: 8 }, (_, at) => `firm${at + 11}`);

interface Lottery {
  readonly state: string;
  readonly drawId: string | null;
}

describeInBrowser('the demo under the county policy of 2013', () => {
  let app: TestApp;
  let world: World;
  let browser: Browser;

  beforeAll(async () => {
    app = await aCounty('browser_county_2013', { RULE_SET: 'county-2013' });
    world = worldAt(app.url, () => undefined);
    browser = await launch();
  }, SLOW);
  afterAll(async () => {
    await browser.close();
    await app.close();
  });

  it(
    'is lived in, and says on every page of a project that it is historical',
    async () => {
      const portal = await (await browser.newContext()).newPage();
      await portal.goto(`${app.url}/tenders`);
      await portal
        .getByText(/T2026-/)
        .first()
        .waitFor({ timeout: 60_000 });
      const page = await signedIn(browser, app.url, 'township', DEMO);
      await page.goto(`${app.url}/work/projects/new`);
      await page.getByLabel('合同估算价').fill('900000');
      await page.getByLabel('总投资').fill('900000');
      await page.getByText(NOTICE).first().waitFor({ timeout: 60_000 });
      await page.getByText('county-2013').first().waitFor();
      expect(await axeFindings(page)).toEqual([]);
    },
    SLOW,
  );

  it(
    'takes a project to a published tender and its sign-ups',
    async () => {
      const projectId = await registerProject(world);
      const { tenderId } = await publish(world, projectId);
      const firms = await enterFirms(world, tenderId);
      expect(firms).toHaveLength(3);
      const page = await signedIn(browser, app.url, firms[0] ?? '', DEMO, 390);
      await page.goto(`${app.url}/tenders/${tenderId}`);
      await page.getByText(NOTICE).first().waitFor({ timeout: 60_000 });
      await page.getByText('已报名').first().waitFor();
      expect(await axeFindings(page)).toEqual([]);
      expect(await scrollsSideways(page)).toBe(false);
      await givesDocuments(page, browser, tenderId);
      const own = await signedIn(browser, app.url, 'township', DEMO);
      await own.goto(`${app.url}/work/projects/${projectId}`);
      await own.getByText(NOTICE).first().waitFor({ timeout: 60_000 });
    },
    SLOW,
  );

  /** Who signed up downloads; who did not is told by which rule. */
  async function givesDocuments(bidder: Page, by: Browser, tenderId: string): Promise<void> {
    const begun = bidder.waitForEvent('download');
    await bidder
      .getByRole('button', { name: /^下载 / })
      .first()
      .click();
    expect((await begun).url()).toContain('?ticket=');
    const other = await signedIn(by, app.url, 'firm11', DEMO);
    await other.goto(`${app.url}/tenders/${tenderId}`);
    await other.getByText('报名后方可下载：').first().waitFor({ timeout: 60_000 });
    await other
      .getByRole('button', { name: /^下载 / })
      .first()
      .click();
    await other.getByText('报名后方可下载这个项目的文件').waitFor();
    expect(await other.getByText('2013，历史政策').count()).toBeGreaterThan(0);
    expect(await axeFindings(other)).toEqual([]);
  }

  it(
    'has legal representatives sign in at an opening above the threshold, with the keyboard alone',
    async () => {
      const { tenderId, deadline } = await publish(
        world,
        await registerProject(world, '600000000'),
      );
      const firms = await enterFirms(world, tenderId);
      await bid(world, tenderId, firms);
      const openingId = await hallOf(world, tenderId, deadline);
      const bidder = await signedIn(browser, app.url, firms[0] ?? '', DEMO, 390);
      await bidder.goto(`${app.url}/halls/${openingId}`);
      const field = bidder.getByLabel('到场的法定代表人姓名');
      await field.waitFor({ timeout: 60_000 });
      await field.focus();
      await bidder.keyboard.type('法定代表人1');
      await bidder.keyboard.press('Tab');
      await bidder.keyboard.press('Enter');
      await bidder.getByText('法定代表人1 签到，与企业登记一致').first().waitFor();
      expect(await axeFindings(bidder)).toEqual([]);
      expect(await scrollsSideways(bidder)).toBe(false);
      const host = await signedIn(browser, app.url, 'host', DEMO);
      await host.goto(`${app.url}/halls/${openingId}`);
      const confirm = host.getByRole('button', { name: /^确认 .* 到场人的身份$/ });
      await confirm.waitFor({ timeout: 60_000 });
      await confirm.focus();
      await host.keyboard.press('Enter');
      await host.getByText('身份已确认').first().waitFor();
      await host
        .getByRole('button', { name: /^记录 .* 未到场$/ })
        .first()
        .focus();
      await host.keyboard.press('Enter');
      await host.getByText('法定代表人未到场').first().waitFor();
      expect(await axeFindings(host)).toEqual([]);
      const anybody = await (await browser.newContext()).newPage();
      await anybody.goto(`${app.url}/halls/${openingId}?lang=en`);
      await anybody.getByText('身份已确认').first().waitFor({ timeout: 60_000 });
    },
    SLOW,
  );

  it(
    'draws a lottery and awards by it',
    async () => {
      const trade = 'rural-road';
      await fillPool(world, trade, FIRMS);
      const { tenderId, deadline } = await publishLottery(world, trade);
      const lottery = (): Promise<Lottery | null> =>
        world
          .stranger()
          .get<Lottery>(`/api/public/tenders/${tenderId}/lottery`)
          .catch(() => null);
      for (const username of FIRMS) {
        await (await world.as(username)).post(`/api/tenders/${tenderId}/participations`);
      }
      await clockTo(world, deadline);
      const state = async (wanted: string): Promise<Lottery | null> => {
        const found = await lottery();
        return found?.state === wanted ? found : null;
      };
      const { drawId } = await until('the frozen list', () => state('drawing'), 90);
      const tenderer = await world.as('township');
      await contribute(world, drawId ?? '', tenderer);
      await until('the drawn lottery', () => state('drawn'), 90);
      await tenderer.post(`/api/tenders/${tenderId}/lottery-result`);
      const page = await (await browser.newContext()).newPage();
      await page.goto(`${app.url}/tenders/${tenderId}`);
      await page.getByText(NOTICE).first().waitFor({ timeout: 60_000 });
    },
    SLOW,
  );
});
