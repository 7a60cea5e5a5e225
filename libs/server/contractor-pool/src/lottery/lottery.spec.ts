import { randomUUID } from 'node:crypto';
import { verifyBundle } from '@core/bundle';
import { PLAIN_TERMS } from '@core/contractor-pool';
import type { Actor } from '@core/identity';
import { DAY } from '@core/kernel';
import { Awards, AwardTender } from '@server/award';
import { Draws } from '@server/draw';
import { Enterprises } from '@server/enterprise';
import { ExportBundle } from '@server/ledger';
import { ClockStore, LegalClock, Outbox, UnitOfWork } from '@server/platform';
import { Tenders, type TenderRow } from '@server/tender';
import { drawThrough } from '../../../../../test/support/draw-through';
import { aModule, type TestModule } from '../../../../../test/support/module';
import { anActor, aTenderRow } from '../../../../../test/support/tender-row';
import { settle } from '../../../../../test/support/turns';
import { ContractorPoolModule } from '../contractor-pool.module';
import { AdmitMember } from '../pool/admit-member';
import { ApplyForPool } from '../pool/apply-for-pool';
import { ContractorPools, type ContractorPool } from '../pool/contractor-pools.store';
import { OpenPool } from '../pool/open-pool';
import { HoldLottery } from './hold-lottery';
import { Lotteries, type StoredLotteryEvent } from './lotteries.store';
import { TakePart } from './take-part';

