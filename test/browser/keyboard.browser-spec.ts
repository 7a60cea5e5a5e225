import type { Browser } from 'playwright-core';
import { idNumberCheck } from '@core/enterprise';
import { DemoPeople } from '@server/demo';
import type { Locale } from '../../apps/web/src/shared/i18n/locale';
import { creditCode } from '../journeys/credit-code';
import { holderKeys } from '../journeys/holders';
import { enterFirm } from '../journeys/rural-road';
import { worldAt, type World } from '../journeys/world';
import { anApp, type TestApp } from '../support/app';
import { describeInBrowser, launch } from './browser';
import { sitDown, type ChosenFile, type Keyboard } from './keyboard';
import { inSteps, SLOW } from './steps';

const DEMO = 'sunlit-demo-2026';
const PASSWORD = 'a bridge over the river 9';

const ID = '42050019900101007';
const LOCALES: readonly Locale[] = ['zh-CN', 'en'];

const PAPER: ChosenFile = {
  name: 'paper.pdf',
  mimeType: 'application/pdf',
  buffer: Buffer.from('%PDF-1.4 sample'),
};

/** The public cards of a tender's key holders, as they come to the tenderer. */
async function holderCards(tender: string): Promise<ChosenFile[]> {
  const { sealing } = await holderKeys(tender);
  return (sealing.holders as Record<string, unknown>[]).map((holder) => ({
    name: `${String(holder.id)}.json`,
    mimeType: 'application/json',
    buffer: Buffer.from(JSON.stringify({ v: 1, tender, ...holder })),
  }));
}

