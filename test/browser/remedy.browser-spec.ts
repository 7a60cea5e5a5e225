import type { Browser, Page } from 'playwright-core';
import { DemoPeople } from '@server/demo';
import { translatorFor } from '../../apps/web/src/shared/i18n/catalogue';
import { filedObjection, rankedTender } from '../journeys/objection';
import { smallProject } from '../journeys/small-works';
import { worldAt, type World } from '../journeys/world';
import { anApp, type TestApp } from '../support/app';
import {
  axeFindings,
  describeInBrowser,
  launch,
  PHONE_SIZE,
  picture,
  resize,
  scrollsSideways,
  watchErrors,
} from './browser';
import { sitDown, type Keyboard } from './keyboard';
import { inSteps, SLOW } from './steps';

const OFFERS = [
  { username: 'firm1', price: '790000.00' },
  { username: 'firm2', price: '820000.00' },
  { username: 'firm3', price: '850000.00' },
];
const ADDED = '经查实，业绩合同系伪造。';
const NOBODY = '其余候选人也不符合资格条件。';

interface Result {
  readonly candidates: readonly { readonly name: string; readonly passedOver: string | null }[];
}
interface Published {
  readonly state: string;
  readonly notices: readonly { readonly kind: string; readonly text: string }[];
}

describeInBrowser('what an upheld objection leads to, with the keyboard alone', () => {
  let app: TestApp;
  let world: World;
  let browser: Browser;
  let tenderId: string;
  const everybody: Keyboard[] = [];
  const step = inSteps();

  beforeAll(async () => {
    app = await anApp('browser_remedy', { DEMO: 'true' });
    await app.get(DemoPeople).settle(3);
    world = worldAt(app.url, () => undefined);
    tenderId = await rankedTender(world, await smallProject(world), OFFERS);
    browser = await launch();
  }, SLOW);
  afterAll(async () => {
    await browser.close();
    await app.close();
  });

  const candidates = async (): Promise<Result['candidates']> =>
    (await world.stranger().get<Result>(`/api/public/tenders/${tenderId}/result`)).candidates;
  const published = (): Promise<Published> =>
    world.stranger().get<Published>(`/api/public/tenders/${tenderId}`);
  /** The tenderer at his desk, in a language, who upholds the objection that waits. */
  const upholds = async (locale: 'zh-CN' | 'en'): Promise<Keyboard> => {
    const who = { username: 'township', password: 'sunlit-demo-2026' };
    const desk = await sitDown(browser, app.url, locale, who);
    everybody.push(desk);
    const { t } = desk;
    await desk.open(`${app.url}/work/tenders/${tenderId}`);
    await desk.pick(t('objection.upheld'));
    await desk.type(t('objection.answer'), '异议成立。');
    await desk.press('button', t('objection.answerAct'));
    await desk.see(t('remedy.result'));
    return desk;
  };
  const paper = (desk: Keyboard): ReturnType<Page['getByRole']> =>
    desk.page.getByRole('article', { name: desk.t('notice.preview') });
  /** A passer-by reads the tender's page, wide and narrow. */
  const reads = async (locale: 'zh-CN' | 'en', look: (page: Page) => Promise<void>) => {
    const page = await (await browser.newContext()).newPage();
    const errors = watchErrors(page);
    for (const size of [{ width: 1440, height: 900 }, PHONE_SIZE]) {
      await resize(page, size);
      await page.goto(`${app.url}/tenders/${tenderId}`);
      if (locale === 'en' && size !== PHONE_SIZE) {
        const zh = translatorFor('zh-CN')('shell.languageLabel');
        await page.getByRole('button', { name: zh }).first().click();
      }
      await look(page);
      expect(await axeFindings(page)).toEqual([]);
      expect(await scrollsSideways(page)).toBe(false);
    }
    expect(errors).toEqual([]);
    await page.context().close();
  };

  step('the first candidate is left out; its notice is read before it goes out', async () => {
    await filedObjection(world, 'firm2', tenderId, 'result');
    const [first] = await candidates();
    const desk = await upholds('zh-CN');
    const { t } = desk;
    await desk.pick(t('remedy.stands'));
    await desk.see(t('remedy.changesNothing'));
    expect(await paper(desk).count()).toBe(0);
    await desk.pick(t('remedy.passed_over'));
    await desk.see(t('remedy.leavesOut', { name: first?.name ?? '' }));
    await desk.choose(t('remedy.ground'), t('passOver.violation'));
    await desk.type(t('remedy.text'), ADDED);
    await paper(desk).getByText(ADDED).waitFor();
    expect(await desk.look()).toEqual([]);
    const read = (await paper(desk).locator('p, h3').allInnerTexts()).join('\n');
    await paper(desk).scrollIntoViewIfNeeded();
    await picture(desk.page, 'tenderer-remedy');
    await desk.turnBack(t('remedy.act'));
    await desk.press('button', t('remedy.act'));
    await desk.confirm(t('remedy.act'));
    await desk.see(ADDED);
    expect(await desk.look()).toEqual([]);
    const { notices } = await published();
    const out = notices.find(({ kind }) => kind === 'result_changed_notice')?.text ?? '';
    const lines = (text: string): string[] =>
      text.split('\n').flatMap((line) => (line.trim() === '' ? [] : [line.trim()]));
    expect(lines(read)).toEqual(lines(out));
    expect(out).toContain(`取消中标候选人资格：${first?.name ?? ''}`);
  });

  step('everybody reads it on the tender’s page, in either language', async () => {
    const [first, second] = await candidates();
    expect([first?.passedOver, second?.passedOver]).toEqual(['violation', null]);
    for (const locale of ['zh-CN', 'en'] as const) {
      const t = translatorFor(locale);
      await reads(locale, async (page) => {
        const ground = t('result.passedOver', { ground: t('passOver.violation') });
        await page.getByText(ground).locator('visible=true').first().waitFor();
        await page
          .locator('summary', { hasText: t('noticeKind.result_changed_notice') })
          .press('Enter');
        await page.getByText(ADDED).waitFor();
      });
    }
  });

  step('nobody is left to be chosen, in English: the tender comes to nothing', async () => {
    await filedObjection(world, 'firm3', tenderId, 'result');
    const desk = await upholds('en');
    const { t } = desk;
    await desk.pick(t('remedy.failed'));
    await desk.see(t('remedy.failsLot'));
    await desk.type(t('remedy.text'), NOBODY);
    await paper(desk).getByText(NOBODY).waitFor();
    expect(await desk.look()).toEqual([]);
    await desk.press('button', t('remedy.act'));
    await desk.confirm(t('remedy.act'));
    await desk.see(NOBODY);
    expect((await published()).state).toBe('failed');
    await reads('en', async (page) => {
      const stage = page.locator('.process__stage--failed', { hasText: t('stage.publicity') });
      await stage.locator('summary', { hasText: t('noticeKind.lot_failed_notice') }).press('Enter');
      await page.getByText(NOBODY).waitFor();
    });
    expect(everybody.flatMap((hands) => hands.uncaught())).toEqual([]);
  });
});
