import { verifyBundle, type BundleResult } from '@core/bundle';
import {
  openDepositShare,
  signThrow,
  TWENTY_DICE,
  type DrawInput,
  type DrawSpec,
  type LockedDraw,
} from '@core/draw';
import type { Actor } from '@core/identity';
import { MINUTE, signPayload, type PayloadSignature } from '@core/kernel';
import { ExportBundle } from '@server/ledger';
import { ClockStore, LegalClock, Outbox, UnitOfWork } from '@server/platform';
import { Tenders, type TenderRow } from '@server/tender';
import { Contributor } from '../../../../test/support/contributor';
import { aModule, type TestModule } from '../../../../test/support/module';
import { anActor, aTenderRow } from '../../../../test/support/tender-row';
import { settle } from '../../../../test/support/turns';
import { ConductDraw, DRAW_DRAWN } from './conduct-draw';
import { Contribute } from './contribute';
import { DrawModule } from './draw.module';
import { Draws, type Draw } from './draws.store';
import { FinishDraw } from './finish-draw';
import { VoidDraw } from './void-draw';

/** quicknet's round 1000, as test/vectors/tp1/draw-panel-drand.json has it. */
const ROUND_1000 =
  'b44679b9a59af2ec876b1a6b1ad52ea9b1615fc3982b19576350f93447cb1125e342b73a8dd2bacbe47e4b6b63ed5e39';
const DICE = '6,1,2,3,4,5,6,1,2,3,4,5,6,1,2,3,4,5,1,2';
const BALLS = ['01', '02', '03', '04', '05', '06', '07', '08'];

