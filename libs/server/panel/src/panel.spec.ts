import { randomUUID } from 'node:crypto';
import { DataSource } from 'typeorm';
import { verifyBundle } from '@core/bundle';
import { PLATFORM_ACTOR, type Actor } from '@core/identity';
import { DAY, HOUR, MINUTE } from '@core/kernel';
import { Draws } from '@server/draw';
import { Evaluations } from '@server/evaluation';
import { ExpertHistory, ExpertPool, Experts } from '@server/expert';
import { ExportBundle, Ledger } from '@server/ledger';
import { ClockStore, LegalClock, Outbox, UnitOfWork } from '@server/platform';
import { Tenders, type TenderRow } from '@server/tender';
import { drawThrough } from '../../../../test/support/draw-through';
import { aModule, type TestModule } from '../../../../test/support/module';
import { anActor, aTenderRow } from '../../../../test/support/tender-row';
import { settle } from '../../../../test/support/turns';
import { AssessPanel } from './assess-panel';
import { CallPanel, type InvitationOfPanel } from './call-panel';
import { DisclosePanel } from './disclose-panel';
import { PanelModule } from './panel.module';
import { Panels, type Panel } from './panels.store';
import { RequestPanel } from './request-panel';

const SEATS = [
  { specialty: 'road', seats: 3 },
  { specialty: 'cost', seats: 1 },
];

