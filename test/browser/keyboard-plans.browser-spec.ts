import type { Browser } from 'playwright-core';
import { formulaOf } from '@core/evaluation';
import { DemoPeople } from '@server/demo';
import { translatorFor } from '../../apps/web/src/shared/i18n/catalogue';
import type { Locale } from '../../apps/web/src/shared/i18n/locale';
import { nameIn } from '../../apps/web/src/shared/ui/name-in';
import { smallDraft, smallProject } from '../journeys/small-works';
import { uploadFile } from '../journeys/upload';
import { villageProject } from '../journeys/village';
import { worldAt, type World } from '../journeys/world';
import { anApp, type TestApp } from '../support/app';
import { describeInBrowser, launch } from './browser';
import { sitDown, type ChosenFile, type Keyboard } from './keyboard';
import { inSteps, SLOW } from './steps';

const LOCALES: readonly Locale[] = ['zh-CN', 'en'];
const PAPER: ChosenFile = {
  name: '会议记录.pdf',
  mimeType: 'application/pdf',
  buffer: Buffer.from('%PDF-1.4 sample'),
};
const DATES = {
  partyOn: '2026-01-28',
  heldOn: '2026-02-02',
  publishedFrom: '2026-02-03',
  publishedUntil: '2026-02-20',
} as const;

interface Made {
  readonly id: string;
}

interface Own {
  readonly plan: {
    readonly kind: string;
    readonly formula: string;
    readonly draw: Readonly<Record<string, readonly string[]>>;
    readonly items: readonly { readonly title: string; readonly points: string }[];
  };
  readonly basis: { readonly condition: string | null };
}

/** A formula of the plan by its id, as the form offers it. */
function formula(id: string, locale: Locale): string {
  const found = formulaOf(id);
  if (found === null) throw new Error(`no formula ${id}`);
  return nameIn(locale, found);
}

