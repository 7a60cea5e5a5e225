import { randomUUID } from 'node:crypto';
import { termsOf } from '@core/contract';
import type { PoolTerms } from '@core/contractor-pool';
import { fairnessOf } from '@core/fairness';
import type { Actor } from '@core/identity';
import { DAY, fen } from '@core/kernel';
import { Awards } from '@server/award';
import { FollowContract, SignContract, WriteContract } from '@server/contract';
import { Enterprises, RegisterPapers } from '@server/enterprise';
import { ReviewPerformance } from '@server/performance';
import { ClockStore, LegalClock, Outbox, UnitOfWork } from '@server/platform';
import { Admission, Tenders, type TenderRow } from '@server/tender';
import { aModule, type TestModule } from '../../../../../test/support/module';
import { anActor, aTenderRow } from '../../../../../test/support/tender-row';
import { settle } from '../../../../../test/support/turns';
import { ContractorPoolModule } from '../contractor-pool.module';
import { Lotteries } from '../lottery/lotteries.store';
import { TakePart } from '../lottery/take-part';
import { AdmitMember } from './admit-member';
import { ApplyForPool } from './apply-for-pool';
import { CallFromPool } from './call-from-pool';
import { ContractorPools, type ContractorPool, type PoolMember } from './contractor-pools.store';
import { OpenPool } from './open-pool';
import { PoolFairness } from './pool-fairness';
import { PoolReminders, POOL_REVIEW_DUE } from './pool-reminders';
import { PoolWorks } from './pool-works';
import { ReviewMember } from './review-member';
import { SuperviseMember } from './supervise-member';

const TERMS: PoolTerms = {
  tiers: [
    { key: 'high', name: '一类', qualification: { type: '公路', grade: '二级' }, upTo: null },
    { key: 'low', name: '二类', qualification: { type: '公路', grade: '三级' }, upTo: fen(1_000) },
  ],
  licences: [{ type: '安全生产许可证', grade: null }],
  publicityDays: 5,
  reviewMonths: 12,
  coolOffMonths: 6,
  mostUnfinished: 1,
};

