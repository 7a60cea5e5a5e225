import { randomUUID } from 'node:crypto';
import type { Actor } from '@core/identity';
import { DAY, fen } from '@core/kernel';
import type { RemedyWish } from '@core/tender';
import { Awards, AwardTender } from '@server/award';
import { ClarifyTender } from '@server/clarification';
import { ClockStore, LegalClock, UnitOfWork } from '@server/platform';
import { Lots, SuspendTender, Tenders, TerminateTender, type TenderRow } from '@server/tender';
import { aModule, type TestModule } from '../../../../test/support/module';
import { anActor, aTenderRow } from '../../../../test/support/tender-row';
import { ObjectToResult } from './object-to-result';
import { ObjectionModule } from './objection.module';
import { Objections, UNANSWERED, type ObjectionRecord } from './objections.store';
import { RemedyObjection } from './remedy-objection';
import { SettleObjections } from './settle-objections';

const STANDS: RemedyWish = { remedy: 'stands', ground: null, rank: null, text: '复核后结果不变。' };
const FAILED: RemedyWish = { ...STANDS, remedy: 'failed' };
const OUT: RemedyWish = {
  remedy: 'passed_over',
  ground: 'violation',
  rank: null,
  text: '业绩造假。',
};

describe('an upheld objection', () => {
  let module: TestModule;
  let unit: UnitOfWork;
  let tender: TenderRow;
  let tenderer: Actor;
  /** Four firms that are candidates in each lot, the best first. */
  let firms: readonly string[];

  const now = () => module.get(LegalClock).now();
  const row = () => module.get(Tenders).get(tender.id);
  const standing = async (lot: number) =>
    (await module.get(Awards).candidates(tender.id))
      .filter((one) => one.lot === lot && one.passedOverAt === null)
      .map(({ rank }) => rank);
  const awardOf = async (lot: number) =>
    (await module.get(Awards).ofTender(tender.id)).find((one) => one.lot === lot)?.enterpriseId;
  const award = (lot: number | null = null) =>
    module.get(AwardTender).award(tenderer, tender.id, lot);
  const remedy = (id: string, lot: number | null, wish: RemedyWish) =>
    module.get(RemedyObjection).run(tenderer, id, lot, wish);
  const open = () => module.get(ObjectToResult).open(tender.id);
  const later = (days: number) => module.get(ClockStore).move(now() + days * DAY, null);
  const objected = async (
    lot: number | null,
    change: Partial<ObjectionRecord> = {},
  ): Promise<string> => {
    const id = randomUUID();
    await unit.run(() =>
      module.get(Objections).add({
        id,
        tenderId: tender.id,
        lot,
        enterpriseId: randomUUID(),
        enterpriseName: '青禾第9建设有限公司',
        stage: 'result',
        text: '请核实。',
        filedAt: now(),
        replyBy: null,
        citation: null,
        ...UNANSWERED,
        reply: '成立。',
        upheld: 1,
        repliedAt: now(),
        ...change,
      }),
    );
    return id;
  };

  /** A tender with this many lots whose candidates are public until tomorrow. */
  async function published(lots: number, change: Partial<TenderRow> = {}): Promise<void> {
    const until = now() + DAY;
    tender = aTenderRow(now(), { state: 'publicity', publicityUntil: until, ...change });
    tenderer = anActor('tenderer', tender.tendererId, 'township');
    firms = [1, 2, 3, 4].map(() => randomUUID());
    const terms = { estimate: fen(1), ceiling: null, bidBond: fen(0), qualification: null };
    await unit.run(async () => {
      await module.get(Tenders).add(tender);
      await module.get(Lots).replace(
        tender.id,
        Array.from({ length: lots }, (_, at) => ({
          ...terms,
          number: at + 1,
          title: `第${at + 1}标段`,
          state: 'open' as const,
        })),
      );
      for (let lot = 1; lot <= lots; lot++) {
        await module.get(Lots).change(tender.id, lot, { publicityUntil: until });
        for (const [at, enterpriseId] of firms.entries()) {
          await module.get(Awards).addCandidate({
            id: randomUUID(),
            tenderId: tender.id,
            lot,
            rank: at + 1,
            enterpriseId,
            name: `青禾第${at + 1}建设有限公司`,
            price: fen(100_000_000 + at),
            publishedAt: now(),
            passedOverAt: null,
            passedOverGround: null,
          });
        }
      }
    });
  }

  beforeEach(async () => {
    module = await aModule('objection', [ObjectionModule]);
    unit = module.get(UnitOfWork);
  });
  afterEach(() => module.close());

  it('to the whole of a divided tender waits for every lot, each with a remedy of its own', async () => {
    await published(3);
    const id = await objected(null);
    await later(2);
    const waits = async () =>
      (await module.get(SettleObjections).outcomes(await row())).get(id)?.waitsFor;
    expect(await waits()).toEqual([1, 2, 3]);
    await remedy(id, 2, OUT);
    expect(await waits()).toEqual([1, 3]);
    expect(await open()).toBe(1);
    await expect(remedy(id, 2, STANDS)).rejects.toMatchObject({
      code: 'objection.remedied_already',
    });
    await expect(award(1)).rejects.toMatchObject({ code: 'award.objection_upheld' });
    await award(2);
    expect(await awardOf(2)).toBe(firms[1]);
    await remedy(id, null, STANDS);
    expect(await waits()).toEqual([3]);
    await remedy(id, null, FAILED);
    expect(await open()).toBe(0);
    expect(await module.get(Objections).find(id)).toMatchObject({ remedy: 'failed' });
    expect(await module.get(Objections).remedies(tender.id)).toMatchObject([
      { lot: 2, remedy: 'passed_over', ground: 'violation' },
      { lot: 1, remedy: 'stands' },
      { lot: 3, remedy: 'failed' },
    ]);
    await award();
    expect(await row()).toMatchObject({ state: 'awarded' });
  });

  it('is over in a lot that came to nothing by another one', async () => {
    await published(2);
    const [whole, first] = [await objected(null), await objected(1)];
    await remedy(first, null, FAILED);
    expect(await module.get(Objections).find(whole)).toMatchObject({ remediedAt: null });
    const twin = await objected(2);
    await remedy(twin, null, FAILED);
    expect(await open()).toBe(0);
    expect(await module.get(Objections).find(whole)).toMatchObject({ remedy: 'failed' });
    expect(await row()).toMatchObject({ state: 'failed' });
  });

  it('may leave out whoever is ranked, and then the next of those who are left is chosen', async () => {
    await published(1);
    const [second, first, unknown] = [await objected(1), await objected(1), await objected(1)];
    await remedy(second, null, { ...OUT, rank: 2 });
    expect(await standing(1)).toEqual([1, 3, 4]);
    const notices = await module.get(Tenders).notices(tender.id);
    expect(notices.at(-1)).toMatchObject({
      kind: 'result_changed_notice',
      facts: { passedOver: '青禾第2建设有限公司', rank: 2, isVoid: false },
    });
    await expect(remedy(unknown, null, { ...OUT, rank: 2 })).rejects.toMatchObject({
      code: 'objection.unknown_candidate',
    });
    await remedy(first, null, OUT);
    await remedy(unknown, null, STANDS);
    await later(2);
    await award();
    expect(await awardOf(1)).toBe(firms[2]);
  });

  it('after an award, about one who stands later, leaves the award as it is', async () => {
    await published(1, { regime: 'B' });
    await later(2);
    await award();
    await remedy(await objected(1), null, { ...OUT, rank: 3 });
    expect(await row()).toMatchObject({ state: 'awarded' });
    expect(await awardOf(1)).toBe(firms[0]);
    expect(await standing(1)).toEqual([1, 2, 4]);
  });

  it('makes the award of one lot void and publishes that lot anew, not the others', async () => {
    await published(2, { regime: 'B' });
    const until = tender.publicityUntil;
    await later(2);
    await award(1);
    await remedy(await objected(1), null, OUT);
    const [one, two] = await module.get(Lots).ofTender(tender.id);
    expect(one?.publicityUntil).toBeGreaterThan(now());
    expect(two?.publicityUntil).toBe(until);
    expect((await row()).publicityUntil).toBe(one?.publicityUntil);
    await expect(award(1)).rejects.toMatchObject({ code: 'award.publicity_running' });
    await award();
    expect(await awardOf(2)).toBe(firms[0]);
    expect(await awardOf(1)).toBeUndefined();
    await later(10);
    await award();
    expect(await awardOf(1)).toBe(firms[1]);
    expect(await row()).toMatchObject({ state: 'awarded' });
  });

  it('to the documents is corrected by the clarification that names it, and by no other', async () => {
    await published(1, { state: 'published', publicityUntil: null });
    const [first, second] = [
      await objected(null, { stage: 'documents' }),
      await objected(null, { stage: 'documents' }),
    ];
    const waiting = await objected(null, { stage: 'documents', upheld: null, repliedAt: null });
    await unit.run(async () =>
      module.get(SuspendTender).run(await module.get(Tenders).lock(tender.id), '异议', null),
    );
    const clarify = (corrects: readonly string[]) =>
      module
        .get(ClarifyTender)
        .publish(
          tenderer,
          tender.id,
          { text: '更正。', affectsPreparation: false, deadline: null },
          [],
          corrects,
        );
    const remedies = async () =>
      (await module.get(Objections).ofTender(tender.id)).map((one) => one.remedy);
    await clarify([]);
    expect(await remedies()).toEqual([null, null, null]);
    await expect(clarify([first, waiting])).rejects.toMatchObject({
      code: 'clarification.unknown_objection',
    });
    expect(await remedies()).toEqual([null, null, null]);
    await clarify([first]);
    expect(await module.get(Objections).find(first)).toMatchObject({
      remedy: 'corrected',
      remedyText: '第 2 号澄清（修改）公告',
    });
    await module.get(ObjectToResult).answer(tenderer, waiting, '不成立。', false);
    expect((await row()).suspendedAt).not.toBeNull();
    await clarify([second]);
    expect((await row()).suspendedAt).toBeNull();
    expect(await open()).toBe(0);
  });

  it('is over when its tender is given up, also where it is upheld later', async () => {
    await published(1, { state: 'published', publicityUntil: null });
    const upheld = await objected(null, { stage: 'documents' });
    const late = await objected(null, { stage: 'documents', upheld: null, repliedAt: null });
    await module.get(TerminateTender).run(tenderer, tender.id, '项目取消');
    expect(await module.get(Objections).find(upheld)).toMatchObject({ remedy: 'terminated' });
    expect(await open()).toBe(1);
    await module.get(ObjectToResult).answer(tenderer, late, '成立。', true);
    expect(await module.get(Objections).find(late)).toMatchObject({ remedy: 'terminated' });
    expect(await open()).toBe(0);
  });
});
