import { randomUUID } from 'node:crypto';
import type { Transfer } from '@core/bid-security';
import { termsOf } from '@core/contract';
import type { Actor } from '@core/identity';
import { DAY, fen, HOUR, type Instant } from '@core/kernel';
import type { Regime } from '@core/rules';
import { Awards } from '@server/award';
import { Bids } from '@server/bid';
import { Contracts, DeclareDuty, DueDuties } from '@server/contract';
import { Enterprises } from '@server/enterprise';
import { ClockStore, DomainError, FileStore, LegalClock, UnitOfWork } from '@server/platform';
import { Tenders, type TenderRow } from '@server/tender';
import { aModule, type TestModule } from '../../../../test/support/module';
import { anActor, aTenderRow } from '../../../../test/support/tender-row';
import { BidSecurityModule } from './bid-security.module';
import { BidSecurities } from './bid-securities.store';
import { DepositTerms } from './deposit-terms';
import { KeepMoney } from './keep-money';
import { LodgeSecurity } from './lodge-security';
import { paperIn, ReadSecurities } from './read-securities';

const WANTED = fen(1_800_000);
const ACCOUNT = '4205 0162 0008 8001';

describe('a bid security', () => {
  let module: TestModule;
  let tender: TenderRow;
  let one: Actor;
  let other: Actor;
  const finance = anActor('finance');

  const now = (): Instant => module.get(LegalClock).now();
  const deadline = (): Instant => tender.deadline ?? 0;
  const code = async (actor: Actor): Promise<string> =>
    (await module.get(LodgeSecurity).expect(actor, tender.id, 1)).code;
  const transfer = (change: Partial<Transfer> = {}): Transfer => ({
    payer: '青禾第一建设有限公司',
    bank: '农业银行青禾支行',
    account: ACCOUNT,
    sum: WANTED,
    arrivedAt: now(),
    reference: randomUUID(),
    ...change,
  });
  const own = async (actor: Actor) => {
    const [found] = await module.get(ReadSecurities).own(actor, tender.id);
    if (!found) throw new Error('there is none');
    return found;
  };
  const refund = async (actor: Actor, paidAt = now(), interest: number | null = null) => {
    const { payments } = await own(actor);
    await module.get(KeepMoney).refund(finance, payments[0]?.id ?? '', {
      paidAt,
      interest: interest === null ? null : fen(interest),
      reference: randomUUID(),
    });
  };
  const refusal = async (act: Promise<unknown>): Promise<string> => {
    try {
      await act;
      return 'done';
    } catch (error) {
      if (error instanceof DomainError) return error.code;
      throw error;
    }
  };
  const move = (to: Instant): Promise<unknown> => module.get(ClockStore).move(to, null);

  async function firm(): Promise<Actor> {
    const actor = anActor('bidder', undefined, 'enterprise');
    await module.get(UnitOfWork).run(() =>
      module.get(Enterprises).begin(actor.organisationId, {
        creditCode: randomUUID().slice(0, 18),
        name: `青禾第${actor.organisationId.slice(0, 4)}建设有限公司`,
        contactName: '王建国',
        bankAccount: ACCOUNT,
      }),
    );
    return actor;
  }

  async function published(regime: Regime, more: Partial<TenderRow> = {}): Promise<void> {
    tender = aTenderRow(now(), { regime, bidBond: WANTED, ...more });
    await module.get(UnitOfWork).run(() => module.get(Tenders).add(tender));
  }

  async function bid(actor: Actor): Promise<void> {
    await module.get(UnitOfWork).run(() =>
      module.get(Bids).add({
        id: randomUUID(),
        tenderId: tender.id,
        lot: 1,
        enterpriseId: actor.organisationId,
        seq: 1,
        enterpriseVersion: 1,
        state: 'submitted',
        publicKey: null,
        bidObject: null,
        bidHash: 'a'.repeat(64),
        signature: null,
        backup: null,
        receipt: null,
        recordId: null,
        createdAt: now(),
        arrivedAt: now(),
        withdrawnAt: null,
      }),
    );
  }

  async function award(winner: Actor): Promise<void> {
    await module.get(UnitOfWork).run(async () => {
      await module.get(Awards).add({
        id: randomUUID(),
        tenderId: tender.id,
        lot: 1,
        enterpriseId: winner.organisationId,
        name: '青禾路桥有限公司',
        price: fen(172_000_000),
        awardedAt: now(),
      });
      tender = { ...tender, state: 'awarded', version: tender.version + 1 };
      await module.get(Tenders).change(
        { ...tender, version: tender.version - 1 },
        {
          state: 'awarded',
        },
      );
    });
  }

  async function sign(winner: Actor): Promise<void> {
    const offer = { price: fen(172_000_000), durationDays: 90, quality: '合格', manager: '李工' };
    await module.get(UnitOfWork).run(() =>
      module.get(Contracts).add({
        id: randomUUID(),
        tenderId: tender.id,
        lot: 1,
        tendererId: tender.tendererId,
        enterpriseId: winner.organisationId,
        enterpriseName: '青禾路桥有限公司',
        members: [],
        number: 'HT-1',
        offer,
        terms: { ...termsOf(offer), payment: '按月' },
        fingerprint: 'f'.repeat(64),
        writtenAt: now(),
        tendererSignedAt: now(),
        tendererSignedBy: randomUUID(),
        winnerSignedAt: now(),
        winnerSignedBy: randomUUID(),
        lateReason: null,
        declined: null,
        fileId: null,
        filedAt: null,
        filedWith: null,
        acceptedAt: null,
      }),
    );
  }

  const duty = async (name: string) =>
    (await module.get(DueDuties).of(tender)).find((found) => found.duty === name);

  beforeEach(async () => {
    module = await aModule('bid_security', [BidSecurityModule]);
    one = await firm();
    other = await firm();
    await module.get(DepositTerms).enterRate(anActor('system_admin'), '2020-01-01', 500, '公告');
  });
  afterEach(() => module.close());

  it('is paid by its code, bound, and refunded with interest after the contract; the duty is done with the last refund', async () => {
    await published('A');
    for (const actor of [one, other]) {
      await module.get(KeepMoney).receive(finance, await code(actor), transfer());
      await bid(actor);
    }
    expect((await own(one)).state).toBe('received');
    expect(await refusal(refund(one))).toBe('bid_security.still_bound');
    await move(deadline() + HOUR);
    expect((await own(one)).state).toBe('bound');
    expect((await own(one)).checks.every(({ holds }) => holds)).toBe(true);
    await award(one);
    expect((await own(other)).state).toBe('bound');
    await sign(one);
    expect(await own(other)).toMatchObject({
      state: 'due_back',
      release: { cause: 'contract', law: { ruleId: 'bid-bond-refund-5d' } },
    });
    const tenderer = anActor('tenderer', tender.tendererId, 'township');
    const declare = module.get(DeclareDuty).run(tenderer, tender.id, 1, 'refund', now());
    expect(await refusal(declare)).toBe('contract.duty_recorded');
    await move(now() + DAY);
    expect(await refusal(refund(one, now(), 0))).toBe('bid_security.interest_short');
    await refund(one);
    expect(await duty('refund')).toMatchObject({ doneAt: null, isRecorded: true });
    await move(now() + DAY);
    await refund(other);
    expect((await duty('refund'))?.doneAt).toEqual(expect.any(Number));
    const { payments, state } = await own(other);
    expect(state).toBe('refunded');
    // 18,000.00 at 0.05 % for 9 days over 360
    expect(payments[0]).toMatchObject({ interest: 23, computedInterest: 23 });
    expect(await refusal(refund(other))).toBe('bid_security.refunded_already');
  });

  it('goes back to the losers of a procurement with the letters', async () => {
    await published('B');
    for (const actor of [one, other]) {
      await module.get(KeepMoney).receive(finance, await code(actor), transfer());
      await bid(actor);
    }
    await move(deadline() + HOUR);
    await award(one);
    expect((await own(other)).release).toMatchObject({ cause: 'unsuccessful' });
    expect((await own(one)).release).toBeNull();
    expect(await duty('refund_losers')).toMatchObject({ doneAt: null, isRecorded: true });
    await refund(other);
    expect((await duty('refund_losers'))?.doneAt).toEqual(expect.any(Number));
    await sign(one);
    expect((await duty('refund'))?.doneAt).toBeNull();
    await refund(one);
    expect((await duty('refund'))?.doneAt).toEqual(expect.any(Number));
  });

  it('leaves the duty to its tenderer’s word where nothing was given on the platform', async () => {
    await published('A');
    await move(deadline() + HOUR);
    await award(one);
    await sign(one);
    expect(await duty('refund')).toMatchObject({ doneAt: null, isRecorded: false });
    const tenderer = anActor('tenderer', tender.tendererId, 'township');
    await module.get(DeclareDuty).run(tenderer, tender.id, 1, 'refund', now());
    expect((await duty('refund'))?.doneAt).toEqual(expect.any(Number));
  });

  it('is secret before the opening, and its payer is not in the database in the clear', async () => {
    await published('A');
    await module.get(KeepMoney).receive(finance, await code(one), transfer());
    const supervisor = anActor('supervisor');
    const read = module.get(ReadSecurities);
    expect(await refusal(read.opened(supervisor, tender.id))).toBe('bid_security.sealed');
    expect(await refusal(read.afterOpening(tender.id))).toBe('bid_security.sealed');
    const stranger = anActor('tenderer', randomUUID(), 'township');
    expect(await refusal(read.opened(stranger, tender.id))).toBe('tender.not_found');
    expect(await read.own(other, tender.id)).toEqual([]);
    const stored: unknown = await module
      .get(UnitOfWork)
      .run(() =>
        module.get(UnitOfWork).manager.query('SELECT payer, account FROM bid_security_payment'),
      );
    expect(JSON.stringify(stored)).not.toContain('青禾第一建设');
    expect(JSON.stringify(stored)).not.toContain(ACCOUNT);
  });

  it('gives one code to a firm, however often and however fast it asks', async () => {
    await published('A');
    expect(await code(one)).toBe(await code(one));
    expect(await code(other)).not.toBe(await code(one));
    const asked = await Promise.allSettled(Array.from({ length: 5 }, () => code(one)));
    const codes = asked.flatMap((answer) => (answer.status === 'fulfilled' ? [answer.value] : []));
    expect(new Set(codes).size).toBe(1);
    await move(deadline());
    expect(await refusal(code(await firm()))).toBe('tender.too_late');
  });

  it('records a transfer of the bank once, also when two clerks do at once', async () => {
    await published('A');
    const sent = transfer();
    const given = await code(one);
    const both = await Promise.allSettled(
      [1, 2].map(() => module.get(KeepMoney).receive(finance, given, sent)),
    );
    expect(both.filter(({ status }) => status === 'fulfilled')).toHaveLength(1);
    expect(await module.get(BidSecurities).payments([(await own(one)).row.id])).toHaveLength(1);
    const unknown = module.get(KeepMoney).receive(finance, 'B-2222-2222', transfer());
    expect(await refusal(unknown)).toBe('bid_security.code_unknown');
  });

  it('refunds a payment once, also when two clerks do at once', async () => {
    await published('A');
    await module.get(KeepMoney).receive(finance, await code(one), transfer());
    await move(deadline() + HOUR);
    const both = await Promise.allSettled([refund(one), refund(one)]);
    expect(both.filter(({ status }) => status === 'fulfilled')).toHaveLength(1);
    expect((await own(one)).state).toBe('refunded');
  });

  it('takes a statement in, after a trial that changes nothing', async () => {
    await published('A');
    const day = new Date(now() + 8 * HOUR).toISOString().slice(0, 10);
    const lines = [
      '日期,时间,付款人,付款银行,付款账号,金额,流水号,附言',
      `${day},00:00,甲公司,农行,${ACCOUNT},18000.00,T1,保证金 ${await code(one)}`,
      `${day},00:00,乙公司,农行,42,18000.00,T2,B-2222-2222`,
      `${day},00:00,乙公司,农行,42,18000.00,T3,货款`,
    ].join('\n');
    const take = async (isTrial: boolean) =>
      (await module.get(KeepMoney).takeStatement(finance, lines, isTrial)).map(
        ({ outcome }) => outcome,
      );
    expect(await take(true)).toEqual(['taken', 'unknown_code', 'no_code']);
    expect((await own(one)).state).toBe('expected');
    expect(await take(false)).toEqual(['taken', 'unknown_code', 'no_code']);
    expect(await take(false)).toEqual(['known', 'unknown_code', 'no_code']);
    expect((await own(one)).payments).toHaveLength(1);
  });

  it('may be a guarantee, which its bidder takes back before the deadline and finance gives back after', async () => {
    await published('B');
    const facts = {
      kind: 'guarantee' as const,
      issuer: '湖北农信担保',
      number: 'BH-1',
      sum: WANTED,
      validUntil: new Date(deadline() + 90 * DAY).toISOString().slice(0, 10),
      fileId: null,
    };
    const lodge = (actor: Actor) => module.get(LodgeSecurity).lodge(actor, tender.id, 1, facts);
    const { id } = await lodge(one);
    expect((await own(one)).state).toBe('lodged');
    expect(await refusal(lodge(one))).toBe('bid_security.guarantee_stands');
    expect(await refusal(module.get(LodgeSecurity).withdraw(other, id))).toBe(
      'bid_security.not_found',
    );
    await module.get(LodgeSecurity).withdraw(one, id);
    expect((await own(one)).state).toBe('withdrawn');
    await lodge(one);
    await bid(one);
    await bid(other);
    await move(deadline() + HOUR);
    expect((await own(one)).state).toBe('bound');
    expect(await refusal(module.get(KeepMoney).giveBack(finance, id))).toBe(
      'bid_security.still_bound',
    );
    await award(other);
    await module.get(KeepMoney).giveBack(finance, id);
    expect((await own(one)).state).toBe('released');
    const kept = module.get(KeepMoney).forfeit(finance, id, 'revoked', '决定〔2026〕1号');
    expect(await refusal(kept)).toBe('bid_security.nothing_held');
  });

  it('carries the guarantee itself, which must be its bidder’s own file', async () => {
    await published('B');
    const paper = await module.get(UnitOfWork).run(() =>
      module.get(FileStore).put(new TextEncoder().encode('保函'), {
        name: '保函.pdf',
        media: 'application/pdf',
        dataClass: 'internal',
        uploadedBy: one.personId,
        organisationId: one.organisationId,
      }),
    );
    const lodge = (actor: Actor) =>
      module.get(LodgeSecurity).lodge(actor, tender.id, 1, {
        kind: 'insurance',
        issuer: '人保财险',
        number: 'BD-1',
        sum: WANTED,
        validUntil: new Date(deadline() + 90 * DAY).toISOString().slice(0, 10),
        fileId: paper.id,
      });
    expect(await refusal(lodge(other))).toBe('file.not_found');
    await lodge(one);
    const all = await module.get(ReadSecurities).own(one, tender.id);
    expect(paperIn(all, () => true)).toBe(paper.id);
    expect(() => paperIn(all, () => false)).toThrow('request.not_found');
  });

  it('covers the bid, where the notice says for how long bids bind', async () => {
    await published('A', { bidValidityDays: 60 });
    const day = (after: number) =>
      new Date(deadline() + 8 * HOUR + after * DAY).toISOString().slice(0, 10);
    const lodge = (validUntil: string) =>
      module.get(LodgeSecurity).lodge(one, tender.id, 1, {
        kind: 'guarantee',
        issuer: '湖北农信担保',
        number: 'BH-2',
        sum: WANTED,
        validUntil,
        fileId: null,
      });
    expect(await refusal(lodge(day(59)))).toBe('bid_security.guarantee_ends_early');
    await lodge(day(60));
    expect((await own(one)).state).toBe('lodged');
    expect((await own(one)).checks).toContainEqual(
      expect.objectContaining({ check: 'covers_bid', holds: true }),
    );
  });

  it('stays while its tender stands still, whatever the clock says', async () => {
    await published('A');
    await module.get(KeepMoney).receive(finance, await code(one), transfer());
    await module.get(UnitOfWork).run(async () => {
      await module.get(Tenders).change(await module.get(Tenders).lock(tender.id), {
        suspendedAt: now(),
      });
    });
    await move(deadline() + DAY);
    expect(await own(one)).toMatchObject({ state: 'received', release: null });
    expect(await refusal(refund(one))).toBe('bid_security.still_bound');
  });

  it('is kept on a ground of law alone', async () => {
    await published('A');
    const { id } = await module.get(KeepMoney).receive(finance, await code(one), transfer());
    await bid(one);
    await move(deadline() + HOUR);
    const keep = () => module.get(KeepMoney).forfeit(finance, id, 'no_contract', '决定〔2026〕1号');
    expect(await refusal(keep())).toBe('bid_security.no_ground');
    await module.get(UnitOfWork).run(() =>
      module.get(Awards).addCandidate({
        id: randomUUID(),
        tenderId: tender.id,
        lot: 1,
        rank: 1,
        enterpriseId: one.organisationId,
        name: '青禾第一建设',
        price: fen(1),
        publishedAt: now(),
        passedOverAt: now(),
        passedOverGround: 'gave_up',
      }),
    );
    expect((await own(one)).grounds).toEqual(['no_contract']);
    await keep();
    expect((await own(one)).state).toBe('forfeited');
    expect(await refusal(refund(one))).toBe('bid_security.forfeited_already');
  });
});