describe('a contractor pool', () => {
  let module: TestModule;
  let unit: UnitOfWork;
  let pool: ContractorPool;
  let count = 10;
  const registrar = anActor('registrar');
  const supervisor: Actor = { ...anActor('supervisor'), organisationKind: 'authority' };

  beforeEach(async () => {
    module = await aModule('pool', [ContractorPoolModule]);
    unit = module.get(UnitOfWork);
    pool = await module.get(OpenPool).run(registrar, {
      trade: 'works',
      name: '道路工程名录',
      notice: '常年开放',
      basis: '青政办〔2026〕1号',
      terms: TERMS,
    });
  });
  afterEach(() => module.close());

  async function firm(grade: string, more: readonly string[] = ['安全生产许可证']): Promise<Actor> {
    const id = randomUUID();
    const validUntil = module.get(LegalClock).now() + 800 * DAY;
    await unit.run(async () => {
      await module.get(Enterprises).begin(id, {
        creditCode: `91330100000000${String(++count).padStart(4, '0')}`,
        name: `第${count}建筑公司`,
        contactName: '经办',
      });
      await module.get(Enterprises).change(id, {
        state: 'verified',
        qualifications: [
          { type: '公路', grade, certificate: 'D1', validUntil },
          ...more.map((type) => ({ type, grade: '', certificate: 'A1', validUntil })),
        ],
      });
    });
    return anActor('bidder', id, 'enterprise');
  }

  const apply = (actor: Actor): Promise<PoolMember> => module.get(ApplyForPool).run(actor, pool.id);
  const publish = ({ organisationId }: Actor): Promise<PoolMember> =>
    module.get(AdmitMember).publish(registrar, pool.id, organisationId);
  const stored = async ({ organisationId }: Actor): Promise<PoolMember> =>
    (await module.get(ContractorPools).member(pool.id, organisationId))!;
  const goTo = async (at: number): Promise<void> => {
    await module.get(ClockStore).move(at, null);
    await settle(module, 2);
  };

  async function admitted(grade = '二级'): Promise<Actor> {
    const actor = await firm(grade);
    await apply(actor);
    const { publicityUntil } = await publish(actor);
    await goTo(publicityUntil!);
    return actor;
  }

  it('is one per trade, and refuses terms that make no sense', async () => {
    const again = { trade: 'works', name: '又一个', notice: '', basis: null, terms: TERMS };
    await expect(module.get(OpenPool).run(registrar, again)).rejects.toMatchObject({
      code: 'pool.trade_taken',
    });
    const open = module.get(OpenPool).run(registrar, {
      ...again,
      trade: 'road',
      terms: { ...TERMS, tiers: [] },
    });
    await expect(open).rejects.toMatchObject({
      code: 'pool.terms_invalid',
      params: { faults: ['tiers'] },
    });
  });

  it('says what is missing before anybody applies, returns once with everything, and admits after the publication', async () => {
    await expect(apply(await firm('四级', []))).rejects.toMatchObject({
      code: 'pool.conditions_unmet',
      params: { missing: ['公路 三级', '安全生产许可证'] },
    });
    const actor = await firm('三级');
    const done = await Promise.allSettled(Array.from({ length: 4 }, () => apply(actor)));
    expect(done.filter(({ status }) => status === 'fulfilled')).toHaveLength(1);
    await module
      .get(AdmitMember)
      .sendBack(registrar, pool.id, actor.organisationId, ['盖章扫描件', '承诺书']);
    expect(await stored(actor)).toMatchObject({
      state: 'returned',
      missing: ['盖章扫描件', '承诺书'],
    });
    await apply(actor);
    const { publicityUntil } = await publish(actor);
    await goTo(publicityUntil! - DAY);
    expect(await stored(actor)).toMatchObject({ state: 'published', tier: 'low' });
    await goTo(publicityUntil!);
    const member = await stored(actor);
    expect(member.state).toBe('admitted');
    expect(member.admittedAt).toBeGreaterThanOrEqual(publicityUntil!);
    expect(member.reviewDueAt).toBeGreaterThan(publicityUntil! + 360 * DAY);
    const steps = await module.get(ContractorPools).steps(member.id);
    expect(steps.map(({ step }) => step)).toEqual([
      'applied',
      'returned',
      'applied',
      'published',
      'admitted',
    ]);
  });

  it('waits for the answer to an objection, and refuses whom it hits', async () => {
    const [one, other] = [await firm('二级'), await firm('二级')];
    const rival = await firm('二级');
    for (const actor of [one, other]) await apply(actor);
    const object = ({ organisationId }: Actor) =>
      module.get(AdmitMember).object(rival, pool.id, organisationId, '证书系伪造');
    await expect(object(one)).rejects.toMatchObject({ code: 'pool.publicity_over' });
    const { publicityUntil } = await publish(one);
    await publish(other);
    const objections = [await object(one), await object(other)];
    await expect(object(one)).rejects.toMatchObject({ code: 'pool.objected_already' });
    await goTo(publicityUntil!);
    expect((await stored(one)).state).toBe('published');
    await expect(object(one)).rejects.toMatchObject({ code: 'pool.publicity_over' });
    const answer = module.get(AdmitMember);
    await answer.answer(registrar, objections[0]!.id, '经查属实', true);
    await answer.answer(registrar, objections[1]!.id, '经查不属实', false);
    await expect(answer.answer(registrar, objections[1]!.id, '再答', true)).rejects.toMatchObject({
      code: 'objection.answered_already',
    });
    expect((await stored(one)).state).toBe('refused');
    expect((await stored(other)).state).toBe('admitted');
    expect((await apply(one)).state).toBe('applied');
  });

  it('is left by decision of an authority alone, cools off, and takes back', async () => {
    const actor = await admitted();
    const { organisationId: id } = actor;
    const decide = (by: Actor, kind: 'suspend' | 'remove' | 'reinstate', until: number | null) =>
      module.get(SuperviseMember).decide(by, pool.id, id, {
        kind,
        until,
        ground: kind === 'reinstate' ? null : 'collusion',
        number: '青公管决〔2026〕9号',
        reason: '串通',
      });
    await expect(decide(registrar, 'suspend', null)).rejects.toMatchObject({
      code: 'enterprise.authority_only',
      law: { ruleId: 'center-no-admin-power' },
    });
    const now = module.get(LegalClock).now();
    await decide(supervisor, 'suspend', now + DAY);
    const tender = await published({});
    const take = () => module.get(TakePart).run(actor, tender.id);
    await expect(take()).rejects.toMatchObject({ code: 'pool.member_suspended' });
    await goTo(now + DAY);
    await take();
    await decide(supervisor, 'remove', null);
    await expect(apply(actor)).rejects.toMatchObject({ code: 'pool.cooling_off' });
    const { coolOffUntil } = await stored(actor);
    await goTo(coolOffUntil!);
    expect((await apply(actor)).state).toBe('applied');
    await module.get(ApplyForPool).leave(actor, pool.id);
    expect((await stored(actor)).state).toBe('left');
  });

  async function published(change: Partial<TenderRow>): Promise<TenderRow> {
    const row = aTenderRow(module.get(LegalClock).now(), {
      method: 'lottery',
      category: 'works',
      ceiling: fen(900),
      ...change,
    });
    await unit.run(() => module.get(Tenders).add(row));
    return row;
  }

  async function won(actor: Actor, tender: TenderRow): Promise<void> {
    await unit.run(() =>
      module.get(Awards).add({
        id: randomUUID(),
        tenderId: tender.id,
        lot: 1,
        enterpriseId: actor.organisationId,
        name: '中选人',
        price: fen(900),
        awardedAt: module.get(LegalClock).now(),
      }),
    );
  }

  /** The contract of a lot, signed by both sides, and its works accepted. */
  async function workedOff(tenderer: Actor, winner: Actor, { id }: TenderRow): Promise<void> {
    const contract = await module.get(WriteContract).run(tenderer, id, 1, {
      ...termsOf({ price: fen(900), durationDays: 30, quality: '合格', manager: '王建国' }),
      payment: '一次付清',
    });
    const { fingerprint } = contract;
    for (const side of [tenderer, winner]) {
      await module.get(SignContract).sign(side, contract.id, { fingerprint, lateReason: null });
    }
    const accepted = { acceptedAt: module.get(LegalClock).now(), text: '合格' };
    await module.get(FollowContract).accept(tenderer, contract.id, accepted);
  }

  it('lets in up to the tier, and who has no unfinished work; a review of performance frees the place', async () => {
    const actor = await admitted('三级');
    const big = await published({ ceiling: fen(1_001) });
    const take = ({ id }: TenderRow) => module.get(TakePart).run(actor, id);
    await expect(take(big)).rejects.toMatchObject({
      code: 'pool.above_tier',
      params: { limit: 1_000, sum: 1_001 },
    });
    const first = await published({});
    await won(actor, first);
    const next = await published({});
    await expect(take(next)).rejects.toMatchObject({
      code: 'pool.at_capacity',
      params: { unfinished: 1, most: 1 },
    });
    const tenderer = anActor('tenderer', first.tendererId, 'township');
    const review = (grade: 'good' | 'fail', text: string) =>
      module.get(ReviewPerformance).run(tenderer, first.id, 1, { grade, text });
    await expect(review('good', '')).rejects.toMatchObject({ code: 'performance.not_accepted' });
    await workedOff(tenderer, actor, first);
    await expect(review('fail', ' ')).rejects.toMatchObject({ code: 'performance.reason_missing' });
    const done = await Promise.allSettled(
      Array.from({ length: 3 }, () => review('good', '按期完工')),
    );
    expect(done.filter(({ status }) => status === 'fulfilled')).toHaveLength(1);
    expect(await module.get(PoolWorks).unfinished('works', actor.organisationId)).toEqual([]);
    await take(next);
    const credit = await module.get(RegisterPapers).credit(actor.organisationId);
    expect(credit).toMatchObject([{ kind: 'performance', grade: 'good', number: first.code }]);
  });

  it('keeps a tender that was called among members to members', async () => {
    const member = await admitted();
    const outsider = await firm('二级');
    const row = await published({ state: 'draft', method: 'reasonable_low_price' });
    const tenderer = anActor('tenderer', row.tendererId, 'township');
    const call = module.get(CallFromPool);
    await expect(call.choose(anActor('tenderer'), row.id, pool.id)).rejects.toMatchObject({
      code: 'tender.not_found',
    });
    await call.choose(tenderer, row.id, pool.id);
    const admission = module.get(Admission);
    const enter = ({ organisationId }: Actor) => admission.require(row, organisationId);
    await enter(member);
    await expect(enter(outsider)).rejects.toMatchObject({ code: 'pool.not_a_member' });
    await call.choose(tenderer, row.id, null);
    await enter(outsider);
    await unit.run(() =>
      module.get(Tenders).addPublication({
        id: row.id,
        text: '公告',
        digest: '',
        publishAt: null,
        fourEyes: 1,
        preparedBy: tenderer.personId,
        preparedAt: module.get(LegalClock).now(),
        confirmedBy: null,
        confirmedFor: null,
        confirmedAt: null,
      }),
    );
    await expect(call.choose(tenderer, row.id, pool.id)).rejects.toMatchObject({
      code: 'publication.prepared',
    });
  });

  it('reviews every year: who is overdue or failed sits out, who passes goes on', async () => {
    const actor = await admitted('二级');
    const { reviewDueAt, id: memberId } = await stored(actor);
    const told: unknown[] = [];
    module.get(Outbox).consume('spec', POOL_REVIEW_DUE, ({ payload }) => {
      told.push(payload);
      return Promise.resolve();
    });
    await goTo(reviewDueAt! - 40 * DAY);
    await module.get(PoolReminders).tick();
    await goTo(reviewDueAt! - 7 * DAY);
    await module.get(PoolReminders).tick();
    await settle(module, 1);
    expect(told).toMatchObject([{ memberId, days: 7 }]);
    await goTo(reviewDueAt!);
    const tender = await published({});
    const take = () => module.get(TakePart).run(actor, tender.id);
    await expect(take()).rejects.toMatchObject({ code: 'pool.review_overdue' });
    const review = (passed: boolean, text: string) =>
      module.get(ReviewMember).run(registrar, pool.id, actor.organisationId, { passed, text });
    await expect(review(false, '')).rejects.toMatchObject({ code: 'pool.decision_incomplete' });
    await review(false, '安全考核不合格');
    await expect(take()).rejects.toMatchObject({ code: 'pool.review_failed' });
    await unit.run(() =>
      module.get(Enterprises).change(actor.organisationId, {
        qualifications: [
          { type: '公路', grade: '三级', certificate: 'D1', validUntil: reviewDueAt! + 99 * DAY },
        ],
      }),
    );
    await expect(review(true, '')).rejects.toMatchObject({ code: 'pool.conditions_unmet' });
    await unit.run(() =>
      module.get(Enterprises).change(actor.organisationId, {
        qualifications: [
          { type: '公路', grade: '三级', certificate: 'D1', validUntil: reviewDueAt! + 99 * DAY },
          { type: '安全生产许可证', grade: '', certificate: 'A', validUntil: reviewDueAt! + DAY },
        ],
      }),
    );
    expect((await review(true, '')).tier).toBe('low');
    await take();
  });

  it('reports the fairness of its lotteries from what was published', async () => {
    const firms = ['A', 'B', 'C'].map((creditCode, at) => ({
      number: `0${at + 1}`,
      creditCode,
      name: `firm ${creditCode}`,
    }));
    const lotteries = module.get(Lotteries);
    for (const winner of ['01', '01', '03']) {
      await unit.run(async () => {
        const id = randomUUID();
        const at = module.get(LegalClock).now();
        const row = { id, tenderId: randomUUID(), poolId: pool.id, seq: 0, firms } as const;
        await lotteries.add({ ...row, state: 'drawn', frozenAt: at, createdAt: at });
        const lottery = await lotteries.get(id);
        const order = [{ rank: 1, number: winner, name: '' }];
        await lotteries.append(lottery, { kind: 'drawn', seed: '', order }, at);
      });
    }
    const fairness = module.get(PoolFairness);
    const report = await fairness.report(pool.id, null);
    expect(report.shares.map(({ key, won }) => [key, won])).toEqual([
      ['A', 2],
      ['B', 0],
      ['C', 1],
    ]);
    expect(report).toEqual(fairnessOf(await fairness.draws(pool.id, null)));
    expect(await fairness.draws(pool.id, '1999')).toEqual([]);
  });
});
