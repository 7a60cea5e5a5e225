import type { Browser } from 'playwright-core';
import { DemoPeople } from '@server/demo';
import { translatorFor } from '../../apps/web/src/shared/i18n/catalogue';
import type { Locale } from '../../apps/web/src/shared/i18n/locale';
import { answeredObjection } from '../journeys/complaint';
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
const FACTS = '第一中标候选人的业绩证明与公示信息不一致。';
const ANSWER = '评审符合招标文件，附评审记录。';
const FINDINGS = '经核实，业绩证明系伪造。';
const BASIS = '《招标投标法》第五十四条。';

function paper(name: string): { name: string; mimeType: string; buffer: Buffer } {
  return { name, mimeType: 'application/pdf', buffer: Buffer.from(`%PDF-1.4 ${name}`) };
}

describeInBrowser('a complaint, with the keyboard alone', () => {
  let app: TestApp;
  let world: World;
  let browser: Browser;
  let tenderId: string;
  let complaintId: string;
  const everybody: Keyboard[] = [];
  const step = inSteps();

  const sits = async (username: string, locale: Locale): Promise<Keyboard> => {
    const who = { username, password: 'sunlit-demo-2026' };
    const desk = await sitDown(browser, app.url, locale, who);
    everybody.push(desk);
    return desk;
  };
  const stateOf = async (): Promise<string> => {
    const supervisor = await world.as('supervisor');
    return (await supervisor.get<{ state: string }>(`/api/complaints/${complaintId}`)).state;
  };

  beforeAll(async () => {
    app = await anApp('browser_complaint', { DEMO: 'true' });
    await app.get(DemoPeople).settle(3);
    world = worldAt(app.url, () => undefined);
    tenderId = await rankedTender(world, await smallProject(world), OFFERS);
    browser = await launch();
  }, SLOW);
  afterAll(async () => {
    await browser.close();
    await app.close();
  });

  step('a firm is told that an objection comes first', async () => {
    const desk = await sits('firm3', 'en');
    const { t } = desk;
    await desk.open(`${app.url}/tenders/${tenderId}`);
    await desk.press('button', t('complaint.open'));
    await desk.see(t('complaint.objectFirst'));
    await filedObjection(world, 'firm3', tenderId, 'result');
    await desk.open(`${app.url}/tenders/${tenderId}`);
    await desk.press('button', t('complaint.open'));
    await desk.see(t('complaint.objectWaiting'));
    expect(await desk.look()).toEqual([]);
  });

  step('another complains of the answer to its objection, with evidence', async () => {
    await answeredObjection(world, 'firm2', tenderId);
    const { legal } = await world.stranger().get<{ legal: string }>('/api/clock');
    const today = new Date(Date.parse(legal) + 8 * 3_600_000).toISOString().slice(0, 10);
    const desk = await sits('firm2', 'zh-CN');
    const { t } = desk;
    await desk.open(`${app.url}/tenders/${tenderId}`);
    await desk.press('button', t('complaint.open'));
    await desk.see(/投诉期限到/);
    await desk.pick(t('complaintSubject.result'));
    await desk.type(t('complaint.text'), FACTS);
    await desk.type(t('complaint.claim'), '请核查并取消其候选人资格。');
    await desk.type(t('complaint.interest'), '我方为第二中标候选人。');
    await desk.typeDate(t('complaint.knownOn'), today);
    await desk.file(t('complaint.addFile'), [paper('业绩公示.pdf')]);
    await desk.see('业绩公示.pdf');
    expect(await desk.look()).toEqual([]);
    await picture(desk.page, 'bidder-complaint');
    await desk.press('button', t('complaint.file'));
    await desk.press('link', /查看投诉/);
    await desk.see(FACTS);
    expect(await desk.look()).toEqual([]);
    complaintId = desk.page.url().split('/').pop() ?? '';
    expect(await stateOf()).toBe('filed');
  });

  step('the authority finds it on its first page, accepts it, and suspends the award', async () => {
    const desk = await sits('supervisor', 'en');
    const { t } = desk;
    await desk.open(`${app.url}/work`);
    await desk.see(t('complaint.waitsForYou'));
    await desk.open(`${app.url}/work/complaints`);
    expect(await desk.look()).toEqual([]);
    await desk.press('link', /^TS/);
    await desk.see(FACTS);
    expect(await desk.save(/业绩公示/)).toBe('业绩公示.pdf');
    await desk.press('button', t('complaint.acceptAct'));
    await desk.type(t('complaint.suspendText'), 'Papers are being checked.');
    await desk.press('button', t('complaint.suspendAct'));
    await desk.see(t('complaint.resumeAct'));
    expect(await desk.look()).toEqual([]);
    await picture(desk.page, 'supervisor-complaint');
    expect(await stateOf()).toBe('accepted');
  });

  step('the tenderer reads the copy and answers once', async () => {
    const desk = await sits('township', 'zh-CN');
    const { t } = desk;
    await desk.open(`${app.url}/work/tenders/${tenderId}`);
    await desk.press('link', /查看投诉/);
    await desk.see(FACTS);
    await desk.type(t('complaint.answerText'), ANSWER);
    await desk.file(t('complaint.addFile'), [paper('评审记录.pdf')]);
    await desk.see('评审记录.pdf');
    expect(await desk.look()).toEqual([]);
    await desk.press('button', t('complaint.answerAct'));
    await desk.see(ANSWER);
  });

  step('the clock stands still for an appraisal and goes on; then it is decided', async () => {
    const desk = await sits('supervisor', 'zh-CN');
    const { t } = desk;
    await desk.open(`${app.url}/work/complaints/${complaintId}`);
    await desk.see(ANSWER);
    await desk.pick(t('complaintStop.appraisal'));
    await desk.type(t('complaint.stopText'), '印章送鉴定。');
    await desk.press('button', t('complaint.stopAct'));
    await desk.see(/起中止计时/);
    expect(await desk.look()).toEqual([]);
    await desk.press('button', t('complaint.continueAct'));
    await desk.see(t('complaint.stopAct'));
    await desk.pick(t('complaintOutcome.upheld'));
    await desk.pick(t('complaintOrder.leave_out'));
    await desk.type(t('complaint.findings'), FINDINGS);
    await desk.type(t('complaint.basis'), BASIS);
    await desk.turnBack(t('complaint.decideAct'));
    await desk.press('button', t('complaint.decideAct'));
    await desk.confirm(t('complaint.decideAct'));
    await desk.see(t('complaintState.decided'));
    expect(await desk.look()).toEqual([]);
    expect(await stateOf()).toBe('decided');
  });

  step(
    'everybody reads the decision in either language, on a phone too, and its paper',
    async () => {
      for (const locale of ['zh-CN', 'en'] as const) {
        const t = translatorFor(locale);
        const page = await (await browser.newContext()).newPage();
        const errors = watchErrors(page);
        for (const size of [{ width: 1440, height: 900 }, PHONE_SIZE]) {
          await resize(page, size);
          await page.goto(`${app.url}/tenders/${tenderId}`);
          if (locale === 'en' && size !== PHONE_SIZE) {
            const zh = translatorFor('zh-CN')('shell.languageLabel');
            await page.getByRole('button', { name: zh }).first().click();
          }
          const link = page.getByRole('link', { name: new RegExp(`^${t('complaint.decision')}`) });
          await link.first().press('Enter');
          await page.getByText(FINDINGS).waitFor();
          await page.getByText(t('complaintOrder.leave_out')).waitFor();
          await page.getByRole('link', { name: t('complaint.paper') }).waitFor();
          expect(await axeFindings(page)).toEqual([]);
          expect(await scrollsSideways(page)).toBe(false);
        }
        expect(errors).toEqual([]);
        await page.context().close();
      }
    },
  );

  step('the tenderer carries the order out, and may do nothing else', async () => {
    const desk = await sits('township', 'en');
    const { t } = desk;
    await desk.open(`${app.url}/work/tenders/${tenderId}`);
    await desk.see(t('complaint.ordered'));
    const radios = desk.page.getByRole('radio', { name: t('remedy.stands'), exact: true });
    expect(await radios.count()).toBe(0);
    await desk.pick(t('remedy.passed_over'));
    await desk.type(t('remedy.text'), '按投诉处理决定执行。');
    await desk.press('button', t('remedy.act'));
    await desk.confirm(t('remedy.act'));
    const { notices } = await world
      .stranger()
      .get<{ notices: { kind: string }[] }>(`/api/public/tenders/${tenderId}`);
    const kinds = notices.map(({ kind }) => kind);
    expect(kinds).toEqual(expect.arrayContaining(['complaint_notice', 'result_changed_notice']));
    expect(everybody.flatMap((hands) => hands.uncaught())).toEqual([]);
  });
});
