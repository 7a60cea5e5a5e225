import { PLATFORM_ACTOR } from '@core/identity';
import { DAY, fromHex, HOUR, parseInstant, SECOND, toHex } from '@core/kernel';
import { CompactRange, entryOf, leafHash, parseNote } from '@core/ledger';
import { Config, SystemClock, UnitOfWork } from '@server/platform';
import { writeDurably } from '@server/witness';
import { aModule, type TestModule } from '../../../../../test/support/module';
import { LedgerAuditor, type AuditFaultCode, type LedgerAudit } from './auditor';
import { EraseRecord } from './erase-record';
import { Ledger } from '../ledger';
import {
  LedgerBodyRow,
  LedgerCheckpointRow,
  LedgerEntryRow,
  LedgerNodeRow,
  LedgerTreeRow,
} from '../ledger.entity';
import { LedgerKeys } from '../ledger-keys';
import { LedgerModule } from '../ledger.module';
import { LedgerRows } from '../ledger.store';
import { LedgerWork } from '../ledger-work';
import { lastNight, NightAudit } from './night-audit';

const by = PLATFORM_ACTOR;

describe('an audit of the log', () => {
  let module: TestModule;
  let unit: UnitOfWork;

  beforeEach(async () => {
    module = await aModule('audit', [LedgerModule]);
    unit = module.get(UnitOfWork);
  });
  afterEach(() => module.close());

  const append = (scope: string, n = 0, type = 'test.happened'): Promise<string> =>
    unit.run(() => module.get(Ledger).append({ type, scope, by, body: { n } }));
  const turn = (): Promise<void> => module.get(LedgerWork).turn();
  const audit = (): Promise<LedgerAudit> => module.get(LedgerAuditor).run();
  const repository = <T extends object>(entity: new () => T) => unit.manager.getRepository(entity);
  const found = async (): Promise<AuditFaultCode[]> =>
    (await audit()).faults.map(({ code }) => code);

  /** Four turns: eight records in two scopes, four checkpoints. */
  async function filled(): Promise<void> {
    for (let n = 0; n < 4; n++) {
      await append('T1', n);
      await append('T2', n, n === 3 ? 'tender.closed' : 'test.happened');
      await turn();
    }
  }

  /** What an administrator of the database can do without any key: everything follows from the changed record. */
  async function rewrite(from: number): Promise<void> {
    await unit.run(async () => {
      const rows = module.get(LedgerRows);
      const stored = await rows.withRecords(await rows.entriesFrom(0, 1000));
      const range = new CompactRange();
      const heads = new Map<string, string>();
      for (const { row, record } of stored) {
        const prev = heads.get(row.scope) ?? row.prev;
        const body = row.idx === from ? { n: 666 } : record!.body;
        const entry = entryOf(
          { ...record!, prev, body },
          row.salt === null ? null : fromHex(row.salt),
        );
        const leaf = toHex(leafHash(entry));
        heads.set(row.scope, leaf);
        await repository(LedgerEntryRow).update(
          { idx: row.idx },
          { entry: Buffer.from(entry), leaf, prev },
        );
        if (row.idx === from) {
          await repository(LedgerBodyRow).update({ recordId: row.recordId }, { text: '{"n":666}' });
        }
        for (const { level, index, hash } of range.append(fromHex(leaf))) {
          await repository(LedgerNodeRow).update(
            { id: `${level}/${index}` },
            { hash: toHex(hash) },
          );
        }
        await repository(LedgerCheckpointRow).update(
          { size: range.size },
          { root: toHex(range.root()) },
        );
      }
      await repository(LedgerTreeRow).update({ id: 'log' }, { peaks: range.edge().map(toHex) });
    });
  }

  it('holds for a log nobody touched, and counts what it saw', async () => {
    expect(await audit()).toMatchObject({ ok: true, size: 0, checkpoints: 0 });
    await filled();
    expect(await audit()).toMatchObject({
      ok: true,
      size: 8,
      scopes: 2,
      checkpoints: 4,
      withoutQuorum: 0,
      erased: 0,
      demo: true,
      faults: [],
    });
  });

  const at3 = { idx: 3 };
  it.each<[string, AuditFaultCode[], () => Promise<unknown>]>([
    [
      'an edited record',
      ['record_false'],
      async () => {
        const { recordId } = await repository(LedgerEntryRow).findOneByOrFail(at3);
        const { id, text } = await repository(LedgerBodyRow).findOneByOrFail({ recordId });
        await repository(LedgerBodyRow).update({ id }, { text: text.replace('"n":1', '"n":7') });
      },
    ],
    [
      'an edited time',
      ['time_runs_back', 'record_false'],
      () => repository(LedgerEntryRow).update(at3, { at: 0 }),
    ],
    [
      'a deleted entry',
      ['entry_missing', 'right_edge'],
      () => repository(LedgerEntryRow).delete(at3),
    ],
    [
      'the last entries cut off',
      ['entry_missing', 'right_edge'],
      () => repository(LedgerEntryRow).delete({ idx: 7 }),
    ],
    [
      'a stored subtree',
      ['node_false'],
      () => repository(LedgerNodeRow).update({ id: '1/0' }, { hash: '0'.repeat(64) }),
    ],
    [
      'a checkpoint with another root',
      ['checkpoint_root', 'checkpoint_signature'],
      () => repository(LedgerCheckpointRow).update({ size: 4 }, { root: '0'.repeat(64) }),
    ],
    [
      'a quorum that was never reached',
      ['checkpoint_quorum'],
      () => repository(LedgerCheckpointRow).update({ size: 4 }, { quorumTime: 1 }),
    ],
    [
      'cosignatures taken away',
      ['checkpoint_quorum'],
      async () => {
        const row = await repository(LedgerCheckpointRow).findOneByOrFail({ size: 4 });
        const { text } = parseNote(row.note)!;
        const [first = ''] = row.note.slice(text.length + 1).split('\n');
        await repository(LedgerCheckpointRow).update({ size: 4 }, { note: `${text}\n${first}\n` });
      },
    ],
    [
      'the right edge',
      ['right_edge'],
      () => repository(LedgerTreeRow).update({ id: 'log' }, { peaks: ['0'.repeat(64)] }),
    ],
  ])('names %s', async (_, codes, tamper) => {
    await filled();
    await unit.run(tamper);
    const faults = await found();
    expect(new Set(faults)).toEqual(new Set(codes));
  });

  it('names two records that were swapped', async () => {
    await filled();
    await unit.run(async () => {
      const [one, other] = await repository(LedgerEntryRow).find({
        order: { idx: 'ASC' },
        skip: 2,
        take: 3,
      });
      const bodies = repository(LedgerBodyRow);
      const first = await bodies.findOneByOrFail({ recordId: one!.recordId });
      const second = await bodies.findOneByOrFail({ recordId: other!.recordId });
      await bodies.update({ id: first.id }, { text: second.text });
      await bodies.update({ id: second.id }, { text: first.text });
    });
    const { faults } = await audit();
    expect(faults).toEqual([
      { code: 'record_false', at: 2 },
      { code: 'record_false', at: 3 },
    ]);
  });

  it('names a history rewritten from one record on, with everything that follows from it', async () => {
    await filled();
    await rewrite(2);
    const faults = await found();
    // Nothing within the database contradicts itself any more; signatures and the memory of the log key do.
    expect(new Set(faults)).toEqual(new Set(['checkpoint_signature', 'signed_root']));
  });

  it('names a rewritten history even when the log key was stolen: the witnesses did not sign it', async () => {
    await filled();
    await rewrite(2);
    await unit.run(async () => {
      const { origin } = await repository(LedgerTreeRow).findOneByOrFail({ id: 'log' });
      const keys = module.get(LedgerKeys);
      const config = module.get(Config);
      for (const row of await repository(LedgerCheckpointRow).find({ order: { size: 'ASC' } })) {
        const forgotten = JSON.stringify({ size: 0, root: '0'.repeat(64) });
        writeDurably(config.path('keys'), 'ledger-signed.json', forgotten);
        const note = await keys.log.signCheckpoint(
          { origin, size: row.size, root: fromHex(row.root) },
          [],
        );
        await repository(LedgerCheckpointRow).update({ size: row.size }, { note });
      }
    });
    expect(new Set(await found())).toEqual(new Set(['checkpoint_quorum']));
  });

  it('names a database set back to an older backup', async () => {
    await filled();
    const before = await unit.run(async () => ({
      tree: await repository(LedgerTreeRow).findOneByOrFail({ id: 'log' }),
    }));
    await append('T1', 9);
    await turn();
    await unit.run(async () => {
      await repository(LedgerEntryRow).delete({ idx: 8 });
      await repository(LedgerCheckpointRow).delete({ size: 9 });
      const { size, peaks, lastAt } = before.tree;
      await repository(LedgerTreeRow).update({ id: 'log' }, { size, peaks, lastAt });
    });
    expect(await found()).toEqual(['signed_beyond']);
  });

  it('tells an erasure with a reason from a record that is gone', async () => {
    const actor = { ...by, role: 'security_admin' as const };
    await filled();
    const erase = module.get(EraseRecord);
    await erase.run(actor, 2, '个人信息保护法第四十七条');
    // Not in the log yet, and known all the same.
    expect(await audit()).toMatchObject({ ok: true, erased: 1 });
    await turn();
    expect(await audit()).toMatchObject({ ok: true, erased: 1 });
    await expect(erase.run(actor, 2, '再来一次')).rejects.toMatchObject({
      code: 'ledger.erased_already',
    });
    await expect(erase.run(actor, 7, '公开记录')).rejects.toMatchObject({
      code: 'ledger.not_erasable',
    });
    await expect(erase.run(actor, 8, '删除记录本身')).rejects.toMatchObject({
      code: 'ledger.not_erasable',
    });
    await expect(erase.run(actor, 99, '没有')).rejects.toMatchObject({ code: 'ledger.no_entry' });
    await unit.run(async () => {
      const row = await repository(LedgerEntryRow).findOneByOrFail({ idx: 4 });
      await repository(LedgerBodyRow).delete({ recordId: row.recordId });
    });
    expect(await audit()).toMatchObject({ faults: [{ code: 'record_missing', at: 4 }] });
    await unit.run(() => repository(LedgerEntryRow).update({ idx: 4 }, { salt: null }));
    expect(await audit()).toMatchObject({ faults: [{ code: 'erasure_unrecorded', at: 4 }] });
  });

  it('runs once a night, in one process, and keeps what it found', async () => {
    const nights = module.get(NightAudit);
    const clock = module.get(SystemClock);
    const started = clock.now();
    await filled();
    const tonight = lastNight(started, 2) + DAY;
    clock.now = () => tonight - SECOND;
    expect(await nights.turn()).toBeNull();
    clock.now = () => tonight + SECOND;
    const turns = await Promise.all([nights.turn(), nights.turn()]);
    expect(turns.filter((row) => row !== null).length).toBeGreaterThan(0);
    expect(await nights.turn()).toBeNull();
    clock.now = () => tonight + DAY;
    await unit.run(() => repository(LedgerEntryRow).update(at3, { at: 0 }));
    expect(await nights.turn()).toMatchObject({ size: 8 });
    const [last, first] = await nights.latest();
    expect(last!.faults).toBeGreaterThan(0);
    expect(first).toMatchObject({ faults: 0 });
  });

  it('knows when night is in Beijing', () => {
    const at = (text: string): number => parseInstant(text) ?? 0;
    expect(lastNight(at('2026-03-02T17:59:59.999Z'), 2)).toBe(at('2026-03-01T18:00:00.000Z'));
    expect(lastNight(at('2026-03-02T18:00:00.000Z'), 2)).toBe(at('2026-03-02T18:00:00.000Z'));
    expect(lastNight(at('2026-03-02T18:00:00.000Z') + 23 * HOUR, 2)).toBe(
      at('2026-03-02T18:00:00.000Z'),
    );
  });
});
