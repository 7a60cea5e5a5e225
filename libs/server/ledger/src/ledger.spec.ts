import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import type { INestApplicationContext } from '@nestjs/common';
import { Test } from '@nestjs/testing';
import { verifyBundle } from '@core/bundle';
import { PLATFORM_ACTOR } from '@core/identity';
import { equalBytes, fromBase64, toHex } from '@core/kernel';
import {
  consistencySpans,
  leafHash,
  parsePolicyFile,
  parseVerifierKey,
  treeRoot,
  verifyReceipt,
  type LogPolicy,
} from '@core/ledger';
import {
  ClockStore,
  Ids,
  LegalClock,
  Outbox,
  PlatformModule,
  Randomness,
  UnitOfWork,
} from '@server/platform';
import { WitnessFolder } from '@server/witness';
import { DIALECT } from '../../../../test/support/database';
import { aModule, type TestModule } from '../../../../test/support/module';
import { LedgerAuditor } from './audit/auditor';
import { ExportBundle } from './export-bundle';
import { Ledger } from './ledger';
import { LedgerBodyRow, LedgerEntryRow, LedgerNodeRow, LedgerPendingRow } from './ledger.entity';
import { LedgerKeys } from './ledger-keys';
import { LedgerModule } from './ledger.module';
import { LedgerReads } from './ledger-reads';
import { LedgerRows } from './ledger.store';
import { LedgerWork } from './ledger-work';
import { IDLE_TYPE, Sequencer } from './sequencer';

const by = PLATFORM_ACTOR;

/** A second process on the same database and data folder. */
async function another(module: TestModule): Promise<INestApplicationContext> {
  const compiled = await Test.createTestingModule({
    imports: [PlatformModule.with(module.database.config()), LedgerModule],
  }).compile();
  const context = await compiled.init();
  await context.get(ClockStore).load();
  return context;
}

/** A second sequencer in the same process. */
function aSequencer(module: TestModule): Sequencer {
  return new Sequencer(
    module.database.config(),
    module.get(LedgerKeys),
    module.get(UnitOfWork),
    module.get(LedgerRows),
    module.get(Randomness),
    module.get(LegalClock),
    module.get(Ids),
  );
}

