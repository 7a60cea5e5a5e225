import { DataSource } from 'typeorm';
import { ALL_MODULES } from '../../../../../test/support/all-modules';
import { aModule } from '../../../../../test/support/module';
import { MethodBasis0089 } from './0089-method-basis';

const AT = '2026-01-01 00:00:00.000';

describe('the migration to typed bases', () => {
  it('types each by its method, with its paper’s fingerprint, and back', async () => {
    const module = await aModule('method_basis', ALL_MODULES);
    const dataSource = module.get(DataSource);
    const runner = dataSource.createQueryRunner();
    const insert = (table: string, row: Record<string, unknown>): Promise<unknown> =>
      runner.query(
        `INSERT INTO ${table} (${Object.keys(row).join(', ')}) VALUES (${Object.keys(row)
          .map(() => '?')
          .join(', ')})`,
        Object.values(row),
      );
    await insert('stored_file', {
      id: 'f',
      sha256: 'aa',
      size: 1,
      name: '依据.pdf',
      media: 'application/pdf',
      uploadedBy: 'x',
      dataClass: 'internal',
      createdAt: AT,
    });
    const former = { documentNumber: '1号', fairCompetitionReview: '二', fileId: 'f' };
    for (const method of ['invited_tender', 'lottery', 'open_tender']) {
      await insert('tender', {
        id: method,
        code: method,
        projectId: 'p',
        tendererId: 'o',
        tendererName: '镇',
        title: '工程',
        category: 'works',
        region: '镇',
        kind: 'works',
        state: 'draft',
        version: 1,
        regime: 'C',
        method,
        ruleSetId: 'national-2024',
        ruleSetHash: 'h',
        estimate: 100,
        bidBond: 1,
        createdAt: AT,
        basis: JSON.stringify(former),
      });
    }
    const bases = async (): Promise<unknown[]> =>
      (
        (await runner.query('SELECT basis FROM tender ORDER BY id')) as { basis: string | null }[]
      ).map(({ basis }) => (basis === null ? null : (JSON.parse(basis) as unknown)));
    const migration = new MethodBasis0089();
    await migration.up(runner);
    const paper = { documentNumber: '1号', fileId: 'f', sha256: 'aa' };
    expect(await bases()).toEqual([
      { ...paper, method: 'invited_tender', condition: '二' },
      { ...paper, method: 'lottery', fairCompetitionReview: '二' },
      null,
    ]);
    await migration.down(runner);
    expect(await bases()).toEqual([former, former, null]);
    await runner.release();
    await module.close();
  });
});
