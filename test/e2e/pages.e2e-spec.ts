import { LegalClock, UnitOfWork } from '@server/platform';
import { Tenders } from '@server/tender';
import { anApp, type TestApp } from '../support/app';
import { aTenderRow } from '../support/tender-row';

const EVIL = `<script>alert(1)</script>"'&\u0007`;

/** The reading pages over HTTP: what search engines, feed readers and browsers without JavaScript get. */
describe('the reading pages', () => {
  let app: TestApp;
  let id: string;

  beforeAll(async () => {
    app = await anApp('pages', { PUBLIC_URL: 'https://ggzy.example.org' });
    const tenders = app.get(Tenders);
    const now = app.get(LegalClock).now();
    const row = aTenderRow(now, { title: `柳河镇农村道路${EVIL}`, tendererName: EVIL });
    id = row.id;
    const draft = aTenderRow(now, { title: '还没有发布', code: 'T2026-0002', publishedAt: null });
    await app.get(UnitOfWork).run(async () => {
      await tenders.add(row);
      await tenders.add(draft);
      const notice = { tenderId: id, title: `公告${EVIL}`, text: EVIL, facts: {}, fileId: null };
      await tenders.addNotice({
        ...notice,
        id: '00000000-0000-7000-8000-000000000001',
        kind: 'tender_notice',
        publishedAt: now,
      });
    });
  });
  afterAll(() => app.close());

  const page = async (path: string): Promise<{ status: number; type: string; text: string }> => {
    const answer = await fetch(app.url + path);
    const type = answer.headers.get('content-type') ?? '';
    return { status: answer.status, type, text: await answer.text() };
  };

  it('hold the content, in both languages, with everything escaped', async () => {
    for (const path of ['/tenders', `/tenders/${id}`]) {
      const chinese = await page(path);
      expect(chinese).toMatchObject({ status: 200, type: 'text/html; charset=utf-8' });
      expect(chinese.text).toContain(
        '柳河镇农村道路&lt;script&gt;alert(1)&lt;/script&gt;&quot;&#39;&amp;',
      );
      expect(chinese.text).not.toMatch(/<script>alert|\u0007|还没有发布/);
      expect(chinese.text).toContain('<html lang="zh-CN"');
      expect(chinese.text).toContain(
        `<link rel="canonical" href="https://ggzy.example.org${path}"`,
      );
      expect(chinese.text).toContain('property="og:title"');
      const english = await page(`${path}?lang=en`);
      expect(english.text).toContain('<html lang="en"');
      expect(english.text).toContain('Tenderer');
    }
  });

  it('filter by what stands in the address, and leave out what is no filter', async () => {
    const found = async (query: string): Promise<boolean> =>
      (await page(`/tenders?${query}`)).text.includes(`/tenders/${id}`);
    expect(await found('region=柳河镇&kind=works&category=road&atMostYuan=1780000')).toBe(true);
    expect(await found('atLeastYuan=1780000.01')).toBe(false);
    expect(await found('kind=goods')).toBe(false);
    expect(await found('to=2020-01-01')).toBe(false);
    expect(await found('kind=nonsense&from=yesterday&state[]=x&cursor=%00')).toBe(true);
    const echoed = await page(`/tenders?q=${encodeURIComponent('"><script>x')}`);
    expect(echoed.text).not.toContain('"><script>x');
  });

  it('keep the policy strict and say what is not there', async () => {
    const answer = await fetch(`${app.url}/tenders/${id}`);
    expect(answer.headers.get('content-security-policy')).toMatch(
      /script-src 'self' 'wasm-unsafe-eval'/,
    );
    for (const path of ['/tenders/none', '/enterprises/none']) {
      expect(await page(path)).toMatchObject({ status: 404, type: 'text/html; charset=utf-8' });
    }
  });

  it('come with feeds, a site map and a policy', async () => {
    const atom = await page('/feeds/notices.atom');
    expect(atom.type).toContain('application/atom+xml');
    expect(atom.text).toContain('<title>公告&lt;script&gt;');
    expect(atom.text).not.toContain('\u0007');
    expect((await page('/feeds/notices.rss')).text).toContain('<pubDate>');
    expect((await page('/sitemap.xml')).text).toContain(`https://ggzy.example.org/tenders/${id}`);
    expect((await page('/robots.txt')).text).toContain('Sitemap: https://ggzy.example.org');
    for (const language of ['', '?lang=en']) {
      expect((await page(`/open-data${language}`)).text).toContain('licenses/by/4.0');
    }
  });
});
