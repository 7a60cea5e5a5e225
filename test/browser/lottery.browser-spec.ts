import type { Browser, Page } from 'playwright-core';
import { DemoPeople } from '@server/demo';
import { concludeContract, usernameOf } from '../journeys/contract';
import { fillPool, publishLottery } from '../journeys/lottery';
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
import { noticeText } from '../journeys/notice';

const SLOW = 150_000;
const PASSWORD = 'sunlit-demo-2026';
const FIRMS = ['firm1', 'firm2', 'firm3', 'firm4'];

interface Lottery {
  readonly state: string;
  readonly drawId: string | null;
}

describeInBrowser('a small work drawn by lot, by hand', () => {
  let app: TestApp;
  let world: World;
  let browser: Browser;
  let tenderId: string;
  let deadline: string;
  const errors: string[][] = [];

  beforeAll(async () => {
    app = await anApp('browser_lottery', { DEMO: 'true' });
    await app.get(DemoPeople).settle(FIRMS.length);
    world = worldAt(app.url, () => undefined);
    await fillPool(world, 'works', FIRMS);
    ({ tenderId, deadline } = await publishLottery(world, 'works'));
    browser = await launch([], 'no-preference');
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
  const lottery = (): Promise<Lottery> =>
    world.stranger().get<Lottery>(`/api/public/tenders/${tenderId}/lottery`);
  const reached = (state: string): Promise<Lottery> =>
    until(`the lottery to be ${state}`, async () => {
      const now = await lottery();
      return now.state === state ? now : null;
    });

  it(
    'rests on a local basis that the tenderer records on the draft, and that saving keeps',
    async () => {
      const tenderer = await world.as('township');
      const project = await tenderer.post<{ id: string }>('/api/projects', {
        kind: 'works',
        owner: 'township',
        partOfWorks: true,
        fiscalFunds: true,
        estimateFen: '50000000',
        totalInvestmentFen: '50000000',
        category: 'works',
        title: '采禾乡晒谷场硬化',
        region: '采禾乡',
        approvalNumber: '采政发〔2026〕9号',
      });
      await (
        await world.as('registrar')
      ).post(`/api/projects/${project.id}/answer`, {
        missing: [],
      });
      const draft = await tenderer.post<{ id: string }>('/api/tenders', {
        projectId: project.id,
        title: '采禾乡晒谷场硬化',
        method: 'lottery',
        ceilingFen: '50000000',
        bidBondFen: '0',
      });
      const publish = async () => {
        const text = await noticeText(tenderer, draft.id);
        return tenderer.post(`/api/tenders/${draft.id}/publish`, { text });
      };
      expect((await tenderer.refusal(publish())).code).toBe('tender.basis_missing');
      const page = await open('township', `/work/tenders/${draft.id}`);
      await page.getByLabel('依据文件文号').fill('青政办〔2026〕1号');
      await page.getByText('没有文件不记录依据').waitFor();
      await page.getByLabel('公平竞争审查结论文号').fill('青公审〔2026〕2号');
      await page.getByLabel('上传依据文件').setInputFiles({
        name: '依据.pdf',
        mimeType: 'application/pdf',
        buffer: Buffer.from('%PDF-1.4 sample'),
      });
      const recorded = (): Promise<{ basis: { documentNumber: string } | null }> =>
        tenderer.get(`/api/tenders/${draft.id}`);
      const save = page.getByRole('button', { name: '保存草稿' }).first();
      await save.click();
      await until('the basis to be kept', async () => (await recorded()).basis);
      await page.reload();
      await page.getByRole('button', { name: '依据文件已上传' }).waitFor();
      await page.getByLabel('公告标题').fill('采禾乡晒谷场硬化（摇号）');
      await save.click();
      await page.getByRole('heading', { name: '采禾乡晒谷场硬化（摇号）', level: 1 }).waitFor();
      expect((await recorded()).basis?.documentNumber).toBe('青政办〔2026〕1号');
      expect(await axeFindings(page)).toEqual([]);
      await publish();
    },
    SLOW,
  );

  it(
    'is confirmed on the tender’s page, once, with a receipt',
    async () => {
      const firm = await open('firm1', `/tenders/${tenderId}`);
      await firm.getByRole('link', { name: '农村道路预选承包商名录' }).waitFor();
      await resize(firm, PHONE_SIZE);
      expect(await scrollsSideways(firm)).toBe(false);
      expect(await axeFindings(firm)).toEqual([]);
      await firm.getByRole('button', { name: '确认参加摇号' }).click();
      await firm.getByText('已确认参加').waitFor();
      expect(await firm.getByRole('button', { name: '确认参加摇号' }).count()).toBe(0);
      for (const username of FIRMS.slice(1)) {
        const client = await world.as(username);
        await client.post(`/api/tenders/${tenderId}/participations`);
      }
    },
    SLOW,
  );

  it(
    'is drawn by the parties, published, awarded, and its performance reviewed',
    async () => {
      await clockTo(world, deadline);
      const { drawId } = await reached('drawing');
      const tenderer = await open('township', `/draws/${drawId ?? ''}`);
      const supervisor = await open('supervisor', `/draws/${drawId ?? ''}`);
      for (const page of [supervisor, tenderer]) {
        await page.getByRole('button', { name: '投入我的随机数' }).click();
      }
      await reached('drawn');
      await tenderer.goto(`${app.url}/work/tenders/${tenderId}`);
      await tenderer.getByRole('button', { name: '公示摇号结果' }).click();
      await tenderer.getByRole('dialog').getByRole('button', { name: '公示摇号结果' }).click();
      await tenderer
        .getByText(/公示至/)
        .first()
        .waitFor();
      const { publicityUntil } = await world
        .stranger()
        .get<{ publicityUntil: string }>(`/api/public/tenders/${tenderId}`);
      await clockTo(world, publicityUntil);
      await tenderer.reload();
      await tenderer.getByRole('button', { name: '定标并发通知书' }).click();
      await tenderer.getByRole('dialog').getByRole('button', { name: '定标并发通知书' }).click();
      await tenderer.getByLabel('付款方式').waitFor();
      const { award } = await world
        .stranger()
        .get<{ award: { name: string } }>(`/api/public/tenders/${tenderId}/result`);
      const winner = await world.as(await usernameOf(world, award.name, FIRMS));
      const client = await world.as('township');
      const { id } = await concludeContract(world, tenderId, client, winner);
      await client.post(`/api/contracts/${id}/acceptance`, {
        acceptedAt: publicityUntil,
        text: '质量合格',
      });
      await tenderer.reload();
      await tenderer.getByText('良好', { exact: true }).click();
      expect(await axeFindings(tenderer)).toEqual([]);
      await tenderer.getByRole('button', { name: '提交评价' }).click();
      await tenderer.getByText('验收。').waitFor();
      expect(errors.flat()).toEqual([]);
    },
    SLOW,
  );

  it(
    'stands on the pool’s page with the figures anybody recomputes',
    async () => {
      const reader = await open('firm2', '/pools');
      await reader.getByRole('link', { name: '农村道路预选承包商名录' }).click();
      await reader.getByRole('heading', { name: '历次摇号' }).waitFor();
      expect(await reader.getByText('0.25', { exact: true }).count()).toBeGreaterThan(FIRMS.length);
      const rows = await reader.getByRole('link', { name: /逐家数据/ }).getAttribute('href');
      const sheet = await (await fetch(app.url + (rows ?? ''))).text();
      const lines = sheet.trim().split(/\r?\n/);
      expect(lines).toHaveLength(1 + FIRMS.length);
      expect(lines.filter((line) => line.endsWith(',1'))).toHaveLength(1);
      expect(errors.flat()).toEqual([]);
    },
    SLOW,
  );
});
