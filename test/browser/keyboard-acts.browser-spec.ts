import type { Browser } from 'playwright-core';
import { creditCodeCheck, SHEET_COLUMNS } from '@core/enterprise';
import { DemoPeople } from '@server/demo';
import { translatorFor } from '../../apps/web/src/shared/i18n/catalogue';
import type { Locale } from '../../apps/web/src/shared/i18n/locale';
import { creditCode } from '../journeys/credit-code';
import { uploadFile } from '../journeys/upload';
import { worldAt, type World } from '../journeys/world';
import { anApp, type TestApp } from '../support/app';
import { describeInBrowser, launch } from './browser';
import { sitDown, type ChosenFile, type Keyboard } from './keyboard';
import { inSteps, SLOW } from './steps';

const DEMO = 'sunlit-demo-2026';
const LOCALES: readonly Locale[] = ['zh-CN', 'en'];
const AGENCY = '青禾诚信招标代理有限公司';
const PAPER: ChosenFile = {
  name: 'paper.pdf',
  mimeType: 'application/pdf',
  buffer: Buffer.from('%PDF-1.4 sample'),
};

interface Made {
  readonly id: string;
}

/** What comes before a value in a sentence of the catalogue. */
function before(sentence: string): string {
  return sentence.split('|')[0] ?? sentence;
}

