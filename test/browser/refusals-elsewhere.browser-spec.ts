import type { Browser, Page } from 'playwright-core';
import { basePrice, basePriceCommit } from '@core/sealed-bid';
import { fen } from '@core/kernel';
import { demoCreditCode, DemoPeople } from '@server/demo';
import { translatorFor } from '../../apps/web/src/shared/i18n/catalogue';
import { LOCALES, type Locale } from '../../apps/web/src/shared/i18n/locale';
import { recordOf, registerFirm, type Firm } from '../journeys/firm';
import { uploadFile } from '../journeys/upload';
import { clockTo, random, worldAt, type World } from '../journeys/world';
import { anApp, type TestApp } from '../support/app';
import { describeInBrowser, launch, signedIn } from './browser';
import { cited } from './cited';
import { noticeText } from '../journeys/notice';

const DEMO = 'sunlit-demo-2026';
const OWN = 'a longer secret 7';
const SLOW = 300_000;
const PATIENCE = 60_000;

/** Where the same refusals are looked at: the works of the policy of 2013 below its threshold are of another regime. */
const PLACES = [
  { ruleSet: 'national-2024', estimate: '600000000', basePriceLaw: /条例§27/ },
  { ruleSet: 'county-2013', estimate: '360000000', basePriceLaw: null },
] as const;

interface Made {
  readonly id: string;
}

interface Timetable {
  readonly clarifyUntil: string;
  readonly deadline: string;
}

describeInBrowser('what the law refuses elsewhere', () => {
  describe.each(PLACES)('under $ruleSet', refusalsUnder);
});

