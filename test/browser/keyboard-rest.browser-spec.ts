import type { Browser } from 'playwright-core';
import { DemoPeople } from '@server/demo';
import { translatorFor } from '../../apps/web/src/shared/i18n/catalogue';
import type { Locale } from '../../apps/web/src/shared/i18n/locale';
import { clockTo, until, worldAt, type World } from '../journeys/world';
import { anApp, type TestApp } from '../support/app';
import { describeInBrowser, launch } from './browser';
import { sitDown, type ChosenFile, type Keyboard } from './keyboard';
import { inSteps, SLOW } from './steps';

const LOCALES: readonly Locale[] = ['zh-CN', 'en'];
const PAPER: ChosenFile = {
  name: 'proof.pdf',
  mimeType: 'application/pdf',
  buffer: Buffer.from('%PDF-1.4 sample'),
};

interface Own {
  readonly id: string;
  readonly remindAt: string;
  readonly endsAt: string | null;
}

/** What comes before a value in a sentence of the catalogue. */
function before(sentence: string): RegExp {
  return new RegExp(sentence.split('|')[0] ?? sentence);
}

describeInBrowser('with the keyboard alone, what hardly ever happens', () => {
  let app: TestApp;
  let world: World;
  let browser: Browser;

  beforeAll(async () => {
    app = await anApp('browser_keyboard_rest', { DEMO: 'true' });
    await app.get(DemoPeople).settle(0);
    world = worldAt(app.url, () => undefined);
    browser = await launch();
  }, SLOW);
  afterAll(async () => {
    await browser.close();
    await app.close();
  });

  describe.each(LOCALES)('in %s', (locale) => {
    const t = translatorFor(locale);
    const title = `${locale === 'en' ? '东' : '西'}沟抢险护岸`;
    const step = inSteps();
    const everybody: Keyboard[] = [];
    const optional = (
      label:
        | 'basis.number'
        | 'basis.review'
        | 'project.budgetFunds'
        | 'project.together'
        | 'project.exemption',
    ): string => t('form.optional', { what: t(label) });
    let tenderer: Keyboard;

    const sit = async (username: string): Promise<Keyboard> => {
      const hands = await sitDown(browser, app.url, locale, {
        username,
        password: 'sunlit-demo-2026',
      });
      everybody.push(hands);
      return hands;
    };
    const registered = async (name: string): Promise<Own> => {
      const client = await world.as('township');
      const { id } = await client.post<Own>('/api/projects', {
        title: name,
        kind: 'works',
        owner: 'township',
        partOfWorks: true,
        fiscalFunds: true,
        estimateFen: '30000000',
        totalInvestmentFen: '30000000',
        category: 'works',
        region: '采花乡',
        approvalNumber: '青发改〔2026〕71号',
      });
      await (await world.as('registrar')).post(`/api/projects/${id}/answer`, { missing: [] });
      return client.get<Own>(`/api/projects/${id}`);
    };
    afterAll(async () => {
      for (const { page } of everybody) await page.context().close();
    });

    step('a project that need not be tendered is handed in with its proof', async () => {
      tenderer = await sit('township');
      await tenderer.open(`${app.url}/work/projects/new`);
      await tenderer.type(t('project.title'), title);
      await tenderer.choose(t('project.owner'), t('projectOwner.township'));
      await tenderer.type(t('project.estimate'), '9000000');
      await tenderer.type(t('project.investment'), '9000000');
      await tenderer.type(t('project.region'), '采花乡');
      await tenderer.type(t('project.approval'), '青发改〔2026〕70号');
      await tenderer.type(optional('project.budgetFunds'), '9000000');
      await tenderer.type(optional('project.together'), '100000');
      await tenderer.choose(optional('project.exemption'), t('exemption.rescue'));
      await tenderer.type(t('project.evidence'), '县防指〔2026〕2号抢险命令');
      await tenderer.press('button', t('project.submit'));
      await tenderer.see(/招标投标法/);
      await tenderer.file(t('project.proof'), [PAPER]);
      await tenderer.see(PAPER.name);
      expect(await tenderer.look()).toEqual([]);
      await tenderer.press('button', t('project.submit'));
      await tenderer.see(before(t('project.waiting')));
      await tenderer.see('县防指〔2026〕2号抢险命令');
      expect(await tenderer.save(t('project.proofDownload'))).toBe(PAPER.name);
      const own = tenderer.page.url();
      await tenderer.open(`${app.url}/work/projects/new`);
      await tenderer.choose(t('project.owner'), t('projectOwner.township'));
      await tenderer.type(t('project.estimate'), '2500000');
      await tenderer.type(t('project.investment'), '2500000');
      // With the one before it reaches the threshold: the chip warns, and does not say that all is well.
      await tenderer.see(t('draft.warns'));
      await tenderer.open(own);
    });

    step('its receipt is saved as a paper, and it is given up with a reason', async () => {
      const registrar = await sit('registrar');
      await registrar.press('link', t('nav.projectQueue'));
      await registrar.see(title);
      await registrar.press('button', t('queue.completeProject'));
      await registrar.see(t('queue.projectsEmpty'));
      const { page } = tenderer;
      await until('the receipt', async () => {
        const { hasLetter } = await (
          await world.as('township')
        ).get<{ hasLetter: boolean }>(`/api/projects/${page.url().split('/').at(-1)}`);
        return hasLetter;
      });
      await tenderer.open(page.url());
      expect(await tenderer.save(t('project.receipt'))).toMatch(/^P2026-\d{4}\.pdf$/);
      await tenderer.type(t('project.endReason'), '改由县里统一实施');
      await tenderer.turnBack(t('project.endAct'));
      await tenderer.press('button', t('project.endAct'));
      await tenderer.confirm(t('project.endAct'));
      await tenderer.see('改由县里统一实施');
      expect(await tenderer.look()).toEqual([]);
    });

    step('a lottery’s local basis is recorded on its draft', async () => {
      const { id } = await registered(`${title}二期`);
      await tenderer.open(`${app.url}/work/projects/${id}`);
      await tenderer.press('button', t('project.draft'));
      await tenderer.page.waitForURL('**/work/tenders/*');
      await tenderer.choose(t('draft.method'), t('method.lottery'));
      await tenderer.type(optional('basis.number'), '青政办〔2026〕3号');
      await tenderer.type(optional('basis.review'), '青公审〔2026〕1号');
      await tenderer.file(t('basis.file'), [PAPER]);
      await tenderer.see(PAPER.name);
      expect(await tenderer.look()).toEqual([]);
      await tenderer.press('button', t('form.save'));
      await tenderer.see(t('basis.fileKept'));
    });

    step('a year of the calendar is corrected, with its source', async () => {
      const admin = await sit('sysadmin');
      await admin.open(`${app.url}/work/calendar`);
      await admin.press('button', t('calendar.correctYear', { year: 2026 }));
      await admin.type(t('calendar.source'), '国办发明电〔2025〕7号');
      expect(await admin.look()).toEqual([]);
      await admin.press('button', t('calendar.save'));
      await admin.see(before(t('calendar.version', { version: '|' })));
      await admin.see(/国办发明电〔2025〕7号/);
    });

    step('one says in which language one wants to be told', async () => {
      const citizen = await sit('citizen');
      await citizen.open(`${app.url}/work/account`);
      await citizen.pick('English');
      await citizen.press('button', t('contact.save'));
      await citizen.see(t('contact.done'));
      await citizen.pick('中文');
      await citizen.press('button', t('contact.save'));
      await citizen.see(t('contact.done'));
      expect(await citizen.look()).toEqual([]);
    });

    step('a project nobody tenders is reminded of itself, and kept', async () => {
      const { id, remindAt } = await registered(`${title}三期`);
      await clockTo(world, remindAt);
      await until('the reminder', async () => {
        const { endsAt } = await (await world.as('township')).get<Own>(`/api/projects/${id}`);
        return endsAt !== null;
      });
      const hands = await sit('township2');
      await hands.open(`${app.url}/work/projects/${id}`);
      await hands.see(before(t('project.reminded', { at: '|' })));
      expect(await hands.look()).toEqual([]);
      await hands.press('button', t('project.keepAct'));
      await hands.see(before(t('project.remindAt', { at: '|' })));
    });
  });
});
