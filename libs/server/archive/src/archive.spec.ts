import { randomUUID } from 'node:crypto';
import { verifyBundle, type BundleResult } from '@core/bundle';
import { PLATFORM_ACTOR, type Actor } from '@core/identity';
import { DAY } from '@core/kernel';
import { Awards } from '@server/award';
import { Contracts } from '@server/contract';
import { Contribute, DrawnSeats, Draws, type Draw } from '@server/draw';
import { Experts } from '@server/expert';
import { Ledger } from '@server/ledger';
import { CallPanel, Panels, RequestPanel } from '@server/panel';
import { ClockStore, LegalClock, Outbox, UnitOfWork } from '@server/platform';
import { Tenders, type TenderRow } from '@server/tender';
import { Contributor } from '../../../../test/support/contributor';
import { drawThrough } from '../../../../test/support/draw-through';
import { aModule, type TestModule } from '../../../../test/support/module';
import { anActor, aTenderRow } from '../../../../test/support/tender-row';
import { settle } from '../../../../test/support/turns';
import { ArchiveModule } from './archive.module';
import { TenderClosings } from './closings.store';
import { PublishBundle } from './publish-bundle';

describe('the end of a tender', () => {
  let module: TestModule;
  let tender: TenderRow;
  let tenderer: Actor;
  const supervisor = anActor('supervisor');
  const people: string[] = [];

  beforeEach(async () => {
    module = await aModule('archive', [ArchiveModule]);
    const now = module.get(LegalClock).now();
    tender = aTenderRow(now);
    tenderer = anActor('tenderer', tender.tendererId, 'township');
    await module.get(UnitOfWork).run(() => module.get(Tenders).add(tender));
    people.length = 0;
    for (let at = 0; at < 12; at++) {
      const personId = randomUUID();
      people.push(personId);
      await module.get(Experts).add({
        personId,
        name: `专家${at}`,
        specialties: ['road'],
        employer: `单位${at}`,
        region: '青禾县',
        title: '工程师',
        phone: '1',
        termUntil: now + 300 * DAY,
      });
    }
  });
  afterEach(() => module.close());

  async function panelDraw(): Promise<Draw> {
    const panel = await module.get(RequestPanel).run(tenderer, tender.id, {
      total: 5,
      tenderer: 0,
      seats: [{ specialty: 'road', seats: 5 }],
      meetingAt: tender.deadline! + DAY,
    });
    await module.get(RequestPanel).begin(anActor('draw_operator'), panel.id);
    return (await module.get(Draws).latest(tender.id, 'panel'))!;
  }

  /** The deadline passes with nobody there: what the opening does to a tender without bids. */
  async function fail(): Promise<void> {
    await module.get(ClockStore).move(tender.deadline, null);
    await module.get(UnitOfWork).run(async () => {
      const row = await module.get(Tenders).lock(tender.id);
      await module.get(Tenders).change(row, { state: 'failed' });
      await module.get(Ledger).append({
        type: 'tender.failed',
        scope: tender.id,
        by: PLATFORM_ACTOR,
        body: { tender: tender.id, bids: 0, minimum: 3 },
      });
      await module.get(Outbox).add('opening.opened', { tenderId: tender.id, to: 'failed' });
    });
  }

  const tick = async (rounds: number): Promise<void> => {
    for (let round = 0; round < rounds; round++) {
      await module.get(ClockStore).move(module.get(LegalClock).now() + 1000, null);
      await settle(module, 1);
    }
  };
  const closed = async (): Promise<boolean> =>
    (await module.get(TenderClosings).find(tender.id))?.closedRecordId != null;
  const verified = async (): Promise<BundleResult> =>
    verifyBundle(await module.get(PublishBundle).run(tender.id));

  it('is written with the right number, once, and its bundle has no hole', async () => {
    await expect(module.get(PublishBundle).run(tender.id)).rejects.toMatchObject({
      code: 'tender.too_early',
    });
    await fail();
    await tick(4);
    expect(await closed()).toBe(true);
    expect(await verified()).toMatchObject({ ok: true, report: { complete: true, draws: [] } });
    await module
      .get(UnitOfWork)
      .run(() => module.get(Outbox).add('award.made', { tenderId: tender.id }));
    await tick(2);
    expect(await verified()).toMatchObject({ ok: true, report: { complete: true } });
  });

  it('archives an awarded tender once its contract is signed and its record closed', async () => {
    const unit = module.get(UnitOfWork);
    const state = async () => (await module.get(Tenders).get(tender.id)).state;
    const now = module.get(LegalClock).now();
    await module.get(ClockStore).move(tender.deadline, null);
    await unit.run(async () => {
      const row = await module.get(Tenders).lock(tender.id);
      await module.get(Tenders).change(row, { state: 'awarded' });
      const enterpriseId = randomUUID();
      const award = { tenderId: tender.id, lot: 1, enterpriseId, name: '甲公司', price: null };
      await module.get(Awards).add({ id: randomUUID(), ...award, awardedAt: now });
      const signed = { tendererSignedAt: now, winnerSignedAt: now };
      await module.get(Contracts).add({
        id: randomUUID(),
        tenderId: tender.id,
        lot: 1,
        tendererId: tender.tendererId,
        enterpriseId,
        enterpriseName: '甲公司',
        members: [],
        number: 'HT2026-0001',
        offer: {} as never,
        terms: {} as never,
        fingerprint: '0'.repeat(64),
        writtenAt: now,
        ...signed,
        tendererSignedBy: null,
        winnerSignedBy: null,
        lateReason: null,
        declined: null,
        fileId: null,
        filedAt: null,
        filedWith: null,
        acceptedAt: null,
      });
      await module.get(Outbox).add('award.made', { tenderId: tender.id });
    });
    await tick(4);
    expect(await closed()).toBe(true);
    expect(await state()).toBe('awarded');
    expect(await verified()).toMatchObject({ ok: true, report: { complete: true } });
    await unit.run(() => module.get(Outbox).add('result.changed', { tenderId: tender.id, lot: 1 }));
    await tick(3);
    expect(await state()).toBe('archived');
    expect(await verified()).toMatchObject({ ok: true, report: { complete: true } });
  });

  it('ends a draw that is not locked, and takes no more contributions', async () => {
    const { id } = await panelDraw();
    const contribute = module.get(Contribute);
    const parties = [new Contributor('supervisor'), new Contributor('tenderer')] as const;
    await contribute.enrol(supervisor, id, parties[0].keys);
    await contribute.enrol(tenderer, id, parties[1].keys);
    await settle(module, 1);
    await fail();
    const { spec } = await module.get(Draws).get(id);
    await expect(contribute.input(supervisor, id, parties[0].input(spec!))).rejects.toMatchObject({
      code: 'tender.wrong_state',
    });
    await tick(6);
    expect(await module.get(Draws).latest(tender.id, 'panel')).toMatchObject({
      attempt: 1,
      phase: 'void',
    });
    expect(await closed()).toBe(true);
    expect(await verified()).toMatchObject({ ok: true, report: { draws: [{ status: 'void' }] } });
  });

  it('waits for a draw that is locked, and calls nobody afterwards', async () => {
    const { id } = await panelDraw();
    const seated = await lockedThen(id, fail);
    expect(seated).toBe(false);
    await tick(3);
    expect(await closed()).toBe(true);
    const panel = (await module.get(Panels).ofTender(tender.id))!;
    expect(await module.get(Panels).invitations(panel.id)).toEqual([]);
    expect(await module.get(DrawnSeats).seated(await module.get(Draws).get(id))).toHaveLength(5);
    expect(await verified()).toMatchObject({
      ok: true,
      report: { complete: true, draws: [{ status: 'undisclosed' }] },
    });
  });

  it('refuses answers once it is over', async () => {
    const { id } = await panelDraw();
    await drawThrough(module, id, { supervisor, tenderer });
    await fail();
    for (const personId of people) {
      for (const { invitation } of await module.get(CallPanel).mine(personId)) {
        const answer = module
          .get(CallPanel)
          .answer({ ...anActor('expert'), personId }, invitation.id, false);
        await expect(answer).rejects.toMatchObject({ code: 'invitation.too_late' });
      }
    }
    await module.get(ClockStore).move(module.get(LegalClock).now() + DAY, null);
    await tick(4);
    expect(await verified()).toMatchObject({ ok: true, report: { draws: [{ events: 0 }] } });
  });

  /** Locks the draw, lets something happen, and goes on to the result; whether the tender was closed in between. */
  async function lockedThen(id: string, happens: () => Promise<void>): Promise<boolean> {
    const contribute = module.get(Contribute);
    const actors = { supervisor, tenderer };
    const parties = [new Contributor('supervisor'), new Contributor('tenderer')];
    for (const party of parties) await contribute.enrol(actors[party.id], id, party.keys);
    await settle(module);
    const spec = (await module.get(Draws).get(id)).spec!;
    for (const party of parties) await contribute.input(actors[party.id], id, party.input(spec));
    await settle(module);
    await happens();
    await tick(3);
    const before = await closed();
    for (const party of parties) {
      await contribute.deposit(actors[party.id], id, (await party.deposit(spec)).shares);
    }
    await tick(2);
    for (const party of parties) await contribute.reveal(actors[party.id], id, party.nonceHex);
    await tick(3);
    return before;
  }
});
