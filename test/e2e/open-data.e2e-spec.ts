import { fairnessOf, type DrawOnce, type FairnessReport } from '@core/fairness';
import { type JsonObject } from '@core/ocds';
import { ExportDataSpec } from '@server/data-spec';
import { DemoPeople } from '@server/demo';
import { PublishReleases } from '@server/open-data';
import { Outbox } from '@server/platform';
import { FOOTBRIDGE, lottery } from '../journeys/footbridge';
import { liveRoad } from '../journeys/whole-road';
import { until, worldAt, type World } from '../journeys/world';
import { aCounty, anApp, type TestApp } from '../support/app';
import { DIALECT } from '../support/database';
import { coherenceFindings, ocdsValidators, reviewFindings, schemaErrors } from '../support/ocds';

interface Package {
  readonly releases?: JsonObject[];
  readonly records?: { ocid: string; releases: JsonObject[]; compiledRelease: JsonObject }[];
  readonly links?: { next?: string };
  readonly total: number;
}

interface FairnessFigures extends Pick<FairnessReport, 'draws' | 'test' | 'concentration'> {
  readonly shares: readonly { creditCode: string; won: number; tail: number }[];
}

/** The draws in a file of rows: date, tender, number, credit code, name, won. */
function drawsOf(file: string): DrawOnce[] {
  const rows = file
    .replace(/^\uFEFF/, '')
    .trim()
    .split('\r\n')
    .slice(1)
    .map((line) => line.split(',').map((cell) => cell.replaceAll('"', '')));
  return [...new Set(rows.map(([, code]) => code ?? ''))].map((id) => {
    const own = rows.filter(([, code]) => code === id);
    const firms = (of: string[][]): string[] => of.map((row) => row[3] ?? '');
    return { id, entrants: firms(own), winners: firms(own.filter((row) => row[5] === '1')) };
  });
}

