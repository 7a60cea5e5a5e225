import type { Browser, Page } from 'playwright-core';
import { idNumberCheck } from '@core/enterprise';
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
const OWN_PASSWORD = 'orchard-lantern-2026';
const BODY = '42050019750505007';

interface Desk {
  readonly experts: readonly { readonly name: string }[];
}

interface PublicPool {
  readonly admissions: readonly { readonly name: string; readonly until: string }[];
}

describeInBrowser('the pool of experts, by hand', () => {
  let app: TestApp;
  let world: World;
  let browser: Browser;
  let registrar: Page;
  let supervisor: Page;
  let me: Page;
  const errors: string[][] = [];

  beforeAll(async () => {
    app = await anApp('browser_experts', { DEMO: 'true' });
    await app.get(DemoPeople).settle(0);
    world = worldAt(app.url, () => undefined);
    browser = await launch();
    registrar = await signedIn(browser, app.url, 'registrar', PASSWORD);
    supervisor = await signedIn(browser, app.url, 'supervisor', PASSWORD);
    me = await (await browser.newContext({ locale: 'zh-CN' })).newPage();
    await me.goto(`${app.url}/experts`);
    errors.push(watchErrors(registrar), watchErrors(supervisor), watchErrors(me));
  }, SLOW);
  afterAll(async () => {
    await browser.close();
    await app.close();
  });

  /** Looks at the page as everybody may come to it. */
  const sound = async (page: Page): Promise<void> => {
    expect(await axeFindings(page)).toEqual([]);
    await resize(page, PHONE_SIZE);
    expect(await scrollsSideways(page)).toBe(false);
    await resize(page, { width: 1440, height: 900 });
  };
  const paper = async (name: string, kind: string, at: number): Promise<void> => {
    await me.getByLabel('添加附件').setInputFiles({
      name,
      mimeType: 'application/pdf',
      buffer: Buffer.from(`%PDF-1.4 ${name}`),
    });
    await me.getByLabel('文件名称').nth(at).waitFor();
    await me.getByLabel('文件种类').nth(at).click();
    await me.locator('.ant-select-dropdown:visible').getByTitle(kind, { exact: true }).click();
  };

  it(
    'is applied for with an account, an application and its papers',
    async () => {
      await me.getByText('拟入库，公示中').waitFor();
      await sound(me);
      await me.getByRole('link', { name: '申请成为评标专家' }).click();
      await me.getByLabel('姓名', { exact: true }).fill('季明');
      await me.getByLabel('用户名').fill('jiming');
      await me.getByLabel('密码').fill(OWN_PASSWORD);
      await sound(me);
      await me.getByRole('button', { name: '建账号并填写申请' }).click();
      await me.getByLabel('身份证号').fill(BODY + (idNumberCheck(BODY) ?? ''));
      await me.getByLabel('手机').fill('13911112222');
      await me.getByLabel('工作单位', { exact: true }).fill('青禾县设计院');
      await me.getByLabel('地区').fill('青禾县');
      await me.getByLabel('学历').fill('本科');
      await me.getByLabel('职称', { exact: true }).fill('高级工程师');
      await me.getByLabel('从事相关领域工作起').fill('2005-07-01');
      await me.getByRole('combobox', { name: '评标专业' }).click();
      await me
        .locator('.ant-select-dropdown:visible')
        .getByTitle('公路与市政道路', { exact: true })
        .click();
      await me.keyboard.press('Escape');
      await paper('身份证.pdf', '身份证明', 0);
      await paper('职称.pdf', '职称证书', 1);
      await paper('承诺.pdf', '承诺书', 2);
      await sound(me);
      await me.getByRole('button', { name: '保存草稿' }).click();
      await me.getByText('已保存').waitFor();
      await me.getByRole('button', { name: '提交申请' }).click();
      await me.getByText('已提交，等专家库管理人员审核。').waitFor();
      await sound(me);
    },
    SLOW,
  );

  it(
    'is published by its keeper, and appointed by itself',
    async () => {
      await registrar.goto(`${app.url}/work/experts`);
      await registrar.getByRole('link', { name: '季明' }).click();
      await registrar.getByText('业绩不足的专业').waitFor();
      await sound(registrar);
      await registrar.getByRole('button', { name: '齐全属实，公示' }).click();
      await registrar.getByText('公示中').first().waitFor();
      await me.goto(`${app.url}/experts`);
      await me.getByText('季明').waitFor();
      const shown = await world.stranger().get<PublicPool>('/api/public/expert-pool');
      await clockTo(world, shown.admissions.find(({ name }) => name === '季明')!.until);
      await me.goto(`${app.url}/work/expert`);
      const keeper = await world.as('registrar');
      await until('the appointment', async () => {
        const { experts } = await keeper.get<Desk>('/api/expert-pool');
        return experts.some(({ name }) => name === '季明');
      });
      await me.reload();
      await me.getByText('联系方式和应回避的单位').waitFor();
      await me.getByRole('button', { name: '申请暂停评标' }).waitFor();
      await sound(me);
    },
    SLOW,
  );

  it(
    'is warned by its keeper and banned by the authority with its document',
    async () => {
      await registrar.reload();
      await registrar.getByRole('button', { name: '警示', exact: true }).click();
      await registrar.getByLabel('理由', { exact: false }).first().fill('迟到');
      await registrar.getByRole('button', { name: '警示', exact: true }).last().click();
      await registrar.getByText('本周期警示 1 次').waitFor();
      await sound(registrar);
      await supervisor.goto(registrar.url());
      await supervisor.getByRole('button', { name: '禁评', exact: true }).click();
      await supervisor.getByLabel('文号').fill('青公管罚〔2026〕8号');
      await supervisor.getByLabel('理由', { exact: false }).first().fill('泄露评审情况');
      await supervisor.getByLabel('禁评的最后一天').fill('2026-12-31');
      await supervisor.getByLabel('决定书', { exact: true }).setInputFiles({
        name: '决定书.pdf',
        mimeType: 'application/pdf',
        buffer: Buffer.from('%PDF-1.4'),
      });
      await supervisor.getByText('决定书.pdf').waitFor();
      await sound(supervisor);
      await supervisor.getByRole('button', { name: '禁评', exact: true }).last().click();
      await supervisor.getByLabel('输入专家姓名').fill('季明');
      await supervisor.getByRole('dialog').getByRole('button', { name: '禁评' }).click();
      await supervisor.getByText('解除禁评').first().waitFor();
      await me.reload();
      await me.getByText('禁评', { exact: true }).first().waitFor();
    },
    SLOW,
  );

  it(
    'is imported from a sheet, checked row by row',
    async () => {
      await registrar.goto(`${app.url}/work/expert-import`);
      const number = `42050019800101009${idNumberCheck('42050019800101009') ?? ''}`;
      const rows = ['姓名,身份证号,评标专业', `李工,${number},水利与灌溉`, '没有号,,水利与灌溉'];
      await registrar.getByLabel('CSV 或 XLSX').setInputFiles({
        name: 'experts.csv',
        mimeType: 'text/csv',
        buffer: Buffer.from(rows.join('\r\n')),
      });
      await registrar.getByText('必填，没有填').waitFor();
      await sound(registrar);
      await registrar.getByRole('button', { name: '导入 1 位专家' }).click();
      await registrar.getByText('已导入 1 位').waitFor();
      await sound(registrar);
      await registrar.goto(`${app.url}/work/experts`);
      await registrar.getByText('另有 1 位已导入').waitFor();
      await sound(registrar);
      expect(errors.flat()).toEqual([]);
    },
    SLOW,
  );
});
