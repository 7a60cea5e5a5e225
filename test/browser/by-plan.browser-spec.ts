import type { Browser, Page } from 'playwright-core';
import { DemoPeople } from '@server/demo';
import { bidAll, formedPanel, openByPlan, reviewAll, signAndAward } from '../journeys/by-plan';
import { checkIn, demoExperts } from '../journeys/panel';
import { hallOf, openBids } from '../journeys/rural-road';
import { holderKeys } from '../journeys/holders';
import { poolOf, publishDraft, smallDraft, smallProject } from '../journeys/small-works';
import { until, worldAt, type World } from '../journeys/world';
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
  { username: 'firm3', price: '600000.00' },
];

interface Own {
  readonly plan: {
    readonly kind: string;
    readonly formula: string;
    readonly draw: Record<string, string[]>;
  };
}

describeInBrowser('evaluation by the published plan, by hand', () => {
  let app: TestApp;
  let world: World;
  let tenderer: Client;
  let browser: Browser;
  const errors: string[][] = [];

  beforeAll(async () => {
    app = await anApp('browser_by_plan', { DEMO: 'true' });
    await app.get(DemoPeople).settle(4);
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
  const draft = async (method: 'open_tender' | 'reasonable_low_price'): Promise<string> => {
    const id = await smallDraft(world, await smallProject(world), method);
    await tenderer.put(`/api/tenders/${id}/sealing`, (await holderKeys(id)).sealing);
    return id;
  };
  const own = (id: string): Promise<Own> => tenderer.get<Own>(`/api/tenders/${id}`);
  /** The members who are checked in, with the names they sign in by. */
  const members = async (id: string): Promise<{ username: string; client: Client }[]> => {
    const experts = await checkIn(id, demoExperts(world));
    const named: { username: string; client: Client }[] = [];
    for (let number = 1; number <= 60; number++) {
      const username = `expert${number}`;
      const client = await world.as(username);
      if (experts.includes(client)) named.push({ username, client });
    }
    return named;
  };
  const declare = async (page: Page): Promise<void> => {
    await page.getByRole('button', { name: '签署声明' }).click();
    await page
      .getByRole('button', { name: /保存评审/ })
      .first()
      .waitFor();
  };
  const sumUp = async (page: Page): Promise<void> => {
    await page.getByRole('button', { name: '汇总，形成评标报告' }).click();
    const dialog = page.getByRole('dialog');
    await dialog.getByRole('button', { name: '汇总，形成评标报告' }).click();
    await page.getByRole('heading', { name: '评标报告' }).waitFor();
  };

  it(
    'reasonable low price among the members of a pool, from the call to the award',
    async () => {
      await poolOf(world, ['firm1', 'firm2', 'firm3']);
      const id = await draft('reasonable_low_price');
      const desk = await open('township', `/work/tenders/${id}`);
      await choose(desk, '名录', '农村道路预选承包商名录');
      await desk.getByRole('button', { name: '保存名录' }).click();
      await desk.getByText('现在：农村道路预选承包商名录').waitFor();
      await desk.getByText('价格公式（合理低价法等）').click();
      await choose(desk, '价格评审公式', '限价与有效均价加权（理论成本价）');
      await desk.getByLabel('低价说明线（低于各家均值的%）').fill('15');
      await sound(desk);
      await desk.getByRole('button', { name: '保存评标办法' }).click();
      await desk.getByText('评标办法已保存。').waitFor();
      expect((await own(id)).plan.kind).toBe('formula');
      expect(Object.keys((await own(id)).plan.draw)).toContain('k');
      const deadline = await publishDraft(tenderer, id);
      const outsider = await open('firm4', `/tenders/${id}`);
      await outsider
        .getByText(/开标后公开抽取/)
        .filter({ visible: true })
        .first()
        .waitFor();
      await outsider.getByRole('button', { name: '报名', exact: true }).click();
      await outsider
        .getByText(/名录|预选/)
        .first()
        .waitFor();
      const bids = await bidAll(world, id, OFFERS);
      await formedPanel(world, id, deadline);
      const openingId = await hallOf(world, id, deadline);
      await openBids(world, openingId, bids, undefined, async () => {
        const hall = await open('host', `/halls/${openingId}`);
        await hall.getByRole('heading', { name: '正在公开抽取' }).waitFor();
        const link = hall.getByRole('link', { name: '看抽取过程' });
        const path = (await link.getAttribute('href')) ?? '';
        const pages = [await open('supervisor', path), await open('township', path)];
        for (const page of pages)
          await page.getByRole('button', { name: '投入我的随机数' }).click();
        await hall
          .getByText(/抽出评标系数/)
          .first()
          .waitFor({ timeout: 90_000 });
        await hall.getByText('基准价（元）').waitFor();
        await hall.getByText('进入签字').first().waitFor();
        await sound(hall);
      });
      const panel = await members(id);
      const [leader] = panel;
      const room = await open(leader?.username ?? '', `/work/evaluations/${id}`);
      await declare(room);
      for (const { client } of panel.slice(1))
        await client.post(`/api/evaluations/${id}/declaration`);
      await reviewAll(
        id,
        panel.map(({ client }) => client),
        bids.map(({ bidId }) => bidId),
      );
      await room.getByText(/报价明显偏低/).waitFor();
      await room.getByLabel('要澄清、说明的内容').fill('请说明报价构成，附材料单价。');
      await room.getByRole('button', { name: '发出', exact: true }).click();
      await room.getByText(/答复期限/).waitFor();
      const firm = await open('firm3', '/work/bids');
      await firm.getByText('请说明报价构成').waitFor();
      await firm.getByLabel('答复', { exact: true }).fill('自有料场和机械，附合同。');
      await sound(firm);
      await firm.getByRole('button', { name: '提交答复' }).click();
      await firm.getByText('答复：自有料场和机械').waitFor();
      await room.reload();
      await room.getByText('答复：自有料场和机械').waitFor();
      await room.getByRole('heading', { name: '评审比较表（汇总前）' }).waitFor();
      await sound(room);
      await sumUp(room);
      await signAndAward(
        world,
        id,
        panel.map(({ client }) => client),
      );
      expect(errors.flat()).toEqual([]);
    },
    SLOW,
  );

  it(
    'comprehensive scoring by a panel of five in five browsers',
    async () => {
      const id = await draft('open_tender');
      const desk = await open('township', `/work/tenders/${id}`);
      await desk.getByText('综合评估法', { exact: true }).click();
      await choose(desk, '价格评审公式', '公路合理低价法');
      await desk.getByLabel('第 1 项的名称').fill('施工组织设计');
      await desk.getByLabel('第 1 项的分值').fill('25');
      await desk.getByRole('button', { name: '加一项' }).click();
      await desk.getByLabel('第 2 项的名称').fill('项目管理机构');
      await desk.getByLabel('第 2 项的分值').fill('15');
      await sound(desk);
      await desk.getByRole('button', { name: '保存评标办法' }).click();
      await desk.getByText('评标办法已保存。').waitFor();
      const deadline = await publishDraft(tenderer, id);
      const bids = await bidAll(world, id, OFFERS);
      await formedPanel(world, id, deadline);
      await openByPlan(world, id, deadline, bids);
      const panel = await members(id);
      expect(panel).toHaveLength(5);
      const rooms: Page[] = [];
      for (const { username } of panel) rooms.push(await open(username, `/work/evaluations/${id}`));
      for (const room of rooms) await declare(room);
      const names = await rooms[0]!.getByRole('button', { name: /保存评审 · / }).all();
      expect(names).toHaveLength(OFFERS.length);
      for (const room of rooms) {
        for (let at = 0; at < OFFERS.length; at++) {
          await room
            .getByRole('button', { name: /保存评审 · / })
            .nth(at)
            .click();
          await room.getByText('已评', { exact: true }).nth(at).waitFor();
        }
      }
      for (const [seat, room] of rooms.entries()) {
        const [designs, teams] = [
          room.getByLabel(/^施工组织设计，/),
          room.getByLabel(/^项目管理机构，/),
        ];
        for (let at = 0; at < OFFERS.length; at++) {
          await designs.nth(at).fill(seat === 4 ? '6' : String(20 + at));
          // With the keyboard alone: from the first item to the second, and on to the button.
          await designs.nth(at).press('Tab');
          await teams.nth(at).fill('12.5');
          await room
            .getByRole('button', { name: /保存评分 · / })
            .nth(at)
            .press('Enter');
          await room.getByText('已打分', { exact: true }).nth(at).waitFor();
        }
        if (seat === 3) {
          await rooms[0]!.reload();
          await rooms[0]!.getByText(/谁也看不到别人的分/).waitFor();
          expect(await rooms[0]!.getByRole('heading', { name: /评审比较表/ }).count()).toBe(0);
          await sound(rooms[0]!);
        }
      }
      const [first] = rooms as [Page];
      await first.getByRole('heading', { name: '评审比较表（汇总前）' }).waitFor();
      await first.getByText(/与其他评委的平均分相差较大/).waitFor();
      await sound(first);
      await sumUp(first);
      for (const room of rooms) {
        await room.reload();
        await room.getByRole('button', { name: '签字', exact: true }).click();
        await room.getByText('已签字').first().waitFor();
      }
      await until('candidates', () =>
        tenderer.post(`/api/tenders/${id}/candidates`).catch(() => null),
      );
      expect(errors.flat()).toEqual([]);
    },
    SLOW,
  );
});
