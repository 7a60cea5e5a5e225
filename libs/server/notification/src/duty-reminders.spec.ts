import { randomUUID } from 'node:crypto';
import { DAY, fen, HOUR, parseInstant, type Instant } from '@core/kernel';
import { Awards, AwardTender } from '@server/award';
import type { DeclaredDuty } from '@core/contract';
import { DeclareDuty, DueDuties } from '@server/contract';
import { Evaluations } from '@server/evaluation';
import { Accounts } from '@server/identity';
import { ClockStore, DomainError, LegalClock, UnitOfWork } from '@server/platform';
import { Tenders, type TenderRow } from '@server/tender';
import { aModule, type TestModule } from '../../../../test/support/module';
import { anActor, aTenderRow } from '../../../../test/support/tender-row';
import { DutyReminders, Messages, NotificationModule } from './index';

describe('what the law asks for after an evaluation', () => {
  let module: TestModule;
  let township: string;
  let clerk: string;
  let watcher: string;

  beforeEach(async () => {
    module = await aModule('duty_reminders', [NotificationModule]);
    await module.get(UnitOfWork).run(async () => {
      const accounts = module.get(Accounts);
      const person = (username: string): Promise<string> =>
        accounts.add({ username, name: username, passwordHash: 'x' });
      township = await accounts.found({ kind: 'township', name: '采花乡人民政府' });
      const authority = await accounts.found({ kind: 'authority', name: '监督局' });
      clerk = await person('clerk');
      watcher = await person('watcher');
      await accounts.appoint(clerk, township, 'tenderer');
      await accounts.appoint(watcher, authority, 'supervisor');
    });
  });
  afterEach(() => module.close());

  const topics = async (personId: string): Promise<string[]> =>
    (await module.get(Messages).page(personId, null, 50)).map(({ topic }) => topic).reverse();
  const at = (text: string): Instant => parseInstant(text) ?? 0;
  const waiting = async (actor = anActor('tenderer', township, 'township')) =>
    (await module.get(DueDuties).waitingFor(actor)).map(({ duty, law }) => [duty, law.ruleId]);
  /** A tender whose panel signs its report now. */
  const reported = async (change: Partial<TenderRow>): Promise<TenderRow> => {
    const now = module.get(LegalClock).now();
    const tender = aTenderRow(now, { state: 'evaluation', tendererId: township, ...change });
    await module.get(UnitOfWork).run(async () => {
      await module.get(Tenders).add(tender);
      await module.get(Evaluations).add({
        id: tender.id,
        seats: 5,
        assessments: null,
        computations: null,
        findings: null,
        leaderSeat: null,
        leaderTies: null,
        reportDigest: null,
        reportedAt: now,
        signedAt: now,
        createdAt: now,
      });
    });
    return tender;
  };
  const tick = async (on: Instant): Promise<void> => {
    await module.get(ClockStore).move(on, null);
    await module.get(DutyReminders).tick();
  };

  it('warns whoever has to publish the candidates a day before, and him and the supervisor after', async () => {
    await module.get(ClockStore).move(at('2026-04-02T02:00:00.000Z'), null);
    const tender = await reported({ regime: 'A' });
    const last = at('2026-04-07T16:00:00.000Z');
    const supervisor = anActor('supervisor');
    expect(await waiting()).toEqual([['publish_candidates', 'candidate-publish-3d']]);
    expect(await waiting(supervisor)).toEqual(await waiting());
    expect(await waiting(anActor('tenderer', randomUUID(), 'township'))).toEqual([]);
    expect(await waiting(anActor('bidder', township, 'enterprise'))).toEqual([]);
    const [due] = await module.get(DueDuties).waitingFor(supervisor);
    expect(due?.until).toBe(last);
    await tick(last - 2 * DAY);
    expect(await topics(clerk)).toEqual([]);
    await tick(last - DAY);
    await tick(last - HOUR);
    expect(await topics(clerk)).toEqual(['duty.due']);
    expect(await topics(watcher)).toEqual([]);
    await tick(last);
    await tick(last + DAY);
    expect(await topics(clerk)).toEqual(['duty.due', 'duty.late']);
    expect(await topics(watcher)).toEqual(['duty.late']);
    const [message] = await module.get(Messages).page(watcher, null, 1);
    expect(message?.params).toMatchObject({
      until: '2026-04-07',
      citation: '招标投标法实施条例§54',
    });
    await module.get(UnitOfWork).run(() =>
      module.get(Awards).addCandidate({
        id: randomUUID(),
        tenderId: tender.id,
        lot: 1,
        rank: 1,
        enterpriseId: randomUUID(),
        name: '青禾第1建设有限公司',
        price: fen(1),
        publishedAt: last + DAY,
        passedOverAt: null,
        passedOverGround: null,
      }),
    );
    expect(await waiting()).toEqual([]);
  });

  it('takes the tenderer’s word, once, for what leaves no trace on the platform', async () => {
    const tender = await reported({ regime: 'A', state: 'awarded', bidBond: fen(1) });
    const actor = anActor('tenderer', township, 'township');
    const awardedAt = module.get(LegalClock).now();
    await module.get(UnitOfWork).run(async () => {
      const name = '青禾第1建设有限公司';
      const award = { lot: 1, enterpriseId: randomUUID(), name, price: fen(1), awardedAt };
      await module.get(Awards).add({ id: randomUUID(), tenderId: tender.id, ...award });
    });
    const declare = (duty: DeclaredDuty, doneAt = awardedAt, by = actor) =>
      module.get(DeclareDuty).run(by, tender.id, 1, duty, doneAt);
    const report = ['report', 'written-report-15d'];
    expect(await waiting()).toContainEqual(report);
    const other = anActor('tenderer', randomUUID(), 'township');
    await expect(declare('report', awardedAt, other)).rejects.toMatchObject({
      code: 'tender.not_found',
    });
    for (const day of [awardedAt - 2 * DAY, awardedAt + 2 * DAY]) {
      await expect(declare('report', day)).rejects.toMatchObject({ code: 'contract.duty_day' });
    }
    // No contract yet, so no security has to go back.
    await expect(declare('refund')).rejects.toMatchObject({ code: 'contract.duty_not_due' });
    await declare('report');
    expect(await waiting()).not.toContainEqual(report);
    await expect(declare('report')).rejects.toMatchObject({ code: 'contract.duty_not_due' });
  });

  it('looks no more through what is archived with nothing left to do, until its state changes', async () => {
    const tenders = module.get(Tenders);
    const settledAt = async (id: string): Promise<Instant | null> =>
      (await tenders.get(id)).settledAt;
    const owing = await reported({ regime: 'A', state: 'archived' });
    const done = aTenderRow(module.get(LegalClock).now(), { state: 'archived' });
    await module.get(UnitOfWork).run(() => tenders.add(done));
    await module.get(DutyReminders).tick();
    expect(await settledAt(owing.id)).toBeNull();
    expect(await settledAt(done.id)).not.toBeNull();
    expect((await tenders.unsettled(['archived'], null)).map(({ id }) => id)).toEqual([owing.id]);
    await module.get(UnitOfWork).run(async () => {
      await tenders.change(await tenders.lock(done.id), { state: 'contracted' });
    });
    expect(await settledAt(done.id)).toBeNull();
  });

  it('waits for the award of a procurement, then for its contract', async () => {
    await module.get(ClockStore).move(at('2026-04-02T02:00:00.000Z'), null);
    const tender = await reported({ regime: 'B' });
    let isHeld = true;
    module.get(AwardTender).holdBack((held) => {
      if (isHeld && held.id === tender.id) throw new DomainError('award.objection_open');
      return Promise.resolve();
    });
    // An objection has to be answered first; that has a clock of its own.
    expect(await waiting()).toEqual([]);
    isHeld = false;
    expect(await waiting()).toEqual([['award', 'gp-award-5wd']]);
    const awardedAt = module.get(LegalClock).now() + DAY;
    await module.get(UnitOfWork).run(async () => {
      const name = '青禾第1建设有限公司';
      const award = { lot: 1, enterpriseId: randomUUID(), name, price: fen(1), awardedAt };
      await module.get(Awards).add({ id: randomUUID(), tenderId: tender.id, ...award });
      const row = await module.get(Tenders).lock(tender.id);
      await module.get(Tenders).change(row, { state: 'awarded' });
    });
    expect(await waiting()).toEqual([['sign', 'gp-contract-30d']]);
    const all = await module.get(DueDuties).of(await module.get(Tenders).get(tender.id));
    expect(all.map(({ duty, doneAt }) => [duty, doneAt])).toEqual([
      ['award', awardedAt],
      ['announce', awardedAt],
      ['sign', null],
    ]);
  });
});
