import { readFileSync } from 'node:fs';
import type { Browser, Page } from 'playwright-core';
import { idNumberCheck } from '@core/enterprise';
import { DemoPeople } from '@server/demo';
import { recordOf, registerFirm, type Firm } from '../journeys/firm';
import { until, worldAt, type World } from '../journeys/world';
import { anApp, type TestApp } from '../support/app';
import {
  axeFindings,
  describeInBrowser,
  launch,
  scrollsSideways,
  signedIn,
  watchErrors,
} from './browser';

const NAME = '青禾县新桥路桥有限公司';
const PASSWORD = 'a longer secret 7';
const SLOW = 150_000;
const ID = `42050019900101007`;

describeInBrowser('the register, by hand', () => {
  let app: TestApp;
  let world: World;
  let browser: Browser;
  let firm: Firm;
  let own: Page;
  let registrar: Page;
  const errors: string[][] = [];

  beforeAll(async () => {
    app = await anApp('browser_register', { DEMO: 'true' });
    await app.get(DemoPeople).settle(0);
    world = worldAt(app.url, () => undefined);
    firm = await registerFirm(world, NAME);
    const { address: _, ...record } = recordOf(NAME);
    await firm.client.put('/api/enterprises/mine', { ...record, address: '' });
    browser = await launch();
    own = await signedIn(browser, app.url, firm.username, PASSWORD);
    registrar = await signedIn(browser, app.url, 'registrar', 'sunlit-demo-2026');
    errors.push(watchErrors(own), watchErrors(registrar));
  }, SLOW);
  afterAll(async () => {
    await browser.close();
    await app.close();
  });

  it(
    'is filled in with a key person and a file, and handed in',
    async () => {
      await own.goto(`${app.url}/work/enterprise`);
      await own.getByLabel('住所', { exact: true }).fill('青禾县城关镇');
      await own.getByRole('button', { name: '添加一名人员' }).click();
      await own.getByLabel('姓名', { exact: true }).fill('张工');
      await own.getByLabel('证书类型', { exact: true }).fill('二级注册建造师');
      await own.getByLabel('注册号或证号').fill('鄂2420001');
      await own.getByLabel('证书有效期').fill('2027-06-30');
      await own.getByLabel('身份证号').fill(ID + (idNumberCheck(ID) ?? ''));
      await own.getByLabel('添加附件').setInputFiles({
        name: '营业执照.pdf',
        mimeType: 'application/pdf',
        buffer: Buffer.from('%PDF-1.4 sample'),
      });
      await own.getByLabel('文件名称').waitFor();
      expect(await axeFindings(own)).toEqual([]);
      await own.getByRole('button', { name: '保存草稿' }).click();
      await own.getByText('已保存').waitFor();
      const number = own.getByLabel('身份证号');
      await until('the number to leave the form', async () => (await number.inputValue()) === '');
      await own.getByRole('button', { name: '提交核对' }).click();
      await own.getByText('已提交，等登记员核对').waitFor();
      await own.getByText('登记员答复期限').waitFor();
    },
    SLOW,
  );

  it(
    'is compared and returned by the registrar with one letter',
    async () => {
      await registrar.goto(`${app.url}/work/queue/enterprises`);
      await registrar.getByText('首次入库').waitFor();
      expect(await axeFindings(registrar)).toEqual([]);
      await registrar.getByRole('link', { name: NAME }).click();
      await registrar.getByRole('table', { name: '逐项对照' }).waitFor();
      await registrar.getByText('没有查毒').waitFor();
      expect(await axeFindings(registrar)).toEqual([]);
      await registrar.getByRole('button', { name: '退回补充' }).click();
      await registrar.getByRole('checkbox', { name: '安全生产许可证' }).check();
      await registrar.getByLabel('安全生产许可证：差什么').fill('还没有上传');
      await registrar.getByRole('button', { name: '发出告知书（1 项）' }).click();
      await registrar.getByText('还没有上传').first().waitFor();
      await own.reload();
      await own.getByText('还差：还没有上传').waitFor();
      const download = own.waitForEvent('download', { timeout: 60_000 });
      await own.getByRole('button', { name: '下载告知书' }).click({ timeout: 60_000 });
      const letter = readFileSync(await (await download).path());
      expect(letter.subarray(0, 5).toString()).toBe('%PDF-');
    },
    SLOW,
  );

  it(
    'is mended, verified, and has its card and its public page',
    async () => {
      await own.getByLabel('联系电话', { exact: true }).fill('0717-5551234');
      await own.getByRole('button', { name: '保存草稿' }).click();
      await own.getByText('已保存').waitFor();
      await own.getByRole('button', { name: '提交核对' }).click();
      await own.getByText('已提交，等登记员核对').waitFor();
      await registrar.reload();
      await registrar.getByRole('button', { name: '齐全，入库' }).click();
      await registrar.getByText('在库', { exact: true }).waitFor();
      await own.reload();
      const download = own.waitForEvent('download', { timeout: 60_000 });
      await own.getByRole('button', { name: '下载网员证' }).click({ noWaitAfter: true });
      expect(
        readFileSync(await (await download).path())
          .subarray(0, 5)
          .toString(),
      ).toBe('%PDF-');
      await own.getByRole('link', { name: '看公开页面' }).click();
      await own.getByRole('heading', { name: NAME }).waitFor();
      await own.getByText('张工').waitFor();
      expect(await axeFindings(own)).toEqual([]);
      await own.goto(`${app.url}/enterprises?q=${encodeURIComponent('新桥')}`);
      await own.getByRole('link', { name: NAME }).waitFor();
      expect(await axeFindings(own)).toEqual([]);
    },
    SLOW,
  );

  it(
    'is suspended by the authority with a typed token, and everybody sees why',
    async () => {
      const page = await signedIn(browser, app.url, 'supervisor', 'sunlit-demo-2026');
      errors.push(watchErrors(page));
      await page.goto(`${app.url}/work/enterprises/${firm.id}`);
      await page.getByRole('button', { name: '暂停', exact: true }).click();
      await page.getByLabel('决定书文号').fill('青监〔2026〕5号');
      await page.getByLabel('理由').fill('串通投标');
      await page.locator('form').getByRole('button', { name: '暂停', exact: true }).click();
      const dialog = page.getByRole('dialog');
      await dialog.getByLabel('信用代码最后四位').fill(firm.creditCode.slice(-4));
      expect(await axeFindings(page)).toEqual([]);
      await dialog.getByRole('button', { name: '暂停', exact: true }).click();
      await page.getByText('青监〔2026〕5号').waitFor();
      await own.goto(`${app.url}/enterprises/${firm.creditCode}`);
      await own.getByText('串通投标').waitFor();
    },
    SLOW,
  );

  it('imports a sheet after a check, line by line', async () => {
    await registrar.goto(`${app.url}/work/enterprise-import`);
    await registrar.getByLabel('CSV 或 XLSX').setInputFiles({
      name: 'firms.csv',
      mimeType: 'text/csv',
      buffer: Buffer.from(
        `统一社会信用代码,企业全称\n91350100M000100Y43,表格公司\n${firm.creditCode},${NAME}\n`,
      ),
    });
    await registrar.getByText('可以导入 1 行，有问题 1 行').waitFor();
    await registrar.getByText('库里已有').waitFor();
    expect(await axeFindings(registrar)).toEqual([]);
    await registrar.getByRole('button', { name: '导入 1 家企业' }).click();
    await registrar.getByText('邀请码只显示这一次').waitFor();
  });

  it(
    'fits a phone',
    async () => {
      await own.setViewportSize({ width: 390, height: 844 });
      for (const path of ['/work/enterprise', '/enterprises', `/enterprises/${firm.creditCode}`]) {
        await own.goto(`${app.url}${path}`);
        await own.locator('h1').waitFor();
        expect([path, await scrollsSideways(own)]).toEqual([path, false]);
      }
      await registrar.setViewportSize({ width: 390, height: 844 });
      for (const path of [
        '/work/queue/enterprises',
        `/work/enterprises/${firm.id}`,
        '/work/enterprise-import',
      ]) {
        await registrar.goto(`${app.url}${path}`);
        await registrar.locator('h1').waitFor();
        expect([path, await scrollsSideways(registrar)]).toEqual([path, false]);
      }
      expect(errors.flat()).toEqual([]);
    },
    SLOW,
  );
});
