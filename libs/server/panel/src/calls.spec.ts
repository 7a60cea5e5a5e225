import { randomUUID } from 'node:crypto';
import { DataSource } from 'typeorm';
import { DAY, formatInstant, HOUR, MINUTE, SECOND, taggedHashHex } from '@core/kernel';
import { legalDate, startOfDate } from '@core/rules';
import { verifyCallChain, type VoiceOutcome } from '@core/voice';
import { Draws } from '@server/draw';
import { ClockStore, LegalClock, Outbox } from '@server/platform';
import {
  VoiceGateway,
  type VoiceCallOptions,
  type VoiceCallRequest,
  type VoiceCallResult,
  type VoiceGatewayHealth,
} from '@server/voice';
import { aDrawnPanel, type DrawnPanel } from '../../../../test/support/drawn-panel';
import { aModule, open, type TestModule } from '../../../../test/support/module';
import { anActor } from '../../../../test/support/tender-row';
import { settle } from '../../../../test/support/turns';
import { CallPanel } from './call-panel';
import { Calls } from './calls.store';
import { Dialler } from './dialler';
import { CALLS_HALTED } from './fill-seats';
import { PanelModule } from './panel.module';
import { Panels, type Invitation } from './panels.store';
import { PlaceCalls } from './place-calls';

interface Ringing {
  readonly request: VoiceCallRequest;
  readonly options: VoiceCallOptions;
  /** Presses a key that answers; comes back with what is said. */
  press(key: string): Promise<string | undefined>;
  end(outcome: VoiceOutcome, cause?: string): void;
}

/** The real port, with the other end of every line in the hand of the test. */
class Exchange extends VoiceGateway {
  readonly kind = 'sip';
  readonly ringing: Ringing[] = [];
  readonly dialled: string[] = [];

  call(request: VoiceCallRequest, options: VoiceCallOptions = {}): Promise<VoiceCallResult> {
    const { callId } = request;
    this.dialled.push(request.to);
    let ms = 0;
    const note = (type: 'DIALING' | 'RINGING' | 'ANSWERED' | 'KEY', more: object = {}): void =>
      options.onEvent?.({ callId, at: '', ms: (ms += 10), type, ...more });
    return new Promise((resolve) => {
      let key: string | undefined;
      const end = (outcome: VoiceOutcome, cause?: string): void => {
        this.ringing.splice(this.ringing.indexOf(call), 1);
        const more = { ...(key && { key }), ...(cause && { cause }) };
        resolve({ callId, outcome, ...more, talkMs: 0, totalMs: ms });
      };
      const call: Ringing = {
        request,
        options,
        end,
        press: async (pressed) => {
          note('ANSWERED');
          note('KEY', { key: pressed });
          key = pressed;
          const said = await options.decide?.(pressed);
          end('KEY');
          return said;
        },
      };
      this.ringing.push(call);
      options.signal?.addEventListener('abort', () => end('CANCELLED'));
      note('DIALING');
      note('RINGING');
    });
  }
  health(): Promise<VoiceGatewayHealth> {
    return Promise.resolve({ ok: true, capacity: 8 });
  }
  close(): Promise<void> {
    return Promise.resolve();
  }
}

