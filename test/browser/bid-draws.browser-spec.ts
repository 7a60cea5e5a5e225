import type { Browser, Page } from 'playwright-core';
import { PRICE_FORMULAS } from '@core/evaluation';
import { DemoPeople } from '@server/demo';
import { bidAll, formedPanel, reviewAll, seatedPanel } from '../journeys/by-plan';
import { demoExperts } from '../journeys/panel';
import { hallOf, openBids } from '../journeys/rural-road';
import { holderKeys } from '../journeys/holders';
import { publishDraft, smallDraft, smallProject } from '../journeys/small-works';
import { worldAt, type World } from '../journeys/world';
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
const OFFERS = [
  { username: 'firm1', price: '850000.00' },
  { username: 'firm2', price: '820000.00' },
  { username: 'firm3', price: '820000.00' },
];

interface Own {
  readonly plan: {
    readonly formula: string;
    readonly parameters: Record<string, string>;
    readonly draw: Record<string, string[]>;
  };
}

describeInBrowser('bids drawn in the hall, by hand', () => {
  let app: TestApp;
  let world: World;
  let tenderer: Client;
  let browser: Browser;
  const errors: string[][] = [];

  beforeAll(async () => {
    app = await anApp('browser_bid_draws', { DEMO: 'true' });
    await app.get(DemoPeople).settle(3);
    world = worldAt(app.url, () => undefined);
    tenderer = await world.as('township');
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
  /** Looks at the page as everybody may come to it. */
  const sound = async (page: Page): Promise<void> => {
    expect(await axeFindings(page)).toEqual([]);
    await resize(page, PHONE_SIZE);
    expect(await scrollsSideways(page)).toBe(false);
    await resize(page, { width: 1440, height: 900 });
  };
  const choose = async (page: Page, label: string, option: string): Promise<void> => {
    await page.getByLabel(label, { exact: true }).click();
    await page.getByTitle(option, { exact: true }).last().click();
  };

  it(
    'the plan offers a sample and a lot between equals; hall, big screen, draw and evaluation room show them',
    async () => {
      const id = await smallDraft(world, await smallProject(world), 'open_tender');
      await tenderer.put(`/api/tenders/${id}/sealing`, (await holderKeys(id)).sealing);
      const desk = await open('township', `/work/tenders/${id}`);
      await desk.getByText('价格公式（合理低价法等）').click();
      await choose(desk, '价格评审公式', '随机样本均价下浮');
      await desk.getByText(/抽取样本：≤10家抽50%/).waitFor();
      // The list shows eight at a time: on with the keyboard, to the last formula but one.
      const formulas = desk.getByLabel('价格评审公式', { exact: true });
      const ids = PRICE_FORMULAS.map(({ id: formula }) => formula);
      await formulas.click();
      for (let at = ids.indexOf('price-itender-m3'); at < ids.indexOf('price-sample9'); at++)
        await formulas.press('ArrowDown');
      await formulas.press('Enter');
      await desk.getByText(/抽取样本：合成范围内随机抽9家/).waitFor();
      await desk.getByText(/报价也相同的，出不了名次/).waitFor();
      await choose(desk, '得分相同时', '抽签：开标后公开抽出的顺序');
      await desk.getByText(/只在同分时使用/).waitFor();
      await sound(desk);
      await desk.getByRole('button', { name: '保存评标办法' }).click();
      await desk.getByText('评标办法已保存。').waitFor();
      const { plan } = await tenderer.get<Own>(`/api/tenders/${id}`);
      expect(plan).toMatchObject({ formula: 'price-sample9', parameters: { tieBreak: 'draw' } });
      await desk.reload();
      await desk.getByText(/只在同分时使用/).waitFor();
      const deadline = await publishDraft(tenderer, id);
      const reader = await open('firm1', `/tenders/${id}`);
      await reader
        .getByText(/开标后公开抽出全部投标的先后顺序/)
        .filter({ visible: true })
        .first()
        .waitFor();
      const bids = await bidAll(world, id, OFFERS);
      await formedPanel(world, id, deadline);
      const openingId = await hallOf(world, id, deadline);
      await openBids(world, openingId, bids, undefined, async () => {
        const hall = await open('host', `/halls/${openingId}`);
        await hall.getByRole('heading', { name: '正在公开抽取' }).waitFor();
        await hall.getByRole('heading', { name: '开标后的抽取' }).waitFor();
        await hall.getByText('还没有抽取，从全部已开启的投标中抽。').first().waitFor();
        const link = hall.getByRole('link', { name: '看抽取过程' });
        const path = (await link.getAttribute('href')) ?? '';
        const pages = [await open('supervisor', path), await open('township', path)];
        for (const page of pages)
          await page.getByRole('button', { name: '投入我的随机数' }).click();
        await hall
          .getByText(/抽出样本顺序（共 3 家）/)
          .first()
          .waitFor({ timeout: 90_000 });
        expect(await hall.locator('.hall__order li').count()).toBe(6);
        await sound(hall);
        const [drawn] = pages as [Page];
        await drawn
          .getByText(/同分：青禾/)
          .first()
          .waitFor();
        expect(await drawn.getByText(/^(样本|同分)：/).count()).toBe(6);
        await sound(drawn);
        const screen = await open('host', `/stage/halls/${openingId}`);
        await screen.getByText('同分抽签顺序').waitFor();
        expect(await screen.locator('.hall__order li').count()).toBe(6);
        expect(await axeFindings(screen)).toEqual([]);
      });
      const members = await seatedPanel(world, id);
      const bidIds = bids.map(({ bidId }) => bidId);
      await reviewAll(id, members, bidIds);
      const usernames = Array.from({ length: 60 }, (_, at) => `expert${at + 1}`);
      const clients = await demoExperts(world)();
      const member = usernames[clients.findIndex((one) => one === members[0])] ?? '';
      const room = await open(member, `/work/evaluations/${id}`);
      await room.getByRole('heading', { name: '评审比较表（汇总前）' }).waitFor();
      await room.getByText(/样本抽取顺序/).waitFor();
      expect(await room.getByText('抽中', { exact: true }).count()).toBe(3);
      expect(await room.getByText('同分，按抽签次序').count()).toBe(2);
      await sound(room);
      expect(errors.flat()).toEqual([]);
    },
    SLOW,
  );
});
