import type { Browser, Locator } from 'playwright-core';
import { DemoPeople } from '@server/demo';
import { translatorFor } from '../../apps/web/src/shared/i18n/catalogue';
import type { Locale } from '../../apps/web/src/shared/i18n/locale';
import { smallProject } from '../journeys/small-works';
import { worldAt, type World } from '../journeys/world';
import { anApp, type TestApp } from '../support/app';
import { describeInBrowser, launch } from './browser';
import { sitDown, type ChosenFile, type Keyboard } from './keyboard';
import { inSteps, SLOW } from './steps';

const LOCALES: readonly Locale[] = ['zh-CN', 'en'];
const PAPER: ChosenFile = {
  name: '办法.pdf',
  mimeType: 'application/pdf',
  buffer: Buffer.from('%PDF-1.4 sample'),
};
const REASON = '就近，报价最低';

describeInBrowser('with the keyboard alone, a place’s own document', () => {
  let app: TestApp;
  let world: World;
  let browser: Browser;

  beforeAll(async () => {
    app = await anApp('browser_keyboard_procedures', { DEMO: 'true' });
    await app.get(DemoPeople).settle(2);
    world = worldAt(app.url, () => undefined);
    browser = await launch();
  }, SLOW);
  afterAll(async () => {
    await browser.close();
    await app.close();
  });

  describe.each(LOCALES)('in %s', (locale) => {
    const t = translatorFor(locale);
    const step = inSteps();
    const everybody: Keyboard[] = [];
    const number = `采政发〔2026〕${locale === 'en' ? 4 : 3}号`;
    const title = '小型工程发包办法';

    const sit = async (username: string): Promise<Keyboard> => {
      const who = { username, password: 'sunlit-demo-2026' };
      const hands = await sitDown(browser, app.url, locale, who);
      everybody.push(hands);
      return hands;
    };
    afterAll(async () => {
      for (const { page } of everybody) await page.context().close();
    });

    step('is taken down by the registrar, band by band, corrected, and read by all', async () => {
      const registrar = await sit('registrar');
      await registrar.open(`${app.url}/work/procedures`);
      await registrar.press('button', t('procedure.keep'));
      const box = (label: string): Locator =>
        registrar.page.getByRole('combobox', { name: label, exact: true });
      await registrar.search(box(t('procedure.place')), '采禾乡');
      await registrar.type(t('procedure.number'), number);
      await registrar.type(t('procedure.title'), title);
      await registrar.type(t('procedure.review'), '采公审〔2026〕1号');
      await registrar.typeDate(t('procedure.inForceFrom'), '2026-01-01');
      const bands = registrar.page.getByRole('group');
      const limit = (at: number): Locator =>
        bands.nth(at).getByLabel(t('procedure.below'), { exact: true });
      const ways = (at: number): Locator => bands.nth(at).getByRole('combobox');
      await registrar.type(limit(0), '50000');
      await registrar.search(ways(0), t('method.direct_choice'));
      await registrar.press('button', t('procedure.addBand'));
      await registrar.type(limit(1), '30000');
      await registrar.search(ways(1), t('method.comparison'));
      await registrar.file(t('procedure.file'), [PAPER]);
      await registrar.see(t('procedure.fileThere', { name: PAPER.name }));
      expect(await registrar.look()).toEqual([]);
      const keep = registrar.page.locator('form').getByRole('button', {
        name: t('procedure.keep'),
        exact: true,
      });
      await registrar.enter(keep);
      await registrar.page.getByRole('alert').waitFor();
      await registrar.type(limit(1), '300000');
      await registrar.enter(keep);
      await registrar.see(t('procedure.document', { title, number }));
      expect(await registrar.look()).toEqual([]);
      const reader = await sit('firm1');
      await reader.open(`${app.url}/procedures`);
      await reader.see(t('procedure.document', { title, number }));
      await reader.see(t('procedure.decides'));
      expect(await reader.look()).toEqual([]);
    });

    step('lets its township choose a firm for a small sum, published with its reason', async () => {
      const township = await sit('township');
      await township.open(`${app.url}/work/projects/${await smallProject(world, '4000000')}`);
      await township.press('button', t('project.draft'));
      await township.see(t('direct.lead'));
      await township.see(number);
      const firm = await world.as('firm1');
      const { creditCode } = await firm.get<{ creditCode: string }>('/api/enterprises/mine');
      await township.type(t('direct.creditCode'), creditCode);
      await township.type(t('direct.price'), '39000');
      await township.type(t('direct.reason'), REASON);
      expect(await township.look()).toEqual([]);
      await township.turnBack(t('direct.act'));
      await township.press('button', t('direct.act'));
      await township.confirm(t('direct.act'));
      await township.see(t('status.publicity'));
      await township.press('link', t('draft.publicPage'));
      const notice = township.page.locator('summary', {
        hasText: t('noticeKind.direct_choice_notice'),
      });
      await township.enter(notice);
      await township.see(`理由：${REASON}`);
      expect(await township.look()).toEqual([]);
    });

    step('is ended by the registrar with a reason that everybody reads', async () => {
      const registrar = await sit('registrar');
      await registrar.open(`${app.url}/work/procedures`);
      await registrar.press('button', t('procedure.end'));
      const dialog = registrar.page.getByRole('dialog');
      await registrar.type(dialog.getByRole('textbox'), '由新办法代替');
      await registrar.confirm(t('procedure.end'));
      await registrar.see(t('procedure.ended'));
      await registrar.see(/由新办法代替/);
      expect(await registrar.look()).toEqual([]);
      for (const hands of everybody) expect(hands.uncaught()).toEqual([]);
    });
  });
});
