import { randomUUID } from 'node:crypto';
import type { Filing } from '@core/complaint';
import type { Actor } from '@core/identity';
import { DAY, fen, HOUR } from '@core/kernel';
import { legalDate } from '@core/rules';
import type { RemedyWish } from '@core/tender';
import { Awards, AwardTender } from '@server/award';
import { ClarifyTender } from '@server/clarification';
import { Enterprises } from '@server/enterprise';
import { LedgerWork } from '@server/ledger';
import { Objections, ObjectToResult, RemedyObjection } from '@server/objection';
import { ClockStore, Deadlines, FileStore, LegalClock, Outbox, UnitOfWork } from '@server/platform';
import { Lots, Tenders, type TenderRow } from '@server/tender';
import { aModule, type TestModule } from '../../../../test/support/module';
import { anActor, aTenderRow } from '../../../../test/support/tender-row';
import { ComplaintModule } from './complaint.module';
import { Complaints, type ComplaintRecord } from './complaints.store';
import { DecideComplaint } from './decide-complaint';
import { FileComplaint } from './file-complaint';
import { HandleComplaint } from './handle-complaint';
import { PauseComplaint } from './pause-complaint';
import { ReadComplaints } from './read-complaints';

/** A Monday morning in Beijing. */
const START = Date.parse('2026-03-02T02:00:00Z');

const UPHELD = {
  outcome: 'upheld',
  findings: '第一候选人提交的业绩证明系伪造。',
  basis: '《招标投标法》第五十四条。',
  order: 'leave_out',
} as const;
const DISMISSED = { ...UPHELD, outcome: 'dismissed', order: null } as const;
const OUT: RemedyWish = {
  remedy: 'passed_over',
  ground: 'violation',
  rank: null,
  text: '按处理决定。',
};

