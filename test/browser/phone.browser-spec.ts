import type { Browser, Page } from 'playwright-core';
import { DemoPeople } from '@server/demo';
import { drawPanel, ROAD_SEATS } from '../journeys/panel';
import { publish, registerProject, RURAL_ROAD } from '../journeys/rural-road';
import { until, worldAt, type World } from '../journeys/world';
import { anApp, type TestApp } from '../support/app';
import {
  axeFindings,
  describeInBrowser,
  launch,
  PHONE_SIZE,
  picture,
  resize,
  scrollsSideways,
  signedIn,
  watchErrors,
} from './browser';

const PASSWORD = 'sunlit-demo-2026';
const SLOW = 150_000;
/** What the page would have said aloud is kept instead: a test has no ears. */
const EARS = `
  window.heard = [];
  window.SpeechSynthesisUtterance = function (text) { this.text = text; };
  Object.defineProperty(window, 'speechSynthesis', { value: {
    cancel() {}, speak(words) { window.heard.push(words.lang + ' ' + words.text); },
  } });
`;

describeInBrowser('a call to the page of an expert', () => {
  let app: TestApp;
  let browser: Browser;
  let world: World;
  let panelId: string;
  let drawer: Page;
  let expert: Page;
  let errors: string[];

  /** An expert who has been drawn: nobody can tell but by looking at everybody's own page. */
  async function aDrawnExpert(): Promise<string> {
    for (let at = 1; at <= 60; at++) {
      const client = await world.as(`expert${at}`);
      if ((await client.get<unknown[]>('/api/invitations')).length > 0) return `expert${at}`;
    }
    throw new Error('nobody was drawn');
  }

  beforeAll(async () => {
    const VOICE_POLICY = JSON.stringify({ ringTimeoutMs: 120_000, fromHour: 0, untilHour: 24 });
    app = await anApp('browser_phone', { DEMO: 'true', VOICE_POLICY });
    await app.get(DemoPeople).settle(0);
    world = worldAt(app.url, () => undefined);
    const published = await publish(world, await registerProject(world));
    const tenderer = await world.as('township');
    const { tenderId, deadline } = published;
    panelId = await drawPanel(world, tenderId, tenderer, ROAD_SEATS, deadline);
    browser = await launch();
    drawer = await signedIn(browser, app.url, 'drawer', PASSWORD);
    await drawer.goto(`${app.url}/work/panels/${panelId}`);
    expert = await signedIn(browser, app.url, await aDrawnExpert(), PASSWORD, PHONE_SIZE.width);
    errors = [...watchErrors(drawer), ...watchErrors(expert)];
    await expert.addInitScript(EARS);
  }, SLOW);
  afterAll(async () => {
    await browser.close();
    await app.close();
  });

  const card = (): ReturnType<Page['getByRole']> =>
    expert.getByRole('region', { name: '评审邀请来电' });
  const heard = (): Promise<string[]> => expert.evaluate<string[]>('window.heard');

  it('rings on whatever page is open, on a telephone’s screen', async () => {
    await expert.goto(`${app.url}/work/invitations`);
    await resize(expert, PHONE_SIZE);
    await card().getByRole('button', { name: '接听' }).waitFor();
    expect(await axeFindings(expert)).toEqual([]);
    expect(await scrollsSideways(expert)).toBe(false);
    await drawer.getByText('响铃中').first().waitFor();
    expect(await heard()).toEqual([]);
  });

  it('speaks and writes what it says, and takes a key that is pressed twice', async () => {
    await card().getByRole('button', { name: '接听' }).click();
    await card().getByText('能参加请按一').waitFor();
    expect(await axeFindings(expert)).toEqual([]);
    expect(await scrollsSideways(expert)).toBe(false);
    await picture(expert, 'expert-phone');
    await drawer.getByText('通话中').first().waitFor();
    await card().getByRole('button', { name: /重听/ }).click();
    await until('the repetition', async () => (await heard()).length === 2);
    await expert.keyboard.press('1');
    await card().getByText('确认请再按一').waitFor();
    await expert.keyboard.press('1');
    await card().getByText('已登记您参加').waitFor();
  });

  it('shows the operator a number and an answer, and no name', async () => {
    await drawer.getByText(/1 \/ 5 席已接受/).waitFor();
    await drawer.getByText(/第 1 次 · 接受/).waitFor({ timeout: 30_000 });
    expect(await axeFindings(drawer)).toEqual([]);
    await picture(drawer, 'draw-operator-calls');
  });

  it('never told what for', async () => {
    const words = await heard();
    expect(words).toHaveLength(4);
    expect(words[0]).toBe(words[1]);
    for (const one of words) {
      expect(one).toMatch(/^zh-CN /);
      for (const secret of [RURAL_ROAD.title, '公路', '镇']) expect(one).not.toContain(secret);
    }
    await card().getByRole('button', { name: '关闭' }).click({ timeout: 30_000 });
    await expert.getByText('已接受').first().waitFor();
    expect(errors).toEqual([]);
  });
});
