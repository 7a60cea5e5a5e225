import { randomUUID } from 'node:crypto';
import { DAY, fen, type Instant } from '@core/kernel';
import { Bids } from '@server/bid';
import { BidSecurities, DepositTerms, KeepMoney, LodgeSecurity } from '@server/bid-security';
import { Enterprises } from '@server/enterprise';
import { Accounts } from '@server/identity';
import { ClockStore, LegalClock, Outbox, UnitOfWork } from '@server/platform';
import { Awards } from '@server/award';
import { Tenders, type TenderRow } from '@server/tender';
import { aModule, type TestModule } from '../../../../test/support/module';
import { anActor, aTenderRow } from '../../../../test/support/tender-row';
import { Messages, NotificationModule, SecurityOccasions } from './index';

describe('what is told of bid securities', () => {
  let module: TestModule;
  let tender: TenderRow;
  let clerk: string;
  let watcher: string;
  let bidder: string;
  let firm: string;

  const now = (): Instant => module.get(LegalClock).now();
  const topics = async (personId: string): Promise<string[]> =>
    (await module.get(Messages).page(personId, null, 50)).map(({ topic }) => topic).reverse();
  const tick = async (on: Instant): Promise<void> => {
    await module.get(ClockStore).move(on, null);
    await module.get(SecurityOccasions).tick();
  };

  beforeEach(async () => {
    module = await aModule('security_occasions', [NotificationModule]);
    tender = aTenderRow(now(), { regime: 'B', bidBond: fen(100_000) });
    await module.get(UnitOfWork).run(async () => {
      const accounts = module.get(Accounts);
      const person = (username: string): Promise<string> =>
        accounts.add({ username, name: username, passwordHash: 'x' });
      const centre = await accounts.found({ kind: 'centre', name: '中心' });
      const authority = await accounts.found({ kind: 'authority', name: '监督局' });
      firm = await accounts.found({ kind: 'enterprise', name: '青禾建设' });
      clerk = await person('clerk');
      watcher = await person('watcher');
      bidder = await person('bidder');
      await accounts.appoint(clerk, centre, 'finance');
      await accounts.appoint(watcher, authority, 'supervisor');
      await accounts.appoint(bidder, firm, 'bidder');
      await module.get(Tenders).add(tender);
      await module.get(Enterprises).begin(firm, {
        creditCode: randomUUID().slice(0, 18),
        name: '青禾建设',
        contactName: '王建国',
      });
    });
  });
  afterEach(() => module.close());

  it('is told to the bidder when it comes and goes, to finance a day before, and to the supervisor when it is late', async () => {
    const actor = anActor('bidder', firm, 'enterprise');
    const finance = anActor('finance');
    await module.get(DepositTerms).enterRate(anActor('system_admin'), '2020-01-01', 500, '公告');
    const { id, code } = await module.get(LodgeSecurity).expect(actor, tender.id, 1);
    await module.get(KeepMoney).receive(finance, code, {
      payer: '青禾建设',
      bank: '农行',
      account: '42',
      sum: fen(100_000),
      arrivedAt: now(),
      reference: 'T1',
    });
    await module.get(Outbox).relay(50);
    expect(await topics(bidder)).toEqual(['security.received']);
    await module.get(UnitOfWork).run(async () => {
      await module.get(Bids).add({
        id: randomUUID(),
        tenderId: tender.id,
        lot: 1,
        enterpriseId: firm,
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
      });
    });
    await tick((tender.deadline ?? 0) + DAY);
    expect(await topics(clerk)).toEqual([]);
    const awardedAt = now();
    await module.get(UnitOfWork).run(() =>
      module.get(Awards).add({
        id: randomUUID(),
        tenderId: tender.id,
        lot: 1,
        enterpriseId: randomUUID(),
        name: '别家',
        price: fen(1),
        awardedAt,
      }),
    );
    await tick(awardedAt + DAY);
    expect(await topics(clerk)).toEqual([]);
    await tick(awardedAt + 7 * DAY);
    await module.get(SecurityOccasions).tick();
    expect(await topics(clerk)).toEqual(['security.due']);
    expect(await topics(watcher)).toEqual([]);
    await tick(awardedAt + 9 * DAY);
    expect(await topics(clerk)).toEqual(['security.due', 'security.late']);
    expect(await topics(watcher)).toEqual(['security.late']);
    const [payment] = await module.get(BidSecurities).payments([id]);
    const refund = { paidAt: now(), interest: null, reference: 'R1' };
    await module.get(KeepMoney).refund(finance, payment?.id ?? '', refund);
    await module.get(Outbox).relay(50);
    expect(await topics(bidder)).toEqual(['security.received', 'security.returned']);
    await tick(awardedAt + 20 * DAY);
    expect(await topics(clerk)).toHaveLength(2);
  });
});
