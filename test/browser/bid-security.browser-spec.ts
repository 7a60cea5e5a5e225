import { readFile } from 'node:fs/promises';
import type { Browser, Locator, Page } from 'playwright-core';
import { DemoPeople } from '@server/demo';
import {
  bid,
  enterFirm,
  enterFirms,
  hallOf,
  publish,
  registerProject,
  RURAL_ROAD,
} from '../journeys/rural-road';
import { ownSecurity } from '../journeys/bid-security';
import { runName, worldAt, type World } from '../journeys/world';
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

const PASSWORD = 'sunlit-demo-2026';
const SLOW = 300_000;
const IDLE = '青禾县不投标建设有限公司';
const BEIJING = 8 * 3_600_000;
const PAPER = '%PDF-1.4 保函样本';

describeInBrowser('bid securities, by hand', () => {
  let app: TestApp;
  let browser: Browser;
  let world: World;
  let tenderId: string;
  let deadline: string;
  let firms: string[];
  let idle: string;
  let finance: Page;
  const errors: string[][] = [];

  const open = async (username: string, path: string): Promise<Page> => {
    const page = await signedIn(browser, app.url, username, PASSWORD);
    errors.push(watchErrors(page));
    await page.goto(app.url + path);
    return page;
  };
  const region = (page: Page, name: string): Locator => page.getByRole('region', { name });
  /** The legal clock as people in Beijing type it. */
  const beijing = async (): Promise<string> => {
    const { legal } = await world.stranger().get<{ legal: string }>('/api/clock');
    return new Date(Date.parse(legal) + BEIJING).toISOString();
  };

  beforeAll(async () => {
    app = await anApp('browser_bid_security', { DEMO: 'true' });
    await app.get(DemoPeople).settle(0);
    world = worldAt(app.url, () => undefined);
    ({ tenderId, deadline } = await publish(world, await registerProject(world)));
    firms = await enterFirms(world, tenderId);
    const paying = await enterFirm(world, `idle-${runName()}`, IDLE, 7);
    await paying.client.post(`/api/tenders/${tenderId}/sign-ups`);
    idle = paying.username;
    browser = await launch();
  }, SLOW);
  afterAll(async () => {
    await browser.close();
    await app.close();
  });

  it(
    'have an account and rates, which the system administrator enters',
    async () => {
      const page = await open('sysadmin', '/work/deposit-terms');
      await page.getByText('还没有录入收款账户').waitFor();
      const account = region(page, '收款账户');
      await account.getByLabel('收款户名').fill('青禾县公共资源交易中心');
      await account.getByLabel('开户银行').fill('农业银行青禾支行');
      await account.getByLabel('账号').fill('1799 0101 0400 0001');
      await account.getByRole('button', { name: '启用这个账户' }).click();
      await page.getByRole('dialog').getByRole('button', { name: '启用这个账户' }).click();
      await account.getByText('农业银行青禾支行').waitFor();
      const rates = region(page, '活期存款利率');
      await rates.getByLabel('起始日期').fill('2020-01-01');
      await rates.getByLabel('年利率（%）').fill('21');
      await rates.getByLabel('来源').fill('农业银行挂牌利率公告');
      await rates.getByRole('button', { name: '录入利率' }).click();
      await page.getByText('填 0 到 20 之间的数').waitFor();
      await rates.getByLabel('年利率（%）').fill('0.05');
      await rates.getByRole('button', { name: '录入利率' }).click();
      await rates.getByText('2020-01-01').waitFor();
      expect(await axeFindings(page)).toEqual([]);
      await page.context().close();
    },
    SLOW,
  );

  it(
    'are asked for on a phone: what to pay, to where, with a code of one’s own',
    async () => {
      for (const username of [firms[0] ?? '', idle]) {
        const page = await open(username, `/work/bids/${tenderId}`);
        await resize(page, PHONE_SIZE);
        const card = region(page, '投标保证金');
        await card.getByRole('button', { name: '获取缴款码' }).click();
        await card.getByText('农业银行青禾支行').waitFor();
        const { code } = await ownSecurity(await world.as(username), tenderId);
        await card.getByText(code).waitFor();
        expect(await scrollsSideways(page)).toBe(false);
        expect(await axeFindings(page)).toEqual([]);
        await page.context().close();
      }
    },
    SLOW,
  );

  it(
    'may be a guarantee of any issuer',
    async () => {
      const page = await open(firms[1] ?? '', `/work/bids/${tenderId}`);
      await resize(page, PHONE_SIZE);
      const card = region(page, '投标保证金');
      await card.getByText('提交电子保函或保险').click();
      await card.getByLabel('开具机构').fill('湖北农信担保有限公司');
      await card.getByLabel('保函（保单）编号').fill('BH-2026-0007');
      await card.getByLabel('有效期至').fill(deadline.slice(0, 10));
      await card.getByLabel('金额', { exact: true }).fill('69999.99');
      await card.getByRole('button', { name: '提交保函（保险）' }).click();
      await card.getByText('保函（保险）金额低于要求').waitFor();
      await card.getByLabel('金额', { exact: true }).fill('70,000');
      await card.getByRole('button', { name: '提交保函（保险）' }).click();
      await card.getByText('保函（保险）在投标截止时就已到期').waitFor();
      await card.getByLabel('有效期至').fill('2026-12-31');
      const chooser = page.waitForEvent('filechooser');
      await card.getByRole('button', { name: '上传保函（保单）原件（可不传）' }).click();
      await (
        await chooser
      ).setFiles([{ name: '保函.pdf', mimeType: 'application/pdf', buffer: Buffer.from(PAPER) }]);
      await card.getByText('已上传：保函.pdf').waitFor();
      await card.getByRole('button', { name: '提交保函（保险）' }).click();
      await card.getByText('保函已提交').waitFor();
      expect(await scrollsSideways(page)).toBe(false);
      expect(await axeFindings(page)).toEqual([]);
      await page.context().close();
    },
    SLOW,
  );

  it(
    'are recorded by finance under their code, one by hand and one from a statement',
    async () => {
      const paid = await ownSecurity(await world.as(firms[0] ?? ''), tenderId);
      const idler = await ownSecurity(await world.as(idle), tenderId);
      finance = await open('finance', '/work');
      await finance.getByRole('link', { name: '投标保证金' }).click();
      await finance.getByText('保函已提交').waitFor();
      const card = region(finance, '登记到账');
      await card.getByLabel('缴款码').fill('B-2222-2222');
      await card.getByRole('button', { name: '查缴款码' }).click();
      await card.getByText('没有这个缴款码').waitFor();
      await card.getByLabel('缴款码').fill(paid.code);
      await card.getByRole('button', { name: '查缴款码' }).click();
      await card.getByText(RURAL_ROAD.title).waitFor();
      await card.getByLabel('金额').fill('70000');
      await card.getByLabel('付款人').fill(RURAL_ROAD.offers[0].firm);
      await card.getByLabel('开户银行').fill('某银行宜昌分行');
      await card.getByLabel('账号').fill('6222 0000 000');
      await card.getByLabel('到账时间（北京时间）').fill((await beijing()).slice(0, 16));
      await card.getByLabel('银行流水号').fill('T-0001');
      await card.getByRole('button', { name: '登记这笔到账' }).click();
      await card.getByText('已登记').waitFor();
      await finance.getByText('已到账').first().waitFor();
      const now = await beijing();
      const at = `${now.slice(0, 10)},${now.slice(11, 16)}`;
      const statement = [
        '日期,时间,付款人,付款银行,付款账号,金额,流水号,附言',
        `${at},${IDLE},农行,620007,"70,000.00",T-0002,投标保证金${idler.code}`,
        `${at},某公司,农行,42,1.00,T-0003,货款`,
      ].join('\n');
      await finance.locator('input[type=file]').setInputFiles({
        name: '流水.csv',
        mimeType: 'text/csv',
        buffer: Buffer.from(statement),
      });
      await finance.getByText('可以登记 1 笔，其余 1 行见下。').waitFor();
      await finance.getByText('附言没有缴款码').waitFor();
      expect((await ownSecurity(await world.as(idle), tenderId)).state).toBe('expected');
      await finance.getByRole('button', { name: '登记 1 笔到账' }).click();
      await finance.getByText('登记了 1 笔。').waitFor();
      expect((await ownSecurity(await world.as(idle), tenderId)).state).toBe('received');
      expect(await axeFindings(finance)).toEqual([]);
      await resize(finance, PHONE_SIZE);
      expect(await scrollsSideways(finance)).toBe(false);
    },
    SLOW,
  );

  it(
    'are told to the tenderer and the supervisor once the hall is open, and not before',
    async () => {
      const before = await open('supervisor', `/tenders/${tenderId}`);
      await before.getByRole('heading', { name: RURAL_ROAD.title }).first().waitFor();
      expect(await before.getByText('各家投标保证金').count()).toBe(0);
      await bid(world, tenderId, firms);
      await hallOf(world, tenderId, deadline);
      for (const [username, path] of [
        ['township', `/work/tenders/${tenderId}`],
        ['supervisor', `/tenders/${tenderId}`],
      ] as const) {
        const page = await open(username, path);
        const card = region(page, '各家投标保证金');
        await card.getByText('某银行宜昌分行').waitFor();
        await card.getByText('BH-2026-0007').waitFor();
        await card.getByText('金额足够').first().waitFor();
        const download = page.waitForEvent('download');
        await card.getByRole('button', { name: '下载原件' }).click();
        expect(await readFile(await (await download).path(), 'utf8')).toBe(PAPER);
        expect(await card.getByText(IDLE).count()).toBe(0);
        expect(await axeFindings(page)).toEqual([]);
        await resize(page, PHONE_SIZE);
        expect(await scrollsSideways(page)).toBe(false);
        await page.context().close();
      }
    },
    SLOW,
  );

  it(
    'go back with their interest to the account they came from, where no bid was made',
    async () => {
      await finance.reload();
      const { code } = await ownSecurity(await world.as(idle), tenderId);
      const card = region(finance, `${IDLE} · ${code}`);
      await card.getByText('应当退还').waitFor();
      await card.getByText('截止时没有投标').waitFor();
      await card.getByText('退还这笔款').click();
      await card.getByText('620007').waitFor();
      await card.getByText(/应付利息 \d+\.\d{2} 元/).waitFor();
      await card.getByLabel('银行付出日期').fill((await beijing()).slice(0, 10));
      await card.getByLabel('银行流水号').fill('R-0001');
      await card.getByLabel('利息').fill('0');
      await card.getByRole('button', { name: '记录退还' }).click();
      await card.getByText('利息少于按挂牌利率计算的数额').waitFor();
      expect(await axeFindings(finance)).toEqual([]);
      await card.getByLabel('利息').fill('');
      await card.getByRole('button', { name: '记录退还' }).click();
      await card.getByText('已退还').waitFor();
      const { payments } = await ownSecurity(await world.as(idle), tenderId);
      expect(Number(payments[0]?.interestFen)).toBeGreaterThan(0);
      const page = await open(idle, `/work/bids/${tenderId}`);
      await region(page, '投标保证金').getByText('已退还').waitFor();
      expect(errors.flat()).toEqual([]);
    },
    SLOW,
  );
});