describe('a lottery', () => {
  let module: TestModule;
  let tender: TenderRow;
  let pool: ContractorPool;
  let tenderer: Actor;
  let unit: UnitOfWork;
  const supervisor = anActor('supervisor');
  const registrar = anActor('registrar');

  beforeEach(async () => {
    module = await aModule('lottery', [ContractorPoolModule]);
    unit = module.get(UnitOfWork);
    tender = aTenderRow(module.get(LegalClock).now(), { method: 'lottery' });
    tenderer = anActor('tenderer', tender.tendererId, 'township');
    pool = await module.get(OpenPool).run(registrar, {
      trade: tender.category,
      name: '道路工程预选库',
      notice: '常年开放',
      basis: null,
      terms: { ...PLAIN_TERMS, publicityDays: 1, mostUnfinished: 1 },
    });
    await unit.run(async () => {
      await module.get(Tenders).add(tender);
      await module.get(Outbox).add('tender.published', { tenderId: tender.id });
    });
    await settle(module, 1);
  });
  afterEach(() => module.close());

  /** A verified enterprise. */
  async function firm(at: number): Promise<Actor> {
    const id = randomUUID();
    const now = module.get(LegalClock).now();
    await unit.run(async () => {
      await module.get(Enterprises).begin(id, {
        creditCode: `9133010000000000${String(99 - at)}`,
        name: `第${at}建筑公司`,
        contactName: '经办',
      });
      const validUntil = now + 400 * DAY;
      await module.get(Enterprises).change(id, {
        state: 'verified',
        qualifications: [{ type: '公路', grade: '三级', certificate: 'D1', validUntil }],
      });
    });
    return anActor('bidder', id, 'enterprise');
  }

  async function member(at: number): Promise<Actor> {
    const actor = await firm(at);
    await module.get(ApplyForPool).run(actor, pool.id);
    const { organisationId } = actor;
    const published = await module.get(AdmitMember).publish(registrar, pool.id, organisationId);
    // The legal clock never goes back: the publication is over at once instead.
    await unit.run(() =>
      module
        .get(ContractorPools)
        .changeMember(published.id, { publicityUntil: published.publishedAt }),
    );
    await module.get(AdmitMember).settle(published.id);
    return actor;
  }

  async function participants(count: number): Promise<Actor[]> {
    const actors: Actor[] = [];
    for (let at = 0; at < count; at++) {
      const actor = await member(at);
      await module.get(TakePart).run(actor, tender.id);
      actors.push(actor);
    }
    return actors;
  }

  const deadline = async (): Promise<void> => {
    await module.get(ClockStore).move(tender.deadline, null);
    await settle(module, 2);
  };
  const events = async (): Promise<StoredLotteryEvent[]> => {
    const lottery = await module.get(Lotteries).ofTender(tender.id);
    return module.get(Lotteries).eventsAfter(lottery!.id, 0);
  };
  const kinds = async (): Promise<string[]> => (await events()).map(({ event }) => event.kind);

  it('takes who is in the pool and in time, once each', async () => {
    const take = module.get(TakePart);
    const outsider = await firm(50);
    await expect(take.run(outsider, tender.id)).rejects.toMatchObject({
      code: 'pool.not_a_member',
    });
    const actor = await member(1);
    const done = await Promise.allSettled(
      Array.from({ length: 5 }, () => take.run(actor, tender.id)),
    );
    expect(done.filter((one) => one.status === 'fulfilled')).toHaveLength(1);
    for (const one of done) {
      if (one.status === 'rejected')
        expect(one.reason).toMatchObject({ code: 'lottery.already_in' });
    }
    await expect(module.get(ApplyForPool).run(actor, pool.id)).rejects.toMatchObject({
      code: 'pool.already_applied',
    });
    const late = await member(2);
    await module.get(ClockStore).move(tender.deadline, null);
    await expect(take.run(late, tender.id)).rejects.toMatchObject({ code: 'tender.too_late' });
  });

  it('fails with the law when fewer than three take part', async () => {
    await participants(2);
    await deadline();
    expect((await module.get(Tenders).get(tender.id)).state).toBe('failed');
    expect((await events()).map(({ event }) => event)).toEqual([
      { kind: 'failed', firms: 2, minimum: 3 },
    ]);
    expect(await module.get(Draws).latest(tender.id, 'lottery')).toBeNull();
  });

  it('numbers eight firms by credit code, draws them in the open, and publishes the order', async () => {
    await participants(8);
    const [, , , suspended] = await module.get(Lotteries).participations(tender.id);
    await unit.run(() =>
      module.get(Enterprises).change(suspended!.enterpriseId, { state: 'suspended' }),
    );
    await participantsAgain();
    await deadline();
    const lottery = (await module.get(Lotteries).ofTender(tender.id))!;
    expect(lottery.state).toBe('drawing');
    expect(lottery.firms).toHaveLength(8);
    const codes = lottery.firms!.map(({ creditCode }) => creditCode);
    expect(codes).toEqual([...codes].sort());
    expect(lottery.firms![0]?.number).toBe('01');
    expect(await kinds()).toEqual(['frozen', 'draw_begun']);
    await expect(module.get(HoldLottery).publish(tenderer, tender.id)).rejects.toMatchObject({
      code: 'lottery.not_drawn',
    });
    const draw = await module.get(Draws).latest(tender.id, 'lottery');
    await drawThrough(module, draw!.id, { supervisor, tenderer });
    expect((await module.get(Lotteries).ofTender(tender.id))!.state).toBe('drawn');
    const seen = await events();
    expect(seen.map(({ seq }) => seq)).toEqual(seen.map((_, at) => at + 1));
    expect(seen.at(-1)?.event.kind).toBe('drawn');
    expect((await kinds()).filter((kind) => kind === 'draw_moved').length).toBeGreaterThan(9);
    const done = await Promise.allSettled(
      Array.from({ length: 4 }, () => module.get(HoldLottery).publish(tenderer, tender.id)),
    );
    expect(done.filter((one) => one.status === 'fulfilled')).toHaveLength(1);
    const candidates = await module.get(Awards).candidates(tender.id);
    const drawn = seen.at(-1)?.event;
    if (drawn?.kind !== 'drawn') throw new Error('not drawn');
    expect(candidates.map(({ name }) => name)).toEqual(
      drawn.order.slice(0, 3).map(({ name }) => name),
    );
    expect(candidates[0]?.price).toBe(tender.ceiling);
    const { state, publicityUntil } = await module.get(Tenders).get(tender.id);
    expect(state).toBe('publicity');
    await settle(module, 1);
    const discloses = ({ record }: { record: { scope: string } }): boolean =>
      record.scope === tender.id;
    const bundle = await module.get(ExportBundle).run(tender.id, { discloses, keys: [], bids: [] });
    expect(await verifyBundle(bundle)).toMatchObject({
      ok: true,
      report: { draws: [{ status: 'verified' }] },
    });
    await module.get(ClockStore).move(publicityUntil, null);
    await module.get(AwardTender).award(tenderer, tender.id);
    const letters = await module.get(Awards).letters(tender.id);
    expect(letters.map(({ kind }) => kind).sort()).toEqual([
      'award',
      ...Array<string>(8).fill('result'),
    ]);
  });

  async function participantsAgain(): Promise<void> {
    await module.get(TakePart).run(await member(9), tender.id);
  }
});