describe('the ledger', () => {
  let module: TestModule;
  let unit: UnitOfWork;
  let ledger: Ledger;
  let work: LedgerWork;

  beforeEach(async () => {
    module = await aModule('ledger', [LedgerModule]);
    unit = module.get(UnitOfWork);
    ledger = module.get(Ledger);
    work = module.get(LedgerWork);
  });
  afterEach(() => module.close());

  const append = (scope: string, n = 0, type = 'test.happened'): Promise<string> =>
    unit.run(() => ledger.append({ type, scope, by, body: { n, text: '测试' } }));

  async function policy(): Promise<LogPolicy> {
    const parsed = parsePolicyFile((await module.get(LedgerReads).policyFile()) ?? '');
    if (!parsed.ok) throw new Error(parsed.refusal.code);
    return parsed.value;
  }

  it('gives a record its place, a quorum, and a receipt that verifies offline', async () => {
    const id = await append('T1');
    expect(await ledger.sequenced(id)).toBeNull();
    expect(await ledger.cosigned(id)).toBeNull();
    expect(await ledger.receipt(id)).toBeNull();
    await work.turn();
    const logged = await ledger.sequenced(id);
    expect(logged?.record).toMatchObject({ scope: 'T1', n: 0, actor: ledger.platformKey.kid });
    expect(logged?.record.body).toMatchObject({ n: 0, text: '测试' });
    expect(JSON.stringify(logged?.record)).not.toContain('platform"');
    const receipt = await ledger.receipt(id);
    const report = verifyReceipt(receipt!, await policy());
    expect(report).toMatchObject({ ok: true, value: { witnesses: 3, index: logged?.index } });
    const cosigned = await ledger.cosigned(id);
    expect(report.ok && report.value.quorumTime).toBe(cosigned?.time);
    expect(Math.abs(cosigned!.time * 1000 - module.get(LegalClock).now())).toBeLessThan(60_000);
    expect((await policy()).demo).toBe(true);
  });

  it('appends nothing when the command fails, and refuses what is not a record', async () => {
    await expect(
      unit.run(async () => {
        await ledger.append({ type: 'test.happened', scope: 'T1', by, body: {} });
        throw new Error('command failed');
      }),
    ).rejects.toThrow('command failed');
    const pending = await unit.run(() => unit.manager.getRepository(LedgerPendingRow).count());
    expect(pending).toBe(0);
    const bad = [
      { type: 'Test', scope: 'T1', body: {} },
      { type: 'test', scope: 'T 1', body: {} },
      { type: 'test', scope: 'T1', body: { price: 0.5 } },
      { type: 'draw.spec', scope: 'T1', body: { text: 'x'.repeat(70_000) } },
    ];
    for (const entry of bad) {
      await expect(unit.run(() => ledger.append({ ...entry, by }))).rejects.toThrow();
    }
    await expect(ledger.append({ type: 'test', scope: 'T1', by, body: {} })).rejects.toThrow();
  });

  it('chains each scope, keeps times from running back, and tells those who wait', async () => {
    const told: string[] = [];
    module.get(Outbox).consume('test', 'ledger.cosigned', (event) => {
      told.push(...(event.payload.recordIds as string[]));
      return Promise.resolve();
    });
    const ids: string[] = [];
    for (let n = 0; n < 6; n++) ids.push(await append(n % 2 === 0 ? 'A' : 'B', n));
    await module.get(ClockStore).move(module.get(LegalClock).now() + 3_600_000, null);
    ids.push(await append('A', 6));
    await work.turn();
    const records = await Promise.all(ids.map((id) => ledger.sequenced(id)));
    const chain = records.filter((logged) => logged?.record.scope === 'A');
    expect(chain.map((logged) => logged?.record.n)).toEqual([0, 1, 2, 3]);
    expect(chain.slice(1).map((logged) => logged?.record.prev)).toEqual(
      chain.slice(0, -1).map((logged) => logged?.leafHash),
    );
    const times = records.map((logged) => logged?.record.at ?? '');
    expect([...times].sort()).toEqual(times);
    await module.get(Outbox).relay();
    expect(told.sort()).toEqual([...ids].sort());
  });

  it('keeps bodies longer than a column', async () => {
    const text = '长'.repeat(40_000);
    const id = await unit.run(() =>
      ledger.append({ type: 'test.long', scope: 'T1', by, body: { text } }),
    );
    await work.turn();
    expect((await ledger.sequenced(id))?.record.body.text).toBe(text);
  });

  it('cuts a checkpoint every turn, with a random record when nothing happened', async () => {
    await append('T1');
    await work.turn();
    await work.turn();
    await work.turn();
    const types = (await module.get(LedgerRows).entriesFrom(0, 9)).map((row) => row.type);
    expect(types).toEqual(['test.happened', IDLE_TYPE, IDLE_TYPE]);
    expect(await module.get(LedgerReads).publishedSize()).toBe(3);
  });

  it('never makes two sequences, however many processes sequence at once', async () => {
    // Two connections to one SQLite file would block each other's event loop: there, two sequencers share one.
    const second = DIALECT === 'mariadb' ? await another(module) : null;
    const rival = second ? second.get(Sequencer) : aSequencer(module);
    for (let n = 0; n < 40; n++) await append(`S${n % 3}`, n);
    const sequencers = [module.get(Sequencer), rival];
    const counts = await Promise.all([0, 1, 0, 1, 0].map((at) => sequencers[at]!.sequence()));
    expect(counts.reduce((sum, count) => sum + count)).toBe(40);
    const entries = await module.get(LedgerRows).entriesFrom(0, 100);
    expect(entries.map((row) => row.idx)).toEqual(Array.from({ length: 40 }, (_, at) => at));
    expect(await module.get(LedgerAuditor).run()).toMatchObject({ ok: true, size: 40 });
    await Promise.all([work.turn(), second?.get(LedgerWork).turn()]);
    expect(await module.get(LedgerAuditor).run()).toMatchObject({ ok: true });
    await second?.close();
  });

  it('takes its turns one after the other, whoever asks for them at once', async () => {
    for (let round = 0; round < 5; round++) {
      await Promise.all([0, 1, 2].map((n) => append('T2026-0001', n)));
      await Promise.all([0, 1, 2].map(() => work.turn()));
    }
    const latest = await module.get(LedgerRows).latestCheckpoint();
    expect(latest?.size).toBeGreaterThanOrEqual(15);
  });

  it('goes on after a crash between commit and signature, and after one between signature and store', async () => {
    const first = await append('T1', 1);
    await module.get(Sequencer).sequence();
    const restarted = await another(module);
    await restarted.get(LedgerWork).turn();
    expect(await ledger.cosigned(first)).not.toBeNull();
    const second = await append('T1', 2);
    await module.get(Sequencer).sequence();
    const tree = (await module.get(LedgerRows).tree())!;
    const leaves = (await module.get(LedgerRows).entriesFrom(0, 100)).map((row) =>
      leafHash(new Uint8Array(row.entry)),
    );
    const keys = module.get(LedgerKeys);
    const proof = await module
      .get(LedgerRows)
      .spanHashes(consistencySpans((await keys.log.lastSigned()).size, tree.size));
    const { origin, size } = tree;
    await keys.log.signCheckpoint({ origin, size, root: treeRoot(leaves) }, proof);
    await restarted.get(LedgerWork).turn();
    const report = verifyReceipt((await ledger.receipt(second))!, await policy());
    expect(report).toMatchObject({ ok: true, value: { index: size - 1 } });
    await restarted.close();
  });

  it('does not sign a tree that does not continue what it signed', async () => {
    await append('T1');
    await work.turn();
    const keys = module.get(LedgerKeys);
    const fork = { origin: 'x', size: 2, root: new Uint8Array(32) };
    await expect(keys.log.signCheckpoint(fork, [])).rejects.toThrow(/does not continue/);
    await expect(keys.log.signCheckpoint({ ...fork, size: 0 }, [])).rejects.toThrow(
      /does not continue/,
    );
  });

  it.each<[string, (rows: UnitOfWork) => Promise<unknown>]>([
    [
      'a body',
      (u) => u.manager.getRepository(LedgerBodyRow).update({ part: 0 }, { text: '{"n":9}' }),
    ],
    [
      'a body made unreadable',
      (u) => u.manager.getRepository(LedgerBodyRow).update({ part: 0 }, { text: '{' }),
    ],
    [
      'a salt',
      (u) => u.manager.getRepository(LedgerEntryRow).update({ idx: 1 }, { salt: '0'.repeat(64) }),
    ],
    ['a time', (u) => u.manager.getRepository(LedgerEntryRow).update({ idx: 1 }, { at: 0 })],
    [
      'an entry',
      (u) =>
        u.manager.getRepository(LedgerEntryRow).update({ idx: 2 }, { entry: Buffer.alloc(32) }),
    ],
    ['a missing entry', (u) => u.manager.getRepository(LedgerEntryRow).delete({ idx: 1 })],
    [
      'entry and leaf',
      (u) =>
        u.manager
          .getRepository(LedgerEntryRow)
          .update(
            { idx: 2 },
            { entry: Buffer.alloc(32), leaf: toHex(leafHash(new Uint8Array(32))) },
          ),
    ],
  ])('finds %s changed in the database, and does not go on', async (_, tamper) => {
    for (let n = 0; n < 4; n++) await append('T1', n);
    await work.turn();
    expect(await module.get(LedgerAuditor).run()).toMatchObject({ ok: true, size: 4, faults: [] });
    await unit.run(() => tamper(unit));
    expect((await module.get(LedgerAuditor).run()).ok).toBe(false);
    await work.beforeApplicationShutdown();
    const restarted = await another(module);
    await expect(restarted.get(LedgerWork).turn()).rejects.toThrow(/ledger:/);
    await restarted.close();
  });

  it('publishes entries and tiles that mirrors can rebuild the tree from', async () => {
    for (let n = 0; n < 10; n++) await append('T1', n);
    const reads = module.get(LedgerReads);
    expect(await reads.checkpoint()).toBeNull();
    expect(await reads.policyFile()).toBeNull();
    await work.turn();
    const entries = (await reads.entries(0)).map((text) => fromBase64(text)!);
    expect(entries).toHaveLength(10);
    const tile = (await reads.tile(0, 0, 10))!;
    const leaves = entries.map(leafHash);
    leaves.forEach((leaf, at) => {
      expect(equalBytes(tile.slice(at * 32, at * 32 + 32), leaf)).toBe(true);
    });
    expect(await reads.tile(0, 0, 11)).toBeNull();
    expect(await reads.tile(1, 0, 1)).toBeNull();
    const bundle = (await reads.entryTile(0, 10))!;
    expect(bundle).toHaveLength(10 * 34);
    expect(await reads.entryTile(1, 1)).toBeNull();
    expect(await reads.entries(10)).toEqual([]);
    expect(await module.get(LedgerRows).spanHashes([{ from: 0, to: 10 }])).toEqual([
      treeRoot(leaves),
    ]);
    const nodes = await unit.run(() => unit.manager.getRepository(LedgerNodeRow).count());
    expect(nodes).toBe(8);
  });

  it('exports a bundle that the offline verifier accepts', async () => {
    await append('T1', 1);
    await append('T2', 1);
    await work.turn();
    await append('T1/bid/B1', 1);
    await append('T1', 2);
    await work.turn();
    const bundle = await module.get(ExportBundle).run('T1', {
      discloses: ({ record }) => record.n === 0,
      keys: [],
      bids: [],
    });
    const result = await verifyBundle(bundle, await policy());
    expect(result).toMatchObject({ ok: true, report: { demo: true, complete: false } });
    expect(bundle?.records).toHaveLength(2);
    expect(bundle?.checkpoints).toHaveLength(2);
  });
});