describe('calls to a drawn panel', () => {
  let module: TestModule;
  let exchange: Exchange;
  let drawn: DrawnPanel;
  const ports = (): ReadonlyMap<typeof VoiceGateway, unknown> =>
    new Map([[VoiceGateway, exchange]]);

  beforeEach(async () => {
    exchange = new Exchange();
    module = await aModule('calls', [PanelModule], {}, ports());
    drawn = await aDrawnPanel(module);
  });
  afterEach(() => module.close());

  const tick = (): Promise<void> => module.get(Dialler).tick();
  const now = (): number => module.get(LegalClock).now();
  /** The clock runs by itself, and never goes back. */
  const moveTo = async (at: number): Promise<void> => {
    if (at > now()) await module.get(ClockStore).move(at, null);
  };
  const invitations = (): Promise<Invitation[]> => module.get(Panels).invitations(drawn.panel.id);
  const state = async (): Promise<string> => (await module.get(Panels).get(drawn.panel.id)).state;
  const at = async (seat: number): Promise<Invitation> =>
    (await invitations()).filter((one) => one.seat === seat).at(-1)!;
  const outcomes = async (invitationId: string): Promise<(string | null)[]> =>
    (await module.get(Calls).ofInvitation(invitationId)).map(({ outcome }) => outcome);
  /** The call that rings for an invitation. */
  const lineOf = async (invitation: Invitation): Promise<Ringing> => {
    const calls = await module.get(Calls).ofInvitation(invitation.id);
    return exchange.ringing.find(({ request }) => calls.some(({ id }) => id === request.callId))!;
  };
  /** Ends one call and waits until everything that follows is written. */
  const end = async (line: Ringing, outcome: VoiceOutcome): Promise<void> => {
    line.end(outcome, 'sip:13800000001 said no');
    await written(line);
  };
  const written = async ({ request }: Ringing): Promise<void> => {
    for (let turn = 0; turn < 200; turn++) {
      if ((await module.get(Calls).find(request.callId))?.state === 'over') return;
      await new Promise((resolve) => setTimeout(resolve, 5));
    }
    throw new Error('the call was not written');
  };
  /** Moves the clock to the next planned call and begins it. */
  const nextCall = async (invitation: Invitation): Promise<Ringing> => {
    // The cap of one call a minute may put it off once more.
    for (let turn = 0; turn < 3; turn++) {
      const call = (await module.get(Calls).ofInvitation(invitation.id)).at(-1)!;
      if (call.state !== 'due') break;
      await moveTo(call.dueAt);
      await tick();
    }
    return lineOf(invitation);
  };

  it('ring for every open seat at once, and form the panel when all press 1 in the same second', async () => {
    await tick();
    await tick();
    expect(exchange.ringing).toHaveLength(4);
    const [line] = exchange.ringing;
    expect(line!.request.script.invitation).toContain('评标区三号室');
    expect(JSON.stringify(line!.request)).not.toContain(drawn.tender.title);
    const lines = [...exchange.ringing];
    await Promise.all(lines.map((one) => one.press('1')));
    await Promise.all(lines.map(written));
    expect(await state()).toBe('formed');
    expect((await invitations()).map((one) => one.state)).toEqual(Array(4).fill('accepted'));
    await tick();
    expect(exchange.ringing).toHaveLength(0);
  });

  it('give a seat to one person only, however many answers come in the same second', async () => {
    await tick();
    const first = await at(1);
    const line = await lineOf(first);
    const { personId } = await module.get(Panels).identity(drawn.panel.id, first.row);
    const actor = { ...anActor('expert'), personId };
    const page = (accepts: boolean): Promise<void> =>
      module.get(CallPanel).answer(actor, first.id, accepts);
    await Promise.allSettled([
      page(false),
      line.options.decide!('1'),
      page(true),
      line.options.decide!('2'),
    ]);
    await written(line);
    await tick();
    const after = await at(1);
    if (after.id !== first.id) {
      const next = await lineOf(after);
      await Promise.all([line.options.decide!('1'), next.press('1')]);
    }
    const ofSeat = (await invitations()).filter((one) => one.seat === 1);
    expect(ofSeat.filter((one) => one.state === 'accepted').length).toBeLessThanOrEqual(1);
    expect(ofSeat.filter((one) => ['accepted', 'invited'].includes(one.state))).toHaveLength(1);
  });

  it('tell whoever answers after the seat has gone that it has', async () => {
    await tick();
    const first = await at(1);
    const line = await lineOf(first);
    const { personId } = await module.get(Panels).identity(drawn.panel.id, first.row);
    const actor = { ...anActor('expert'), personId };
    const decide = line.options.decide!;
    await module.get(CallPanel).answer(actor, first.id, true);
    // The answer on the page ends the call.
    await written(line);
    expect(await outcomes(first.id)).toEqual(['CANCELLED']);
    expect(await decide('2')).toContain('不用再答复');
    expect((await at(1)).state).toBe('accepted');
  });

  it('go to the next of the drawn order when somebody declines or has not answered three calls', async () => {
    await tick();
    const declines = await at(1);
    const line = await lineOf(declines);
    await line.press('2');
    await written(line);
    expect((await module.get(Panels).invitation(declines.id)).state).toBe('declined');
    expect((await at(1)).state).toBe('invited');

    const silent = await at(2);
    await end(await lineOf(silent), 'NO_ANSWER');
    // A refused call says nothing about the invitation.
    await end(await nextCall(silent), 'REJECTED');
    expect((await at(2)).id).toBe(silent.id);
    await end(await nextCall(silent), 'HANGUP_NO_KEY');
    expect((await module.get(Panels).invitation(silent.id)).state).toBe('unreachable');
    expect((await at(2)).id).not.toBe(silent.id);
    expect(await outcomes(silent.id)).toEqual(['NO_ANSWER', 'REJECTED', 'HANGUP_NO_KEY']);

    const wrong = await at(3);
    await end(await lineOf(wrong), 'INVALID_NUMBER');
    expect((await module.get(Panels).invitation(wrong.id)).state).toBe('unreachable');
  });

  it('commit each skip to what the calls were, without a number', async () => {
    await tick();
    const silent = await at(1);
    for (let attempt = 0; attempt < 3; attempt++) {
      await end(attempt === 0 ? await lineOf(silent) : await nextCall(silent), 'NO_ANSWER');
    }
    const { evidence } = await module.get(Panels).invitation(silent.id);
    const record = JSON.parse(evidence!) as {
      random: string;
      calls: { made: number; head: string };
    };
    expect(record.random).toMatch(/^[0-9a-f]{64}$/);
    const draw = await module.get(Draws).latest(drawn.tender.id, 'panel');
    const [event] = await module.get(Draws).events(draw!.id);
    expect(event!.evidence).toBe(taggedHashHex('sunlit/call', record));
    const rows = await module.get(Calls).events(silent.id);
    const events = rows.map((row) => ({ ...row, at: formatInstant(row.at) }));
    expect(verifyCallChain(events)).toEqual({ ok: true, head: record.calls.head });
    expect(record.calls.made).toBe(3);
    expect(rows.filter(({ type }) => type === 'RESULT').map(({ what }) => what)).toEqual(
      Array(3).fill('NO_ANSWER'),
    );
    const dump = JSON.stringify(rows.map(({ sealed: _, ...row }) => row));
    expect(dump).not.toMatch(/1380000|sip:/);
  });

  it('never count a failure of the gateway: after five somebody is told, and a call by hand goes on', async () => {
    const halted: unknown[] = [];
    module.get(Outbox).consume('test', CALLS_HALTED, ({ payload }) => {
      halted.push(payload);
      return Promise.resolve();
    });
    await tick();
    const unlucky = await at(1);
    for (let attempt = 0; attempt < 5; attempt++) {
      const line = attempt === 0 ? await lineOf(unlucky) : await nextCall(unlucky);
      await end(line, 'GATEWAY_ERROR');
    }
    await settle(module, 1);
    expect(halted).toEqual([{ panelId: drawn.panel.id, seat: 1, row: unlucky.row }]);
    await moveTo(now() + 3 * HOUR);
    await settle(module, 1);
    expect((await at(1)).id).toBe(unlucky.id);
    const operator = anActor('draw_operator');
    await expect(
      module.get(PlaceCalls).again(operator, randomUUID(), unlucky.id),
    ).rejects.toMatchObject({ code: 'invitation.not_found' });
    await module.get(PlaceCalls).again(operator, unlucky.panelId, unlucky.id);
    const line = await nextCall(unlucky);
    await expect(
      module.get(PlaceCalls).again(operator, unlucky.panelId, unlucky.id),
    ).rejects.toMatchObject({
      code: 'invitation.not_callable',
    });
    await line.press('1');
    expect((await at(1)).state).toBe('accepted');
  });

  it('wait for the morning, and so does the time to answer', async () => {
    const evening = startOfDate(legalDate(now())) + 20 * HOUR + 58 * MINUTE;
    await moveTo(evening);
    await tick();
    const line = await lineOf(await at(1));
    await end(line, 'NO_ANSWER');
    await tick();
    const first = await at(1);
    const morning = startOfDate(legalDate(now())) + DAY + 8 * HOUR;
    expect((await module.get(Calls).ofInvitation(first.id)).at(-1)!.dueAt).toBe(morning);
    await moveTo(morning - SECOND);
    await settle(module, 1);
    await tick();
    expect((await at(1)).id).toBe(first.id);
    await expect(
      module.get(PlaceCalls).again(anActor('draw_operator'), first.panelId, first.id),
    ).rejects.toMatchObject({ code: 'invitation.call_later' });
    await moveTo(morning);
    await tick();
    expect(await lineOf(first)).toBeDefined();
  });

  it('are ours when the process dies: they do not count, unless a key was decided', async () => {
    await tick();
    const [cut, decided] = [await at(1), await at(2)];
    await (
      await lineOf(decided)
    ).options.decide!('1');
    const dead = module;
    // Nothing of the old process writes any more: its rows stay as they are, its lease runs out.
    await dead
      .get(DataSource)
      .query('UPDATE panel_call SET holder = ?, leaseUntil = ?', [
        'gone',
        '2001-01-01 00:00:00.000',
      ]);
    const { database } = dead;
    exchange = new Exchange();
    module = await open(database, [PanelModule], {}, ports());
    await tick();
    expect(await outcomes(cut.id)).toEqual(['GATEWAY_ERROR', null]);
    expect(await outcomes(decided.id)).toEqual(['KEY']);
    expect((await at(2)).state).toBe('accepted');
    expect(await nextCall(cut)).toBeDefined();
    await dead.stop();
  });

  it('stop when somebody is replaced after accepting, and reach the replacement', async () => {
    await tick();
    const first = await at(1);
    const line = await lineOf(first);
    await line.press('1');
    await written(line);
    const { personId } = await module.get(Panels).identity(drawn.panel.id, first.row);
    await module.get(CallPanel).answer({ ...anActor('expert'), personId }, first.id, false);
    await tick();
    const next = await at(1);
    expect(next.id).not.toBe(first.id);
    await (await lineOf(next)).press('1');
    expect((await at(1)).state).toBe('accepted');
  });

  it('dial the number of the directory, and keep it nowhere', async () => {
    await tick();
    expect(exchange.dialled).toHaveLength(4);
    for (const to of exchange.dialled) expect(to).toMatch(/^1380000\d{4}$/);
    const source = module.get(DataSource);
    for (const table of [
      'panel_call',
      'panel_call_event',
      'dialled_number',
      'outbox',
      'deadline',
    ]) {
      const dump = JSON.stringify(await source.query(`SELECT * FROM ${table}`));
      for (const to of exchange.dialled) expect(dump).not.toContain(to);
      for (const person of drawn.people) expect(dump).not.toContain(person);
    }
  });
});
