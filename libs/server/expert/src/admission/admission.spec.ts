import { randomUUID } from 'node:crypto';
import { DataSource } from 'typeorm';
import { idNumberCheck } from '@core/enterprise';
import type { Actor } from '@core/identity';
import { DAY, taggedHashHex, type Encodable } from '@core/kernel';
import { EnterpriseModule } from '@server/enterprise';
import { Accounts, OwnFiles } from '@server/identity';
import { ClockStore, FileStore, LegalClock, UnitOfWork, type StoredFile } from '@server/platform';
import { aModule, type TestModule } from '../../../../../test/support/module';
import { anActor } from '../../../../../test/support/tender-row';
import { settle } from '../../../../../test/support/turns';
import { ExpertModule } from '../expert.module';
import { ExpertPool } from '../experts.store';
import { ExpertHistory, stepDigest } from '../record/expert-history';
import { ReadExperts } from '../record/read-experts';
import { AdmitExpert } from './admit-expert';
import { ExpertApplications, type ExpertApplication } from './applications.store';
import { ApplyAsExpert, type ApplicationEdit } from './apply-as-expert';

const PASSWORD = 'lantern-meadow-2026';

/** An identity number of somebody invented. */
function idNumber(bornOn: string, serial: number): string {
  const body = `420500${bornOn.replaceAll('-', '')}${String(serial).padStart(3, '0')}`;
  return body + (idNumberCheck(body) ?? '');
}