describeInBrowser('with the keyboard alone', () => {
  let app: TestApp;
  let world: World;
  let browser: Browser;
  let url: string;

  beforeAll(async () => {
    app = await anApp('browser_keyboard', { DEMO: 'true' });
    await app.get(DemoPeople).settle(0);
    url = app.url;
    world = worldAt(url, () => undefined);
    browser = await launch();
  }, SLOW);
  afterAll(async () => {
    await browser.close();
    await app.close();
  });

  describe.each(LOCALES)('in %s', (locale) => {
    const firm = `${locale === 'en' ? '北山' : '南山'}路桥有限公司`;
    const username = `keys${locale === 'en' ? 'en' : 'zh'}`;
    const title = `${locale === 'en' ? '北' : '南'}坡村组公路（两个标段）`;
    let bidder: Keyboard;
    let registrar: Keyboard;
    let tenderer: Keyboard;
    let second: Keyboard;
    let tenderId: string;
    const everybody: Keyboard[] = [];
    const t = (): Keyboard['t'] => bidder.t;
    const optional = (label: 'project.worksClass' | 'draft.bidValidity'): string =>
      t()('form.optional', { what: t()(label) });

    const sit = async (name?: string, password = DEMO): Promise<Keyboard> => {
      const hands = await sitDown(
        browser,
        url,
        locale,
        name === undefined ? undefined : { username: name, password },
      );
      everybody.push(hands);
      return hands;
    };

    const step = inSteps();

    afterAll(async () => {
      for (const { page } of everybody) await page.context().close();
    });

    step('a firm registers, fills in its record with a file, and hands it in', async () => {
      bidder = await sit();
      await bidder.press('link', t()('register.link'));
      await bidder.page.waitForURL('**/register');
      await bidder.type(t()('register.name'), firm);
      await bidder.type(t()('register.creditCode'), creditCode());
      await bidder.type(t()('register.personName'), '周敏');
      await bidder.type(t()('register.username'), username);
      await bidder.type(bidder.page.locator('input[type=password]'), PASSWORD);
      expect(await bidder.look()).toEqual([]);
      await bidder.press('button', t()('register.submit'));
      await bidder.page.waitForURL('**/work/enterprise');
      for (const [field, value] of [
        ['enterprise.address', '青禾县城关镇'],
        ['enterprise.legalRepresentative', '周建国'],
        ['enterprise.contactPhone', '0717-6660000'],
        ['enterprise.bankName', '青禾农村商业银行'],
        ['enterprise.bankAccount', '62220000000001'],
      ] as const) {
        await bidder.type(t()(field), value);
      }
      await bidder.press('button', t()('enterprise.addQualification'));
      await bidder.type(t()('enterprise.qualificationType'), '公路工程施工总承包');
      await bidder.type(t()('enterprise.qualificationGrade'), '三级');
      await bidder.type(t()('enterprise.qualificationCertificate'), 'D342001');
      await bidder.typeDate(t()('enterprise.qualificationUntil'), '2027-12-31');
      await bidder.press('button', t()('staff.add'));
      await bidder.type(t()('staff.name'), '张工');
      await bidder.choose(t()('staff.role'), t()('staffRole.technical_lead'));
      await bidder.type(t()('staff.certificateType'), '二级注册建造师');
      await bidder.type(t()('staff.certificate'), '鄂2420001');
      await bidder.typeDate(t()('staff.validUntil'), '2027-06-30');
      await bidder.type(t()('staff.idNumber'), ID + (idNumberCheck(ID) ?? ''));
      await bidder.file(t()('attachment.add'), [PAPER]);
      await bidder.page.getByLabel(t()('attachment.title'), { exact: true }).waitFor();
      await bidder.press('button', t()('form.save'));
      await bidder.see(t()('enterprise.complete'));
      expect(await bidder.look()).toEqual([]);
      await bidder.press('button', t()('enterprise.submit'));
      await bidder.see(t()('enterprise.waiting'));
    });

    step('the registrar compares it, sends one letter, and then enters it', async () => {
      registrar = await sit('registrar');
      await registrar.press('link', t()('nav.enterpriseQueue'));
      await registrar.press('link', firm);
      await registrar.page.getByRole('table', { name: t()('diff.title') }).waitFor();
      expect(await registrar.look()).toEqual([]);
      await registrar.press('button', t()('queue.return'));
      const item = t()('deficiency.safety_licence');
      await registrar.tick(item);
      await registrar.type(t()('answer.noteOf', { what: item }), '还没有上传');
      await registrar.confirm(t()('answer.send', { count: 1 }));
      await registrar.see('还没有上传');
      await bidder.open(`${url}/work/enterprise`);
      await bidder.see(/还没有上传/);
      const letter = bidder.page.waitForEvent('download', { timeout: 120_000 });
      await bidder.enter(bidder.page.getByRole('button', { name: t()('letter.download') }));
      await letter;
      await bidder.file(t()('attachment.add'), [{ ...PAPER, name: 'licence.pdf' }]);
      await bidder.page.getByLabel(t()('attachment.title'), { exact: true }).nth(1).waitFor();
      await bidder.press('button', t()('form.save'));
      await bidder.see(/·|:/);
      await bidder.press('button', t()('enterprise.submit'));
      await bidder.see(t()('enterprise.waiting'));
      await registrar.open(registrar.page.url());
      await registrar.press('button', t()('queue.complete'));
      await registrar.see(t()('history.inForce'));
    });

    step('a tenderer registers a project, advised while typing, and has a receipt', async () => {
      tenderer = await sit('township');
      await tenderer.press('link', t()('nav.projects'));
      await tenderer.press('link', t()('projects.new'));
      await tenderer.type(t()('project.title'), title);
      await tenderer.pick(t()('projectKind.goods'));
      await tenderer.pick(t()('projectKind.works'));
      await tenderer.choose(optional('project.worksClass'), t()('worksClass.A03'));
      await tenderer.choose(t()('project.owner'), t()('projectOwner.township'));
      await tenderer.type(t()('project.estimate'), '3600000');
      await tenderer.type(t()('project.investment'), '3600000');
      await tenderer.see(t()('project.earliest'));
      await tenderer.type(t()('project.estimate'), '4600000');
      await tenderer.see(t()('project.mustTender'));
      await tenderer.type(t()('project.region'), '采禾乡');
      await tenderer.type(t()('project.approval'), '青发改〔2026〕12号');
      expect(await tenderer.look()).toEqual([]);
      await tenderer.press('button', t()('project.submit'));
      await tenderer.see(new RegExp(t()('project.waiting')));
      await registrar.press('link', t()('nav.projectQueue'));
      await registrar.see(title);
      expect(await registrar.look()).toEqual([]);
      await registrar.press('button', t()('queue.completeProject'));
      await registrar.see(t()('queue.projectsEmpty'));
      await tenderer.open(tenderer.page.url());
      await tenderer.see(t()('project.registered'));
      await tenderer.see(t()('worksClass.A03'));
      await tenderer.see(/^A03/);
      expect(await tenderer.look()).toEqual([]);
    });

    step(
      'drafts: terms, the deadline on the calendar, lots, documents, keys, the notice',
      async () => {
        await tenderer.press('button', t()('project.draft'));
        await tenderer.page.waitForURL('**/work/tenders/*');
        tenderId = tenderer.page.url().split('/').pop() ?? '';
        const terms = tenderer.page.locator('form').first();
        await tenderer.type(terms.getByLabel(t()('draft.bond'), { exact: true }), '50000');
        await tenderer.type(optional('draft.bidValidity'), '75');
        const days = tenderer.page.getByRole('table', { name: t()('deadlineDay.label') });
        const chosen = days.locator('[aria-pressed=true]');
        await tenderer.reach(chosen);
        const before = await chosen.getAttribute('data-date');
        await tenderer.arrow('ArrowDown');
        await tenderer.arrow('ArrowRight');
        await tenderer.page.keyboard.press('Enter');
        await days.locator(`[aria-pressed=true]:not([data-date="${before ?? ''}"])`).waitFor();
        const later = await chosen.getAttribute('data-date');
        await tenderer.press('button', t()('form.save'), terms);
        await tenderer.see(later ?? 'no date');
        const lots = tenderer.page.locator('form').nth(1);
        await tenderer.press('button', t()('lot.add'), lots);
        const [one, other] = [lots.locator('fieldset').nth(0), lots.locator('fieldset').nth(1)];
        for (const [lot, name] of [
          [one, '路基与路面'],
          [other, '桥涵与绿化'],
        ] as const) {
          await tenderer.type(lot.getByLabel(t()('lot.lotTitle'), { exact: true }), name);
          await tenderer.type(lot.getByLabel(t()('lot.estimate'), { exact: true }), '2300000');
        }
        await tenderer.press('button', t()('form.save'), lots);
        await tenderer.choose(t()('draft.documentKind'), t()('documentKind.drawing'));
        await tenderer.file(t()('draft.addDocument'), [{ ...PAPER, name: '图纸.pdf' }]);
        await tenderer.see('图纸.pdf');
        await tenderer.choose(t()('draft.documentKind'), t()('documentKind.tender_document'));
        await tenderer.file(t()('draft.addDocument'), [{ ...PAPER, name: '招标文件.pdf' }]);
        await tenderer.see('招标文件.pdf');
        await tenderer.file(t()('draft.addCard'), await holderCards(tenderId));
        await tenderer.press('button', t()('draft.saveKeys'));
        await tenderer.see(t()('draft.saved'));
        await tenderer.press('button', t()('notice.template'));
        await tenderer.fillIn(t()('draft.text'), '见招标文件');
        await tenderer.pick(t()('publication.fourEyes'));
        expect(await tenderer.look()).toEqual([]);
        await tenderer.press('button', t()('publication.handOver'));
        await tenderer.confirm(t()('publication.handOver'));
        await tenderer.see(t()('publication.waitsForOther'));
        expect(await tenderer.look()).toEqual([]);
      },
    );

    step('a second person of the same office confirms, and it is public', async () => {
      second = await sit('township2');
      await second.press('link', t()('nav.myTenders'));
      await second.press('link', title);
      await second.see(t()('publication.confirmLead'));
      await second.press('button', t()('publication.confirm'));
      await second.page.getByRole('link', { name: t()('draft.publicPage') }).waitFor();
      expect(await second.look()).toEqual([]);
    });

    step('three firms sign up, for one lot and for two, and download', async () => {
      const others = [];
      for (const [at, name] of ['东山建设有限公司', '西山市政有限公司'].entries()) {
        const one = await enterFirm(world, `${username}${at}`, name, at);
        others.push(await sit(one.username));
      }
      const plan = [
        [bidder, [1, 2]],
        [others[0], [1]],
        [others[1], [2]],
      ] as const;
      for (const [hands, lots] of plan) {
        if (hands === undefined) continue;
        await hands.open(`${url}/tenders`);
        await hands.press('link', new RegExp(title.slice(0, 6)));
        for (const number of lots) {
          const button = hands.page.getByRole('button', { name: t()('lot.signUp', { number }) });
          await hands.enter(button);
          await button.waitFor({ state: 'hidden' });
        }
        await hands.see(t()('signUp.done'));
      }
      const download = bidder.page.waitForEvent('download');
      await bidder.press('link', t()('tender.downloadLabel', { title: '招标文件' }));
      await download;
      await bidder.see(t()('tender.bidValidityDays', { days: 75 }));
      expect(await bidder.look()).toEqual([]);
    });

    step('a question is asked and answered, a clarification goes out', async () => {
      await bidder.type(t()('questions.ask'), '图号 7 是否缺页？');
      await bidder.press('button', t()('questions.askAct'));
      await bidder.see(t()('questions.asked'));
      await tenderer.open(`${url}/work/tenders/${tenderId}`);
      await tenderer.type(t()('questions.answerLabel'), '不缺，在第 12 页。');
      await tenderer.press('button', t()('questions.answerAct'));
      await tenderer.see('不缺，在第 12 页。');
      await tenderer.type(t()('clarification.text'), '桥台尺寸更正，见附图。');
      await tenderer.file(t()('clarification.addFile'), [{ ...PAPER, name: '附图.pdf' }]);
      await tenderer.see('附图');
      expect(await tenderer.look()).toEqual([]);
      await tenderer.press('button', t()('clarification.publish'));
      await tenderer.confirm(t()('clarification.publish'));
      await bidder.open(`${url}/tenders/${tenderId}`);
      await bidder.see('不缺，在第 12 页。');
      await bidder.see('桥台尺寸更正，见附图。');
    });

    step('an objection makes it stand still until it is answered', async () => {
      await bidder.type(t()('objection.documentsText'), '业绩要求没有依据。');
      await bidder.press('button', t()('objection.file'));
      await bidder.see('业绩要求没有依据。');
      await bidder.page
        .locator('.note', {
          hasText: t()('objection.standsStill', { at: '|' }).split('|')[1] ?? '',
        })
        .first()
        .waitFor();
      expect(await bidder.look()).toEqual([]);
      await tenderer.open(`${url}/work/tenders/${tenderId}`);
      await tenderer.pick(t()('objection.upheld'));
      await tenderer.pick(t()('objection.dismissed'));
      await tenderer.type(t()('objection.answer'), '业绩要求只用于评分。');
      await tenderer.press('button', t()('objection.answerAct'));
      await tenderer.see('业绩要求只用于评分。');
      expect(await tenderer.look()).toEqual([]);
      await bidder.open(`${url}/tenders/${tenderId}`);
      await bidder.see('业绩要求只用于评分。');
    });

    step('each firm seals its bid in its own browser and submits it', async () => {
      const [, , , , ...firms] = everybody;
      for (const [hands, lot] of [
        [bidder, 2],
        [firms[0], 1],
        [firms[1], 2],
      ] as const) {
        if (hands === undefined) continue;
        await hands.open(`${url}/tenders/${tenderId}`);
        await hands.press('link', t()('signUp.goBid'));
        // The clarification, and the answer to the objection that made the tender stand still.
        for (const number of [1, 2]) {
          await hands.press('button', t()('clarification.see', { number }));
        }
        await hands.see(t()('bid.notSubmittedText'));
        if (lot === 2) await hands.pick(t()('lot.name', { number: 2, title: '桥涵与绿化' }));
        await hands.type(t()('bid.price'), '2200000');
        await hands.type(t()('bid.duration'), '120');
        await hands.type(t()('bid.manager'), '张工');
        await hands.file(t()('bid.addFiles'), [{ ...PAPER, name: '技术标.pdf' }]);
        expect(await hands.look()).toEqual([]);
        await hands.press('button', t()('bid.submit'));
        const key = hands.page.waitForEvent('download', { timeout: 240_000 });
        await hands.page
          .getByRole('button', { name: t()('bid.keyDownload') })
          .waitFor({ timeout: 240_000 });
        await hands.press('button', t()('bid.keyDownload'));
        await key;
        await hands.tick(t()('bid.keySaved'));
        await hands.press('button', t()('bid.keyContinue'));
        await hands.page
          .getByText(t()('bid.submitted'), { exact: true })
          .first()
          .waitFor({ timeout: 240_000 });
      }
    });

    step('everybody finds his messages, and they lead where they should', async () => {
      await bidder.press('link', t()('nav.inbox'));
      const message = bidder.page.locator('.inbox__open').first();
      await message.waitFor();
      expect(await bidder.look()).toEqual([]);
      await bidder.enter(message);
      await bidder.page.waitForURL((address) => !address.pathname.endsWith('/work/inbox'));
      expect(everybody.flatMap((hands) => hands.uncaught())).toEqual([]);
    });
  });
});
