import { DataSource } from 'typeorm';
import { ALL_MODULES } from '../../../../../test/support/all-modules';
import { aModule } from '../../../../../test/support/module';
import { AfterAward0100 } from './0100-after-award';
import { LotPublicity0099 } from './0099-lot-publicity';
import { ObjectionRemedy0098 } from './0098-objection-remedy';

const AT = '2026-01-01 00:00:00.000';
const UNTIL = '2026-01-09 00:00:00.000';

describe('the migrations to what follows an award, lot by lot', () => {
  it('keep remedies, publications and states of before', async () => {
    const module = await aModule('after_award', ALL_MODULES);
    const runner = module.get(DataSource).createQueryRunner();
    const migrations = [new ObjectionRemedy0098(), new LotPublicity0099(), new AfterAward0100()];
    for (const one of [...migrations].reverse()) await one.down(runner);
    const insert = (table: string, row: Record<string, unknown>): Promise<unknown> =>
      runner.query(
        `INSERT INTO ${table} (${Object.keys(row).join(', ')}) VALUES (${Object.keys(row)
          .map(() => '?')
          .join(', ')})`,
        Object.values(row),
      );
    const contract = async (id: string, winnerSignedAt: string | null): Promise<void> => {
      await insert('contract', {
        id,
        tenderId: id,
        lot: 1,
        tendererId: 'o',
        enterpriseId: 'e',
        enterpriseName: '甲',
        members: '[]',
        number: id,
        offer: '{}',
        terms: '{}',
        fingerprint: 'f',
        writtenAt: AT,
        tendererSignedAt: AT,
        winnerSignedAt,
      });
    };
    for (const id of ['awarded', 'half', 'signed', 'closed']) {
      await insert('tender', {
        id,
        code: id,
        projectId: 'p',
        tendererId: 'o',
        tendererName: '镇',
        title: '工程',
        category: 'works',
        region: '镇',
        kind: 'works',
        state: 'awarded',
        version: 1,
        regime: 'B',
        method: 'open_tender',
        ruleSetId: 'national-2024',
        ruleSetHash: 'h',
        estimate: 100,
        bidBond: 1,
        createdAt: AT,
        publicityUntil: UNTIL,
        consortia: 0,
      });
      for (const number of [1, 2]) {
        const terms = { title: `标段${number}`, estimate: 1, bidBond: 0, state: 'open' };
        await insert('lot', { id: `${id}${number}`, tenderId: id, number, ...terms });
      }
      const winner = { enterpriseId: 'e', name: '甲' };
      await insert('candidate', {
        id,
        tenderId: id,
        lot: 1,
        rank: 1,
        ...winner,
        publishedAt: AT,
      });
      await insert('lot_award', { id, tenderId: id, lot: 1, ...winner, awardedAt: AT });
      await insert('objection', {
        id,
        tenderId: id,
        enterpriseId: 'e',
        enterpriseName: '甲',
        stage: 'result',
        text: '……',
        filedAt: AT,
        upheld: 1,
        remedy: id === 'half' ? null : 'stands',
        remedyText: '不变',
        remediedAt: id === 'half' ? null : AT,
      });
    }
    await contract('half', null);
    await contract('signed', AT);
    await contract('closed', AT);
    await insert('tender_closing', { id: 'closed', closedRecordId: 'r', endedAt: AT });
    for (const one of migrations) await one.up(runner);
    const all = (sql: string): Promise<Record<string, unknown>[]> =>
      runner.query(sql) as Promise<Record<string, unknown>[]>;
    expect(await all('SELECT id, state FROM tender ORDER BY id')).toEqual([
      { id: 'awarded', state: 'awarded' },
      { id: 'closed', state: 'archived' },
      { id: 'half', state: 'awarded' },
      { id: 'signed', state: 'contracted' },
    ]);
    const lots = await all(`SELECT number FROM lot WHERE publicityUntil IS NOT NULL`);
    expect(lots).toEqual(Array.from({ length: 4 }, () => ({ number: 1 })));
    expect(
      await all('SELECT objectionId, lot, remedy FROM objection_remedy ORDER BY objectionId'),
    ).toEqual(
      ['awarded', 'closed', 'signed'].map((objectionId) => ({
        objectionId,
        lot: 1,
        remedy: 'stands',
      })),
    );
    for (const one of [...migrations].reverse()) await one.down(runner);
    expect(await all(`SELECT DISTINCT state FROM tender`)).toEqual([{ state: 'awarded' }]);
    await runner.release();
    await module.close();
  });
});
