import { textOf, type JsonObject } from '@core/ocds';
import { ImportReleases, PublishReleases } from '@server/open-data';
import { LegalClock, Outbox, UnitOfWork } from '@server/platform';
import { Tenders } from '@server/tender';
import { spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { gzipSync } from 'node:zlib';
import { until } from '../journeys/world';
import { anApp, type TestApp } from '../support/app';
import { aTenderRow } from '../support/tender-row';

const PROGRAM = resolve(__dirname, '../../dist/apps/api/src/import-ocds-main.js');

interface Records {
  readonly total: number;
  readonly records: { ocid: string; compiledRelease: JsonObject; releases: JsonObject[] }[];
}

/** A portal read out of its data and set up again elsewhere. */
describe('open data taken in again', () => {
  let here: TestApp;
  let there: TestApp;

  beforeAll(async () => {
    here = await anApp('ocds_here');
    there = await anApp('ocds_there', { OCDS_PREFIX: 'ocds-elsew1' });
    const tenders = here.get(Tenders);
    const now = here.get(LegalClock).now();
    for (const [at, title] of ['村道硬化<b>', '卫生院改造'].entries()) {
      const row = aTenderRow(now, { title, code: `T2026-010${at}` });
      await here.get(UnitOfWork).run(async () => {
        await tenders.add(row);
        await tenders.addNotice({
          id: row.id.replace(/^./, 'e'),
          tenderId: row.id,
          kind: 'tender_notice',
          title: '招标公告',
          text: '正文',
          facts: {},
          fileId: null,
          publishedAt: now,
        });
      });
    }
    await until('the releases', async () => (await here.get(Outbox).relay()) === 0);
  });
  afterAll(async () => {
    await here.close();
    await there.close();
  });

  const read = async <T>(app: TestApp, path: string): Promise<T> =>
    (await (await fetch(app.url + path)).json()) as T;

  it('says the same as where it came from: records, pages, statistics', async () => {
    const source = await read<{ releases: JsonObject[] }>(here, '/api/ocds/releases');
    expect(source.releases.length).toBeGreaterThan(1);
    const imported = await there.get(ImportReleases).run([...source.releases].reverse());
    expect(imported).toEqual({ added: source.releases.length, known: 0, processes: 2 });
    await until('the statistics', async () => (await there.get(Outbox).relay()) === 0);
    const [ours, theirs] = [
      await read<Records>(here, '/api/ocds/records'),
      await read<Records>(there, '/api/ocds/records'),
    ];
    const told = ({ records }: Records): unknown =>
      [...records].sort((one, other) => (one.ocid < other.ocid ? -1 : 1));
    expect(told(theirs)).toEqual(told(ours));
    const rows = await (await fetch(`${there.url}/statistics/rows`)).text();
    // Records of one instant come in the order of their releases' ids, which is any.
    const ocid = ours.records.find((one) => one.ocid.endsWith('-T2026-0100'))!.ocid;
    expect(rows).toContain(`/processes/${ocid}`);
    const page = await (await fetch(`${there.url}/processes/${ocid}`)).text();
    expect(page).toContain('村道硬化&lt;b&gt;');
    expect((await fetch(`${there.url}/processes/none`)).status).toBe(404);
  });

  it('takes nothing in that it would number itself', async () => {
    const { releases } = await read<{ releases: JsonObject[] }>(here, '/api/ocds/releases');
    await expect(here.get(ImportReleases).run(releases)).rejects.toMatchObject({
      code: 'ocds.own_prefix',
    });
    const [first] = releases;
    const one = await read<{ releases: JsonObject[] }>(
      there,
      `/api/ocds/releases/${textOf(first?.ocid)}/${textOf(first?.id)}`,
    );
    expect(one.releases).toEqual([first]);
  });

  it('takes nothing twice, and leaves alone what is known', async () => {
    const source = await read<{ releases: JsonObject[] }>(here, '/api/ocds/releases');
    const changed = source.releases.map((one) => ({ ...one, language: 'en' }));
    expect(await there.get(ImportReleases).run(changed)).toMatchObject({ added: 0, processes: 0 });
    const { records } = await read<Records>(there, '/api/ocds/records');
    expect(records[0]?.compiledRelease.language).toBe('zh');
    expect(await there.get(PublishReleases).catchUp()).toBe(0);
  });

  (existsSync(PROGRAM) ? it : it.skip)(
    'is done by a command, which names the place of a fault and then takes nothing',
    async () => {
      const folder = mkdtempSync(join(tmpdir(), 'sunlit-ocds-'));
      try {
        const { releases } = await read<{ releases: JsonObject[] }>(here, '/api/ocds/releases');
        const good = join(folder, 'good.jsonl.gz');
        writeFileSync(good, gzipSync(releases.map((one) => JSON.stringify(one)).join('\n')));
        const wrong = join(folder, 'wrong.json');
        writeFileSync(wrong, JSON.stringify({ releases: [releases[0], { ocid: 'x' }] }));
        const run = (...files: string[]): ReturnType<typeof spawnSync> =>
          spawnSync(process.execPath, [PROGRAM, ...files], {
            env: {
              PATH: process.env.PATH,
              DATA_DIR: folder,
              OCDS_PREFIX: 'ocds-elsew1',
            },
            encoding: 'utf8',
          });
        const refused = run(good, wrong);
        expect(refused.stderr).toContain('ocds.malformed releases/1/id');
        expect(refused.status).toBe(1);
        const taken = run(good);
        expect(taken.stderr).toBe('');
        expect(JSON.parse(String(taken.stdout))).toMatchObject({
          added: releases.length,
          known: 0,
        });
      } finally {
        rmSync(folder, { recursive: true, force: true });
      }
    },
  );
});