describeInBrowser('with the keyboard alone, what a notice rests on', () => {
  let app: TestApp;
  let world: World;
  let browser: Browser;

  beforeAll(async () => {
    app = await anApp('browser_keyboard_plans', { DEMO: 'true' });
    await app.get(DemoPeople).settle(3);
    world = worldAt(app.url, () => undefined);
    browser = await launch();
  }, SLOW);
  afterAll(async () => {
    await browser.close();
    await app.close();
  });

  /** An invited tender of the school, with its document and nothing else. */
  const invited = async (): Promise<string> => {
    const title = '实验室设备采购';
    const client = await world.as('school');
    const { id: projectId } = await client.post<Made>('/api/projects', {
      title,
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
    await (await world.as('registrar')).post(`/api/projects/${projectId}/answer`, { missing: [] });
    const terms = { projectId, title, method: 'invited_tender', bidBondFen: '0' };
    const { id } = await client.post<Made>('/api/tenders', terms);
    const file = await uploadFile(client, '文件.txt', 'text/plain', Buffer.from('文件'));
    const document = { fileId: file.id, kind: 'tender_document', title: '招标文件' };
    await client.post(`/api/tenders/${id}/documents`, document);
    return id;
  };
  const codes = (): Promise<string[]> =>
    Promise.all(
      ['firm1', 'firm2', 'firm3'].map(async (username) => {
        const firm = await world.as(username);
        return (await firm.get<{ creditCode: string }>('/api/enterprises/mine')).creditCode;
      }),
    );

  describe.each(LOCALES)('in %s', (locale) => {
    const t = translatorFor(locale);
    const step = inSteps();
    const everybody: Keyboard[] = [];
    const optional = (label: 'basis.number' | 'basis.condition'): string =>
      t('form.optional', { what: t(label) });

    const sit = async (username: string): Promise<Keyboard> => {
      const who = { username, password: 'sunlit-demo-2026' };
      const hands = await sitDown(browser, app.url, locale, who);
      everybody.push(hands);
      return hands;
    };
    afterAll(async () => {
      for (const { page } of everybody) await page.context().close();
    });

    step('a village records how it decided, is refused by law, and corrects it', async () => {
      const village = await sit('village');
      await village.open(`${app.url}/work/projects/${await villageProject(world)}`);
      await village.press('button', t('collective.act'));
      await village.page
        .getByRole('status')
        .filter({ hasText: t('collective.agreed') })
        .waitFor();
      await village.pick(t('collective.meeting.representatives'));
      await village.type(t('collective.document'), '新明村村民代表会议记录〔2026〕1号');
      for (const [key, day] of Object.entries(DATES)) {
        await village.typeDate(t(`collective.${key as keyof typeof DATES}`), day);
      }
      await village.type(t('collective.entitled'), '45');
      await village.type(t('collective.present'), '40');
      await village.type(t('collective.agreed'), '20');
      await village.file(t('collective.file'), [PAPER]);
      await village.see(t('collective.fileDone', { name: PAPER.name }));
      expect(await village.look()).toEqual([]);
      const main = village.page.locator('main');
      await village.press('button', t('collective.act'));
      await village.readLaw(main, /村委会组织法/);
      await village.type(t('collective.agreed'), '36');
      await village.press('button', t('collective.act'));
      await village.see('新明村村民代表会议记录〔2026〕1号');
      expect(await village.look()).toEqual([]);
      await village.press('button', t('collective.again'));
      await village.type(t('collective.agreed'), '38');
      await village.press('button', t('collective.act'));
      await village.see(/^38$/);
      expect(await village.save(t('collective.minutes'))).toBe(PAPER.name);
    });

    step('how bids are compared is chosen: by a formula, then by points', async () => {
      const id = await smallDraft(world, await smallProject(world), 'open_tender');
      const client = await world.as('township');
      const plan = async (): Promise<Own['plan']> =>
        (await client.get<Own>(`/api/tenders/${id}`)).plan;
      const desk = await sit('township');
      await desk.open(`${app.url}/work/tenders/${id}`);
      await desk.pick(t('plan.kind.formula'));
      await desk.choose(t('plan.formula'), formula('price-itender-m1', locale));
      const factor = desk.page.getByRole('combobox', { name: /\bk\b/ });
      await desk.reach(factor);
      await desk.page.keyboard.press('Backspace');
      expect(await desk.look()).toEqual([]);
      await desk.press('button', t('plan.save'));
      await desk.see(t('plan.saved'));
      expect(await plan()).toMatchObject({
        kind: 'formula',
        draw: { w: ['0.30', '0.35', '0.40'], k: ['0.96', '0.97', '0.98'] },
      });
      await desk.pick(t('plan.kind.comprehensive'));
      await desk.choose(t('plan.formula'), formula('price-highway-reasonable-low', locale));
      await desk.type(t('plan.itemTitle', { number: 1 }), '施工组织设计');
      await desk.type(t('plan.itemPoints', { number: 1 }), '25');
      await desk.press('button', t('plan.addItem'));
      await desk.type(t('plan.itemTitle', { number: 2 }), '项目管理机构');
      await desk.type(t('plan.itemPoints', { number: 2 }), '15');
      await desk.press('button', t('plan.addItem'));
      await desk.type(t('plan.itemPoints', { number: 3 }), '5');
      await desk.see(t('plan.sum', { sum: 105 }));
      await desk.press('button', t('plan.dropItem', { number: 3 }));
      await desk.page.getByText(t('plan.sum', { sum: 105 })).waitFor({ state: 'hidden' });
      await desk.type(t('plan.ask'), '15');
      expect(await desk.look()).toEqual([]);
      await desk.press('button', t('plan.save'));
      await desk.see(t('plan.saved'));
      expect(await plan()).toMatchObject({
        kind: 'comprehensive',
        formula: 'price-highway-reasonable-low',
        items: [
          { title: '施工组织设计', points: '25' },
          { title: '项目管理机构', points: '15' },
        ],
      });
    });

    step('an invitation is not published before its condition is recorded', async () => {
      const id = await invited();
      const school = await sit('school');
      await school.open(`${app.url}/work/tenders/${id}`);
      await school.type(t('invite.codes'), (await codes()).join(' '));
      await school.press('button', t('invite.name'));
      await school.page.locator('main li', { hasText: '青禾县' }).nth(2).waitFor();
      await school.fillIn(t('draft.text'), '见招标文件');
      const dialog = school.page.getByRole('dialog');
      const publish = async (): Promise<void> => {
        await school.press('button', t('draft.publish'));
        await dialog.waitFor();
        await school.press('button', t('draft.publish'), dialog);
      };
      await publish();
      await school.readLaw(dialog, /政府采购法/);
      await school.press('button', t('draft.publishKeep'), dialog);
      await dialog.waitFor({ state: 'hidden' });
      await school.type(optional('basis.number'), '青教〔2026〕11号');
      await school.type(optional('basis.condition'), '具有特殊性，只能从有限范围的供应商采购');
      await school.file(t('basis.file'), [PAPER]);
      expect(await school.look()).toEqual([]);
      const terms = school.page.locator('form').first();
      await school.press('button', t('form.save'), terms);
      await school.see(t('basis.fileKept'));
      const { basis } = await (await world.as('school')).get<Own>(`/api/tenders/${id}`);
      expect(basis.condition).toBe('具有特殊性，只能从有限范围的供应商采购');
      await school.paste(t('draft.text'), (text) => text.replace(/^预算金额：.*\n/m, ''));
      await school.see(t('notice.missing', { parts: '预算金额' }));
      await publish();
      await school.readLaw(dialog, /87 ?号令/);
      expect(await school.look()).toEqual([]);
      await school.press('button', t('draft.publishKeep'), dialog);
      await dialog.waitFor({ state: 'hidden' });
      await school.press('button', t('notice.template'));
      await school.fillIn(t('draft.text'), '见招标文件');
      await school.press('button', t('draft.publish'));
      await school.confirm(t('draft.publish'));
      await school.page.getByRole('link', { name: t('draft.publicPage') }).waitFor();
      expect(everybody.flatMap((hands) => hands.uncaught())).toEqual([]);
    });
  });
});