describe('open data', () => {
  let app: TestApp;
  let world: World;
  const early = new Map<string, string>();

  const everything = async (): Promise<string> => {
    await until('the outbox to be empty', async () => (await app.get(Outbox).relay()) === 0);
    const anybody = world.stranger();
    const texts = [];
    for (const path of ['releases', 'records', 'changes', 'bulk']) {
      texts.push(await (await anybody.fetch(`/api/ocds/${path}`)).text());
    }
    return texts.join('\n');
  };

  beforeAll(async () => {
    app = await anApp('ocds', { DEMO: 'true' });
    await app.get(DemoPeople).settle(FOOTBRIDGE.members);
    world = worldAt(app.url, () => undefined);
    await liveRoad(world, {
      async sealed() {
        early.set('sealed', await everything());
      },
      async evaluated() {
        early.set('evaluated', await everything());
      },
    });
    await lottery(world);
    await everything();
  });
  afterAll(() => app.close());

  const records = async (): Promise<NonNullable<Package['records']>> =>
    (await world.stranger().get<Package>('/api/ocds/records')).records ?? [];

  it('says before the opening who tenders what, and nothing of bidders', () => {
    const text = early.get('sealed') ?? '';
    expect(text).toContain('"tender"');
    expect(text).not.toMatch(/湖北鑫盛|"bids"|"tenderer"|"awards"/);
  });

  it('says before the candidates are published what was opened, and nothing of ranks', () => {
    const text = early.get('evaluated') ?? '';
    expect(text).toContain('"bids"');
    expect(text).not.toMatch(/"rank"|"awards"|"supplier"/);
  });

  it('is valid: packages, releases, codelists, references, whole processes', async () => {
    const anybody = world.stranger();
    const { release, releasePackage, recordPackage } = ocdsValidators();
    const releases = await anybody.get<Package>('/api/ocds/releases');
    expect(releases.releases?.length).toBe(releases.total);
    expect(schemaErrors(releasePackage, releases)).toEqual([]);
    for (const one of releases.releases ?? []) {
      expect(schemaErrors(release, one)).toEqual([]);
      expect(reviewFindings(one)).toEqual([]);
    }
    const all = await anybody.get<Package>('/api/ocds/records');
    expect(schemaErrors(recordPackage, all)).toEqual([]);
    expect(all.total).toBe(2);
    for (const one of all.records ?? []) {
      expect(reviewFindings(one.compiledRelease)).toEqual([]);
      expect(coherenceFindings(one.compiledRelease)).toEqual([]);
    }
  });

  it('tells the whole story of a tender, draws included', async () => {
    const [road, bridge] = await records();
    expect(road?.releases.map((one) => (one.tag as string[])[0])).toEqual(
      expect.arrayContaining(['tender', 'tenderUpdate', 'award']),
    );
    const tender = road?.compiledRelease.tender as JsonObject;
    expect(tender.status).toBe('complete');
    expect((tender.draws as JsonObject[]).map((one) => one.purpose)).toContain('panel');
    const lots = bridge?.compiledRelease.tender as JsonObject;
    expect((lots.draws as JsonObject[]).map((one) => one.purpose)).toContain('lottery');
  });

  it('goes page by page, without gap or repetition, with addresses that work', async () => {
    const anybody = world.stranger();
    const seen: unknown[] = [];
    let path: string | undefined = '/api/ocds/releases?limit=3';
    while (path) {
      const page: Package = await anybody.get<Package>(path);
      seen.push(...(page.releases ?? []).map((one) => one.id));
      path = page.links?.next?.replace(/^https?:\/\/[^/]+/, '');
    }
    const { total } = await anybody.get<Package>('/api/ocds/releases?limit=1');
    expect(new Set(seen).size).toBe(total);
    expect(seen).toHaveLength(total);
    const { changes, last } = await anybody.get<{
      changes: { ocid: string; releaseID: string }[];
      last: number;
    }>('/api/ocds/changes');
    expect(last).toBe(total);
    expect(changes.map((one) => one.releaseID)).toEqual(seen);
    const [first] = changes;
    const one = await anybody.get<Package>(`/api/ocds/releases/${first?.ocid}/${first?.releaseID}`);
    expect(one.releases?.[0]?.id).toBe(first?.releaseID);
    const nothing = await anybody.fetch('/api/ocds/records/ocds-sunlit-none');
    expect(nothing.status).toBe(404);
    expect((await anybody.fetch('/api/ocds/releases?limit=1000')).status).toBe(400);
  });

  it('comes as files by month, lines and tables alike', async () => {
    const anybody = world.stranger();
    const months = await anybody.get<{ month: string; files: string[] }[]>('/api/ocds/bulk');
    const text = async (kind: string): Promise<string> => {
      const parts = [];
      for (const { month } of months) {
        const answer = await anybody.fetch(`/api/ocds/bulk/${month}-${kind}`);
        if (answer.status === 404) continue;
        expect(answer.headers.get('last-modified')).toMatch(/GMT$/);
        parts.push(await answer.text());
      }
      return parts.join('');
    };
    const lines = (await text('releases.jsonl')).trim().split('\n');
    const { total } = await anybody.get<Package>('/api/ocds/releases?limit=1');
    expect(lines).toHaveLength(total);
    expect((await text('records.jsonl')).trim().split('\n')).toHaveLength(2);
    const bids = await text('bids.csv');
    expect(bids).toContain('bids/details/0/value/amount');
    expect(bids.split('\r\n').length).toBeGreaterThan(4);
    for (const wrong of ['2026-13-releases.jsonl', '2026-03-secrets.csv', 'x']) {
      expect((await anybody.fetch(`/api/ocds/bulk/${wrong}`)).status).toBe(404);
    }
  });

  it('brings its own extension along', async () => {
    const anybody = world.stranger();
    const base = '/api/ocds/extensions/draws';
    const extension = await anybody.get<{ schemas: string[]; codelists: string[] }>(
      `${base}/extension.json`,
    );
    for (const file of extension.schemas) {
      expect((await anybody.fetch(`${base}/${file}`)).status).toBe(200);
    }
    for (const file of extension.codelists) {
      expect((await anybody.fetch(`${base}/codelists/${file}`)).status).toBe(200);
    }
    expect((await anybody.fetch(`${base}/nothing.json`)).status).toBe(404);
  });

  it('has nothing to catch up with', async () => {
    expect(await app.get(PublishReleases).catchUp()).toBe(0);
  });
});

