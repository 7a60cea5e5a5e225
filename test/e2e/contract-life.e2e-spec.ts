import { createHash } from 'node:crypto';
import { packZip, unpackZip, verifyArchive } from '@core/bundle';
import { DemoPeople } from '@server/demo';
import { Ledger } from '@server/ledger';
import { concludeContract, liveContract, usernameOf, writeContract } from '../journeys/contract';
import { FOOTBRIDGE, lottery } from '../journeys/footbridge';
import { until, worldAt, type World } from '../journeys/world';
import { anApp, type TestApp } from '../support/app';
import type { Client } from '../support/client';

const SLOW = 240_000;
const FIRMS = Array.from({ length: FOOTBRIDGE.members }, (_, at) => `firm${at + 1}`);

interface Compiled {
  readonly contracts?: readonly {
    readonly id: string;
    readonly status: string;
    readonly value: { readonly amount: number };
    readonly amendments: readonly { readonly description: string }[];
    readonly implementation: { readonly transactions: readonly unknown[] };
  }[];
}

describe('a contract after a lottery', () => {
  let app: TestApp;
  let world: World;
  let tenderer: Client;
  let winner: Client;
  let winnerName: string;
  let tenderId: string;

  beforeAll(async () => {
    app = await anApp('contract_life', { DEMO: 'true' });
    await app.get(DemoPeople).settle(FOOTBRIDGE.members);
    world = worldAt(app.url, () => undefined);
    const drawn = await lottery(world);
    ({ tenderId } = drawn);
    tenderer = await world.as('township');
    winnerName = await usernameOf(world, drawn.winner, FIRMS);
    winner = await world.as(winnerName);
  }, SLOW);
  afterAll(() => app.close());

  it('cannot be reviewed before it is accepted, nor cost what nobody drew for', async () => {
    const early = tenderer.post(`/api/tenders/${tenderId}/lots/1/performance`, {
      grade: 'good',
      text: '',
    });
    expect(await tenderer.refusal(early)).toMatchObject({ code: 'performance.not_accepted' });
    const dear = tenderer.put(`/api/tenders/${tenderId}/lots/1/contract`, {
      priceFen: String(Number(FOOTBRIDGE.estimateFen) + 1),
      durationDays: 45,
      quality: '合格',
      manager: '赵志强',
      performanceBondFen: '0',
      payment: '一次付清',
      other: '',
    });
    expect(await tenderer.refusal(dear)).toMatchObject({
      code: 'contract.departs',
      law: { ruleId: 'contract-consistent' },
    });
  });

  it('is between its parties until both have signed', async () => {
    const { id } = await writeContract(tenderer, tenderId);
    const loser = FIRMS.find((one) => one !== winnerName) ?? '';
    for (const username of [loser, 'registrar', 'host', 'school', 'citizen']) {
      const reader = await world.as(username);
      expect([403, 404]).toContain((await reader.fetch(`/api/contracts/${id}`)).status);
    }
    expect(await (await world.as(loser)).get('/api/contracts/mine')).toEqual([]);
    expect(await winner.get('/api/contracts/mine')).toMatchObject([{ id, waits: true }]);
    expect(await world.stranger().get(`/api/public/tenders/${tenderId}/contracts`)).toEqual([]);
    expect((await world.stranger().fetch(`/api/public/contracts/${id}/file`)).status).toBe(404);
    const supervisor = await world.as('supervisor');
    expect(await supervisor.get(`/api/contracts/${id}`)).toMatchObject({ side: null });
    const other = await world.as(loser);
    const signing = other.post(`/api/contracts/${id}/signature`, { fingerprint: '0'.repeat(64) });
    expect(await other.refusal(signing)).toMatchObject({ code: 'contract.not_found' });
  });

  it(
    'is signed, changed, paid, accepted and reviewed, and open data says so',
    async () => {
      const contract = await concludeContract(world, tenderId, tenderer, winner);
      await liveContract(world, tenderId, contract, tenderer, winner);
      const stranger = world.stranger();
      await until('the archived tender', async () => {
        const { state } = await stranger.get<{ state: string }>(`/api/public/tenders/${tenderId}`);
        return state === 'archived';
      });
      for (const state of ['awarded', 'archived']) {
        const { items } = await stranger.get<{ items: { id: string }[] }>(
          `/api/public/tenders?state=${state}`,
        );
        expect(items.map(({ id }) => id)).toContain(tenderId);
      }
      expect(await (await stranger.fetch('/tenders?state=archived&lang=zh-CN')).text()).toContain(
        '已归档',
      );
      const [published] = await stranger.get<{ number: string; paidFen: string }[]>(
        `/api/public/tenders/${tenderId}/contracts`,
      );
      expect(published).toMatchObject({
        number: contract.number,
        paidFen: '500000',
        now: { priceFen: '40300000', durationDays: 48 },
        changes: [{ reason: '村口加铺回车场 40 平方米', agreed: true }],
        subcontracts: [{ name: '采禾标线有限公司', agreed: true }],
        siteChecks: [{ present: true, manager: '赵志强' }],
        declined: null,
      });
      const compiled = await until('the end of the contract in open data', async () => {
        const { records = [] } = await stranger.get<{
          records?: { compiledRelease: Compiled }[];
        }>('/api/ocds/records');
        return records
          .map(({ compiledRelease }) => compiledRelease)
          .find(({ contracts }) => contracts?.[0]?.status === 'terminated');
      });
      expect(compiled.contracts).toMatchObject([
        {
          id: contract.number,
          value: { amount: 403_000 },
          amendments: [{ description: '村口加铺回车场 40 平方米' }],
          implementation: { transactions: [{ value: { amount: 5_000 } }] },
        },
      ]);
    },
    SLOW,
  );

  it('told each side what waited for it, and what the other did', async () => {
    const topics = async (reader: Client): Promise<string[]> =>
      (await reader.get<{ topic: string }[]>('/api/inbox'))
        .map(({ topic }) => topic)
        .filter((topic) => topic.startsWith('contract.'));
    await until('the last message', async () =>
      (await topics(winner)).includes('contract.accepted'),
    );
    expect([...new Set(await topics(winner))].sort()).toEqual([
      'contract.accepted',
      'contract.answered',
      'contract.asked',
      'contract.concluded',
      'contract.signed',
      'contract.written',
    ]);
    expect([...new Set(await topics(tenderer))].sort()).toEqual([
      'contract.answered',
      'contract.asked',
      'contract.concluded',
    ]);
  });

  it('is in the archive package of its tender, which anybody checks as a whole', async () => {
    const response = await world.stranger().fetch(`/api/public/tenders/${tenderId}/archive`);
    expect(response.headers.get('content-type')).toBe('application/zip');
    const bytes = new Uint8Array(await response.arrayBuffer());
    const result = await verifyArchive(bytes);
    if (!result.ok) throw new Error(`${result.step}: ${result.reason}`);
    expect(result.report).toMatchObject({ complete: true, demo: true });
    expect(result.report.steps.at(-1)).toMatchObject({
      step: 'contracts',
      counts: { contracts: 1 },
    });
    const files = unpackZip(bytes) ?? new Map<string, Uint8Array>();
    const contract = [...files.keys()].find((path) => /^contracts\/.*\.json$/.test(path)) ?? '';
    const { life } = JSON.parse(Buffer.from(files.get(contract) ?? '').toString()) as {
      life: { type: string }[];
    };
    expect(life.map(({ type }) => type)).toEqual([
      'contract.concluded',
      'contract.site_checked',
      'contract.subcontracted',
      'contract.changed',
      'contract.paid',
      'contract.accepted',
      'performance.reviewed',
    ]);
    const paper = files.get(contract.replace('.json', '.pdf')) ?? new Uint8Array(0);
    expect(Buffer.from(paper).subarray(0, 5).toString()).toBe('%PDF-');
    await lies(files, contract);
  });

  /** What a platform that signs a false package is caught at; nobody else gets past the manifest. */
  async function lies(files: ReadonlyMap<string, Uint8Array>, contract: string): Promise<void> {
    const verdict = async (change: Map<string, Uint8Array | null>): Promise<string> => {
      const result = await verifyArchive(await resigned(app.get(Ledger), files, change));
      return result.ok ? 'believed' : `${result.step}: ${result.reason}`;
    };
    const text = Buffer.from(files.get(contract) ?? '').toString();
    const changed = (from: string | RegExp, to: string): Map<string, Uint8Array | null> => {
      expect(text).toMatch(from);
      return new Map([[contract, Buffer.from(text.replace(from, to))]]);
    };
    const paper = contract.replace('.json', '.pdf');
    const records = JSON.parse(Buffer.from(files.get('records.json') ?? '').toString()) as {
      records: object[];
    };
    const withRecords = (list: object[]): Map<string, Uint8Array | null> =>
      new Map([['records.json', Buffer.from(JSON.stringify({ records: list }))]]);
    expect(await verdict(new Map())).toBe('believed');
    expect(await verdict(changed('质保期满', '当日'))).toBe('contracts: contract_changed');
    expect(await verdict(changed('"good"', '"fail"'))).toBe('contracts: contract_life');
    expect(await verdict(new Map([[paper, null]]))).toBe('contracts: contract_unprinted');
    expect(await verdict(new Map([[contract, null]]))).toBe('contracts: contract_missing');
    expect(await verdict(withRecords(records.records.slice(1)))).toBe(
      'contracts: contract_not_concluded',
    );
    expect(await verdict(withRecords(records.records.slice(0, -1)))).toBe(
      'contracts: contract_life',
    );
    const other = { ...records.records[0], salt: '0'.repeat(64) };
    expect(await verdict(withRecords([other, ...records.records.slice(1)]))).toBe(
      'records: not_the_entry',
    );
    const loose = new Map([...files, [paper, Buffer.from('another')] as const]);
    const unsigned = await verifyArchive(packZip(loose));
    expect(unsigned).toMatchObject({ ok: false, step: 'package', reason: 'file_changed' });
    const more = await verifyArchive(
      packZip(new Map([...files, ['a.txt', Buffer.from('')] as const])),
    );
    expect(more).toMatchObject({ ok: false, step: 'package', reason: 'file_unlisted' });
    const manifest = Buffer.from(files.get('manifest.json') ?? '').toString();
    const dated = manifest.replace(/"packedAt":"20/, '"packedAt":"19');
    const older = packZip(new Map([...files, ['manifest.json', Buffer.from(dated)] as const]));
    expect(await verifyArchive(older)).toMatchObject({ reason: 'manifest_signature' });
  }
});

/** The package with some files changed or taken out (null), under a manifest signed anew. */
async function resigned(
  ledger: Ledger,
  files: ReadonlyMap<string, Uint8Array>,
  change: ReadonlyMap<string, Uint8Array | null>,
): Promise<Uint8Array> {
  const own = ['manifest.json', 'manifest.sig.json'];
  const parts = [...files]
    .filter(([path]) => !own.includes(path) && change.get(path) !== null)
    .map(([path, bytes]) => [path, change.get(path) ?? bytes] as const);
  const before = JSON.parse(Buffer.from(files.get('manifest.json') ?? '').toString()) as object;
  const manifest = {
    ...before,
    files: parts.map(([path, bytes]) => ({
      path,
      sha256: createHash('sha256').update(bytes).digest('hex'),
      size: bytes.length,
    })),
  };
  const signature = await ledger.platformSign('tp1/archive', manifest);
  return packZip(
    new Map<string, Uint8Array>([
      ['manifest.json', Buffer.from(JSON.stringify(manifest))],
      ['manifest.sig.json', Buffer.from(JSON.stringify(signature))],
      ...parts,
    ]),
  );
}