describe('a panel', () => {
  let module: TestModule;
  let tender: TenderRow;
  let tenderer: Actor;
  const supervisor = anActor('supervisor');
  const operator = anActor('draw_operator');
  const people: string[] = [];

  beforeEach(async () => {
    module = await aModule('panel', [PanelModule]);
    people.length = 0;
    const now = module.get(LegalClock).now();
    tender = aTenderRow(now);
    tenderer = anActor('tenderer', tender.tendererId, 'township');
    await module.get(UnitOfWork).run(() => module.get(Tenders).add(tender));
    for (let at = 0; at < 60; at++) {
      const personId = randomUUID();
      people.push(personId);
      await module.get(Experts).add({
        personId,
        name: `专家${String(at).padStart(2, '0')}`,
        specialties: at % 4 === 0 ? ['cost'] : ['road', 'civil'],
        employer: at === 7 ? tender.tendererName : `单位${at % 40}`,
        region: '青禾县',
        title: '高级工程师',
        phone: `1380000${String(at).padStart(4, '0')}`,
        termUntil: now + 300 * DAY,
        ...(at === 9 ? { state: 'paused' } : {}),
      });
    }
  });
  afterEach(() => module.close());

  const request = (change: object = {}): Promise<Panel> =>
    module.get(RequestPanel).run(tenderer, tender.id, {
      total: 5,
      tenderer: 1,
      seats: SEATS,
      meetingAt: tender.deadline! + 2 * HOUR,
      place: '评标区三号室',
      ...change,
    });
  const begin = (id: string): Promise<Panel> => module.get(RequestPanel).begin(operator, id);
  const state = async (id: string): Promise<string> => (await module.get(Panels).get(id)).state;

  async function called(): Promise<Panel> {
    const panel = await request();
    await begin(panel.id);
    const draw = await module.get(Draws).latest(tender.id, 'panel');
    await drawThrough(module, draw!.id, { supervisor, tenderer });
    expect(await state(panel.id)).toBe('calling');
    return panel;
  }

  /** Every expert looks at his own page. */
  async function invited(): Promise<{ actor: Actor; mine: InvitationOfPanel }[]> {
    const found: { actor: Actor; mine: InvitationOfPanel }[] = [];
    for (const personId of people) {
      const actor = { ...anActor('expert'), personId };
      for (const mine of await module.get(CallPanel).mine(personId)) {
        if (mine.invitation.state === 'invited') found.push({ actor, mine });
      }
    }
    return found;
  }

  const answer = (
    one: { actor: Actor; mine: InvitationOfPanel },
    accepts: boolean,
  ): Promise<void> => module.get(CallPanel).answer(one.actor, one.mine.invitation.id, accepts);

  it('is refused when its make-up is not lawful, with the law', async () => {
    await expect(request({ total: 4 })).rejects.toMatchObject({
      code: 'panel.size_unlawful',
      law: { ruleId: expect.any(String) as string },
    });
    await expect(request({ seats: [SEATS[0]] })).rejects.toMatchObject({
      code: 'panel.seats_mismatch',
    });
    await expect(request({ seats: [{ specialty: 'magic', seats: 4 }] })).rejects.toMatchObject({
      code: 'panel.specialty_unknown',
    });
    await expect(request({ meetingAt: tender.deadline! - 1 })).rejects.toMatchObject({
      code: 'panel.meeting_too_early',
    });
    const done = await Promise.allSettled(Array.from({ length: 4 }, () => request()));
    expect(done.filter((one) => one.status === 'fulfilled')).toHaveLength(1);
    await expect(request()).rejects.toMatchObject({ code: 'panel.exists' });
  });

  it('draws from whom nothing ties, and begins one draw however often the button is pressed', async () => {
    const { id } = await request();
    const done = await Promise.allSettled(Array.from({ length: 4 }, () => begin(id)));
    expect(done.filter((one) => one.status === 'fulfilled')).toHaveLength(1);
    const draw = (await module.get(Draws).latest(tender.id, 'panel'))!;
    expect(draw.pool).toMatchObject({ kind: 'rows', size: 58 });
    expect(draw.rules.pick.map(({ stratum }) => stratum)).toEqual(['cost', 'road']);
    expect(await module.get(DisclosePanel).exclusions(tender.id)).toBeNull();
    await module
      .get(UnitOfWork)
      .run(() => module.get(Tenders).change(tender, { state: 'opening' }));
    expect(await module.get(DisclosePanel).exclusions(tender.id)).toEqual({
      tied_to_tenderer: 1,
      not_appointed: 1,
    });
  });

  it('freezes a pool without whoever is banned, paused, removed, too old or at the end of the term', async () => {
    const now = module.get(LegalClock).now();
    const meeting = tender.deadline! + 2 * HOUR;
    const pool = module.get(ExpertPool);
    const out: readonly object[] = [
      { bannedFrom: now - DAY, bannedUntil: now + 90 * DAY },
      { pausedFrom: meeting - HOUR, pausedUntil: meeting + DAY },
      { pausedFrom: now - DAY, pausedUntil: now + HOUR },
      { state: 'removed' },
      { reviewPassed: 0 },
      { bornOn: '1950-01-01' },
      { termUntil: meeting },
      { termUntil: now },
    ];
    const stays: readonly object[] = [
      { bannedFrom: now - 90 * DAY, bannedUntil: now },
      { pausedFrom: meeting + 1, pausedUntil: meeting + DAY },
      { reviewPassed: 1 },
      { bornOn: '1975-01-01' },
      { termUntil: meeting + 1 },
    ];
    // The seventh and the ninth are out already.
    const free = people.slice(10);
    await module.get(UnitOfWork).run(async () => {
      for (const [at, change] of [...out, ...stays].entries()) {
        const expert = await pool.ofPerson(free[at]!);
        await pool.change(expert!.id, change);
      }
    });
    const { id } = await request();
    await begin(id);
    const draw = (await module.get(Draws).latest(tender.id, 'panel'))!;
    expect(draw.pool).toMatchObject({ size: 58 - out.length });
    await module
      .get(UnitOfWork)
      .run(() => module.get(Tenders).change(tender, { state: 'opening' }));
    expect(await module.get(DisclosePanel).exclusions(tender.id)).toEqual({
      tied_to_tenderer: 1,
      not_appointed: 6,
      over_age: 1,
      term_over: 2,
    });
  });

  it('is formed with one who declines and one who cannot be reached, and the database names nobody', async () => {
    const panel = await called();
    const first = await invited();
    expect(first).toHaveLength(4);
    await answer(first[0]!, false);
    await expect(answer(first[0]!, true)).rejects.toMatchObject({ code: 'invitation.answered' });
    const done = await Promise.allSettled(Array.from({ length: 4 }, () => answer(first[1]!, true)));
    expect(done.filter((one) => one.status === 'fulfilled')).toHaveLength(1);
    await answer(first[2]!, true);
    const stranger = { ...first[3]!, actor: anActor('expert') };
    await expect(answer(stranger, true)).rejects.toMatchObject({ code: 'invitation.not_found' });
    const clock = module.get(LegalClock);
    await module.get(ClockStore).move(clock.now() + 31 * MINUTE, null);
    await expect(answer(first[3]!, true)).rejects.toMatchObject({ code: 'invitation.too_late' });
    await settle(module);
    // The replacement of the first had its half hour as well, so both seats have gone on.
    for (let turn = 0; turn < 3 && (await state(panel.id)) !== 'formed'; turn++) {
      for (const one of await invited()) await answer(one, true);
    }
    expect(await state(panel.id)).toBe('formed');
    const invitations = await module.get(Panels).invitations(panel.id);
    expect(invitations.filter((one) => one.state === 'accepted')).toHaveLength(4);
    expect(invitations.map((one) => one.state)).toEqual(
      expect.arrayContaining(['declined', 'unreachable']),
    );
    const dataSource = module.get(DataSource);
    const tables = ['panel', 'panel_identity', 'invitation', 'draw', 'draw_party', 'draw_event'];
    tables.push('draw_pool_row', 'ledger_body', 'outbox', 'deadline');
    const dump = JSON.stringify(
      await Promise.all(tables.map((table) => dataSource.query(`SELECT * FROM ${table}`))),
    );
    for (const personId of people) expect(dump).not.toContain(personId);
    expect(dump).not.toMatch(/专家\d\d|单位\d/);
    const sealed = await dataSource.query<{ sealed: string }[]>(
      'SELECT sealed FROM panel_identity',
    );
    expect(new Set(sealed.map((row) => row.sealed.length)).size).toBe(1);
  });

  it('gives the seat of whoever is banned after the draw to the next, at the opening and at the door', async () => {
    const panel = await called();
    for (const one of await invited()) await answer(one, true);
    expect(await state(panel.id)).toBe('formed');
    const call = module.get(CallPanel);
    const unit = module.get(UnitOfWork);
    const pool = module.get(ExpertPool);
    const accepted: { actor: Actor; id: string; personId: string }[] = [];
    for (const personId of people) {
      for (const { invitation } of await call.mine(personId)) {
        if (invitation.state !== 'accepted') continue;
        accepted.push({ actor: { ...anActor('expert'), personId }, id: invitation.id, personId });
      }
    }
    const ban = (personId: string): Promise<void> =>
      unit.run(async () => {
        const now = module.get(LegalClock).now();
        const expert = await pool.ofPerson(personId);
        await pool.change(expert!.id, { bannedFrom: now, bannedUntil: now + 90 * DAY });
      });
    const stateOf = async (id: string): Promise<string> =>
      (await module.get(Panels).invitation(id)).state;
    const [first, second] = accepted;
    await ban(first!.personId);
    await settle(module);
    // Nothing happens at once: it would tell whose seat it was.
    expect(await stateOf(first!.id)).toBe('accepted');
    await unit.run(async () => {
      await module.get(Tenders).change(tender, { state: 'opening' });
      await module.get(Outbox).add('opening.opened', { tenderId: tender.id, to: 'opening' });
    });
    await settle(module);
    expect(await stateOf(first!.id)).toBe('conflict');
    expect(await stateOf(second!.id)).toBe('accepted');
    for (const one of await invited()) await answer(one, true);
    expect(await state(panel.id)).toBe('formed');
    await ban(second!.personId);
    const opened = await module.get(Tenders).get(tender.id);
    await unit.run(() => module.get(Tenders).change(opened, { state: 'evaluation' }));
    await call.checkIn(second!.actor, second!.id);
    expect(await stateOf(second!.id)).toBe('conflict');
    expect((await invited()).length).toBe(1);
    const judges = await module.get(Evaluations).judges(tender.id);
    expect(judges.map(({ personId }) => personId)).not.toContain(second!.personId);
  });

  it('is assessed only once its names are public, by the tenderer it served and the centre', async () => {
    const panel = await called();
    for (const one of await invited()) await answer(one, true);
    const unit = module.get(UnitOfWork);
    const assess = module.get(AssessPanel);
    const registrar = anActor('registrar');
    const good = { grade: 'good' as const, text: '' };
    await unit.run(() => module.get(Tenders).change(tender, { state: 'evaluation' }));
    for (const personId of people) {
      for (const { invitation } of await module.get(CallPanel).mine(personId)) {
        if (invitation.state !== 'accepted') continue;
        await module.get(CallPanel).checkIn({ ...anActor('expert'), personId }, invitation.id);
      }
    }
    expect(await state(panel.id)).toBe('checked_in');
    await expect(assess.run(tenderer, tender.id, 1, good)).rejects.toMatchObject({
      code: 'expert.names_sealed',
    });
    const judged = await module.get(Tenders).get(tender.id);
    await unit.run(() => module.get(Tenders).change(judged, { state: 'awarded' }));
    await expect(assess.run(anActor('tenderer'), tender.id, 1, good)).rejects.toMatchObject({
      code: 'tender.not_allowed',
    });
    await assess.run(tenderer, tender.id, 1, good);
    await assess.run(registrar, tender.id, 1, { grade: 'poor', text: '迟到' });
    await expect(assess.run(tenderer, tender.id, 1, good)).rejects.toMatchObject({
      code: 'expert.assessed_already',
    });
    const [first] = await assess.members(tenderer, tender.id);
    expect(first?.assessment).toMatchObject({ grade: 'good', seat: 1 });
    const experts = await module.get(ExpertPool).all();
    const served = experts.find(({ name }) => name === first?.name)!;
    const history = await module.get(ExpertHistory).of(served.id);
    expect(history.map(({ step, ground }) => [step, ground])).toEqual([
      ['assessed', 'good'],
      ['assessed', 'poor'],
    ]);
  });

  it('checks in, and after the award its table verifies to the last name', async () => {
    const panel = await called();
    for (const one of await invited()) await answer(one, one.mine.invitation.seat !== 2);
    const last = await invited();
    for (const one of last) await answer(one, true);
    expect(await state(panel.id)).toBe('formed');
    const call = module.get(CallPanel);
    const members: { actor: Actor; id: string }[] = [];
    for (const personId of people) {
      for (const { invitation } of await call.mine(personId)) {
        if (invitation.state !== 'accepted') continue;
        members.push({ actor: { ...anActor('expert'), personId }, id: invitation.id });
      }
    }
    const [early] = members;
    await expect(call.checkIn(early!.actor, early!.id)).rejects.toMatchObject({
      code: 'invitation.too_early',
    });
    const unit = module.get(UnitOfWork);
    await unit.run(() => module.get(Tenders).change(tender, { state: 'evaluation' }));
    for (const { actor, id } of members) await call.checkIn(actor, id);
    await module.get(Outbox).relay();
    expect(await state(panel.id)).toBe('checked_in');
    const judges = await module.get(Evaluations).judges(tender.id);
    expect(judges.map(({ personId }) => personId).sort()).toEqual(
      members.map(({ actor }) => actor.personId).sort(),
    );
    const disclose = module.get(DisclosePanel);
    expect(await disclose.members(tender.id)).toBeNull();
    const changed = await module.get(Tenders).get(tender.id);
    await unit.run(() => module.get(Tenders).change(changed, { state: 'awarded' }));
    expect(await disclose.members(tender.id)).toHaveLength(4);
    const table = await disclose.table(tender.id);
    await unit.run(() =>
      module.get(Ledger).append({
        type: 'draw.table',
        scope: tender.id,
        by: PLATFORM_ACTOR,
        body: { ...table },
      }),
    );
    await settle(module, 1);
    const discloses = ({ record }: { record: { scope: string } }): boolean =>
      record.scope === tender.id;
    const bundle = await module.get(ExportBundle).run(tender.id, { discloses, keys: [], bids: [] });
    expect(await verifyBundle(bundle)).toMatchObject({
      ok: true,
      report: { draws: [{ status: 'verified', events: 1, warnings: [] }] },
    });
  });
});
