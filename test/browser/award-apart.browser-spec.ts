import type { Browser } from 'playwright-core';
import { DemoPeople } from '@server/demo';
import { translatorFor } from '../../apps/web/src/shared/i18n/catalogue';
import type { Locale } from '../../apps/web/src/shared/i18n/locale';
import { APART_RULES, candidatesApart, publicityOver } from '../journeys/award-apart';
import { smallDraft, smallProject } from '../journeys/small-works';
import { worldAt, type World } from '../journeys/world';
import { anApp, type TestApp } from '../support/app';
import { describeInBrowser, launch } from './browser';
import { sitDown, type Keyboard } from './keyboard';
import { SLOW } from './steps';

const PAPER = {
  name: '定标会议记录.pdf',
  mimeType: 'application/pdf',
  buffer: Buffer.from('%PDF-1.4 sample'),
};
const REASON = '类似工程经验和项目团队更适合本项目。';

interface Shown {
  readonly candidates: readonly { readonly name: string }[];
  readonly award: { readonly name: string } | null;
}

describeInBrowser('an award decided apart', () => {
  let app: TestApp;
  let world: World;
  let browser: Browser;

  beforeAll(async () => {
    app = await anApp('browser_apart', { DEMO: 'true', ...APART_RULES });
    await app.get(DemoPeople).settle(6);
    world = worldAt(app.url, () => undefined);
    browser = await launch();
  }, SLOW);
  afterAll(async () => {
    await browser.close();
    await app.close();
  });

  const sit = (locale: Locale): Promise<Keyboard> =>
    sitDown(browser, app.url, locale, { username: 'township', password: 'sunlit-demo-2026' });

  it.each(['zh-CN', 'en'] as const)(
    'is offered in a plan with the document it rests on, in %s',
    async (locale) => {
      const t = translatorFor(locale);
      const id = await smallDraft(world, await smallProject(world), 'open_tender');
      const hands = await sit(locale);
      await hands.open(`${app.url}/work/tenders/${id}`);
      await hands.pick(t('plan.kind.formula'));
      await hands.tick(t('plan.apart'));
      await hands.see(/示政办发〔2026〕1号/);
      expect(await hands.look()).toEqual([]);
      await hands.press('button', t('plan.save'));
      await hands.see(t('plan.saved'));
      const own = await (await world.as('township')).get<{ plan: object }>(`/api/tenders/${id}`);
      expect(own.plan).toMatchObject({ kind: 'formula', apart: true });
      expect(hands.uncaught()).toEqual([]);
      await hands.page.context().close();
    },
    SLOW,
  );

  it(
    'is recorded by keyboard: members, votes, reason, minutes; then everybody reads who won and why',
    async () => {
      const t = translatorFor('zh-CN');
      const id = await candidatesApart(world);
      const result = (): Promise<Shown> => world.stranger().get(`/api/public/tenders/${id}/result`);
      const { candidates } = await result();
      const [one, other] = candidates.map(({ name }) => name) as [string, string];
      await publicityOver(world, id);
      const hands = await sit('zh-CN');
      await hands.open(`${app.url}/work/tenders/${id}`);
      await hands.see(/候选人不排序，由定标委员会/);
      await hands.press('button', t('decide.act'));
      await hands.see(/^还差：/);
      for (const number of [1, 2, 3, 4, 5]) {
        await hands.type(t('decide.memberName', { number }), `成员${number}`);
        await hands.type(t('decide.memberPost', { number }), '采禾乡人民政府 干部');
        await hands.choose(t('decide.memberChoice', { number }), number < 4 ? other : one);
      }
      await hands.type(t('decide.reason'), REASON);
      await hands.file(t('decide.minutes'), [PAPER]);
      await hands.see(t('decide.minutesKept', { name: PAPER.name }));
      expect(await hands.look()).toEqual([]);
      await hands.press('button', t('decide.act'));
      await hands.confirm(t('decide.act'));
      await hands.see(t('decide.recorded'));
      await hands.see(
        t('decide.voteOf', { name: '成员1', post: '采禾乡人民政府 干部', choice: other }),
      );
      expect((await result()).award?.name).toBe(other);
      expect(await hands.look()).toEqual([]);
      await hands.open(`${app.url}/tenders/${id}`);
      await hands.see(t('result.unranked'));
      await hands.page.getByText(t('noticeKind.award_notice')).first().waitFor();
      expect(await hands.look()).toEqual([]);
      expect(hands.uncaught()).toEqual([]);
    },
    SLOW,
  );
});
