import type { Browser, Page } from 'playwright-core';
import { DemoPeople } from '@server/demo';
import { bid, enterFirms, hallOf, registerProject, RURAL_ROAD } from '../journeys/rural-road';
import { openingSecret } from '../journeys/bidder';
import { bigTenderPdf } from '../journeys/tender-pdf';
import { uploadFile } from '../journeys/upload';
import { clockTo, worldAt, type World } from '../journeys/world';
import { anApp, type TestApp } from '../support/app';
import { axeFindings, describeInBrowser, launch, signedIn, watchErrors } from './browser';
import { noticeText } from '../journeys/notice';

const PASSWORD = 'sunlit-demo-2026';
const SLOW = 150_000;

describeInBrowser('holders of keys, by hand', () => {
  let app: TestApp;
  let browser: Browser;
  let world: World;
  let errors: string[];
  const holders: { readonly page: Page; readonly passphrase: string }[] = [];

  beforeAll(async () => {
    app = await anApp('browser_holders', { DEMO: 'true' });
    await app.get(DemoPeople).settle(0);
    world = worldAt(app.url, () => undefined);
    browser = await launch();
    errors = [];
  }, SLOW);
  afterAll(async () => {
    await browser.close();
    await app.close();
  });

  it('make a batch in one session', async () => {
    for (const [at, [username, name]] of Object.entries([
      ['host', 'centre'],
      ['supervisor', 'supervisor'],
    ] as const)) {
      const page = await signedIn(browser, app.url, username, PASSWORD);
      errors.push(...watchErrors(page));
      await page.goto(`${app.url}/work/keys`);
      await page.getByLabel('保管方名称（拼音或英文）').first().fill(name);
      await page
        .getByLabel('席位号')
        .first()
        .fill(String(Number(at) + 1));
      await page.getByRole('button', { name: '制作 50 把钥匙' }).click();
      const words = page.locator('.key-words').first();
      await words.waitFor({ timeout: SLOW });
      holders.push({ page, passphrase: await words.innerText() });
      await page.getByText('还有 50 把没有用过').waitFor();
      expect(await axeFindings(page)).toEqual([]);
    }
  });

  it('open an absent bidder with one press each', async () => {
    const tenderer = await world.as('township');
    const projectId = await registerProject(world);
    const { id: tenderId } = await tenderer.post<{ id: string }>('/api/tenders', {
      projectId,
      title: RURAL_ROAD.title,
      method: 'open_tender',
      ceilingFen: RURAL_ROAD.ceilingFen,
      bidBondFen: '7000000',
    });
    const pdf = await bigTenderPdf(RURAL_ROAD.title);
    const file = await uploadFile(tenderer, '招标文件.pdf', 'application/pdf', pdf);
    const document = { fileId: file.id, kind: 'tender_document', title: '招标文件' };
    await tenderer.post(`/api/tenders/${tenderId}/documents`, document);
    const draft = await signedIn(browser, app.url, 'township', PASSWORD);
    await draft.goto(`${app.url}/work/tenders/${tenderId}`);
    for (const seat of ['第 1 席', '第 2 席']) {
      await draft.getByRole('checkbox', { name: seat }).check();
    }
    await draft.getByRole('button', { name: '请他们保管' }).click();
    await draft.getByText('已保存').first().waitFor();
    const { timetable } = await tenderer.post<{ timetable: { deadline: string } }>(
      `/api/tenders/${tenderId}/publish`,
      { text: await noticeText(tenderer, tenderId) },
    );
    const bids = await bid(world, tenderId, await enterFirms(world, tenderId));
    const openingId = await hallOf(world, tenderId, timetable.deadline);
    for (const one of bids.slice(1)) {
      const key = { bidId: one.bidId, secret: openingSecret(one) };
      await one.client.post(`/api/openings/${openingId}/keys`, key);
    }
    const path = `/api/public/openings/${openingId}`;
    const { windowEndsAt } = await tenderer.get<{ windowEndsAt: string }>(path);
    await clockTo(world, windowEndsAt);
    for (const { page, passphrase } of holders) {
      await page.reload();
      await page.getByText('1 家投标人没有到场').waitFor();
      await page.getByLabel(/口令（每天输入一次/).fill('lusab-babad-babad-babad-babad-babad');
      await page.getByRole('button', { name: '解锁' }).click();
      await page.getByText('口令不对').waitFor();
      await page.getByLabel(/口令（每天输入一次/).fill(passphrase);
      await page.getByRole('button', { name: '解锁' }).click();
      await page.getByRole('button', { name: '交出我的分片' }).click();
      await page.getByText('已交出 1 份分片。').waitFor();
      expect(await axeFindings(page)).toEqual([]);
    }
    const { events } = await tenderer.get<{ events: { event: Record<string, unknown> }[] }>(path);
    const unsealed = events.map(({ event }) => event).filter(({ by }) => by === 'holders');
    expect(unsealed).toMatchObject([{ kind: 'bid_unsealed', bidId: bids[0]!.bidId }]);
    expect(errors).toEqual([]);
  });
});