describeInBrowser('with the keyboard alone, what is rarer', () => {
  let app: TestApp;
  let world: World;
  let browser: Browser;
  let url: string;

  beforeAll(async () => {
    app = await anApp('browser_keyboard_acts', { DEMO: 'true' });
    await app.get(DemoPeople).settle(8);
    url = app.url;
    world = worldAt(url, () => undefined);
    browser = await launch();
  }, SLOW);
  afterAll(async () => {
    await browser.close();
    await app.close();
  });

  const codeOf = async (username: string): Promise<string> => {
    const client = await world.as(username);
    return (await client.get<{ creditCode: string }>('/api/enterprises/mine')).creditCode;
  };

  describe.each(LOCALES)('in %s', (locale) => {
    const title = `${locale === 'en' ? '北' : '南'}岭便民桥`;
    const [leads, joins] = locale === 'en' ? ['firm3', 'firm4'] : ['firm1', 'firm2'];
    const everybody: Keyboard[] = [];
    const step = inSteps();
    let tenderer: Keyboard;
    let registrar: Keyboard;
    let agency: Keyboard;
    let projectPage: string;
    let tenderId: string;
    const t = translatorFor(locale);

    const sit = async (username: string): Promise<Keyboard> => {
      const hands = await sitDown(browser, url, locale, { username, password: DEMO });
      everybody.push(hands);
      return hands;
    };
    afterAll(async () => {
      for (const { page } of everybody) await page.context().close();
    });

    step('a project is kept while it is typed; a colleague goes on with it', async () => {
      tenderer = await sit('township');
      await tenderer.open(`${url}/work/projects/new`);
      await tenderer.see(t('project.draftAuto'));
      await tenderer.type(t('project.title'), title);
      await tenderer.type(t('project.estimate'), '6000000');
      await tenderer.see(new RegExp(before(t('project.draftSaved', { at: '|' }))));
      await tenderer.page.waitForURL('**/new?draft=*');
      await tenderer.press('link', t('nav.projects'));
      await tenderer.see(t('project.drafts'));
      expect(await tenderer.look()).toEqual([]);
      const discard = t('project.draftDiscardOf', { title });
      await tenderer.turnBack(discard);
      const colleague = await sit('township2');
      await colleague.open(`${url}/work/projects`);
      await colleague.press('link', t('project.draftOpenOf', { title }));
      await colleague.type(t('project.investment'), '6000000');
      await colleague.choose(t('project.owner'), t('projectOwner.township'));
      await colleague.type(t('project.region'), '采禾乡');
      await colleague.type(t('project.approval'), '青发改〔2026〕52号');
      expect(await colleague.look()).toEqual([]);
      await colleague.press('button', t('project.submit'));
      await colleague.see(new RegExp(t('project.waiting')));
      projectPage = colleague.page.url();
      await tenderer.open(`${url}/work/projects/new`);
      await tenderer.type(t('project.title'), '不要的草稿');
      await tenderer.see(new RegExp(before(t('project.draftSaved', { at: '|' }))));
      await tenderer.press('link', t('nav.projects'));
      await tenderer.press('button', t('project.draftDiscardOf', { title: '不要的草稿' }));
      await tenderer.confirm(t('project.draftDiscard'));
      await tenderer.page.getByText('不要的草稿').waitFor({ state: 'hidden' });
    });

    step('the registrar is told that nothing is named, names it, and then enters it', async () => {
      registrar = await sit('registrar');
      await registrar.press('link', t('nav.projectQueue'));
      await registrar.see(title);
      await registrar.turnBack(t('queue.return'));
      await registrar.press('button', t('queue.return'));
      const dialog = registrar.page.getByRole('dialog');
      await registrar.press('button', t('queue.return'), dialog);
      await registrar.see(t('queue.nothingMissing'));
      await registrar.type(t('queue.missingLabel'), '资金来源证明');
      await registrar.confirm(t('queue.return'));
      await registrar.see(t('queue.projectsEmpty'));
      await tenderer.open(projectPage);
      await tenderer.see(/资金来源证明/);
      await tenderer.press('button', t('project.goOn'));
      await tenderer.page.waitForURL('**/new?draft=*');
      await tenderer.file(t('attachment.add'), [PAPER]);
      await tenderer.choose(t('attachment.kind'), t('projectFile.funding'));
      await tenderer.type(t('project.region'), '采禾乡上河村');
      expect(await tenderer.look()).toEqual([]);
      await tenderer.press('button', t('project.resubmit'));
      await tenderer.see(new RegExp(t('project.waiting')));
      await tenderer.see(t('project.changes'));
      await registrar.open(registrar.page.url());
      await registrar.see(t('project.changes'));
      await registrar.see('采禾乡上河村');
      await registrar.press('button', t('attachment.downloadOf', { what: PAPER.name }));
      expect(await registrar.look()).toEqual([]);
      await registrar.press('button', t('queue.completeProject'));
      await registrar.see(t('queue.projectsEmpty'));
    });

    step('an agency is commissioned, let go, and commissioned again', async () => {
      await tenderer.open(projectPage);
      await tenderer.press('button', t('commission.act'));
      await tenderer.see(new RegExp(before(t('commission.missing', { what: '|' }))));
      const commission = async (): Promise<void> => {
        await tenderer.choose(t('commission.agency'), AGENCY);
        await tenderer.type(t('commission.contract'), '委托〔2026〕3号');
        await tenderer.file(t('commission.file'), [PAPER]);
        await tenderer.see(t('commission.fileDone', { name: PAPER.name }));
        await tenderer.press('button', t('commission.act'));
        await tenderer.see(t('commission.since'));
      };
      await commission();
      expect(await tenderer.look()).toEqual([]);
      await tenderer.turnBack(t('commission.end'));
      await tenderer.press('button', t('commission.end'));
      await tenderer.confirm(t('commission.end'));
      await commission();
    });

    step('the agency drafts for it, at its hour, takes it back, and publishes', async () => {
      agency = await sit('agency');
      await agency.open(projectPage);
      await agency.see(t('commission.actsFor', { name: '采禾乡人民政府' }));
      await agency.press('button', t('project.draft'));
      await agency.page.waitForURL('**/work/tenders/*');
      tenderId = agency.page.url().split('/').pop() ?? '';
      const client = await world.as('agency');
      const lot = { title, estimateFen: '600000000', bidBondFen: '0' };
      const divided = { lots: [lot], consortia: true };
      await client.put(`/api/tenders/${tenderId}/lots`, divided);
      await agency.open(agency.page.url());
      await agency.file(t('draft.addDocument'), [{ ...PAPER, name: '招标文件.pdf' }]);
      await agency.see('招标文件.pdf');
      await agency.see(new RegExp(AGENCY));
      await agency.fillIn(t('draft.text'), '见招标文件');
      await agency.pick(t('publication.later'));
      await agency.typeMoment(t('publication.at'), '2026-03-03T09:30');
      await agency.turnBack(t('draft.publish'));
      await agency.press('button', t('draft.publish'));
      await agency.confirm(t('draft.publish'));
      await agency.see(/2026/);
      await agency.press('button', t('publication.takeBack'));
      await agency.fillIn(t('draft.text'), '见招标文件');
      await agency.pick(t('publication.now'));
      expect(await agency.look()).toEqual([]);
      await agency.press('button', t('draft.publish'));
      await agency.confirm(t('draft.publish'));
      await agency.page.getByRole('link', { name: t('draft.publicPage') }).waitFor();
    });

    step('a base price is typed, kept and sealed', async () => {
      const amount = agency.page.getByRole('textbox', { name: t('basePrice.amount'), exact: true });
      await agency.type(amount, '5712345.67');
      await agency.press('button', t('basePrice.make'));
      await agency.save(t('basePrice.download'));
      await agency.tick(t('basePrice.saved'));
      expect(await agency.look()).toEqual([]);
      await agency.press('button', t('basePrice.seal'));
      await agency.see(new RegExp(before(t('basePrice.sealedAt', { at: '|' }))));
    });

    step('two firms form a consortium, and its leader signs up and has a receipt', async () => {
      const leader = await sit(leads);
      await leader.open(`${url}/tenders/${tenderId}`);
      await leader.see(AGENCY);
      await leader.press('button', t('consortium.form'));
      await leader.type(t('consortium.codes'), await codeOf(joins));
      await leader.file(t('consortium.choose'), [PAPER]);
      expect(await leader.look()).toEqual([]);
      await leader.press('button', t('consortium.send'));
      const member = await sit(joins);
      await member.press('link', t('nav.consortia'));
      await member.turnBack(t('consortium.confirm'));
      await member.press('button', t('consortium.confirm'));
      await member.confirm(t('consortium.confirm'));
      await member.see(t('consortium.state.complete'));
      expect(await member.look()).toEqual([]);
      await leader.open(`${url}/tenders/${tenderId}`);
      await leader.press('button', t('signUp.act'));
      await leader.see(t('signUp.done'));
      expect(await leader.save(t('signUp.print'))).toMatch(/^S-?[0-9A-Z-]+\.pdf$/);
      await leader.turnBack(t('signUp.withdraw'));
      await leader.open(`${url}/work/sign-ups`);
      await leader.save(new RegExp(`^${t('signUp.print').replace(/[()]/g, '\\$&')} `));
    });

    step(
      'a firm has its member card and records an inquiry; the registrar confirms it',
      async () => {
        const [, , , , firm] = everybody;
        if (firm === undefined) throw new Error('nobody sits there');
        await firm.press('link', t('nav.enterprise'));
        expect(await firm.save(t('enterprise.card'))).toMatch(/\.pdf$/);
        await firm.press('button', t('inquiry.add'));
        await firm.choose(t('inquiry.kind'), t('inquiryKind.bribery'));
        await firm.type(t('inquiry.source'), '中国裁判文书网');
        await firm.choose(t('inquiry.result'), t('inquiryResult.clean'));
        await firm.typeDate(t('inquiry.on'), '2026-03-01');
        await firm.file(t('inquiry.file'), [PAPER]);
        await firm.press('button', t('inquiry.save'));
        await firm.see(t('inquiryState.unconfirmed'));
        expect(await firm.look()).toEqual([]);
        const client = await world.as(leads);
        const { id } = await client.get<Made>('/api/enterprises/mine');
        await registrar.open(`${url}/work/enterprises/${id}`);
        await registrar.press('button', t('inquiry.confirm'));
        await registrar.see(t('inquiryState.valid'));
      },
    );

    step('a sheet of firms is checked row by row and then taken over', async () => {
      const body = `91420528MA6${locale === 'en' ? '000002' : '000001'}`;
      const good = [body + (creditCodeCheck(body) ?? ''), `表格导入${locale}有限公司`];
      const rows = [SHEET_COLUMNS.map(({ zh }) => zh), good, [creditCode(), '']];
      const sheet = rows.map((row) => row.join(',')).join('\r\n');
      await registrar.press('link', t('nav.enterpriseImport'));
      await registrar.save(t('import.template', { format: 'CSV' }));
      await registrar.file(t('import.choose'), [
        { name: 'firms.csv', mimeType: 'text/csv', buffer: Buffer.from(sheet) },
      ]);
      await registrar.see(t('import.report'));
      expect(await registrar.look()).toEqual([]);
      await registrar.press('button', t('import.commit', { count: 1 }));
      await registrar.see(t('import.done', { count: 1 }));
      expect(await registrar.save(t('import.saveCodes'))).toBe('invitations.csv');
      expect(await registrar.look()).toEqual([]);
    });

    step('the tenderer gives the tender up and calls it again', async () => {
      await tenderer.open(`${url}/work/tenders/${tenderId}`);
      await tenderer.type(t('terminate.reason'), '资金落空');
      await tenderer.page
        .getByRole('article', { name: t('notice.preview') })
        .last()
        .waitFor();
      expect(await tenderer.look()).toEqual([]);
      await tenderer.turnBack(t('terminate.act'));
      await tenderer.press('button', t('terminate.act'));
      const code = await tenderer.page.locator('.mono').first().innerText();
      await tenderer.type(t('terminate.token'), code.slice(-4));
      await tenderer.confirm(t('terminate.act'));
      await tenderer.press('button', t('callAgain.act'));
      await tenderer.page.waitForURL((address) => !address.pathname.endsWith(tenderId));
      await tenderer.see(`${title}（第2次）`);
      await tenderer.see(new RegExp(`名称：${title}（第2次）`));
      expect(await tenderer.look()).toEqual([]);
    });

    step('firms are invited by name, and drawn by lot', async () => {
      const client = await world.as('school');
      const project = await client.post<Made>('/api/projects', {
        title: '实验室设备采购',
        kind: 'goods',
        owner: 'agency',
        partOfWorks: false,
        fiscalFunds: true,
        estimateFen: '80000000',
        totalInvestmentFen: '80000000',
        category: 'goods',
        region: '城关镇',
        approvalNumber: '青财采〔2026〕5号',
      });
      const office = await world.as('registrar');
      await office.post(`/api/projects/${project.id}/answer`, { missing: [] });
      const { id } = await client.post<Made>('/api/tenders', {
        projectId: project.id,
        title: '实验室设备采购',
        method: 'invited_tender',
        bidBondFen: '0',
      });
      const file = await uploadFile(client, '文件.txt', 'text/plain', Buffer.from('文件'));
      const document = { fileId: file.id, kind: 'tender_document', title: '招标文件' };
      await client.post(`/api/tenders/${id}/documents`, document);
      const firms = [1, 2, 3, 4, 5, 6, 7, 8].map((number) => codeOf(`firm${number}`));
      const codes = await Promise.all(firms);
      const school = await sit('school');
      await school.open(`${url}/work/tenders/${id}`);
      await school.type(t('invite.codes'), codes.slice(0, 3).join(' '));
      await school.press('button', t('invite.name'));
      await school.see(/青禾县青山/);
      await school.type(t('invite.codes'), codes.join(' '));
      await school.enter(school.page.locator('summary', { hasText: t('invite.drawTitle') }));
      await school.type(t('invite.count'), '3');
      await school.type(t('invite.watchers'), '陆文静、何老师');
      expect(await school.look()).toEqual([]);
      await school.turnBack(t('invite.draw'));
      await school.press('button', t('invite.draw'));
      await school.confirm(t('invite.draw'));
      await school.see(t('invite.drawing', { count: 3, listed: 8 }));
      await school.press('link', t('invite.drawPage'));
      await school.page.waitForURL('**/draws/*');
      expect(everybody.flatMap((hands) => hands.uncaught())).toEqual([]);
    });
  });
});

