import { randomUUID } from 'node:crypto';
import { DataSource } from 'typeorm';
import type { Actor } from '@core/identity';
import { DAY, type Instant } from '@core/kernel';
import { endOfDate, startOfDate } from '@core/rules';
import { EnterpriseModule } from '@server/enterprise';
import { Accounts } from '@server/identity';
import { ClockStore, FileStore, LegalClock, UnitOfWork } from '@server/platform';
import { aModule, type TestModule } from '../../../../../test/support/module';
import { anActor } from '../../../../../test/support/tender-row';
import { settle } from '../../../../../test/support/turns';
import { ExpertModule } from '../expert.module';
import { Experts } from '../experts';
import { ExpertPool, type Expert } from '../experts.store';
import { AssessExpert } from './assess-expert';
import { ExpertHistory, stepDigest } from './expert-history';
import { KeepExperts } from './keep-experts';
import { KeepOwnFacts } from './keep-own-facts';
import { ReadExperts } from './read-experts';
import { SuperviseExperts } from './supervise-experts';

describe('the record of an expert', () => {
  let module: TestModule;
  let now: Instant;
  let expert: Expert;
  let supervisor: Actor;
  let document: string;
  const registrar = anActor('registrar');

  beforeEach(async () => {
    module = await aModule('expert_record', [ExpertModule, EnterpriseModule]);
    now = module.get(LegalClock).now();
    expert = await module.get(Experts).add({
      personId: randomUUID(),
      name: '季明',
      specialties: ['road'],
      employer: '设计院',
      region: '青禾县',
      title: '高级工程师',
      phone: '13911112222',
      bornOn: '1975-05-05',
      termUntil: now + 200 * DAY,
    });
    const authority = await module
      .get(Accounts)
      .found({ kind: 'authority', name: '青禾县公共资源交易监督管理局' });
    supervisor = anActor('supervisor', authority, 'authority');
    const file = await module.get(FileStore).put(Buffer.from('决定书'), {
      name: '决定书.pdf',
      media: 'application/pdf',
      uploadedBy: supervisor.personId,
      organisationId: authority,
      dataClass: 'internal',
    });
    document = file.id;
  });
  afterEach(() => module.close());

  const keep = (): KeepExperts => module.get(KeepExperts);
  const stored = async (): Promise<Expert> => (await module.get(ExpertPool).find(expert.id))!;
  const standing = async (): Promise<string> =>
    module.get(ReadExperts).standing(await stored()).standing;
  const steps = async (): Promise<string[]> =>
    (await module.get(ExpertHistory).of(expert.id)).map(({ step }) => step);
  const change = (to: Partial<Expert>): Promise<void> =>
    module.get(UnitOfWork).run(() => module.get(ExpertPool).change(expert.id, to));
  const ban = (until: Instant, more: object = {}): Promise<void> =>
    module.get(SuperviseExperts).decide(supervisor, expert.id, {
      kind: 'ban',
      number: '青公管罚〔2026〕9号',
      reason: '泄露评审情况',
      until,
      fileId: document,
      ...more,
    });

  it('keeps trainings and tests, and with three warnings in a year no review is passed', async () => {
    const training = { title: '年度培训', heldAt: now - DAY, fileId: null };
    await keep().train(registrar, expert.id, {
      ...training,
      kind: 'tested',
      score: 86,
      passed: true,
    });
    const done = await Promise.allSettled(
      ['迟到', '提前离场', '未写否决理由'].map((why) => keep().warn(registrar, expert.id, why)),
    );
    expect(done.every(({ status }) => status === 'fulfilled')).toBe(true);
    await expect(
      keep().review(registrar, expert.id, { passed: true, text: '' }),
    ).rejects.toMatchObject({
      code: 'expert.warned_too_often',
      law: { ruleId: 'expert-pool-warnings' },
    });
    await keep().review(registrar, expert.id, { passed: false, text: '三次警示' });
    expect(await standing()).toBe('review_failed');
    expect((await module.get(ReadExperts).dossier(expert.id)).warnings).toBe(3);
    await expect(
      keep().review(registrar, expert.id, { passed: true, text: '' }),
    ).rejects.toMatchObject({ code: 'expert.warned_too_often' });
    await module.get(ClockStore).move(now + 367 * DAY, null);
    await keep().review(registrar, expert.id, { passed: true, text: '' });
    expect((await stored()).reviewPassed).toBe(1);
    expect((await stored()).reviewDueAt).toBeGreaterThan(now + 700 * DAY);
    expect(await steps()).toEqual(['tested', 'warned', 'warned', 'warned', 'reviewed', 'reviewed']);
  });

  it('is paused for a time, as long as the terms allow, and comes back by itself or before', async () => {
    const pause = {
      from: startOfDate('2026-03-09'),
      until: endOfDate('2026-04-09'),
      reason: '出差',
    };
    const soon = { ...pause, from: startOfDate('2026-03-03') };
    await expect(keep().pause(registrar, expert.id, soon, 'expert')).rejects.toMatchObject({
      code: 'expert.pause_too_soon',
      law: { citation: expect.stringContaining('参照') as string },
    });
    const long = { ...pause, until: endOfDate('2026-06-10') };
    await expect(keep().pause(registrar, expert.id, long, 'expert')).rejects.toMatchObject({
      code: 'expert.pause_too_long',
    });
    await keep().pause(registrar, expert.id, pause, 'expert');
    expect(await standing()).toBe('appointed');
    await module.get(ClockStore).move(pause.from, null);
    expect(await standing()).toBe('paused');
    await keep().resume(registrar, expert.id, 'keeper');
    expect(await standing()).toBe('appointed');
    await expect(keep().resume(registrar, expert.id, 'keeper')).rejects.toMatchObject({
      code: 'expert.wrong_state',
    });
  });

  it('ends a pause himself only where he asked for it', async () => {
    const self = { ...anActor('expert'), personId: expert.personId };
    const reason = '出差';
    const from = startOfDate('2026-03-20');
    const pause = { from, until: endOfDate('2026-04-20'), reason };
    await keep().pause(self, expert.id, pause, 'expert');
    await keep().resume(self, expert.id, 'expert');
    await module.get(ClockStore).move(from, null);
    await keep().pause(registrar, expert.id, pause, 'keeper');
    await expect(keep().resume(self, expert.id, 'expert')).rejects.toMatchObject({
      code: 'expert.pause_not_own',
    });
    expect(await standing()).toBe('paused');
    await keep().resume(registrar, expert.id, 'keeper');
    expect(await standing()).toBe('appointed');
  });

  it('is given another term only near the end of the present one and after a passed review', async () => {
    await expect(keep().renew(registrar, expert.id)).rejects.toMatchObject({
      code: 'expert.term_running',
    });
    await change({ termUntil: now + 20 * DAY, reviewDueAt: now });
    await expect(keep().renew(registrar, expert.id)).rejects.toMatchObject({
      code: 'expert.review_overdue',
    });
    await keep().review(registrar, expert.id, { passed: true, text: '' });
    await keep().renew(registrar, expert.id);
    expect(await standing()).toBe('appointed');
    expect((await stored()).termUntil).toBeGreaterThan(now + 380 * DAY);
    await change({ bornOn: '1950-01-01' });
    expect(await standing()).toBe('over_age');
    await expect(keep().renew(registrar, expert.id)).rejects.toMatchObject({
      code: 'expert.too_old',
    });
  });

  it('is banned by an authority with its document, to a day, and leaves the pool when bans make up a year', async () => {
    await expect(ban(now + 90 * DAY, { fileId: null })).rejects.toMatchObject({
      code: 'expert.decision_incomplete',
      params: { missing: ['fileId'] },
    });
    await expect(ban(now + 90 * DAY, { fileId: randomUUID() })).rejects.toMatchObject({
      code: 'file.not_found',
    });
    await expect(
      module.get(SuperviseExperts).decide(registrar, expert.id, {
        kind: 'remove',
        number: '1',
        reason: '不当行为',
        until: null,
        fileId: null,
      }),
    ).rejects.toMatchObject({ code: 'expert.authority_only' });
    await ban(now + 190 * DAY);
    expect(await standing()).toBe('banned');
    await ban(now + 1, { kind: 'lift', until: null, fileId: null });
    expect(await standing()).toBe('appointed');
    await ban(now + 190 * DAY);
    await module.get(ClockStore).move(now + 191 * DAY, null);
    expect(await standing()).toBe('appointed');
    const later = module.get(LegalClock).now();
    await ban(later + 180 * DAY);
    expect(await standing()).toBe('removed');
    const history = await module.get(ExpertHistory).of(expert.id);
    expect(history.at(-1)).toMatchObject({ step: 'removed', ground: 'bans' });
    expect(history.filter((one) => one.fileId === document)).toHaveLength(3);
    expect(history.at(-1)?.by).toBe('青禾县公共资源交易监督管理局');
    await ban(later, { kind: 'reinstate', until: null, fileId: null });
    expect((await stored()).state).toBe('appointed');
  });

  it('is let go by its keeper on facts, and assessed once by each organisation', async () => {
    const one = { expertId: expert.id, tenderId: randomUUID(), code: 'T2026-0001', seat: 1 };
    const tenderer = anActor('tenderer');
    const assess = module.get(AssessExpert);
    await expect(
      assess.record(tenderer, { ...one, grade: 'poor', text: '' }),
    ).rejects.toMatchObject({ code: 'expert.decision_incomplete' });
    const said = await Promise.allSettled(
      Array.from({ length: 3 }, () => assess.record(tenderer, { ...one, grade: 'good', text: '' })),
    );
    expect(said.filter(({ status }) => status === 'fulfilled')).toHaveLength(1);
    await assess.record(registrar, { ...one, grade: 'poor', text: '迟到' });
    await expect(keep().remove(registrar, expert.id, 'decision', '不当行为')).rejects.toMatchObject(
      { code: 'expert.authority_only' },
    );
    await keep().remove(registrar, expert.id, 'own_request', '本人申请退出');
    expect(await standing()).toBe('removed');
    await expect(keep().warn(registrar, expert.id, '晚了')).rejects.toMatchObject({
      code: 'expert.wrong_state',
    });
    expect(await steps()).toEqual(['assessed', 'assessed', 'removed']);
  });

  it('keeps up to date with whom he has to do, and a former employer stays on the list', async () => {
    const own = { ...anActor('expert'), personId: expert.personId };
    const facts = { phone: '13900000000', employerCode: '', region: '邻县', recusals: ['乙公司'] };
    const change = module.get(KeepOwnFacts);
    await expect(change.change(own, { ...facts, employer: '' })).rejects.toMatchObject({
      code: 'expert.decision_incomplete',
    });
    await change.change(own, { ...facts, employer: '新单位' });
    expect(await stored()).toMatchObject({
      phone: '13900000000',
      employer: '新单位',
      recusals: ['乙公司', '设计院'],
    });
    const stranger = anActor('expert');
    await expect(change.change(stranger, { ...facts, employer: '新单位' })).rejects.toMatchObject({
      code: 'expert.not_found',
    });
    await change.change(own, { ...facts, employer: '新单位', recusals: [] });
    expect((await stored()).recusals).toEqual(['乙公司', '设计院']);
    await expect(
      keep().correctRecusals(registrar, expert.id, ['设计院'], ' '),
    ).rejects.toMatchObject({ code: 'expert.decision_incomplete' });
    await keep().correctRecusals(registrar, expert.id, ['设计院', ' '], '乙公司的股份已转让');
    expect((await stored()).recusals).toEqual(['设计院']);
    await keep().remove(registrar, expert.id, 'health', '健康原因');
    await expect(change.change(own, { ...facts, employer: '又一个' })).rejects.toMatchObject({
      code: 'expert.wrong_state',
    });
    expect(await steps()).toEqual(['changed', 'changed', 'changed', 'removed']);
  });

  it('has every step in the log by its digest, and no tender there', async () => {
    const tenderId = randomUUID();
    const said = { grade: 'fair' as const, text: '一般' };
    const one = { expertId: expert.id, tenderId, code: 'T2026-0001', seat: 1 };
    await module.get(AssessExpert).record(registrar, { ...one, ...said });
    await ban(now + 30 * DAY);
    await settle(module);
    const dataSource = module.get(DataSource);
    const bodies = await dataSource.query<{ text: string }[]>('SELECT text FROM ledger_body');
    const all = bodies.map(({ text }) => text).join('\n');
    const history = await module.get(ExpertHistory).of(expert.id);
    expect(history).toHaveLength(2);
    for (const step of history) {
      expect(stepDigest(step)).toBe(step.digest);
      expect(all).toContain(step.digest);
    }
    expect(all).not.toContain(tenderId);
    expect(all).not.toMatch(/T2026-0001|季明|泄露/);
  });
});