// The county takes minutes to settle and is the same on every database; what differs there is seen above.
(DIALECT === 'mariadb' ? describe.skip : describe)('open data of the whole demo county', () => {
  let app: TestApp;
  beforeAll(async () => {
    app = await aCounty('ocds_county');
    await until('the outbox to be empty', async () => (await app.get(Outbox).relay()) === 0);
  }, 900_000);
  afterAll(() => app.close());

  it('is valid for every tender of it', async () => {
    const { recordPackage, release } = ocdsValidators();
    const all = await worldAt(app.url, () => undefined)
      .stranger()
      .get<Package>('/api/ocds/records?limit=100');
    expect(all.records?.length).toBe(all.total);
    expect(all.total).toBeGreaterThan(8);
    expect(schemaErrors(recordPackage, { ...all, records: all.records?.slice(0, 1) })).toEqual([]);
    for (const record of all.records ?? []) {
      for (const one of record.releases) {
        expect(schemaErrors(release, one)).toEqual([]);
        expect(reviewFindings(one)).toEqual([]);
      }
      expect(reviewFindings(record.compiledRelease)).toEqual([]);
      expect(coherenceFindings(record.compiledRelease)).toEqual([]);
    }
    const states = all.records?.map(
      ({ compiledRelease }) => (compiledRelease.tender as JsonObject).status,
    );
    expect(new Set(states)).toEqual(new Set(['active', 'complete', 'unsuccessful', 'cancelled']));
  });

  it('comes to the statistics, which anybody can add up from the records', async () => {
    const anybody = worldAt(app.url, () => undefined).stranger();
    const { records = [] } = await anybody.get<Package>('/api/ocds/records?limit=100');
    const compiled = records.map((record) => record.compiledRelease);
    const awards = compiled.flatMap((one) => (one.awards ?? []) as JsonObject[]);
    const yuan = awards.reduce(
      (sum, { value }) => sum + (value as unknown as { amount: number }).amount,
      0,
    );
    const all = await anybody.get<{
      whole: { processes: number; sumFen: string };
      groups: { key: string; figures: { processes: number; sumFen: string } }[];
    }>('/api/public/statistics?by=region');
    expect(all.whole.processes).toBe(compiled.length);
    expect(Number(all.whole.sumFen)).toBe(Math.round(yuan * 100));
    for (const { key, figures } of all.groups) {
      const query = `region=${encodeURIComponent(key)}`;
      const file = await (await anybody.fetch(`/api/public/statistics/rows.csv?${query}`)).text();
      expect(file.trim().split('\r\n')).toHaveLength(1 + figures.processes);
      const page = await (await anybody.fetch(`/statistics/rows?${query}`)).text();
      expect(page.match(/<td data-label="地区">/g)).toHaveLength(figures.processes);
      const figuresPage = await (await anybody.fetch(`/statistics?by=region`)).text();
      expect(figuresPage).toContain(`/statistics/rows?region=${encodeURIComponent(key)}`);
    }
    const table = await (
      await anybody.fetch('/api/public/statistics/figures.csv?by=region')
    ).text();
    expect(table.trim().split('\r\n')).toHaveLength(1 + all.groups.length);
    expect((await anybody.fetch('/api/public/statistics?by=nothing')).status).toBe(400);
    expect((await anybody.fetch('/statistics?by=nothing&lang=en')).status).toBe(200);
  });

  it('has the form of the Chinese data specification, and gives everybody the public part', async () => {
    const { rows, faults } = await app.get(ExportDataSpec).between(0, Date.now() * 2, 'gov');
    expect(faults.filter((one) => one.fault !== 'missing')).toEqual([]);
    expect(new Set(rows.map((row) => row.table)).size).toBeGreaterThan(6);
    const anybody = worldAt(app.url, () => undefined).stranger();
    const { items } = await anybody.get<{ items: { id: string }[] }>('/api/public/tenders');
    for (const { id } of items) {
      const json = await anybody.fetch(`/api/data-spec/tenders/${id}`);
      expect(json.status).toBe(200);
      expect(await json.text()).not.toContain('UNIFIED_DEAL_CODE');
      const xml = await anybody.fetch(`/api/data-spec/tenders/${id}?format=xml`);
      expect(xml.headers.get('content-type')).toContain('application/xml');
    }
    expect((await anybody.fetch('/api/data-spec/tenders/none')).status).toBe(404);
  });

  it('lived through a year of lotteries, whose fairness anybody recomputes from the rows', async () => {
    const anybody = worldAt(app.url, () => undefined).stranger();
    const pools = await anybody.get<{ id: string }[]>('/api/public/pools');
    expect(pools).toHaveLength(2);
    for (const { id } of pools) {
      const figures = await anybody.get<FairnessFigures>(
        `/api/public/pools/${id}/fairness?year=2025`,
      );
      expect(figures.draws).toBeGreaterThan(4);
      const file = await (
        await anybody.fetch(`/api/public/pools/${id}/draws.csv?year=2025`)
      ).text();
      const { draws, shares, test, concentration } = fairnessOf(drawsOf(file));
      expect(draws).toBe(figures.draws);
      expect([test, concentration]).toEqual([figures.test, figures.concentration]);
      expect(shares.map(({ key, won, tail }) => [key, won, tail])).toEqual(
        figures.shares.map(({ creditCode, won, tail }) => [creditCode, won, tail]),
      );
      const page = await (await anybody.fetch(`/pools/${id}`)).text();
      expect(page).toContain('2025 年度公平性');
      expect(await (await anybody.fetch(`/pools/${id}?year=2025`)).text()).toContain('卡方');
    }
  });

  it('shows the same small road let both ways, from the project to the review of the work', async () => {
    const anybody = worldAt(app.url, () => undefined).stranger();
    const query = `q=${encodeURIComponent('机耕路修缮')}`;
    const { items } = await anybody.get<{ items: { id: string; method: string; state: string }[] }>(
      `/api/public/tenders?${query}`,
    );
    expect(items.map(({ method }) => method).sort()).toEqual(['lottery', 'reasonable_low_price']);
    for (const { id } of items) {
      const contracts = await anybody.get<object[]>(`/api/public/tenders/${id}/contracts`);
      expect(contracts).toMatchObject([{ acceptedAt: expect.any(String) as string }]);
      const reviews = await anybody.get<object[]>(`/api/public/tenders/${id}/performances`);
      expect(reviews).toMatchObject([{ grade: 'good' }]);
    }
  });
});