describe('admission to the pool of experts', () => {
  let module: TestModule;
  let poolId: string;
  let count = 0;
  const registrar = anActor('registrar');
  const citizen = anActor('citizen');

  beforeEach(async () => {
    module = await aModule('expert', [ExpertModule, EnterpriseModule]);
    poolId = await module.get(Accounts).found({ kind: 'expert_pool', name: '青禾县评标专家库' });
  });
  afterEach(() => module.close());

  async function person(): Promise<Actor> {
    const username = `applicant${++count}`;
    const personId = await module
      .get(ApplyAsExpert)
      .register({ username, password: PASSWORD, personName: '季明' });
    return { ...anActor('expert', poolId, 'expert_pool'), personId };
  }

  function paper({ personId, organisationId }: Actor): Promise<StoredFile> {
    return module.get(FileStore).put(Buffer.from(randomUUID()), {
      name: '证书.pdf',
      media: 'application/pdf',
      uploadedBy: personId,
      organisationId,
      dataClass: 'internal',
    });
  }

  async function complete(
    actor: Actor,
    change: Partial<ApplicationEdit> = {},
  ): Promise<ApplicationEdit> {
    const papers = [];
    for (const kind of ['identity', 'title', 'commitment'] as const) {
      papers.push({ fileId: (await paper(actor)).id, kind, title: kind });
    }
    return {
      name: '季明',
      idNumber: idNumber('1975-05-05', ++count),
      phone: '13911112222',
      employer: '青禾县设计院',
      employerCode: '',
      region: '青禾县',
      education: '本科',
      title: '高级工程师',
      titleLevel: 'senior',
      levelReason: '',
      fieldSince: '2005-07-01',
      specialties: ['road', 'cost'],
      works: [],
      recusals: ['某某监理公司'],
      papers,
      ...change,
    };
  }

  const apply = (): ApplyAsExpert => module.get(ApplyAsExpert);
  const admit = (): AdmitExpert => module.get(AdmitExpert);
  const latest = async ({ personId }: Actor): Promise<ExpertApplication> =>
    (await apply().mine(personId)).application!;
  const steps = async (actor: Actor): Promise<string[]> =>
    (await module.get(ExpertHistory).of((await latest(actor)).expertId)).map(({ step }) => step);
  const goTo = async (at: number): Promise<void> => {
    await module.get(ClockStore).move(at, null);
    await settle(module, 2);
  };

  async function submitted(change: Partial<ApplicationEdit> = {}): Promise<Actor> {
    const actor = await person();
    await apply().edit(actor, await complete(actor, change));
    await apply().submit(actor);
    return actor;
  }

  async function published(): Promise<Actor> {
    const actor = await submitted();
    await admit().publish(registrar, (await latest(actor)).id);
    return actor;
  }

  it('takes an application with its papers, returns it once, publishes it, and appoints for a term by itself', async () => {
    const actor = await person();
    const bare = await complete(actor, { papers: [], phone: '' });
    await apply().edit(actor, bare);
    await expect(apply().submit(actor)).rejects.toMatchObject({
      code: 'expert.application_incomplete',
      params: { missing: ['phone', 'paper.identity', 'paper.title', 'paper.commitment'] },
    });
    await apply().edit(actor, await complete(actor));
    const done = await Promise.allSettled(Array.from({ length: 4 }, () => apply().submit(actor)));
    expect(done.filter(({ status }) => status === 'fulfilled')).toHaveLength(1);
    const { id, expertId } = await latest(actor);
    await expect(admit().sendBack(registrar, id, [' '])).rejects.toMatchObject({
      code: 'expert.decision_incomplete',
    });
    await admit().sendBack(registrar, id, ['承诺书没有签名']);
    expect(await latest(actor)).toMatchObject({ state: 'returned', missing: ['承诺书没有签名'] });
    await apply().edit(actor, { ...(await complete(actor)), phone: '13911113333' });
    await apply().submit(actor);
    await admit().publish(registrar, id);
    const { publicityUntil } = await latest(actor);
    expect(await module.get(ExpertPool).find(expertId)).toBeNull();
    const shown = await module.get(ReadExperts).published();
    expect(shown.map(({ content }) => content.name)).toEqual(['季明']);
    await goTo(publicityUntil! - DAY);
    expect((await latest(actor)).state).toBe('published');
    await goTo(publicityUntil!);
    const expert = await module.get(ExpertPool).find(expertId);
    expect(expert).toMatchObject({
      personId: actor.personId,
      phone: '13911113333',
      bornOn: '1975-05-05',
      specialties: ['road', 'cost'],
      state: 'appointed',
    });
    expect(expert!.termUntil - expert!.termFrom!).toBeGreaterThan(364 * DAY);
    expect(expert!.termUntil - expert!.termFrom!).toBeLessThan(367 * DAY);
    expect(await steps(actor)).toEqual([
      'applied',
      'returned',
      'applied',
      'published',
      'appointed',
    ]);
    expect(await module.get(ReadExperts).published()).toHaveLength(1);
    await goTo(publicityUntil! + 10 * DAY);
    expect(await module.get(ReadExperts).published()).toHaveLength(0);
  });

  it.each([
    [{ specialties: ['road', 'cost', 'civil'] }, 'expert.too_many_specialties'],
    [{ idNumber: idNumber('1955-01-01', 1) }, 'expert.too_old'],
    [{ fieldSince: '2022-01-01' }, 'expert.too_short_in_field'],
  ] as const)('refuses %j by the pool’s terms, with where they stand', async (change, code) => {
    const wanted = change as Partial<ApplicationEdit>;
    await expect(submitted(wanted)).rejects.toMatchObject({
      code,
      law: { citation: expect.any(String) as string },
    });
  });

  it('takes only papers of the applicant himself, whoever else sent them for the same pool', async () => {
    const [one, other] = [await person(), await person()];
    const foreign = (await paper(other)).id;
    // The pool is the organisation of both.
    await expect(module.get(OwnFiles).get(one, foreign)).resolves.toBeDefined();
    const edit = await complete(one);
    const papers = [{ fileId: foreign, kind: 'identity' as const, title: '身份证' }];
    await expect(apply().edit(one, { ...edit, papers })).rejects.toMatchObject({
      code: 'file.not_found',
    });
    await apply().edit(one, edit);
    await apply().submit(one);
    const { expertId } = await latest(one);
    const read = module.get(ReadExperts);
    const own = edit.papers[0]!.fileId;
    await expect(read.file(other, expertId, own)).rejects.toMatchObject({ code: 'file.not_found' });
    await expect(read.file(registrar, expertId, foreign)).rejects.toMatchObject({
      code: 'file.not_found',
    });
    expect((await read.file(one, expertId, own)).id).toBe(own);
    expect((await read.file(registrar, expertId, own)).id).toBe(own);
  });

  it('waits while an objection is open, and ends where one is upheld', async () => {
    const [kept, refused] = [await published(), await published()];
    const [a, b] = [await latest(kept), await latest(refused)];
    const objection = await admit().object(citizen, a.id, '职称证书有疑问');
    await expect(admit().object(citizen, a.id, '再说一次')).rejects.toMatchObject({
      code: 'expert.objected_already',
    });
    const other = await admit().object(citizen, b.id, '已被处罚');
    await goTo(a.publicityUntil!);
    expect((await latest(kept)).state).toBe('published');
    await admit().answer(registrar, objection, '已向发证机关核实', false);
    await admit().answer(registrar, other, '属实', true);
    await expect(admit().answer(registrar, other, '再答', false)).rejects.toMatchObject({
      code: 'objection.answered_already',
    });
    expect((await latest(kept)).state).toBe('appointed');
    expect((await latest(refused)).state).toBe('refused');
    await expect(admit().object(citizen, a.id, '晚了')).rejects.toMatchObject({
      code: 'expert.publicity_over',
    });
  });

  it('says what was handed in, whatever its author saves at the same moment', async () => {
    for (let round = 0; round < 5; round++) {
      const actor = await person();
      await apply().edit(actor, await complete(actor));
      const late = await complete(actor, { name: '另一个名字' });
      await Promise.allSettled([apply().submit(actor), apply().edit(actor, late)]);
      const { id, state, content, digest } = await latest(actor);
      expect(state).toBe('applied');
      const said = { id, content: JSON.parse(content) as Encodable };
      expect(taggedHashHex('sunlit/expert-application', said)).toBe(digest);
    }
  });

  it('has one application at a time, and another only when the last was decided and no term runs', async () => {
    const actor = await submitted();
    await expect(apply().edit(actor, await complete(actor))).rejects.toMatchObject({
      code: 'expert.wrong_state',
    });
    await apply().withdraw(actor);
    const edits = Array.from({ length: 3 }, async () => apply().edit(actor, await complete(actor)));
    await Promise.all(edits);
    const all = await module.get(ExpertApplications).ofExpert((await latest(actor)).expertId);
    expect(all.map(({ state }) => state)).toEqual(['draft', 'withdrawn']);
    await apply().submit(actor);
    await admit().publish(registrar, (await latest(actor)).id);
    await goTo((await latest(actor)).publicityUntil!);
    await expect(apply().edit(actor, await complete(actor))).rejects.toMatchObject({
      code: 'expert.wrong_state',
    });
    const { expert } = await apply().mine(actor.personId);
    const termUntil = module.get(LegalClock).now() + DAY;
    const unit = module.get(UnitOfWork);
    await unit.run(() => module.get(ExpertPool).change(expert!.id, { termUntil }));
    await goTo(termUntil);
    await apply().edit(actor, await complete(actor, { employer: '邻县设计院' }));
    await apply().submit(actor);
    await admit().publish(registrar, (await latest(actor)).id);
    await goTo((await latest(actor)).publicityUntil!);
    const again = (await apply().mine(actor.personId)).expert!;
    expect(again).toMatchObject({ id: expert!.id, employer: '邻县设计院' });
    expect(again.termFrom).toBeGreaterThan(termUntil);
  });

  it('points out that the same person applies twice', async () => {
    const number = idNumber('1980-01-01', 7);
    await submitted({ idNumber: number, name: '季明' });
    const again = await submitted({ idNumber: number, name: '季 明' });
    const { expertId } = await latest(again);
    expect(await module.get(ReadExperts).dossier(expertId)).toMatchObject({ alsoAs: ['季明'] });
  });

  it('keeps a history that fits the log, and nothing readable of a person in the database', async () => {
    const actor = await published();
    await settle(module);
    const dataSource = module.get(DataSource);
    const bodies = await dataSource.query<{ text: string }[]>('SELECT text FROM ledger_body');
    const history = await module.get(ExpertHistory).of((await latest(actor)).expertId);
    for (const step of history) {
      expect(stepDigest(step)).toBe(step.digest);
      expect(bodies.filter(({ text }) => text.includes(step.digest))).toHaveLength(1);
      expect(stepDigest({ ...step, text: '改过' })).not.toBe(step.digest);
    }
    const tables = ['expert_application', 'expert_step', 'ledger_body', 'outbox'];
    const dump = JSON.stringify(
      await Promise.all(tables.map((table) => dataSource.query(`SELECT * FROM ${table}`))),
    );
    expect(dump).not.toMatch(/季明|13911112222|1975-05-05|设计院/);
  });
});
