import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Browser, Page } from 'playwright-core';
import { QUICKNET } from '@core/draw';
import { SECOND, type Instant } from '@core/kernel';
import { DemoPeople } from '@server/demo';
import { ConductDraw, Contribute, Draws } from '@server/draw';
import { LegalClock, UnitOfWork } from '@server/platform';
import { Tenders } from '@server/tender';
import { anApp, type TestApp } from '../support/app';
import { Contributor } from '../support/contributor';
import { qrFilm, qrPng } from '../support/qr-picture';
import { anActor, aTenderRow } from '../support/tender-row';
import { settle } from '../support/turns';
import vector from '../vectors/tp1/draw-panel-drand.json';
import { axeFindings, describeInBrowser, launch, signedIn, watchErrors } from './browser';

const PASSWORD = 'sunlit-demo-2026';
const SLOW = 150_000;
const ROUND = 1000;
/** When a lock has to be made that names round 1000: a minute before it is emitted. */
const LOCKED: Instant = (QUICKNET.genesis + (ROUND - 1) * QUICKNET.period - 60) * SECOND;

describeInBrowser('a round of drand carried into a room without a network', () => {
  let app: TestApp;
  let browser: Browser;
  let folder: string;
  let page: Page;
  let errors: string[];
  let now: Instant;

  beforeAll(async () => {
    // No relay answers: the room has no network.
    app = await anApp('browser_beacon', {
      CLOCK: 'real',
      DEMO: 'true',
      DRAND_URLS: 'http://127.0.0.1:9',
    });
    await app.get(DemoPeople).settle(0);
    folder = mkdtempSync(join(tmpdir(), 'sunlit-film-'));
    const film = join(folder, 'camera.y4m');
    writeFileSync(film, qrFilm(vector.drandSignature));
    browser = await launch([
      '--use-fake-device-for-media-stream',
      '--use-fake-ui-for-media-stream',
      `--use-file-for-fake-video-capture=${film}`,
    ]);
    page = await signedIn(browser, app.url, 'drawer', PASSWORD);
    errors = watchErrors(page);
    // The legal clock only: sessions go by the computer's own.
    now = LOCKED;
    app.get(LegalClock).now = () => now;
  }, SLOW);
  afterAll(async () => {
    await browser.close();
    await app.close();
    rmSync(folder, { recursive: true });
  });

  /** A draw that waits for round 1000, a moment after that was emitted. */
  async function awaiting(): Promise<string> {
    const module = { ...app, get: app.get } as never;
    now = LOCKED;
    const tender = aTenderRow(now);
    await app.get(UnitOfWork).run(() => app.get(Tenders).add(tender));
    const { id } = await app.get(UnitOfWork).run(() =>
      app.get(ConductDraw).begin({
        tenderId: tender.id,
        purpose: 'lottery',
        pool: { kind: 'values', values: ['01', '02', '03', '04', '05'] },
        rows: [],
        rules: { pick: [{ stratum: 'values', seats: 2, fallback: [] }], caps: [] },
        firms: null,
        disclose: 'at-once',
      }),
    );
    const actors = {
      supervisor: anActor('supervisor'),
      tenderer: anActor('tenderer', tender.tendererId, 'township'),
    };
    const parties = [new Contributor('supervisor'), new Contributor('tenderer')];
    for (const party of parties) {
      await app.get(Contribute).enrol(actors[party.id], id, party.keys);
    }
    await settle(module);
    const spec = (await app.get(Draws).get(id)).spec!;
    for (const party of parties) {
      await app.get(Contribute).input(actors[party.id], id, party.input(spec));
    }
    await settle(module);
    expect(await app.get(Draws).get(id)).toMatchObject({
      phase: 'awaiting',
      lock: { round: ROUND },
    });
    now = LOCKED + 60 * SECOND;
    return id;
  }

  async function handedIn(id: string): Promise<void> {
    await page.getByText('读到第 1000 轮的签名').waitFor();
    await page.getByRole('button', { name: '交入这一轮' }).click();
    await page.getByRole('img', { name: /^第 1000 轮的二维码/ }).waitFor();
    expect((await app.get(Draws).get(id)).final).toMatchObject({
      signature: vector.drandSignature,
    });
  }

  it(
    'is read from a picture, and from nothing else that is called one',
    async () => {
      const id = await awaiting();
      await page.goto(`${app.url}/draws/${id}`);
      const file = page.getByLabel('从图片读二维码').and(page.locator('input'));
      const show = async (text: string): Promise<void> =>
        file.setInputFiles({ name: 'round.png', mimeType: 'image/png', buffer: await qrPng(text) });
      await file.setInputFiles({ name: 'x.png', mimeType: 'image/png', buffer: Buffer.from('x') });
      await page.getByText('图片里没有找到二维码').waitFor();
      await show('https://api.drand.sh/v2/beacons/quicknet/rounds/1000');
      await page.getByText('二维码里只有网址').waitFor();
      await show(JSON.stringify({ round: 999, signature: vector.drandSignature }));
      await page.getByText('二维码里是第 999 轮').waitFor();
      expect(await page.getByRole('button', { name: '交入这一轮' }).isDisabled()).toBe(true);
      expect(await axeFindings(page)).toEqual([]);
      await show(JSON.stringify({ round: ROUND, signature: vector.drandSignature }));
      await handedIn(id);
      // The round that is shown is one that can be carried on.
      const shown = await page.getByRole('img', { name: /^第 1000 轮的二维码/ }).screenshot();
      const next = await awaiting();
      await page.goto(`${app.url}/draws/${next}`);
      await file.setInputFiles({ name: 'shown.png', mimeType: 'image/png', buffer: shown });
      await handedIn(next);
      expect(await axeFindings(page)).toEqual([]);
      expect(errors).toEqual([]);
    },
    SLOW,
  );

  it(
    'is read by the camera',
    async () => {
      const id = await awaiting();
      await page.goto(`${app.url}/draws/${id}`);
      await page.getByRole('button', { name: '用摄像头扫二维码' }).click();
      await handedIn(id);
      expect(errors).toEqual([]);
    },
    SLOW,
  );
});
