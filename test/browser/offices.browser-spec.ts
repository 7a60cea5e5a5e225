import type { Browser, Page } from 'playwright-core';
import { DemoPeople } from '@server/demo';
import { enterFirms, publish, registerProject } from '../journeys/rural-road';
import { until, worldAt, type World } from '../journeys/world';
import { anApp, type TestApp } from '../support/app';
import { TestAuthority } from '../support/openssl';
import {
  axeFindings,
  describeInBrowser,
  launch,
  scrollsSideways,
  signedIn,
  watchErrors,
} from './browser';

const PASSWORD = 'sunlit-demo-2026';
const SLOW = 150_000;

describeInBrowser('administrators, questions and messages, by hand', () => {
  const authority = new TestAuthority();
  let app: TestApp;
  let browser: Browser;
  let world: World;
  const errors: string[] = [];

  /** A list of choices fades away; axe looks at what stays. */
  const listsClosed = async (page: Page): Promise<void> => {
    for (const list of await page.locator('.ant-select-dropdown').all()) {
      await list.waitFor({ state: 'hidden' });
    }
  };
  const desk = async (username: string, path: string, password = PASSWORD): Promise<Page> => {
    const page = await signedIn(browser, app.url, username, password);
    page.on('pageerror', (error) => errors.push(error.message));
    await page.goto(`${app.url}${path}`);
    return page;
  };

  beforeAll(async () => {
    app = await anApp('browser_offices', {
      DEMO: 'true',
      CERTIFICATE_AUTHORITIES: authority.bundle(authority.root),
    });
    await app.get(DemoPeople).settle(0);
    world = worldAt(app.url, () => undefined);
    browser = await launch();
  }, SLOW);
  afterAll(async () => {
    await browser.close();
    await app.close();
  });

  it(
    'add an organisation, a person and his role, each his own part, and the third one reads it',
    async () => {
      const system = await desk('sysadmin', '/work/organisations');
      await system.getByRole('button', { name: '增加单位' }).first().click();
      const dialog = system.getByRole('dialog');
      await dialog.getByLabel('名称').fill('青禾县林业局');
      await dialog.getByLabel('类别').click();
      await system.getByTitle('招标单位', { exact: true }).click();
      await listsClosed(system);
      expect(await axeFindings(system)).toEqual([]);
      await dialog.getByRole('button', { name: '增加单位' }).click();
      await system.getByText('青禾县林业局').waitFor();

      const security = await desk('secadmin', '/work/people');
      await security.getByRole('button', { name: '新建账号' }).click();
      await security.getByLabel('用户名').fill('linye');
      await security.getByLabel('姓名').fill('林叶');
      await security.getByLabel('初始密码').fill('trees grow by the river');
      await security.getByRole('dialog').getByRole('button', { name: '新建账号' }).click();
      const manage = security.getByRole('button', { name: '管理 林叶 的账号' });
      for (let more = 0; more < 5 && (await manage.count()) === 0; more++) {
        await security.getByRole('button', { name: '再取一页' }).click();
        await security.waitForTimeout(300);
      }
      await manage.click();
      const person = security.getByRole('dialog');
      await person.getByLabel('单位').click();
      await security.keyboard.type('林业');
      await security.keyboard.press('Enter');
      await person.getByLabel('角色', { exact: true }).click();
      await security.getByTitle('招标人', { exact: true }).click();
      await person.getByRole('button', { name: '给这个角色' }).click();
      await person.getByText('青禾县林业局 · 招标人').waitFor();
      await listsClosed(security);
      expect(await axeFindings(security)).toEqual([]);

      const newcomer = await desk('linye', '/work/projects', 'trees grow by the river');
      await newcomer.getByRole('link', { name: /登记/ }).first().waitFor();

      const audit = await desk('auditor', '/work/acts');
      await audit.getByText('给角色').first().waitFor();
      await audit.getByText('林叶 · 青禾县林业局 · 招标人').waitFor();
      expect(await axeFindings(audit)).toEqual([]);
    },
    SLOW,
  );

  it('find the pages of other roles shut, with the way out', async () => {
    const page = await desk('registrar', '/work/people');
    await page.getByText('这个页面不是给你现在的身份用的').first().waitFor();
    expect(await axeFindings(page)).toEqual([]);
    await page.getByRole('link', { name: '回工作台' }).click();
    await page.waitForURL('**/work');
  });

  it('enter a year of the calendar from the notice, and are told which day is wrong', async () => {
    const page = await desk('sysadmin', '/work/calendar');
    await page.getByRole('button', { name: '录入一年' }).click();
    await page.getByLabel('年份').fill('2027');
    await page
      .getByLabel('放假的日子')
      .fill('元旦 2027-01-01；春节 2027-02-05 至 2027-02-11；2027-04-05，2027-05-01，2027-10-01');
    await page.getByLabel('调休上班的周六、周日').fill('2027-02-15');
    await page.getByLabel('依据').fill('国办发明电〔2026〕9号');
    await page.getByRole('button', { name: '保存这一年' }).click();
    await page.getByText('这一年的放假安排有一处不对：2027-02-15').waitFor();
    await page.getByLabel('调休上班的周六、周日').fill('2027-02-14');
    await page.getByRole('button', { name: '保存这一年' }).click();
    await page.getByRole('heading', { name: '2027 年' }).waitFor();
    await page.getByText('2027-02-05 – 2027-02-11').waitFor();
    expect(await axeFindings(page)).toEqual([]);
  });

  it('let a registrar enrol a certificate and come back with it, without a password', async () => {
    const own = authority.leaf('registrar', authority.root, { kind: 'ec' });
    const files = async (page: Page): Promise<void> => {
      await page
        .getByLabel('证书文件（PEM，可带中间证书）', { exact: true })
        .setInputFiles(own.certificateFile);
      await page.getByLabel('私钥文件（PEM，PKCS#8）', { exact: true }).setInputFiles(own.keyFile);
    };
    const page = await desk('registrar', '/work/account');
    await files(page);
    await page.getByRole('button', { name: '登记证书' }).click();
    await page.getByText('CN=registrar').waitFor();
    expect(await axeFindings(page)).toEqual([]);
    const fresh = await (await browser.newContext()).newPage();
    await fresh.goto(`${app.url}/sign-in`);
    await fresh.getByRole('button', { name: '用证书登录' }).click();
    await files(fresh);
    await fresh.getByRole('button', { name: '用证书登录' }).first().click();
    await fresh.waitForURL('**/work');
  });

  it(
    'carry a question to its answer and a clarification to everybody’s page and inbox',
    async () => {
      const { tenderId } = await publish(world, await registerProject(world));
      const [firm] = await enterFirms(world, tenderId);
      const bidder = await desk(firm ?? '', `/tenders/${tenderId}`);
      await bidder.getByLabel('对招标文件提问').fill('图号 7 是否缺页？');
      await bidder.getByRole('button', { name: '提交问题' }).click();
      await bidder.getByText('问题已提交').waitFor();
      expect(await axeFindings(bidder)).toEqual([]);

      const tenderer = await desk('township', `/work/tenders/${tenderId}`);
      await tenderer.getByText('图号 7 是否缺页？').waitFor();
      await tenderer.getByLabel('回答（立即对所有人公开）').fill('不缺，在第 12 页。');
      await tenderer.getByRole('button', { name: '公开回答' }).click();
      await tenderer.getByText('不缺，在第 12 页。').first().waitFor();
      await tenderer.getByLabel('澄清或修改的内容').fill('桥台尺寸更正，见附图。');
      await tenderer
        .getByText(/投标截止时间(由|不变)/)
        .first()
        .waitFor();
      expect(await axeFindings(tenderer)).toEqual([]);
      await tenderer.getByRole('button', { name: '发布澄清' }).click();
      const dialog = tenderer.getByRole('dialog');
      await dialog.getByRole('button', { name: '发布澄清' }).click();
      await dialog.waitFor({ state: 'hidden' });

      const anybody = await (
        await browser.newContext({ viewport: { width: 390, height: 844 } })
      ).newPage();
      errors.push(...watchErrors(anybody));
      await anybody.goto(`${app.url}/tenders/${tenderId}`);
      await anybody.getByText('不缺，在第 12 页。').waitFor();
      await anybody.getByRole('heading', { name: /第 1 号澄清/ }).waitFor();
      expect(await scrollsSideways(anybody)).toBe(false);

      await until('the message', async () => {
        const client = await world.as(firm ?? '');
        return (await client.get<{ topic: string }[]>('/api/inbox')).some(
          (one) => one.topic === 'tender.clarified',
        );
      });
      await bidder.goto(`${app.url}/work/inbox`);
      await bidder.getByText('招标文件有澄清').waitFor();
      expect(await axeFindings(bidder)).toEqual([]);
      await bidder.getByText('招标文件有澄清').click();
      await bidder.waitForURL(`**/tenders/${tenderId}`);
      await bidder.goto(`${app.url}/work/bids/${tenderId}`);
      await bidder.getByText('投标前要先看下面的澄清。').waitFor();
      expect(await axeFindings(bidder)).toEqual([]);
      await bidder.getByRole('button', { name: '我已看第 1 号澄清' }).click();
      await bidder.getByText('未递交').first().waitFor();
    },
    SLOW,
  );

  it('leave no error behind', () => {
    expect(errors).toEqual([]);
  });
});
