import { randomUUID } from 'node:crypto';
import { departures, termsOf, type Change, type ContractTerms } from '@core/contract';
import type { Actor } from '@core/identity';
import { DAY, fen } from '@core/kernel';
import { Awards } from '@server/award';
import { Openings } from '@server/opening';
import { ClockStore, LegalClock, Outbox, UnitOfWork } from '@server/platform';
import { Tenders, type TenderRow } from '@server/tender';
import { aModule, type TestModule } from '../../../../test/support/module';
import { anActor, aTenderRow } from '../../../../test/support/tender-row';
import { ChangeContract } from './change-contract';
import { ContractModule } from './contract.module';
import { Contracts, type Contract } from './contracts.store';
import { FollowContract } from './follow-contract';
import { PrintContract } from './print-contract';
import { ReadContract } from './read-contract';
import { SignContract } from './sign-contract';
import { WriteContract } from './write-contract';

const PRICE = fen(172_000_000);

describe('a contract', () => {
  let module: TestModule;
  let unit: UnitOfWork;
  let tender: TenderRow;
  let tenderer: Actor;
  let winner: Actor;
  let terms: ContractTerms;
  const stranger = anActor('bidder', undefined, 'bidder' as never);

  const now = () => module.get(LegalClock).now();
  const write = (change: Partial<ContractTerms> = {}) =>
    module.get(WriteContract).run(tenderer, tender.id, 1, { ...terms, ...change });
  const sign = (actor: Actor, { id, fingerprint }: Contract, lateReason: string | null = null) =>
    module.get(SignContract).sign(actor, id, { fingerprint, lateReason });
  const stored = (id: string) => module.get(Contracts).get(id);

  async function concluded(change: Partial<ContractTerms> = {}): Promise<Contract> {
    const contract = await write(change);
    await sign(tenderer, contract);
    return sign(winner, contract);
  }

  beforeEach(async () => {
    module = await aModule('contract', [ContractModule]);
    unit = module.get(UnitOfWork);
    tender = aTenderRow(now(), { state: 'awarded', regime: 'B' });
    tenderer = anActor('tenderer', tender.tendererId, 'township');
    winner = anActor('bidder');
    await unit.run(async () => {
      await module.get(Tenders).add(tender);
      await module.get(Awards).add({
        id: randomUUID(),
        tenderId: tender.id,
        lot: 1,
        enterpriseId: winner.organisationId,
        name: '青禾路桥有限公司',
        price: PRICE,
        awardedAt: now(),
      });
      const openingId = randomUUID();
      await module.get(Openings).add({
        id: openingId,
        tenderId: tender.id,
        phase: 'closed',
        seq: 0,
        closedRecordId: randomUUID(),
        closedLeaf: null,
        openedAt: now(),
        windowEndsAt: now(),
        closedAt: now(),
      } as never);
      await module.get(Openings).addOpenedBid({
        id: randomUUID(),
        openingId,
        lot: 1,
        enterpriseId: winner.organisationId,
        bidderName: '青禾路桥有限公司',
        price: PRICE,
        durationDays: 90,
        quality: '合格',
        manager: '王建国',
        manifestSha256: '0'.repeat(64),
      });
    });
    const offer = await module.get(WriteContract).offerTo(tenderer, tender.id, 1);
    terms = { ...termsOf(offer), payment: '验收合格后付至 97%' };
  });
  afterEach(() => module.close());

  it('moves its tender on when every awarded lot has one both sides have signed', async () => {
    const state = async () => (await module.get(Tenders).get(tender.id)).state;
    await unit.run(() =>
      module.get(Awards).add({
        id: randomUUID(),
        tenderId: tender.id,
        lot: 2,
        enterpriseId: winner.organisationId,
        name: '青禾路桥有限公司',
        price: PRICE,
        awardedAt: now(),
      }),
    );
    const first = await write();
    await sign(tenderer, first);
    await sign(winner, first);
    expect(await state()).toBe('awarded');
    await unit.run(async () => {
      const [, second] = await module.get(Awards).ofTender(tender.id);
      await module.get(Awards).void(second!, now());
      await module.get(Outbox).add('result.changed', { tenderId: tender.id, lot: 2 });
    });
    while ((await module.get(Outbox).relay()) > 0);
    expect(await state()).toBe('contracted');
  });

  it('is written from the bid, read before it is signed, and public with the second signature', async () => {
    expect(terms).toMatchObject({ price: PRICE, durationDays: 90, manager: '王建国' });
    await expect(write({ price: fen(PRICE + 1) })).rejects.toMatchObject({
      code: 'contract.departs',
      law: { ruleId: 'contract-consistent' },
    });
    const first = await write();
    const read = module.get(ReadContract);
    await expect(read.to(stranger, first.id)).rejects.toMatchObject({ code: 'contract.not_found' });
    await expect(sign(stranger, first)).rejects.toMatchObject({ code: 'contract.not_found' });
    const again = await write({ other: '质保两年' });
    expect(again.number).toBe(first.number);
    await expect(sign(winner, first)).rejects.toMatchObject({ code: 'contract.changed' });
    await sign(tenderer, again);
    await expect(write()).rejects.toMatchObject({ code: 'contract.signed_already' });
    expect(await read.published(tender.id)).toEqual([]);
    expect((await module.get(Tenders).get(tender.id)).state).toBe('awarded');
    await sign(winner, again);
    expect((await module.get(Tenders).get(tender.id)).state).toBe('contracted');
    const [published] = await read.published(tender.id);
    expect(published?.contract).toMatchObject({
      number: first.number,
      terms: { other: '质保两年' },
    });
    expect(departures(published!.contract.terms, published!.contract.offer)).toEqual([]);
    const duties = published?.duties.map(({ duty, doneAt }) => [duty, doneAt !== null]);
    expect(duties).toEqual([
      ['announce', true],
      ['sign', true],
      ['publish', true],
      ['file', false],
    ]);
    const notices = await module.get(Tenders).notices(tender.id);
    expect(notices.map(({ kind }) => kind)).toEqual(['contract_notice']);
    expect(notices[0]?.text).toContain('1,720,000.00');
    await module.get(PrintContract).run(again.id);
    expect((await stored(again.id)).fileId).not.toBeNull();
  });

  it('is signed once by each side, however often it is pressed at once', async () => {
    const contract = await write();
    const pressed = await Promise.allSettled(
      [tenderer, tenderer, winner, winner, winner].map((actor) => sign(actor, contract)),
    );
    expect(pressed.filter(({ status }) => status === 'fulfilled')).toHaveLength(2);
    expect(await module.get(Tenders).notices(tender.id)).toHaveLength(1);
  });

  it('can be sent back by the winner, who says why, and is then written anew', async () => {
    const contract = await write();
    await sign(tenderer, contract);
    const back = (actor: Actor) =>
      module
        .get(SignContract)
        .decline(actor, contract.id, contract.fingerprint, '付款方式与招标文件不一致');
    await expect(back(tenderer)).rejects.toMatchObject({ code: 'contract.signed_already' });
    await back(winner);
    expect(await stored(contract.id)).toMatchObject({
      tendererSignedAt: null,
      declined: '付款方式与招标文件不一致',
    });
    await expect(sign(winner, contract)).rejects.toMatchObject({ code: 'contract.sent_back' });
    const again = await write({ payment: '按招标文件第六章' });
    expect(again.declined).toBeNull();
    await sign(winner, again);
  });

  it('is signed after thirty days with a published reason alone', async () => {
    const contract = await write();
    await module.get(ClockStore).move(now() + 60 * DAY, null);
    await expect(sign(tenderer, contract)).rejects.toMatchObject({
      code: 'contract.late_reason_missing',
      law: { ruleId: 'gp-contract-30d' },
    });
    await sign(tenderer, contract, '疫情封控');
    await sign(winner, contract, '负责人更换');
    const [notice] = await module.get(Tenders).notices(tender.id);
    expect(notice?.text).toContain('青禾县柳河镇人民政府：疫情封控');
    expect(notice?.text).toContain('青禾路桥有限公司：负责人更换');
  });

  it('is changed by both sides, within the law, and by neither alone', async () => {
    const { id } = await concluded();
    const changing = module.get(ChangeContract);
    const change: Change = {
      kind: 'works',
      reason: '增加涵洞一座',
      priceBy: 17_200_000,
      daysBy: 10,
      manager: null,
      decision: null,
    };
    await expect(
      changing.propose(tenderer, id, { ...change, priceBy: 17_200_001 }),
    ).rejects.toMatchObject({
      code: 'contract.change_over_law',
      law: { citation: '政府采购法§49' },
    });
    const asked = await changing.propose(tenderer, id, change);
    await expect(changing.answer(tenderer, id, asked.id, true)).rejects.toMatchObject({
      code: 'contract.nothing_asked',
    });
    // Two proposals, each within the limit alone: the second agreement is held against the first.
    const second = await changing.propose(tenderer, id, { ...change, priceBy: 1 });
    await changing.answer(winner, id, asked.id, true);
    await expect(changing.answer(winner, id, second.id, true)).rejects.toMatchObject({
      code: 'contract.change_over_law',
    });
    await changing.answer(winner, id, second.id, false);
    const [published] = await module.get(ReadContract).published(tender.id);
    expect(published).toMatchObject({
      now: { price: 189_200_000, durationDays: 100 },
      changes: [{ reason: '增加涵洞一座' }],
    });
  });

  it('is paid up to what it says, looked after, subcontracted with consent, and accepted once', async () => {
    const contract = await concluded();
    const { id } = contract;
    const [following, changing] = [module.get(FollowContract), module.get(ChangeContract)];
    const pay = (sum: number) =>
      following.pay(tenderer, id, { sum: fen(sum), purpose: '进度款', paidAt: now() });
    await expect(
      following.pay(winner, id, { sum: fen(1), purpose: '', paidAt: now() }),
    ).rejects.toMatchObject({ code: 'contract.not_yours' });
    await pay(172_000_000 - 1);
    await expect(pay(2)).rejects.toMatchObject({ code: 'contract.overpaid' });
    const look = (present: boolean, note: string) =>
      following.look(tenderer, id, { present, note, checkedAt: now() });
    await expect(look(false, ' ')).rejects.toMatchObject({ code: 'contract.note_missing' });
    expect(await look(false, '请假一天')).toMatchObject({ manager: '王建国', present: 0 });
    const part = { name: '青禾标线有限公司', part: '标线', sum: fen(1_000_000), isMainWork: false };
    await expect(
      changing.subcontract(winner, id, { ...part, isMainWork: true }),
    ).rejects.toMatchObject({ code: 'contract.subcontract_main' });
    const given = await changing.subcontract(winner, id, part);
    await expect(changing.consent(winner, id, given.id, true)).rejects.toMatchObject({
      code: 'contract.not_yours',
    });
    expect((await module.get(ReadContract).published(tender.id))[0]?.subcontracts).toEqual([]);
    await changing.consent(tenderer, id, given.id, true);
    await following.file(tenderer, id, now(), '青禾县财政局');
    const accept = (acceptedAt: number) =>
      following.accept(tenderer, id, { acceptedAt, text: '合格' });
    await expect(accept(now() + DAY)).rejects.toMatchObject({ code: 'contract.date_impossible' });
    await accept(now());
    for (const late of [accept(now()), look(true, '')]) {
      await expect(late).rejects.toMatchObject({ code: 'contract.accepted_already' });
    }
    // What the contract keeps back until the defects period is over is paid after the acceptance.
    await pay(1);
    const [published] = await module.get(ReadContract).published(tender.id);
    expect(published).toMatchObject({
      paid: 172_000_000,
      subcontracts: [{ name: '青禾标线有限公司' }],
      siteChecks: [{ note: '请假一天' }],
      contract: { filedWith: '青禾县财政局' },
    });
  });
});