describeInBrowser('with the keyboard alone, under the policy of 2013', () => {
  let app: TestApp;
  let browser: Browser;
  let world: World;

  beforeAll(async () => {
    app = await anApp('browser_keyboard_2013', { DEMO: 'true', RULE_SET: 'county-2013' });
    await app.get(DemoPeople).settle(0);
    world = worldAt(app.url, () => undefined);
    browser = await launch();
  }, SLOW);
  afterAll(async () => {
    await browser.close();
    await app.close();
  });

  it.each(LOCALES)(
    'an agro-forestry project is bought on the spot and made public, in %s',
    async (locale) => {
      const tenderer = await sitDown(browser, app.url, locale, {
        username: 'township',
        password: DEMO,
      });
      const { t } = tenderer;
      await tenderer.open(`${app.url}/work/projects/new`);
      await tenderer.type(t('project.title'), '油茶林抚育');
      await tenderer.pick(t('projectKind.goods'));
      await tenderer.choose(t('project.owner'), t('projectOwner.township'));
      await tenderer.choose(t('project.category'), t('category.agro'));
      await tenderer.type(t('project.estimate'), '600000');
      await tenderer.type(t('project.investment'), '600000');
      await tenderer.type(t('project.region'), '采禾乡');
      await tenderer.type(t('project.approval'), '青林〔2026〕3号');
      await tenderer.tick(t('project.local'));
      expect(await tenderer.look()).toEqual([]);
      await tenderer.press('button', t('project.submit'));
      await tenderer.see(new RegExp(t('project.waiting')));
      const id = tenderer.page.url().split('/').pop() ?? '';
      await (await world.as('registrar')).post(`/api/projects/${id}/answer`, { missing: [] });
      await tenderer.open(tenderer.page.url());
      await tenderer.press('button', t('project.localAdd'));
      await tenderer.press('button', t('project.localRemove', { number: 2 }));
      await tenderer.type(t('project.localSeller'), '王山等农户');
      await tenderer.type(t('project.localWhat'), '油茶苗 2 万株');
      await tenderer.type(t('project.localAmount'), '80000');
      await tenderer.type(t('project.localReason'), '村民代表会议议定');
      expect(await tenderer.look()).toEqual([]);
      await tenderer.turnBack(t('project.localAct'));
      await tenderer.press('button', t('project.localAct'));
      await tenderer.confirm(t('project.localAct'));
      await tenderer.press('link', t('local.title'), tenderer.page.locator('main'));
      await tenderer.see(/油茶苗/);
      expect(await tenderer.look()).toEqual([]);
      expect(tenderer.uncaught()).toEqual([]);
      await tenderer.page.context().close();
    },
    SLOW,
  );
});