describe('witnesses elsewhere', () => {
  const servers: Server[] = [];
  let folder: string;

  async function aWitness(name: string, logs: string[]): Promise<string> {
    let witness: WitnessFolder | undefined;
    const server = createServer((request, response) => {
      const keys = logs.map((text) => parseVerifierKey(text)!);
      witness ??= new WitnessFolder(join(folder, name), name, keys);
      if (request.method === 'GET') {
        response.end(`${witness.signer.key.text}\n`);
        return;
      }
      const pieces: Buffer[] = [];
      request.on('data', (piece: Buffer) => pieces.push(piece));
      request.on('end', () => {
        const answer = witness!.addCheckpoint(Buffer.concat(pieces).toString(), 1_772_400_000);
        response.writeHead(answer.status, { 'content-type': answer.contentType });
        response.end(answer.body);
      });
    });
    servers.push(server);
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    return `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  }

  it('cosign over HTTP; one that is down does not matter, two do', async () => {
    const logs: string[] = [];
    const first = await aModule('ledger_http', [LedgerModule]);
    folder = first.database.config().path('test-witnesses');
    logs.push((await first.get(LedgerKeys).log.verifier('localhost/tp-ledger')).text);
    const urls = await Promise.all(['w1', 'w2', 'w3'].map((name) => aWitness(name, logs)));
    const compiled = await Test.createTestingModule({
      imports: [
        PlatformModule.with(first.database.config({ WITNESS_URLS: urls.join(',') })),
        LedgerModule,
      ],
    }).compile();
    const context = await compiled.init();
    const work = context.get(LedgerWork);
    const rows = context.get(LedgerRows);
    await work.turn();
    expect((await rows.latestCosigned())?.size).toBe(1);
    const close = (server: Server): Promise<unknown> => {
      server.closeAllConnections();
      return new Promise((resolve) => server.close(resolve));
    };
    await close(servers[0]!);
    await work.turn();
    expect((await rows.latestCosigned())?.size).toBe(2);
    await close(servers[1]!);
    await work.turn();
    expect((await rows.latestCosigned())?.size).toBe(2);
    expect((await rows.latestCheckpoint())?.size).toBe(3);
    await close(servers[2]!);
    await compiled.close();
    await first.close();
  });
});
