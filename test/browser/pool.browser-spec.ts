import type { Browser, Page } from 'playwright-core';
import { DemoPeople } from '@server/demo';
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

const SLOW = 150_000;
const PASSWORD = 'sunlit-demo-2026';
const NAME = '青禾县农村道路预选承包商名录';

interface Pool {
  readonly id: string;
  readonly inPublication: readonly { readonly publicityUntil: string }[];
  readonly members: readonly { readonly state: string }[];
}

describeInBrowser('a contractor pool, by hand', () => {
  let app: TestApp;
  let world: World;
  let browser: Browser;
  let registrar: Page;
  let firm: Page;
  const errors: string[][] = [];

  beforeAll(async () => {
    app = await anApp('browser_pool', { DEMO: 'true' });
    await app.get(DemoPeople).settle(4);
    world = worldAt(app.url, () => undefined);
    browser = await launch();
    registrar = await signedIn(browser, app.url, 'registrar', PASSWORD);
    firm = await signedIn(browser, app.url, 'firm1', PASSWORD);
    errors.push(watchErrors(registrar), watchErrors(firm));
  }, SLOW);
  afterAll(async () => {
    await browser.close();
    await app.close();
  });

  const pool = async (): Promise<Pool> => {
    const client = await world.as('registrar');
    const [only] = await client.get<Pool[]>('/api/public/pools');
    if (!only) throw new Error('no pool');
    return only;
  };
  /** Reads anew and looks at the page as everybody may come to it. */
  const sound = async (page: Page): Promise<void> => {
    expect(await axeFindings(page)).toEqual([]);
    await resize(page, PHONE_SIZE);
    expect(await scrollsSideways(page)).toBe(false);
    await resize(page, { width: 1440, height: 900 });
  };

  it(
    'is opened by the registrar, with terms that ask for licences alone',
    async () => {
      await registrar.goto(`${app.url}/work/pools`);
      await registrar.getByRole('button', { name: '设立预选库' }).click();
      await registrar.getByLabel('名称', { exact: true }).fill(NAME);
      await registrar.getByLabel('适用类别').click();
      await registrar.getByTitle('农村集体').click();
      await registrar.getByLabel('公告', { exact: true }).fill('常年开放，符合条件即可申请。');
      await registrar.getByLabel('档次名称').fill('小型道路');
      await registrar.getByLabel('承接上限').fill('2000000');
      await sound(registrar);
      await registrar.getByRole('button', { name: '设立预选库' }).click();
      await registrar.getByRole('link', { name: '办理' }).waitFor();
      await sound(registrar);
      expect((await pool()).members).toEqual([]);
    },
    SLOW,
  );

  it(
    'is applied for, returned once with everything, published, objected to, and entered',
    async () => {
      await firm.goto(`${app.url}/work/pools`);
      await firm.getByText('符合，可入“小型道路”').waitFor();
      await sound(firm);
      await firm.getByRole('button', { name: '申请入库' }).click();
      await firm.getByText('已申请').waitFor();
      await registrar.goto(`${app.url}/work/pools/${(await pool()).id}`);
      await registrar.getByRole('button', { name: '退回补正' }).click();
      await registrar.getByLabel('缺少的材料').fill('安全生产许可证副本\n承诺书');
      await registrar.getByRole('button', { name: '退回，告知 2 项' }).click();
      await registrar.getByText('待补正').first().waitFor();
      await firm.reload();
      await firm.getByText('承诺书').first().waitFor();
      await firm.getByRole('button', { name: '申请入库' }).click();
      await firm.getByText('已申请').waitFor();
      await registrar.reload();
      await registrar.getByRole('button', { name: '材料齐全，公示' }).click();
      await registrar.getByText('公示中').first().waitFor();
      const rival = await signedIn(browser, app.url, 'firm2', PASSWORD, 390);
      errors.push(watchErrors(rival));
      await rival.goto(`${app.url}/work/pools`);
      await rival.getByRole('button', { name: '提出异议' }).click();
      await rival.getByLabel('事实、理由和依据').fill('证书已过期');
      await rival.getByRole('dialog').getByRole('button', { name: '提出异议' }).click();
      await rival.getByRole('dialog').waitFor({ state: 'hidden' });
      await registrar.reload();
      await registrar.getByText('证书已过期').waitFor();
      await sound(registrar);
      await registrar.getByLabel('答复', { exact: true }).fill('经查证书有效。');
      await registrar.getByText('异议不成立').click();
      await registrar.getByRole('button', { name: '答复异议' }).click();
      await registrar.getByText('经查证书有效。').waitFor();
      const [published] = (await pool()).inPublication;
      await clockTo(world, published?.publicityUntil ?? '');
      await until('the firm is a member', async () => (await pool()).members.length === 1);
      await firm.reload();
      await firm.getByText('入库时间').waitFor();
      await firm.getByText('办理记录').first().click();
      await sound(firm);
    },
    SLOW,
  );

  it(
    'is left by the authority’s decision, which the centre has no button for, and read by everybody',
    async () => {
      const { id } = await pool();
      await registrar.goto(`${app.url}/work/pools/${id}`);
      await registrar.getByRole('button', { name: '年度复核' }).waitFor();
      expect(await registrar.getByRole('button', { name: '暂停' }).count()).toBe(0);
      const supervisor = await signedIn(browser, app.url, 'supervisor', PASSWORD);
      errors.push(watchErrors(supervisor));
      await supervisor.goto(`${app.url}/work/pools/${id}`);
      await supervisor.getByRole('heading', { name: '值得关注的中选情况' }).waitFor();
      await supervisor.getByRole('button', { name: '暂停' }).click();
      await supervisor.getByLabel('事由').click();
      await supervisor.getByTitle('转包、违法分包').click();
      await supervisor.getByLabel('文号').fill('青公管决〔2026〕9号');
      await supervisor.getByLabel('理由').fill('将工程转包他人');
      await supervisor.getByRole('button', { name: '暂停', exact: true }).last().click();
      const dialog = supervisor.getByRole('dialog');
      const code = await supervisor.getByRole('link', { name: /^9/ }).innerText();
      await dialog.getByRole('textbox').fill(code.slice(-4));
      await dialog.getByRole('button', { name: '暂停' }).click();
      await dialog.waitFor({ state: 'hidden' });
      await until('the suspension', async () => (await pool()).members[0]?.state === 'suspended');
      await sound(supervisor);
      await firm.goto(`${app.url}/pools/${id}`);
      await firm.getByText('将工程转包他人').waitFor();
      await firm.getByRole('heading', { name: '公平性' }).waitFor();
      await sound(firm);
      await firm.getByRole('link', { name: 'English' }).click();
      await firm.getByRole('heading', { name: 'Fairness' }).waitFor();
      await firm.getByRole('link', { name: 'Pools', exact: true }).click();
      await firm.getByRole('link', { name: NAME }).waitFor();
      await sound(firm);
      expect(errors.flat()).toEqual([]);
    },
    SLOW,
  );
});
