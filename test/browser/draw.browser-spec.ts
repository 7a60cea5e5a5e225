import type { Browser, Page } from 'playwright-core';
import type { DrawSpec } from '@core/draw';
import { parseInstant, signPayload } from '@core/kernel';
import { DemoPeople } from '@server/demo';
import { publish, registerProject } from '../journeys/rural-road';
import { ROAD_SEATS } from '../journeys/panel';
import { until, worldAt, type World } from '../journeys/world';
import { anApp, type TestApp } from '../support/app';
import { Contributor } from '../support/contributor';
import { axeFindings, describeInBrowser, launch, signedIn, watchErrors } from './browser';

const PASSWORD = 'sunlit-demo-2026';
const SLOW = 150_000;
const DICE = '6 1 2 3 4 5 6 1 2 3 4 5 6 1 2 3 4 5 1 2';

interface DrawAnswer {
  readonly id: string;
  readonly drawId: string;
  readonly state: string;
  readonly spec: DrawSpec | null;
}

describeInBrowser('a draw that goes wrong once, by hand', () => {
  let app: TestApp;
  let browser: Browser;
  let world: World;
  let tenderId: string;
  let drawId: string;
  let operator: Page;
  let supervisor: Page;
  let errors: string[];

  beforeAll(async () => {
    app = await anApp('browser_draw', { DEMO: 'true' });
    await app.get(DemoPeople).settle(0);
    world = worldAt(app.url, () => undefined);
    const published = await publish(world, await registerProject(world));
    ({ tenderId } = published);
    const meetingAt = new Date((parseInstant(published.deadline) ?? 0) + 3_600_000).toISOString();
    const tenderer = await world.as('township');
    const panel = await tenderer.post<{ id: string }>(`/api/tenders/${tenderId}/panel`, {
      total: 5,
      tenderer: 0,
      seats: ROAD_SEATS,
      meetingAt,
    });
    const drawer = await world.as('drawer');
    const begun = await drawer.post<{ drawId: string }>(`/api/panels/${panel.id}/draw`);
    drawId = begun.drawId;
    browser = await launch([], 'no-preference');
    operator = await signedIn(browser, app.url, 'drawer', PASSWORD);
    supervisor = await signedIn(browser, app.url, 'supervisor', PASSWORD);
    errors = [...watchErrors(operator), ...watchErrors(supervisor)];
  }, SLOW);
  afterAll(async () => {
    await browser.close();
    await app.close();
  });

  const reached = (id: string, state: string): Promise<DrawAnswer> =>
    until(`the draw to be ${state}`, async () => {
      const draw = await world.stranger().get<DrawAnswer>(`/api/public/draws/${id}`);
      return draw.state === state ? draw : null;
    });
  const show = async (id: string): Promise<void> => {
    for (const page of [operator, supervisor]) await page.goto(`${app.url}/draws/${id}`);
  };

  it('is voided behind its lock with the signatures of both parties', async () => {
    await show(drawId);
    const tenderer = await world.as('township');
    const absent = new Contributor('tenderer');
    await supervisor.getByRole('button', { name: '投入我的随机数' }).click();
    await tenderer.post(`/api/draws/${drawId}/enrol`, absent.keys);
    const { spec } = await reached(drawId, 'inputs');
    await tenderer.post(`/api/draws/${drawId}/inputs`, absent.input(spec!));
    // The tenderer deposits nothing: the draw stands still behind its lock.
    const stuck = await reached(drawId, 'deposits');
    expect(await axeFindings(operator)).toEqual([]);
    await operator.getByRole('button', { name: '作废这一次' }).click();
    await operator.locator('.ant-modal:not([class*="ant-zoom"])').waitFor();
    await operator.getByLabel('原因（公开）').fill('招标人没有托管');
    await operator.getByRole('button', { name: '请各方签名作废' }).click();
    await supervisor.getByRole('button', { name: '同意作废并签名' }).click();
    const payload = { drawId: stuck.drawId, reason: '招标人没有托管' };
    const sig = signPayload(absent.seed, 'tp1/draw/void', payload);
    await tenderer.post(`/api/draws/${drawId}/void-signatures`, { sig });
    await reached(drawId, 'void');
    await operator.getByText('已作废：招标人没有托管').first().waitFor();
  });

  it('is drawn again by dice in the room, and both attempts stay on the page', async () => {
    const draws = await until('the second attempt', async () => {
      const all = await world.stranger().get<DrawAnswer[]>(`/api/public/tenders/${tenderId}/draws`);
      return all.length === 2 ? all : null;
    });
    const { id } = draws[1]!;
    const tenderer = await signedIn(browser, app.url, 'township', PASSWORD);
    await show(id);
    await tenderer.goto(`${app.url}/draws/${id}`);
    await operator.getByRole('radio', { name: '现场掷骰子或摇球', checked: true }).waitFor();
    await operator.getByRole('radio', { name: '三方托管' }).check();
    await operator.getByRole('button', { name: '用这种来源' }).click();
    await operator.getByText('不能再用三方托管').waitFor();
    for (const page of [supervisor, tenderer]) {
      await page.getByRole('button', { name: '投入我的随机数' }).click();
    }
    await reached(id, 'awaiting');
    await operator.getByLabel('点数，按摆放顺序').fill(DICE.slice(2));
    await operator.getByRole('button', { name: '录入点数' }).click();
    await operator.getByText('点数不对').waitFor();
    await operator.getByLabel('点数，按摆放顺序').fill(DICE);
    await operator.getByRole('button', { name: '录入点数' }).click();
    for (const page of [supervisor, tenderer]) {
      await page.getByText(DICE).first().waitFor();
      await page.getByRole('button', { name: '与现场一致，签名' }).click();
    }
    await reached(id, 'drawn');
    await supervisor.getByText('第 1 位').first().waitFor();
    await supervisor.getByRole('button', { name: '重新算一遍' }).click();
    await supervisor.getByText(/项都重新算过/).waitFor();
    await supervisor.getByRole('heading', { name: '历次抽取' }).waitFor();
    expect(await supervisor.getByText('已作废：招标人没有托管').count()).toBe(1);
    expect(await axeFindings(supervisor)).toEqual([]);
    expect(errors).toEqual([]);
  });
});
