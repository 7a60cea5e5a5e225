import { DataSource } from 'typeorm';
import { aModule } from '../../../../../test/support/module';
import { ALL_MODULES } from '../../../../../test/support/all-modules';
import { LotOne0044 } from './0044-lot-one';

const AT = '2026-01-01 00:00:00.000';

describe('the migration to lots', () => {
  it('gives every tender that is there its lot 1, its parties and its award', async () => {
    const module = await aModule('lot_one', ALL_MODULES);
    const dataSource = module.get(DataSource);
    const runner = dataSource.createQueryRunner();
    const migration = new LotOne0044();
    await migration.down(runner);
    const insert = (table: string, row: Record<string, unknown>): Promise<unknown> =>
      runner.query(
        `INSERT INTO ${table} (${Object.keys(row).join(', ')}) VALUES (${Object.keys(row)
          .map(() => '?')
          .join(', ')})`,
        Object.values(row),
      );
    for (const [id, state] of [
      ['t1', 'awarded'],
      ['t2', 'failed'],
      ['t3', 'published'],
    ]) {
      await insert('tender', {
        id,
        code: id,
        projectId: 'p',
        tendererId: 'o',
        tendererName: '镇',
        title: `工程${id}`,
        category: 'works',
        region: '镇',
        kind: 'works',
        state,
        version: 1,
        regime: 'C',
        method: 'open_tender',
        ruleSetId: 'national-2024',
        ruleSetHash: 'h',
        estimate: 100,
        ceiling: 90,
        bidBond: 1,
        createdAt: AT,
        consortia: 0,
      });
    }
    const signUp = { tenderId: 't3', personId: 'x', at: AT, lot: 1 };
    await insert('sign_up', { ...signUp, id: 's1', enterpriseId: 'a', receipt: 'r1' });
    await insert('sign_up', {
      ...signUp,
      id: 's2',
      enterpriseId: 'b',
      receipt: 'r2',
      withdrawnAt: AT,
    });
    const bid = { tenderId: 't3', enterpriseVersion: 1, createdAt: AT, lot: 1 };
    await insert('bid', { ...bid, id: 'b1', enterpriseId: 'a', seq: 1, state: 'submitted' });
    await insert('bid', { ...bid, id: 'b2', enterpriseId: 'c', seq: 1, state: 'submitted' });
    await insert('bid', { ...bid, id: 'b3', enterpriseId: 'c', seq: 2, state: 'submitted' });
    await insert('bid', { ...bid, id: 'b4', enterpriseId: 'd', seq: 1, state: 'reserved' });
    const award = { id: 't1', enterpriseId: 'a', name: '甲', price: 80, awardedAt: AT };
    await insert('award', award);

    await migration.up(runner);
    const rows = async (sql: string): Promise<unknown[]> =>
      ((await runner.query(sql)) as Record<string, unknown>[]).map((row) => Object.values(row));
    expect(await rows('SELECT id, number, title, state FROM lot ORDER BY id')).toEqual([
      ['t1', 1, '工程t1', 'awarded'],
      ['t2', 1, '工程t2', 'failed'],
      ['t3', 1, '工程t3', 'open'],
    ]);
    expect(
      await rows(
        'SELECT enterpriseId, role, signedUp, hasBid FROM lot_party ORDER BY enterpriseId',
      ),
    ).toEqual([
      ['a', 'alone', 1, 1],
      ['c', 'alone', 0, 1],
    ]);
    expect(await rows('SELECT tenderId, lot, name FROM lot_award')).toEqual([['t1', 1, '甲']]);
    await runner.release();
    await module.close();
  });
});
