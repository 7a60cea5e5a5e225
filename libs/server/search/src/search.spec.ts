import { MINUTE } from '@core/kernel';
import { LegalClock, Outbox, UnitOfWork } from '@server/platform';
import { Tenders } from '@server/tender';
import { aModule, type TestModule } from '../../../../test/support/module';
import { aTenderRow } from '../../../../test/support/tender-row';
import { IndexTenders } from './index-tenders';
import { SearchModule } from './search.module';
import { SearchTenders } from './search-tenders';

const TITLES = [
  '采花乡农村道路硬化工程',
  '城关镇道路照明工程',
  '花乡采集中心装修',
  'GPS监控平台采购',
  '采花乡卫生院改造',
];

/** The public list as it is searched, on the database the suite runs on. */
describe('the search of tenders', () => {
  let module: TestModule;
  let search: SearchTenders;

  beforeAll(async () => {
    module = await aModule('search', [SearchModule]);
    search = module.get(SearchTenders);
    const tenders = module.get(Tenders);
    const now = module.get(LegalClock).now();
    for (const [at, title] of TITLES.entries()) {
      await module.get(UnitOfWork).run(async () => {
        const publishedAt = now + at * MINUTE;
        const code = `T2026-000${at}`;
        const region = at === 1 ? '城关' : '本县';
        const row = aTenderRow(now, { title, code, region, publishedAt, tendererName: '某局' });
        await tenders.add(row);
        if (at === 4) {
          await tenders.addNotice({
            id: row.id.replace(/^./, '0'),
            tenderId: row.id,
            kind: 'tender_notice',
            title: '招标公告',
            text: '本工程含B级防火门四樘。',
            facts: {},
            fileId: null,
            publishedAt,
          });
        }
      });
    }
    await module
      .get(UnitOfWork)
      .run(() =>
        tenders.add(aTenderRow(now, { title: '采花乡草稿', code: 'D1', publishedAt: null })),
      );
    await module.get(IndexTenders).catchUp();
  });
  afterAll(() => module.close());

  const titles = async (text: string, more: object = {}): Promise<string[]> =>
    (await search.page({ text, limit: 10, ...more })).items.map((row) => row.title);

  it('finds words where they stand, the newest first, and nothing of drafts', async () => {
    expect(await titles('采花乡')).toEqual([TITLES[4], TITLES[0]]);
    expect(await titles('花乡采集')).toEqual([TITLES[2]]);
    expect(await titles('道路')).toEqual([TITLES[1], TITLES[0]]);
    expect(await titles('道路 采花')).toEqual([TITLES[0]]);
    expect(await titles('防火门')).toEqual([TITLES[4]]);
    expect(await titles('t2026-0003')).toEqual([TITLES[3]]);
    expect(await titles('没有这个')).toEqual([]);
  });

  it('finds one letter, initials of pinyin, and Latin words', async () => {
    expect(await titles('镇')).toEqual([TITLES[1]]);
    expect(await titles('chx')).toEqual([TITLES[4], TITLES[0]]);
    expect(await titles('gps')).toEqual([TITLES[3]]);
  });

  it('takes nothing in a question for its own syntax', async () => {
    for (const text of ['"采花乡" OR 道路*', "采花乡') --", '+-@<>~"']) await titles(text);
    expect(await titles('"*"')).toHaveLength(5);
  });

  it('narrows by the filters, and goes on where a page ended', async () => {
    expect(await titles('道路', { region: '城关' })).toEqual([TITLES[1]]);
    const first = await search.page({ text: '工程', limit: 1 });
    expect(first.items.map((row) => row.title)).toEqual([TITLES[4]]);
    expect(await titles('工程', { after: first.next })).toEqual([TITLES[1], TITLES[0]]);
    expect(await titles('工程', { after: 'bad' })).toHaveLength(3);
  });

  it('follows what is published later, and shows where words stand', async () => {
    const row = (await search.page({ text: 'gps', limit: 1 })).items[0]!;
    expect(await titles('延期开标')).toEqual([]);
    await module.get(UnitOfWork).run(() =>
      module.get(Tenders).addNotice({
        id: row.id.replace(/^./, '1'),
        tenderId: row.id,
        kind: 'clarification',
        title: '更正',
        text: '因故延期开标。',
        facts: {},
        fileId: null,
        publishedAt: row.publishedAt!,
      }),
    );
    while ((await module.get(Outbox).relay()) > 0);
    expect(await titles('延期开标')).toEqual([row.title]);
    const excerpts = await search.excerpts('延期开标', [row]);
    expect(excerpts.get(row.id)).toMatchObject({ found: '延期开标', after: '。' });
    expect((await search.excerpts('gps', [row])).size).toBe(0);
  });
});