describe('a draw on the server', () => {
  let module: TestModule;
  let tender: TenderRow;
  let contribute: Contribute;
  let draws: Draws;
  let conduct: ConductDraw;
  let tenderer: Actor;
  const supervisor = anActor('supervisor');
  let parties: Contributor[];

  beforeEach(async () => {
    module = await aModule('draw', [DrawModule]);
    draws = module.get(Draws);
    conduct = module.get(ConductDraw);
    contribute = module.get(Contribute);
    tender = aTenderRow(module.get(LegalClock).now());
    tenderer = anActor('tenderer', tender.tendererId, 'township');
    parties = [new Contributor('supervisor'), new Contributor('tenderer')];
    await module.get(UnitOfWork).run(() => module.get(Tenders).add(tender));
  });
  afterEach(() => module.close());

  const actorOf = (party: Contributor): Actor =>
    party.id === 'supervisor' ? supervisor : tenderer;
  const begin = (): Promise<Draw> =>
    module.get(UnitOfWork).run(() =>
      conduct.begin({
        tenderId: tender.id,
        purpose: 'lottery',
        pool: { kind: 'values', values: BALLS },
        rows: [],
        rules: { pick: [{ stratum: 'values', seats: 3, fallback: [] }], caps: [] },
        firms: BALLS.map((number) => ({ number, creditCode: `C${number}`, name: `企业${number}` })),
        disclose: 'at-once',
      }),
    );
  const phase = async (id: string): Promise<string> => (await draws.get(id)).phase;
  const specOf = async (id: string): Promise<DrawSpec> => (await draws.get(id)).spec!;

  async function enrolled(id: string): Promise<DrawSpec> {
    for (const party of parties) await contribute.enrol(actorOf(party), id, party.keys);
    expect(await phase(id)).toBe('announced');
    await settle(module);
    expect(await phase(id)).toBe('inputs');
    return specOf(id);
  }

  async function locked(id: string): Promise<void> {
    const spec = await enrolled(id);
    for (const party of parties) await contribute.input(actorOf(party), id, party.input(spec));
    expect(await phase(id)).toBe('locked');
    await settle(module);
    expect(await phase(id)).toBe('deposits');
  }

  async function deposited(id: string): Promise<void> {
    await locked(id);
    for (const party of parties) {
      const { shares } = await party.deposit(await specOf(id));
      await contribute.deposit(actorOf(party), id, shares);
    }
    expect(await phase(id)).toBe('deposited');
    await settle(module);
    expect(await phase(id)).toBe('reveals');
  }

  async function lockedDraw(id: string): Promise<LockedDraw> {
    const { spec, lock } = await draws.get(id);
    return { spec: spec!, lock: lock! };
  }

  async function verified(): Promise<BundleResult> {
    const bundle = await module
      .get(ExportBundle)
      .run(tender.id, { discloses: () => true, keys: [], bids: [] });
    return verifyBundle(bundle);
  }

  it('goes from enrolment to a result that a stranger verifies, and tells once', async () => {
    const told: unknown[] = [];
    module.get(Outbox).consume('test', DRAW_DRAWN, ({ payload }) => {
      told.push(payload);
      return Promise.resolve();
    });
    const { id } = await begin();
    await deposited(id);
    for (const party of parties) await contribute.reveal(actorOf(party), id, party.nonceHex);
    expect(await phase(id)).toBe('resulted');
    await settle(module);
    const draw = await draws.get(id);
    expect(draw.phase).toBe('drawn');
    expect(draw.result?.panel).toHaveLength(3);
    expect(told).toEqual([{ drawId: id, tenderId: tender.id, purpose: 'lottery' }]);
    const result = await verified();
    expect(result).toMatchObject({ ok: true, report: { draws: [{ status: 'verified' }] } });
    const values = result.ok ? result.report.draws[0]?.values : null;
    expect(values).toEqual(draw.result?.panel.map(({ row }) => BALLS[row]));
    expect((await draws.parties(id)).every(({ secret }) => secret === null)).toBe(true);
  });

  it('opens a party that does not reveal by force, after its time and not before', async () => {
    const { id } = await begin();
    await deposited(id);
    const [one, refuser] = parties as [Contributor, Contributor];
    await contribute.reveal(actorOf(one), id, one.nonceHex);
    const deposit = (await draws.parties(id)).find(({ party }) => party === refuser.id)!.deposit!;
    const share = await openDepositShare(one.holder, deposit, 2);
    if (!share.ok) throw new Error(share.refusal.code);
    const force = (): Promise<void> =>
      contribute.force(actorOf(one), id, refuser.id, [share.value]);
    await expect(force()).rejects.toMatchObject({ code: 'draw.reveal_window_open' });
    const clock = module.get(LegalClock);
    await module.get(ClockStore).move(clock.now() + 11 * MINUTE, null);
    const false_ = { ...share.value, share: 'ab'.repeat(33) };
    await expect(contribute.force(actorOf(one), id, refuser.id, [false_])).rejects.toMatchObject({
      code: 'draw.share_false',
    });
    await force();
    await settle(module);
    expect(await phase(id)).toBe('drawn');
    expect(await verified()).toMatchObject({
      ok: true,
      report: { draws: [{ status: 'verified' }] },
    });
  });

  it('lets one of many parallel commands win, at every step', async () => {
    const begun = await Promise.allSettled(Array.from({ length: 4 }, begin));
    expect(begun.filter(({ status }) => status === 'fulfilled')).toHaveLength(1);
    const draw = begun.find((one) => one.status === 'fulfilled');
    const { id } = draw!.value;
    const [party] = parties as [Contributor];
    const race = async (work: () => Promise<unknown>): Promise<void> => {
      const done = await Promise.allSettled(Array.from({ length: 6 }, work));
      expect(done.filter(({ status }) => status === 'fulfilled')).toHaveLength(1);
      const codes = done.map((one) =>
        one.status === 'rejected' ? (one.reason as { code: string }).code : null,
      );
      expect(new Set(codes)).toEqual(new Set([null, 'draw.already_given']));
    };
    await race(() => contribute.enrol(supervisor, id, new Contributor('supervisor').keys));
    await contribute.enrol(tenderer, id, parties[1]!.keys);
    await settle(module);
    const spec = await specOf(id);
    await expect(contribute.input(supervisor, id, party.input(spec))).rejects.toMatchObject({
      code: 'draw.input_invalid',
    });
    await race(() => contribute.input(tenderer, id, parties[1]!.input(spec)));
  });

  it('refuses strangers, steps out of turn, and things that are not what they claim', async () => {
    const { id } = await begin();
    const stranger = anActor('tenderer');
    const [one, other] = parties as [Contributor, Contributor];
    await expect(contribute.enrol(stranger, id, one.keys)).rejects.toMatchObject({
      code: 'draw.not_a_party',
    });
    await contribute.enrol(supervisor, id, one.keys);
    await expect(contribute.enrol(tenderer, id, one.keys)).rejects.toMatchObject({
      code: 'draw.key_invalid',
    });
    await expect(contribute.reveal(supervisor, id, one.nonceHex)).rejects.toMatchObject({
      code: 'draw.wrong_phase',
    });
    await contribute.enrol(tenderer, id, other.keys);
    await settle(module);
    const spec = await specOf(id);
    const input = one.input(spec);
    const forged: { commit: string; sig: DrawInput['sig'] } = {
      ...input,
      commit: '0'.repeat(64),
    };
    await expect(contribute.input(supervisor, id, forged)).rejects.toMatchObject({
      code: 'draw.input_invalid',
    });
    await contribute.input(supervisor, id, input);
    await contribute.input(tenderer, id, other.input(spec));
    await settle(module);
    const { shares } = await one.deposit(spec);
    await expect(contribute.deposit(supervisor, id, shares.slice(1))).rejects.toMatchObject({
      code: 'draw.deposit_invalid',
    });
    await contribute.deposit(supervisor, id, shares);
    await contribute.deposit(tenderer, id, (await other.deposit(spec)).shares);
    await settle(module);
    await expect(contribute.reveal(supervisor, id, other.nonceHex)).rejects.toMatchObject({
      code: 'draw.nonce_false',
    });
  });

  it('asks the contributors to sign a void, and voids with the last signature', async () => {
    const operator = anActor('draw_operator');
    const { id, drawId } = await begin();
    await locked(id);
    const asked = { reason: '招标人未托管', offender: 'tenderer' as const };
    await module.get(VoidDraw).askVoid(operator, id, { reason: '误操作', offender: null });
    const sign = (party: Contributor, reason: string): PayloadSignature =>
      signPayload(party.seed, 'tp1/draw/void', { drawId, reason });
    const [one, other] = parties as [Contributor, Contributor];
    await contribute.signVoid(actorOf(one), id, sign(one, '误操作'));
    // Asked anew, for another reason: what was signed before does not count.
    await module.get(VoidDraw).askVoid(operator, id, asked);
    await expect(
      contribute.signVoid(actorOf(other), id, sign(one, asked.reason)),
    ).rejects.toMatchObject({ code: 'draw.input_invalid' });
    await contribute.signVoid(actorOf(other), id, sign(other, asked.reason));
    expect(await phase(id)).toBe('deposits');
    await contribute.signVoid(actorOf(one), id, sign(one, asked.reason));
    await settle(module);
    expect((await draws.get(id)).voided).toMatchObject(asked);
    expect(await draws.attempts(tender.id, 'lottery')).toHaveLength(2);
    expect(await verified()).toMatchObject({ ok: true, report: { draws: [{ status: 'void' }] } });
  });

  it('draws by dice in the room, signed by everybody who contributed', async () => {
    const operator = anActor('draw_operator');
    const { id } = await begin();
    await expect(conduct.chooseSource(id, { kind: 'drand' })).rejects.toMatchObject({
      code: 'draw.beacon_needs_real_time',
    });
    const few = { kind: 'physical', symbolCount: 3, symbolMax: 6, minSigners: 3 } as const;
    await expect(conduct.chooseSource(id, few)).rejects.toMatchObject({
      code: 'draw.throw_too_small',
    });
    await conduct.chooseSource(id, { kind: 'physical', ...TWENTY_DICE });
    const spec = await enrolled(id);
    await expect(conduct.chooseSource(id, { kind: 'escrow' })).rejects.toMatchObject({
      code: 'draw.wrong_phase',
    });
    const finish = module.get(FinishDraw);
    for (const party of parties) await contribute.input(actorOf(party), id, party.input(spec));
    await expect(finish.enterSymbols(operator, id, DICE)).rejects.toMatchObject({
      code: 'draw.wrong_phase',
    });
    await settle(module);
    expect(await phase(id)).toBe('awaiting');
    for (const wrong of ['1,2,3', DICE.replace('6', '7'), `${DICE},1`, DICE.replace('6', '0')]) {
      await expect(finish.enterSymbols(operator, id, wrong)).rejects.toMatchObject({
        code: 'draw.symbols_invalid',
      });
    }
    await expect(finish.bringRound(operator, id, ROUND_1000)).rejects.toMatchObject({
      code: 'draw.wrong_source',
    });
    const [one, other] = parties as [Contributor, Contributor];
    const draw = await lockedDraw(id);
    const typo = DICE.replace('6', '5');
    await finish.enterSymbols(operator, id, typo);
    await contribute.countersign(actorOf(one), id, signThrow(draw, typo, one.seed));
    // Corrected: the signature under the typing error is gone.
    await finish.enterSymbols(operator, id, DICE);
    const late = contribute.countersign(actorOf(other), id, signThrow(draw, typo, other.seed));
    await expect(late).rejects.toMatchObject({ code: 'draw.input_invalid' });
    await contribute.countersign(actorOf(other), id, signThrow(draw, DICE, other.seed));
    expect(await phase(id)).toBe('awaiting');
    await contribute.countersign(actorOf(one), id, signThrow(draw, DICE, one.seed));
    await settle(module);
    expect(await phase(id)).toBe('drawn');
    expect(await verified()).toMatchObject({
      ok: true,
      report: { draws: [{ status: 'verified', source: 'physical' }] },
    });
  });

  it('voids with everybody’s signature after the lock, and the next attempt points at it', async () => {
    const operator = anActor('draw_operator');
    const { id, drawId } = await begin();
    await locked(id);
    const reason = '监督方设备故障';
    const sign = (party: Contributor): ReturnType<typeof signPayload> =>
      signPayload(party.seed, 'tp1/draw/void', { drawId, reason });
    await expect(
      module.get(VoidDraw).giveUp(operator, id, reason, 'supervisor', [sign(parties[0]!)]),
    ).rejects.toMatchObject({ code: 'draw.void_unsigned', params: { missing: ['tenderer'] } });
    await module.get(VoidDraw).giveUp(operator, id, reason, 'supervisor', parties.map(sign));
    await settle(module);
    expect(await phase(id)).toBe('void');
    const next = (await draws.latest(tender.id, 'lottery'))!;
    expect(next).toMatchObject({ attempt: 2, phase: 'enrolling' });
    // The result of the first may have been known: nothing may be left that somebody could refuse to reveal.
    expect(next.source).toMatchObject({ kind: 'physical', symbolCount: 20 });
    await expect(conduct.chooseSource(next.id, { kind: 'escrow' })).rejects.toMatchObject({
      code: 'draw.escrow_after_void',
    });
    parties = [new Contributor('supervisor'), new Contributor('tenderer')];
    const spec = await enrolled(next.id);
    for (const party of parties) await contribute.input(actorOf(party), next.id, party.input(spec));
    await settle(module);
    const finish = module.get(FinishDraw);
    await finish.enterSymbols(operator, next.id, DICE);
    const locked_ = await lockedDraw(next.id);
    for (const party of parties) {
      await contribute.countersign(actorOf(party), next.id, signThrow(locked_, DICE, party.seed));
    }
    await settle(module);
    const result = await verified();
    expect(result).toMatchObject({
      ok: true,
      report: { draws: [{ status: 'void' }, { status: 'verified', attempt: 2 }] },
    });
  });
});
