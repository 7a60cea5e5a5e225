import writeXlsxFile from 'write-excel-file/node';
import { idNumberCheck } from '@core/enterprise';
import type { Actor } from '@core/identity';
import { EXPERT_COLUMNS } from '@core/panel';
import { EnterpriseModule } from '@server/enterprise';
import { Accounts } from '@server/identity';
import { FileStore, sheetTemplate, type StoredFile } from '@server/platform';
import { aModule, type TestModule } from '../../../../../test/support/module';
import { anActor } from '../../../../../test/support/tender-row';
import { ApplyAsExpert } from '../admission/apply-as-expert';
import { ExpertModule } from '../expert.module';
import { ExpertPool } from '../experts.store';
import { ReadExperts } from '../record/read-experts';
import { ImportExperts } from './import-experts';

function idNumber(serial: number): string {
  const body = `42050019750505${String(serial).padStart(3, '0')}`;
  return body + (idNumberCheck(body) ?? '');
}

const HEADINGS = EXPERT_COLUMNS.map(({ zh }) => zh);
const rowOf = (name: string, number: string, specialties = '公路与市政道路'): string[] => [
  name,
  number,
  '13911112222',
  '设计院',
  '',
  '青禾县',
  '本科',
  '高级工程师',
  '2005-07-01',
  specialties,
  '',
];

describe('an import of experts', () => {
  let module: TestModule;
  let registrar: Actor;
  let poolId: string;

  beforeEach(async () => {
    module = await aModule('expert_import', [ExpertModule, EnterpriseModule]);
    const accounts = module.get(Accounts);
    poolId = await accounts.found({ kind: 'expert_pool', name: '青禾县评标专家库' });
    registrar = anActor('registrar', await accounts.found({ kind: 'centre', name: '中心' }));
  });
  afterEach(() => module.close());

  const stored = (bytes: Uint8Array, name: string): Promise<StoredFile> =>
    module.get(FileStore).put(bytes, {
      name,
      media: 'text/csv',
      uploadedBy: registrar.personId,
      organisationId: registrar.organisationId,
      dataClass: 'internal',
    });
  const csv = (rows: readonly string[][]): Promise<StoredFile> =>
    stored(Buffer.from([HEADINGS, ...rows].map((row) => row.join(',')).join('\r\n')), 'a.csv');
  const register = (username: string, invitation?: string): Promise<string> =>
    module.get(ApplyAsExpert).register({
      username,
      password: 'lantern-meadow-2026',
      personName: '季明',
      ...(invitation === undefined ? {} : { invitation }),
    });

  it('reports first and changes nothing, then takes the same file over once as drafts with codes', async () => {
    const imports = module.get(ImportExperts);
    const file = await csv([
      rowOf('季明', idNumber(1)),
      rowOf('重复', idNumber(1)),
      rowOf('无此专业', idNumber(2), '魔术'),
      rowOf('李工', idNumber(3)),
    ]);
    const report = await imports.dryRun(registrar, file.id);
    expect(report.rows.map(({ line }) => line)).toEqual([2, 5]);
    expect(report.faults.map(({ line, code }) => [line, code])).toEqual([
      [3, 'twice_in_file'],
      [4, 'specialty_unknown'],
    ]);
    expect((await module.get(ReadExperts).desk()).invited).toEqual([]);
    await expect(imports.commit(registrar, file.id, 'ab'.repeat(32))).rejects.toMatchObject({
      code: 'import.other_file',
    });
    const made = await Promise.allSettled([
      imports.commit(registrar, file.id, report.sha256),
      imports.commit(registrar, file.id, report.sha256),
    ]);
    const done = made.filter((one) => one.status === 'fulfilled');
    expect(done).toHaveLength(1);
    expect((await module.get(ReadExperts).desk()).invited).toHaveLength(2);
    // Nobody is in the pool by a sheet.
    expect(await module.get(ExpertPool).all()).toEqual([]);
    const again = await imports.dryRun(registrar, (await csv([rowOf('又来', idNumber(3))])).id);
    expect(again.faults).toMatchObject([{ line: 2, column: 'idNumber', code: 'known' }]);
    const stranger = anActor('registrar');
    await expect(imports.dryRun(stranger, file.id)).rejects.toMatchObject({
      code: 'file.not_found',
    });
  });

  it('is taken over by its person with the code, once', async () => {
    const file = await csv([rowOf('季明', idNumber(4))]);
    const imports = module.get(ImportExperts);
    const [invitation] = await imports.commit(registrar, file.id, file.sha256);
    await expect(register('stranger', 'X-0000')).rejects.toMatchObject({
      code: 'expert.invitation_unknown',
    });
    const personId = await register('jiming', ` ${invitation!.code.toLowerCase()} `);
    const { application } = await module.get(ApplyAsExpert).mine(personId);
    expect(application).toMatchObject({ state: 'draft', invitation: null });
    await expect(register('second', invitation!.code)).rejects.toMatchObject({
      code: 'expert.invitation_unknown',
    });
    const actor = { ...anActor('expert', poolId, 'expert_pool'), personId };
    await expect(module.get(ApplyAsExpert).submit(actor)).rejects.toMatchObject({
      code: 'expert.application_incomplete',
      params: { missing: ['paper.identity', 'paper.title', 'paper.commitment'] },
    });
    expect((await module.get(ReadExperts).desk()).invited).toEqual([]);
  });

  it('reads the template it gives, and an XLSX with numbers as texts', async () => {
    const empty = await stored(await sheetTemplate(EXPERT_COLUMNS, ['name'], 'xlsx'), 'a.xlsx');
    const imports = module.get(ImportExperts);
    await expect(imports.dryRun(registrar, empty.id)).rejects.toMatchObject({
      code: 'import.empty',
    });
    const cells = [HEADINGS, rowOf('季明', idNumber(5))].map((row) =>
      row.map((value) => ({ value, type: String, format: '@' })),
    );
    const file = await stored(await writeXlsxFile(cells).toBuffer(), 'b.xlsx');
    const { rows } = await imports.dryRun(registrar, file.id);
    expect(rows).toMatchObject([{ line: 2, content: { idNumber: idNumber(5) } }]);
  });
});
