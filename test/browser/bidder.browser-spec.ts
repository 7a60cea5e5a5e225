import { readFileSync } from 'node:fs';
import type { Browser, Page } from 'playwright-core';
import { parseOpeningKey } from '@core/sealed-bid';
import { DemoPeople } from '@server/demo';
import { creditCode } from '../journeys/credit-code';
import { publish, registerProject } from '../journeys/rural-road';
import { worldAt, type World } from '../journeys/world';
import { anApp, type TestApp } from '../support/app';
import { axeFindings, describeInBrowser, launch, scrollsSideways, watchErrors } from './browser';

const FIRM = '青禾路桥建设有限公司';
/** Sealing and stretching a passphrase in a browser: on a busy machine longer than a test may take. */
const SLOW = 150_000;
const PASSWORD = 'a bridge over the river 9';

describeInBrowser('a bidder, by hand', () => {
  let app: TestApp;
  let world: World;
  let browser: Browser;
  let page: Page;
  let errors: string[];
  let tenderId: string;
  let keyText = '';

  beforeAll(async () => {
    app = await anApp('browser_bidder', { DEMO: 'true' });
    await app.get(DemoPeople).settle(0);
    world = worldAt(app.url, () => undefined);
    ({ tenderId } = await publish(world, await registerProject(world)));
    browser = await launch();
    page = await (await browser.newContext({ viewport: { width: 1440, height: 900 } })).newPage();
    errors = watchErrors(page);
  }, SLOW);
  afterAll(async () => {
    await browser.close();
    await app.close();
  });

  it('registers the firm and hands in its record', async () => {
    await page.goto(`${app.url}/register`);
    await page.getByLabel('企业全称').fill(FIRM);
    await page.getByLabel('统一社会信用代码').fill(creditCode());
    await page.getByLabel('经办人姓名').fill('周敏');
    await page.getByLabel('用户名').fill('zhoumin');
    await page.getByLabel('密码').fill(PASSWORD);
    expect(await axeFindings(page)).toEqual([]);
    await page.getByRole('button', { name: '注册' }).click();
    await page.waitForURL('**/work/enterprise');
    for (const [label, value] of [
      ['住所', '青禾县城关镇'],
      ['法定代表人', '周建国'],
      ['联系电话', '0717-6660000'],
      ['开户银行', '青禾农村商业银行'],
      ['账号', '62220000000001'],
    ] as const) {
      await page.getByLabel(label, { exact: true }).fill(value);
    }
    await page.getByRole('button', { name: '添加一项资质' }).click();
    await page.getByLabel('类别').fill('公路工程施工总承包');
    await page.getByLabel('等级').fill('三级');
    await page.getByLabel('证书编号').fill('D342001');
    await page.getByLabel('有效期至').fill('2027-12-31');
    await page.getByRole('button', { name: '保存草稿' }).click();
    await page.getByText('都填齐了，可以提交核对。').waitFor();
    expect(await axeFindings(page)).toEqual([]);
    await page.getByRole('button', { name: '提交核对' }).click();
    await page.getByText('已提交，等登记员核对').waitFor();
  });

  it('is verified, and signs up with a receipt', async () => {
    const registrar = await world.as('registrar');
    const waiting = await registrar.get<{ id: string }[]>('/api/enterprises?state=submitted');
    await registrar.post(`/api/enterprises/${waiting[0]!.id}/answer`, { missing: [] });
    await page.goto(`${app.url}/tenders/${tenderId}`);
    await page.getByRole('button', { name: '报名', exact: true }).click();
    await page.getByText('已报名').waitFor();
    expect(await axeFindings(page)).toEqual([]);
  });

  it('sees what is next and how much time is left', async () => {
    await page.goto(`${app.url}/work`);
    const card = page.getByRole('region', { name: '接下来' });
    await card.getByText('还没有投标').waitFor();
    await card.getByText(/截至 2026-/).waitFor();
    expect(await axeFindings(page)).toEqual([]);
    await page.goto(`${app.url}/tenders/${tenderId}`);
  });

  it(
    'rehearses, seals, saves the key and submits',
    async () => {
      await page.getByRole('link', { name: '去投标' }).click();
      await page.getByText('平台上还没有你的投标文件。').waitFor();
      await page.getByLabel('投标总价').fill('3,579,546.00 元');
      await page.getByText('叁佰伍拾柒万玖仟伍佰肆拾陆元整').waitFor();
      await page.getByLabel('工期').fill('120');
      await page.getByLabel('项目负责人').fill('张工');
      await page.getByLabel('添加文件').setInputFiles({
        name: '技术标.pdf',
        mimeType: 'application/pdf',
        buffer: Buffer.alloc(3_000_000, 7),
      });
      expect(await axeFindings(page)).toEqual([]);
      await page.getByRole('button', { name: '试封试开' }).click();
      await page.getByText('试封试开通过：1 个文件，打开后的总价是 3,579,546.00 元。').waitFor();
      await page.getByRole('button', { name: '加密并递交' }).click();
      const download = page.waitForEvent('download');
      await page.getByRole('button', { name: '下载钥匙文件' }).click();
      keyText = readFileSync(await (await download).path(), 'utf8');
      const key = parseOpeningKey(keyText);
      expect(Object.keys(key?.secrets ?? {})).toContain('sheet');
      expect(await axeFindings(page)).toEqual([]);
      await page.getByLabel('钥匙文件已保存，口令已抄下').check();
      await page.getByRole('button', { name: '上传并递交' }).click();
      await page.getByText('已递交').first().waitFor();
      await page.getByText('3 方').waitFor();
      expect(await axeFindings(page)).toEqual([]);
      const bid = page.url();
      await page.goto(`${app.url}/work`);
      await page.getByText('投标已收到，截止前可以更换').waitFor();
      await page.goto(bid);
    },
    SLOW,
  );

  it('withdraws the bid with its key file and a typed token', async () => {
    await page.getByRole('button', { name: '撤回投标' }).click();
    await page.getByLabel('选择钥匙文件').setInputFiles({
      name: 'key.json',
      mimeType: 'application/json',
      buffer: Buffer.from(keyText),
    });
    const dialog = page.getByRole('dialog');
    const hint = await dialog.getByText('回执号是').innerText();
    await dialog.getByLabel('回执号最后四位').fill(hint.trim().slice(-4));
    await dialog.getByRole('button', { name: '撤回投标' }).click();
    await page.getByText('平台上还没有你的投标文件。').waitFor();
  });

  it('fits a phone', async () => {
    await page.setViewportSize({ width: 390, height: 844 });
    for (const path of [
      '/work/bids',
      `/work/bids/${tenderId}`,
      '/work/enterprise',
      '/work/sign-ups',
    ]) {
      await page.goto(`${app.url}${path}`);
      await page.locator('h1').waitFor();
      expect([path, await scrollsSideways(page)]).toEqual([path, false]);
    }
    expect(errors).toEqual([]);
  });
});