describe('a complaint', () => {
  let module: TestModule;
  let unit: UnitOfWork;
  let tender: TenderRow;
  let tenderer: Actor;
  let firm: Actor;
  let firms: readonly string[];
  const supervisor = anActor('supervisor', randomUUID(), 'authority');
  const colleague = anActor('supervisor', supervisor.organisationId, 'authority');
  const other = anActor('supervisor', randomUUID(), 'authority');

  const now = () => module.get(LegalClock).now();
  const later = (ms: number) => module.get(ClockStore).move(now() + ms, null);
  const row = () => module.get(Tenders).get(tender.id);
  const get = (id: string) => module.get(Complaints).get(id);
  const award = () => module.get(AwardTender).award(tenderer, tender.id, null);
  const decide = (id: string, wish: Parameters<DecideComplaint['run']>[2], by = supervisor) =>
    module.get(DecideComplaint).run(by, id, wish);
  const evidence = async (actor: Actor, name = '证明.pdf'): Promise<string> => {
    const bytes = Buffer.from(`%PDF-1.4 ${randomUUID()}`);
    const { personId: uploadedBy, organisationId } = actor;
    const facts = { name, media: 'application/pdf', uploadedBy, organisationId };
    return (await module.get(FileStore).put(bytes, { ...facts, dataClass: 'internal' })).id;
  };
  const filing = (change: Partial<Filing> = {}): Filing => ({
    subject: 'result',
    lot: null,
    text: '第一候选人的业绩不实。',
    claim: '取消其候选人资格。',
    interest: '第二中标候选人。',
    knownOn: legalDate(START),
    ...change,
  });

  /** A tender whose candidates are public for three days, and a firm that has objected and has its answer. */
  async function published(change: Partial<TenderRow> = {}, isAnswered = true): Promise<void> {
    await module.get(ClockStore).begin(START);
    const until = now() + 3 * DAY;
    tender = aTenderRow(now(), {
      state: 'publicity',
      publicityUntil: until,
      regime: 'A',
      ...change,
    });
    tenderer = anActor('tenderer', tender.tendererId, 'township');
    firms = [1, 2, 3].map(() => randomUUID());
    firm = anActor('bidder', firms[1], 'enterprise');
    const terms = { estimate: fen(1), ceiling: null, bidBond: fen(0), qualification: null };
    await unit.run(async () => {
      await module.get(Tenders).add(tender);
      const lot = { ...terms, number: 1, title: '全部', state: 'open' as const };
      await module.get(Lots).replace(tender.id, [lot]);
      await module.get(Lots).change(tender.id, 1, { publicityUntil: until });
      for (const [at, enterpriseId] of firms.entries()) {
        const name = `青禾第${at + 1}公司`;
        const creditCode = enterpriseId.replaceAll('-', '').slice(0, 18);
        await module
          .get(Enterprises)
          .begin(enterpriseId, { name, creditCode, contactName: '张三' });
        await module.get(Enterprises).change(enterpriseId, { state: 'verified' });
        await module.get(Awards).addCandidate({
          id: randomUUID(),
          tenderId: tender.id,
          lot: 1,
          rank: at + 1,
          enterpriseId,
          name: `青禾第${at + 1}公司`,
          price: fen(100_000_000 + at),
          publishedAt: now(),
          passedOverAt: null,
          passedOverGround: null,
        });
      }
    });
    if (tender.state !== 'publicity') return;
    const objection = await module.get(ObjectToResult).file(firm, tender.id, '请核实业绩。');
    await later(HOUR);
    if (isAnswered) {
      await module.get(ObjectToResult).answer(tenderer, objection.id, '评审合法。', false);
    }
  }

  async function filed(change: Partial<Filing> = {}): Promise<ComplaintRecord> {
    const files = [await evidence(firm)];
    return module.get(FileComplaint).file(firm, tender.id, filing(change), files);
  }

  async function accepted(): Promise<string> {
    const { id } = await filed();
    await module.get(HandleComplaint).accept(supervisor, id);
    return id;
  }

  async function settled(): Promise<void> {
    await module.get(Deadlines).tick();
    await module.get(LedgerWork).turn();
    while ((await module.get(Outbox).relay(200)) > 0);
  }

  beforeAll(async () => {
    module = await aModule('complaint', [ComplaintModule]);
    unit = module.get(UnitOfWork);
  });
  afterAll(() => module.close());

  it('wants the objection and its answer first, and says by which law', async () => {
    await published({}, false);
    await expect(filed()).rejects.toMatchObject({
      code: 'complaint.objection_waiting',
      law: { citation: '招标投标法实施条例§60' },
    });
    const stranger = anActor('bidder', firms[2], 'enterprise');
    await expect(
      module.get(FileComplaint).file(stranger, tender.id, filing(), []),
    ).rejects.toMatchObject({
      code: 'complaint.objection_first',
      law: { ruleId: 'complaint-preobjection' },
    });
    await later(4 * DAY);
    expect((await filed()).state).toBe('filed');
  });

  it('goes from the filing to a decision that leaves the first candidate out, and holds the award until that is done', async () => {
    await published();
    const id = await accepted();
    await expect(award()).rejects.toMatchObject({ code: 'award.publicity_running' });
    await module.get(PauseComplaint).suspend(supervisor, id, '核查业绩。');
    await later(4 * DAY);
    await expect(award()).rejects.toMatchObject({
      code: 'award.complaint_suspended',
      law: { citation: '招标投标法实施条例§62' },
    });
    expect(await module.get(AwardTender).isHeld(await row())).toBe(true);
    const files = [await evidence(tenderer, '评标报告.pdf')];
    await module.get(HandleComplaint).answer(tenderer, id, '已按文件评审。', files);
    await decide(id, UPHELD);
    expect(await get(id)).toMatchObject({
      state: 'decided',
      outcome: 'upheld',
      ordered: 'leave_out',
    });
    // The suspension is over, but what was ordered waits for its tenderer.
    await expect(award()).rejects.toMatchObject({ code: 'award.objection_upheld' });
    const ordered = (await module.get(Objections).ofTender(tender.id)).find(
      (one) => one.complaintId === id,
    );
    const remedy = module.get(RemedyObjection);
    const stands = { ...OUT, remedy: 'stands', ground: null } as const;
    await expect(remedy.run(tenderer, ordered?.id ?? '', null, stands)).rejects.toMatchObject({
      code: 'objection.order_departs',
      law: { ruleId: 'complaint-order' },
    });
    await remedy.run(tenderer, ordered?.id ?? '', null, OUT);
    await award();
    expect((await module.get(Awards).ofTender(tender.id))[0]?.enterpriseId).toBe(firms[1]);
    await settled();
    const notices = await module.get(Tenders).notices(tender.id);
    expect(notices.map(({ kind }) => kind)).toContain('complaint_notice');
    const { fileId, digest } = await get(id);
    expect(digest).toMatch(/^[0-9a-f]{64}$/);
    expect(await module.get(FileStore).find(fileId ?? '')).toMatchObject({
      media: 'application/pdf',
    });
  });

  it('makes an award void that was made before its decision', async () => {
    await published();
    await later(4 * DAY);
    await award();
    const id = await accepted();
    await decide(id, UPHELD);
    const [ordered] = (await module.get(Objections).ofTender(tender.id)).filter(
      (one) => one.ordered !== null,
    );
    await module.get(RemedyObjection).run(tenderer, ordered?.id ?? '', null, OUT);
    expect(await module.get(Awards).ofTender(tender.id)).toEqual([]);
    expect(await row()).toMatchObject({ state: 'publicity' });
  });

  it('is decided once, whoever is quicker', async () => {
    await published();
    const id = await accepted();
    const both = await Promise.allSettled([
      decide(id, UPHELD, supervisor),
      decide(id, DISMISSED, colleague),
    ]);
    const lost = both.filter((one) => one.status === 'rejected');
    expect(lost).toHaveLength(1);
    expect(lost[0]?.reason).toMatchObject({ code: 'complaint.wrong_state' });
    const notices = await module.get(Tenders).notices(tender.id);
    expect(notices.filter(({ kind }) => kind === 'complaint_notice')).toHaveLength(1);
  });

  it('belongs to the authority that took it up, and to no centre', async () => {
    await published();
    const id = await accepted();
    await expect(decide(id, DISMISSED, other)).rejects.toMatchObject({
      code: 'complaint.other_authority',
    });
    for (const role of ['registrar', 'host', 'tenderer', 'bidder'] as const) {
      const somebody = anActor(role, supervisor.organisationId);
      await expect(decide(id, DISMISSED, somebody)).rejects.toMatchObject({
        code: 'complaint.not_found',
      });
    }
    const centre = anActor('supervisor', supervisor.organisationId, 'centre');
    await expect(decide(id, DISMISSED, centre)).rejects.toMatchObject({
      code: 'complaint.not_found',
    });
  });

  it('is asked for what it lacks once, and is told until when', async () => {
    await published();
    const { id } = await filed();
    const desk = module.get(HandleComplaint);
    const ask = { lacking: '授权委托书', correctBy: now() + 3 * DAY };
    await desk.askCorrection(supervisor, id, ask);
    await expect(desk.accept(supervisor, id)).rejects.toMatchObject({
      code: 'complaint.wrong_state',
    });
    await module.get(FileComplaint).correct(firm, id, '已补。', [await evidence(firm)]);
    await expect(desk.askCorrection(supervisor, id, ask)).rejects.toMatchObject({
      code: 'complaint.asked_once',
      law: { ruleId: 'complaint-correct-once' },
    });
    await desk.accept(supervisor, id);
    expect(await module.get(Complaints).files(id)).toHaveLength(2);
  });

  it('is not accepted on a ground, and may then be made again; the same matter under way may not', async () => {
    await published();
    const { id } = await filed();
    await expect(filed()).rejects.toMatchObject({
      code: 'complaint.same_matter',
      law: { ruleId: 'complaint-not-accepted' },
    });
    const desk = module.get(HandleComplaint);
    await expect(
      desk.notAccept(supervisor, id, { ground: null, text: '不受理。' }),
    ).rejects.toMatchObject({ code: 'complaint.ground_missing' });
    await desk.notAccept(supervisor, id, { ground: 'not_specific', text: '没有线索。' });
    const again = await filed();
    await desk.transfer(supervisor, again.id, '请向县水利局提出。');
    expect(await get(again.id)).toMatchObject({ state: 'transferred' });
  });

  it('stops the clock of its decision for a test, and moves its end by those days', async () => {
    await published();
    const id = await accepted();
    const end = async () => {
      const { clocks } = await module.get(ReadComplaints).to(supervisor, id);
      return clocks.find(({ clock }) => clock === 'decide');
    };
    const before = await end();
    const pauses = module.get(PauseComplaint);
    await pauses.stop(supervisor, id, 'appraisal', '印章送鉴定。', [await evidence(supervisor)]);
    await expect(decide(id, DISMISSED)).rejects.toMatchObject({ code: 'complaint.clock_stopped' });
    await later(7 * DAY);
    expect(await end()).toMatchObject({ left: before?.left });
    await pauses.goOn(supervisor, id);
    expect((await end())?.until).toBeGreaterThan(before?.until ?? Infinity);
    await decide(id, DISMISSED);
  });

  it('about documents makes the tender stand still, and go on when it is dismissed', async () => {
    await published({ state: 'published', publicityUntil: null });
    const id = (await filed({ subject: 'other' })).id;
    await module.get(HandleComplaint).accept(supervisor, id);
    await module.get(PauseComplaint).suspend(supervisor, id, '核查资格条件。');
    expect((await row()).suspendedAt).not.toBeNull();
    await decide(id, DISMISSED);
    expect((await row()).suspendedAt).toBeNull();
  });

  it('orders a correction that the clarification which names it carries out', async () => {
    await published({ state: 'published', publicityUntil: null });
    const id = (await filed({ subject: 'other' })).id;
    await module.get(HandleComplaint).accept(supervisor, id);
    await expect(decide(id, UPHELD)).rejects.toMatchObject({ code: 'complaint.order_impossible' });
    await decide(id, { ...UPHELD, order: 'correct_documents' });
    expect((await row()).suspendedAt).not.toBeNull();
    const [ordered] = await module.get(Objections).ofTender(tender.id);
    const wish = { text: '删去该条件。', affectsPreparation: false, deadline: null };
    await module.get(ClarifyTender).publish(tenderer, tender.id, wish, [], [ordered?.id ?? '']);
    expect((await row()).suspendedAt).toBeNull();
  });

  it('under the procurement law suspends for thirty days, and the tender goes on by itself', async () => {
    await published({ state: 'publicity', regime: 'B' });
    await later(8 * DAY);
    const id = await accepted();
    const pauses = module.get(PauseComplaint);
    await pauses.suspend(supervisor, id, '核查。');
    expect(await pauses.isSuspended(tender.id)).toBe(true);
    await later(31 * DAY);
    expect(await pauses.isSuspended(tender.id)).toBe(false);
    await expect(pauses.suspend(supervisor, id, '再核查。')).rejects.toMatchObject({
      code: 'complaint.suspension_spent',
      law: { ruleId: 'gp-suspend-max-30d' },
    });
    await module.get(FileComplaint).withdraw(firm, id, '已经和解。');
    expect(await get(id)).toMatchObject({ state: 'withdrawn' });
  });

  it('is withdrawn with the authority’s leave where the law wants it', async () => {
    await published();
    const id = await accepted();
    await module.get(FileComplaint).withdraw(firm, id, '已经和解。');
    const desk = module.get(HandleComplaint);
    await desk.answerWithdrawal(supervisor, id, false, '已经查实违法。');
    expect(await get(id)).toMatchObject({ state: 'accepted', withdrawalAskedAt: null });
    await module.get(FileComplaint).withdraw(firm, id, '再次请求。');
    await desk.answerWithdrawal(supervisor, id, true, '准予。');
    expect(await get(id)).toMatchObject({ state: 'withdrawn' });
    await expect(filed()).rejects.toMatchObject({ code: 'complaint.same_matter' });
  });

  it('is its firm’s until it is served, and everybody’s only when it is decided', async () => {
    await published();
    const { id } = await filed();
    const reading = module.get(ReadComplaints);
    const sees = async (actor: Actor) =>
      reading.to(actor, id).then(
        ({ reader, files }) => [reader, files.length],
        (error: unknown) => (error as { code: string }).code,
      );
    expect(await sees(firm)).toEqual(['complainant', 1]);
    expect(await sees(supervisor)).toEqual(['authority', 1]);
    expect(await sees(tenderer)).toBe('complaint.not_found');
    expect(await sees(anActor('bidder', firms[0], 'enterprise'))).toBe('complaint.not_found');
    expect(await sees(anActor('registrar'))).toBe('complaint.not_found');
    expect(await reading.mine(tenderer)).toEqual([]);
    await module.get(HandleComplaint).accept(supervisor, id);
    expect(await sees(tenderer)).toEqual(['respondent', 1]);
    await module.get(HandleComplaint).answer(tenderer, id, '合法。', [await evidence(tenderer)]);
    expect(await sees(firm)).toEqual(['complainant', 1]);
    expect(await reading.published(tender.id)).toEqual([]);
    await expect(reading.decision(id)).rejects.toMatchObject({ code: 'complaint.not_found' });
    expect(await reading.holdsOpen(await row())).not.toBeNull();
    await decide(id, DISMISSED);
    expect(await reading.published(tender.id)).toHaveLength(1);
    const year = legalDate(now()).slice(0, 4);
    const figures = (await reading.figures()).find(
      (one) => one.year === year && one.regime === 'A',
    );
    expect(figures?.dismissed).toBeGreaterThan(0);
    expect(figures?.medianDays).not.toBeNull();
  });
});