function refusalsUnder(place: (typeof PLACES)[number]): void {
  let app: TestApp;
  let world: World;
  let browser: Browser;

  /** A page in a language, where somebody has signed in. */
  const desk = async (
    locale: Locale,
    username: string,
    path: string,
    password = DEMO,
  ): Promise<Page> => {
    const page = await signedIn(browser, app.url, username, password);
    page.setDefaultTimeout(PATIENCE);
    await page.evaluate(`localStorage.setItem('sunlit.locale', '${locale}')`);
    await page.goto(`${app.url}${path}`);
    return page;
  };
  const firm = async (name: string, code: Record<string, string> = {}): Promise<Firm> => {
    const one = await registerFirm(world, name, code);
    await one.client.put('/api/enterprises/mine', recordOf(name));
    await one.client.post('/api/enterprises/mine/submit');
    const registrar = await world.as('registrar');
    await registrar.post(`/api/enterprises/${one.id}/answer`, { missing: [] });
    return one;
  };
  /** A draft with its document; `deadline` null: the earliest lawful one. */
  const draft = async (deadline: string | null, commissions = false): Promise<string> => {
    const tenderer = await world.as('township');
    const project = await tenderer.post<Made>('/api/projects', {
      title: '采花乡便民桥',
      kind: 'works',
      owner: 'township',
      partOfWorks: true,
      fiscalFunds: true,
      estimateFen: place.estimate,
      totalInvestmentFen: place.estimate,
      category: 'works',
      region: '采花乡',
      approvalNumber: '青发改〔2026〕12号',
    });
    await (await world.as('registrar')).post(`/api/projects/${project.id}/answer`, { missing: [] });
    if (commissions) {
      const [agency] = await tenderer.get<Made[]>('/api/agencies');
      const contract = await uploadFile(tenderer, '合同.txt', 'text/plain', Buffer.from('合同'));
      await tenderer.put(`/api/projects/${project.id}/commission`, {
        agencyId: agency?.id,
        contractNumber: '委托〔2026〕3号',
        fileId: contract.id,
      });
    }
    const { id } = await tenderer.post<Made>('/api/tenders', {
      projectId: project.id,
      title: '采花乡便民桥',
      method: 'open_tender',
      bidBondFen: '0',
      ...(deadline === null ? {} : { deadline }),
    });
    const file = await uploadFile(tenderer, '招标文件.txt', 'text/plain', Buffer.from('文件'));
    const document = { fileId: file.id, kind: 'tender_document', title: '招标文件' };
    await tenderer.post(`/api/tenders/${id}/documents`, document);
    return id;
  };
  let tenderId: string;
  let timetable: Timetable;

  beforeAll(async () => {
    const settings = { DEMO: 'true', RULE_SET: place.ruleSet };
    app = await anApp(`browser_refusals_${place.ruleSet.slice(0, 6)}`, settings);
    await app.get(DemoPeople).settle(0);
    world = worldAt(app.url, () => undefined);
    tenderId = await draft(null, true);
    const tenderer = await world.as('township');
    ({ timetable } = await tenderer.post<{ timetable: Timetable }>(
      `/api/tenders/${tenderId}/publish`,
      { text: await noticeText(tenderer, tenderId) },
    ));
    browser = await launch();
  }, SLOW);
  afterAll(async () => {
    await browser.close();
    await app.close();
  });

  describe.each(LOCALES)('in %s', (locale) => {
    const t = translatorFor(locale);
    const card = (page: Page): ReturnType<Page['getByRole']> =>
      page.getByRole('region', { name: t('signUp.title'), exact: true });

    it(
      'a deadline that leaves bidders too little time',
      async () => {
        const id = await draft('2026-03-06T01:30:00.000Z');
        const page = await desk(locale, 'township', `/work/tenders/${id}`);
        await page
          .getByRole('button', { name: t('draft.publish') })
          .first()
          .click();
        const dialog = page.getByRole('dialog');
        await dialog.getByRole('button', { name: t('draft.publish') }).click();
        await cited(page, dialog, /招标投标法|条例|平台/);
      },
      SLOW,
    );

    it(
      'a firm that is not in the register, and one that is suspended',
      async () => {
        const stranger = await registerFirm(world, `青禾县未入库${locale}有限公司`);
        const page = await desk(locale, stranger.username, `/tenders/${tenderId}`, OWN);
        await page.getByRole('button', { name: t('signUp.act'), exact: true }).click();
        await cited(page, card(page), /电子招标投标办法/);
        const barred = await firm(`青禾县停牌${locale}有限公司`);
        await (
          await world.as('supervisor')
        ).post(`/api/enterprises/${barred.id}/decisions`, {
          kind: 'suspend',
          number: `青监罚〔2026〕${locale}号`,
          reason: '串通投标',
          until: '2026-06-01T16:00:00.000Z',
        });
        const out = await desk(locale, barred.username, `/tenders/${tenderId}`, OWN);
        await out.getByRole('button', { name: t('signUp.act'), exact: true }).click();
        await cited(out, card(out), /条例§67/);
      },
      SLOW,
    );

    it(
      'a second letter that names what was there at first, without a reason',
      async () => {
        const tenderer = await world.as('township');
        const registrar = await world.as('registrar');
        const project = {
          title: `文化站${locale}`,
          kind: 'works',
          owner: 'township',
          partOfWorks: true,
          fiscalFunds: true,
          estimateFen: '500000000',
          totalInvestmentFen: '500000000',
          category: 'works',
          region: '采花乡',
          approvalNumber: '青发改〔2026〕40号',
        };
        const { id } = await tenderer.post<Made>('/api/projects', project);
        await registrar.post(`/api/projects/${id}/answer`, { missing: ['批准文件'] });
        await tenderer.post(`/api/projects/${id}/resubmit`, {
          ...project,
          approvalNumber: '青发改41号',
        });
        const page = await desk(locale, 'registrar', '/work/queue/projects');
        await page.getByRole('button', { name: t('queue.return') }).click();
        const dialog = page.getByRole('dialog');
        await dialog.getByLabel(t('queue.missingLabel')).fill('资金证明');
        await dialog.getByRole('button', { name: t('queue.return') }).click();
        await cited(page, dialog, /一次性告知/);
        await registrar.post(`/api/projects/${id}/answer`, { missing: [] });
      },
      SLOW,
    );

    it(
      'a second base price: by its law, or as a rule of the platform where no law says so',
      async () => {
        const id = await draft(null);
        const tenderer = await world.as('township');
        await tenderer.post(`/api/tenders/${id}/publish`, { text: await noticeText(tenderer, id) });
        const page = await desk(locale, 'township', `/work/tenders/${id}`);
        const amount = { name: t('basePrice.amount'), exact: true };
        await page.getByRole('textbox', amount).fill('3500000');
        await page.getByRole('button', { name: t('basePrice.make') }).click();
        const download = page.waitForEvent('download');
        await page.getByRole('button', { name: t('basePrice.download') }).click();
        await download;
        await page.getByLabel(t('basePrice.saved')).check();
        const other = basePrice(id, null, fen(340_000_000), random());
        const body = { lot: 1, commit: basePriceCommit(other) };
        await tenderer.post(`/api/tenders/${id}/base-price`, body);
        await page.getByRole('button', { name: t('basePrice.seal') }).click();
        if (place.basePriceLaw !== null)
          await cited(page, page.locator('main'), place.basePriceLaw);
        else await page.getByText(t('error.platformRule')).waitFor();
      },
      SLOW,
    );
  });

  it(
    'the agency as a bidder',
    async () => {
      const agency = await firm('青禾诚信招标代理有限公司', { creditCode: demoCreditCode(900) });
      const t = translatorFor('en');
      const page = await desk('en', agency.username, `/tenders/${tenderId}`, OWN);
      await page.getByRole('button', { name: t('signUp.act'), exact: true }).click();
      await cited(page, page.getByRole('region', { name: t('signUp.title') }), /条例§13/);
    },
    SLOW,
  );

  it(
    'a question after its last day and a sign-up after the deadline, in both languages',
    async () => {
      const late = await firm('青禾县迟到有限公司');
      const pages: Page[] = [];
      for (const locale of LOCALES) {
        const page = await desk(locale, late.username, `/tenders/${tenderId}`, OWN);
        await page.getByLabel(translatorFor(locale)('questions.ask')).fill('还来得及吗？');
        await page.route('**/api/clock', (route) => route.abort());
        pages.push(page);
      }
      const after = new Date(Date.parse(timetable.clarifyUntil) + 1_000).toISOString();
      await clockTo(world, after);
      for (const [at, locale] of LOCALES.entries()) {
        const page = pages[at];
        if (page === undefined) continue;
        const t = translatorFor(locale);
        await page.getByRole('button', { name: t('questions.askAct') }).click();
        await cited(page, page.locator('section.card', { hasText: t('questions.ask') }), /条例/);
      }
      // The page asks again by itself and then takes the button and what it said away; here that answer is still on its way.
      for (const page of pages) {
        await page.route(`**/api/public/tenders/${tenderId}`, () => undefined);
      }
      await clockTo(world, timetable.deadline);
      for (const [at, locale] of LOCALES.entries()) {
        const page = pages[at];
        if (page === undefined) continue;
        const name = translatorFor(locale)('signUp.act');
        await page.getByRole('button', { name, exact: true }).click();
      }
      for (const page of pages) await cited(page, page.locator('main'), /电子招标投标办法/);
    },
    SLOW,
  );
}
