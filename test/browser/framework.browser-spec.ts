import type { Browser, Page } from 'playwright-core';
import { DemoPeople } from '@server/demo';
import {
  admitSuppliers,
  DESKTOPS,
  frameworkDraft,
  readFramework,
  signAll,
  type ReadOrder,
} from '../journeys/framework';
import { clockTo, until, worldAt, type World } from '../journeys/world';
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
import { inSteps, SLOW } from './steps';

const PASSWORD = 'sunlit-demo-2026';

describeInBrowser('a framework agreement, by hand', () => {
  let app: TestApp;
  let world: World;
  let browser: Browser;
  let id: string;
  const errors: string[][] = [];
  const step = inSteps();

  beforeAll(async () => {
    app = await anApp('browser_framework', { DEMO: 'true' });
    await app.get(DemoPeople).settle(6);
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
  const looksWell = async (page: Page): Promise<void> => {
    expect(await axeFindings(page)).toEqual([]);
    await resize(page, PHONE_SIZE);
    expect(await scrollsSideways(page)).toBe(false);
    await resize(page, { width: 1440, height: 900 });
  };

  step('gets its terms, and says what is only unusual', async () => {
    id = await frameworkDraft(world);
    const page = await open('township', `/work/tenders/${id}`);
    const card = page.getByRole('region', { name: '框架协议条款' });
    await card.getByLabel('淘汰率（%）').fill('20');
    await card.getByLabel('协议期限（月）').fill('18');
    await card.getByLabel('计量单位').fill('台');
    await card.getByLabel('哪些采购人可以用').fill('全县各级预算单位');
    await card.getByRole('button', { name: '保存条款' }).click();
    await card.getByText('条款已保存').waitFor();
    await card.getByText('110号令§15').waitFor();
    await looksWell(page);
    const terms = { ...DESKTOPS.terms };
    await (await world.as('township')).put(`/api/tenders/${id}/framework`, terms);
    await admitSuppliers(world, id);
  });

  step('is signed by a supplier and by its collector, who have read it', async () => {
    const page = await open('firm2', `/frameworks/${id}`);
    await page.getByLabel('名称').fill('台式计算机');
    await page.getByLabel('供货和售后服务').fill('三个工作日送达，三年保修');
    await page.getByLabel('技术参数或者服务内容').fill('16 GB，512 GB，23.8 英寸');
    await page.getByRole('button', { name: '保存产品信息' }).click();
    const read = page.getByRole('button', { name: /看协议/ });
    await read.click();
    const dialog = page.getByRole('dialog');
    await dialog.getByText(/协议价格：3,650.00 元\/台/).waitFor();
    expect(await axeFindings(page)).toEqual([]);
    await dialog.getByRole('button', { name: '签署' }).click();
    await dialog.getByText('你方已签，等对方签署').waitFor();
    const collector = await open('township', `/frameworks/${id}`);
    await collector.getByRole('button', { name: /看协议/ }).click();
    await collector.getByRole('dialog').getByRole('button', { name: '签署' }).click();
    await until('the agreement', async () => (await readFramework(world, id)).open);
    await signAll(world, id, ['firm1', 'firm3', 'firm4']);
  });

  step('is ordered from in six strokes at most', async () => {
    const page = await open('school', '/frameworks');
    let strokes = 0;
    const stroke = async (act: Promise<void>): Promise<void> => {
      strokes += 1;
      await act;
    };
    await stroke(page.getByRole('link', { name: DESKTOPS.title }).click());
    await page.getByText('采购包 1').first().waitFor();
    const [cheapest] = (await readFramework(world, id)).packages[0]?.suppliers ?? [];
    await stroke(page.getByRole('button', { name: `选定 ${cheapest?.name ?? ''}` }).click());
    await stroke(page.getByLabel('数量（台）').fill('3'));
    await stroke(page.getByLabel('送达地点和时间').fill('县一中信息中心，3 月底前'));
    await stroke(page.getByLabel('选定的理由').fill('价格最低'));
    expect(await axeFindings(page)).toEqual([]);
    await stroke(page.getByRole('button', { name: '提交订单' }).click());
    await page.getByText('订单已提交，等供应商确认').waitFor();
    expect(strokes).toBeLessThanOrEqual(6);
    await looksWell(page);
  });

  step('has its order confirmed, delivered, accepted and reviewed', async () => {
    const supplier = await open('firm2', '/work/orders');
    await supplier.getByRole('button', { name: '确认订单' }).click();
    await supplier.getByRole('button', { name: '已经送达' }).click();
    await looksWell(supplier);
    const buyer = await open('school', '/work/orders');
    await buyer.getByRole('button', { name: '验收合格' }).click();
    await buyer.getByRole('button', { name: '评价' }).click();
    await buyer.getByLabel('说几句（可不填）').fill('送货及时');
    await buyer.getByRole('dialog').getByRole('button', { name: '评价' }).click();
    await buyer.getByText('5 分 送货及时').waitFor();
    await buyer.getByRole('button', { name: '已经付款' }).click();
    await buyer.getByText('已付款').first().waitFor();
    await looksWell(buyer);
  });

  step('is competed for: sealed before the deadline, opened after it', async () => {
    const { legal } = await world.stranger().get<{ legal: string }>('/api/clock');
    const deadline = new Date(Date.parse(legal) + 5 * 3_600_000).toISOString();
    const school = await world.as('school');
    await school.post(`/api/frameworks/${id}/quote-calls`, {
      lot: 1,
      quantity: 40,
      need: '两个机房',
      delivery: '县一中',
      deadline,
    });
    const supplier = await open('firm3', '/work/orders');
    await supplier.getByLabel(/报价（每/).fill('3400');
    await looksWell(supplier);
    await supplier.getByRole('button', { name: '密封报价' }).click();
    await supplier.getByText('已密封报价，截止后回来开启').waitFor();
    await clockTo(world, deadline);
    await supplier.reload();
    await supplier.getByRole('button', { name: '开启报价' }).click();
    await until('the decision', async () => {
      const orders = await school.get<ReadOrder[]>('/api/orders');
      return orders.find(({ way, state }) => way === 'competition' && state === 'confirmed');
    });
    await supplier.reload();
    await supplier.getByText('已成交').waitFor();
    expect(errors.flat()).toEqual([]);
  });
});
