import { randomUUID } from 'node:crypto';
import { textOf } from '@core/ocds';
import { LegalClock, Outbox, UnitOfWork } from '@server/platform';
import { Tenders } from '@server/tender';
import { ALL_MODULES } from '../../../../test/support/all-modules';
import { aModule, type TestModule } from '../../../../test/support/module';
import { aTenderRow } from '../../../../test/support/tender-row';
import { OpenReleases, PublishReleases, ReadOpenData } from './index';

const TENDERS = 12;
const NOTICES = 5;

describe('the feed of open data', () => {
  let module: TestModule;
  let unit: UnitOfWork;
  let tenders: Tenders;
  let feed: OpenReleases;

  beforeAll(async () => {
    module = await aModule('open_data', ALL_MODULES);
    unit = module.get(UnitOfWork);
    tenders = module.get(Tenders);
    feed = module.get(OpenReleases);
  });
  afterAll(() => module.close());

  const addTender = async (code: string): Promise<string> => {
    const row = aTenderRow(module.get(LegalClock).now(), { code });
    await unit.run(() => tenders.add(row));
    return row.id;
  };
  const addNotice = (tenderId: string, kind: string, at: number): Promise<void> =>
    unit.run(() =>
      tenders.addNotice({
        id: randomUUID(),
        tenderId,
        kind,
        title: kind,
        text: '正文',
        facts: {},
        fileId: null,
        publishedAt: at,
      }),
    );

  it('never misses a release, however many write at once while somebody reads', async () => {
    const now = module.get(LegalClock).now();
    const ids = [];
    for (let n = 0; n < TENDERS; n++) ids.push(await addTender(`T2026-1${n}`));
    const seen: number[] = [];
    // A follower that remembers only the last place it saw.
    const writing = { on: true };
    const reader = (async () => {
      for (let at = 0, rest = 2; rest > 0; rest -= writing.on ? 0 : 1) {
        const page = await feed.changesAfter(at, 7);
        seen.push(...page.map((one) => one.seq));
        at = page.at(-1)?.seq ?? at;
        if (page.length > 0) rest = 2;
        await new Promise(setImmediate);
      }
    })();
    const relays = [0, 1, 2].map(async () => {
      const outbox = module.get(Outbox);
      while (writing.on) {
        await outbox.relay(10);
        await new Promise(setImmediate);
      }
    });
    await Promise.all(
      ids.map(async (id, index) => {
        for (let n = 0; n < NOTICES; n++) {
          const kind = n === 0 ? 'tender_notice' : 'suspension_notice';
          await addNotice(id, kind, now + n * 1_000 + index);
          if (n % 2 === 0) await module.get(PublishReleases).publish(id);
        }
      }),
    );
    while ((await feed.last())?.seq !== TENDERS * NOTICES) await new Promise(setImmediate);
    writing.on = false;
    await Promise.all([reader, ...relays]);
    expect(seen).toEqual(Array.from({ length: TENDERS * NOTICES }, (_, n) => n + 1));
  });

  it('shows no place while an earlier one may still come', async () => {
    const [slow, fast] = [await addTender('T2026-21'), await addTender('T2026-22')];
    const now = module.get(LegalClock).now();
    await addNotice(slow, 'tender_notice', now);
    await addNotice(fast, 'tender_notice', now);
    const start = (await feed.last())?.seq ?? 0;
    let letGo: () => void = () => undefined;
    const gate = new Promise<void>((resolve) => (letGo = resolve));
    const publish = module.get(PublishReleases);
    const first = unit.run(async () => {
      await publish.publish(slow);
      await gate;
    });
    await new Promise((resolve) => setTimeout(resolve, 30));
    const second = publish.publish(fast);
    await new Promise((resolve) => setTimeout(resolve, 60));
    expect(await feed.after(start, 10)).toEqual([]);
    letGo();
    await Promise.all([first, second]);
    const places = await feed.after(start, 10);
    expect(places.map((one) => [one.seq, one.tenderId])).toEqual([
      [start + 1, slow],
      [start + 2, fast],
    ]);
  });

  it('catches up with what no event brought, once', async () => {
    const id = await addTender('T2026-31');
    await addNotice(id, 'tender_notice', module.get(LegalClock).now());
    const publish = module.get(PublishReleases);
    expect(await publish.catchUp()).toBeGreaterThan(0);
    expect(await publish.catchUp()).toBe(0);
    expect((await feed.counts([id])).get(id)).toBe(1);
  });

  it('says nothing of drafts', async () => {
    const row = aTenderRow(module.get(LegalClock).now(), { code: 'T2026-41', publishedAt: null });
    await unit.run(() => tenders.add(row));
    expect(await module.get(PublishReleases).publish(row.id)).toBe(0);
  });

  it('gives pages that together hold everything once', async () => {
    const read = module.get(ReadOpenData);
    const ids: string[] = [];
    let next: string | undefined = 'after=0&limit=7';
    while (next) {
      const query = new URLSearchParams(next);
      const page = await read.releasePage({ after: Number(query.get('after')), limit: 7 });
      ids.push(...(page.releases as { id: string }[]).map((one) => one.id));
      next = (page.links as { next?: string } | undefined)?.next?.split('?')[1];
    }
    expect(new Set(ids).size).toBe(ids.length);
    expect(ids).toHaveLength((await feed.last())?.seq ?? -1);
    const records = await read.recordPage({ after: 0, limit: 100 });
    expect(records.records).toHaveLength(await feed.processes());
    expect(textOf(records.total)).toBe(String(await feed.processes()));
  });
});
