import type { VoiceOutcome } from '@core/voice';
import { SystemClock } from '@server/platform';
import { IvrGateway } from './ivr-gateway';
import type { Leg, LegEvent, LegTransport } from './leg';
import type { VoiceCallEvent, VoiceCallOptions, VoiceCallRequest } from './voice-gateway';

type Report = (event: LegEvent) => void;

/** A line whose other end is played by the test: `on` is told of the ring and of every text that is said. */
class ScriptedLine implements Leg, LegTransport {
  readonly kind = 'sip';
  readonly name = 'line0';
  readonly said: string[] = [];
  hungUp = 0;
  released = 0;
  speechMs = 1;
  private report: Report = () => undefined;

  constructor(private readonly on: (what: string, report: Report) => void) {}

  validTarget(to: string): boolean {
    return /^\d{3,20}$/.test(to);
  }
  acquire(_to: string, signal?: AbortSignal): Promise<Leg> {
    return signal?.aborted ? Promise.reject(new Error('aborted')) : Promise.resolve(this);
  }
  release(): void {
    this.released += 1;
  }
  dial(_to: string, report: Report): Promise<void> {
    this.report = report;
    this.on('ring', report);
    return Promise.resolve();
  }
  play(text: string): Promise<number> {
    this.said.push(text);
    queueMicrotask(() => this.on(text, this.report));
    return Promise.resolve(this.speechMs);
  }
  hangup(): Promise<void> {
    this.hungUp += 1;
    return Promise.resolve();
  }
  health(): Promise<{ ok: boolean; capacity: number }> {
    return Promise.resolve({ ok: true, capacity: 1 });
  }
  close(): Promise<void> {
    return Promise.resolve();
  }
}

const request: VoiceCallRequest = {
  callId: 'call-1',
  to: '13800000001',
  ringTimeoutMs: 40,
  keyTimeoutMs: 25,
  repeats: 1,
  maxCallMs: 2_000,
  script: {
    invitation: 'invitation',
    invalidKey: 'invalid',
    keys: ['1', '2'],
    sure: { '1': 'sure 1', '2': 'sure 2' },
    confirm: { '1': 'done 1', '2': 'done 2' },
    repeatKey: '3',
    failure: 'failure',
  },
};

const key = (pressed: string): LegEvent => ({ type: 'KEY', key: pressed });
const closed = (outcome: VoiceOutcome): LegEvent => ({ type: 'CLOSED', cause: 'x', outcome });

function pickUp(report: Report): void {
  report({ type: 'RINGING', id: 'sip-1' });
  report({ type: 'ANSWERED' });
}

/** Answers, and presses one key after each text that is said. */
function presses(...keys: string[]): ScriptedLine {
  return new ScriptedLine((what, report) => {
    if (what === 'ring') {
      pickUp(report);
      return;
    }
    const next = keys.shift();
    if (next !== undefined) report(key(next));
  });
}

describe('a call', () => {
  const call = (line: ScriptedLine, options: VoiceCallOptions = {}, change: object = {}) =>
    new IvrGateway(line, new SystemClock()).call({ ...request, ...change }, options);

  it('takes a key only when it is pressed twice, and records it before it says so', async () => {
    const line = presses('1', '1');
    const events: VoiceCallEvent[] = [];
    let saidBefore: string[] = [];
    const decide = (pressed: string): Promise<undefined> => {
      expect(pressed).toBe('1');
      saidBefore = [...line.said];
      return Promise.resolve(undefined);
    };
    const result = await call(line, { decide, onEvent: (event) => events.push(event) });
    expect(result).toMatchObject({ outcome: 'KEY', key: '1', providerCallId: 'sip-1' });
    expect(saidBefore).toEqual(['invitation', 'sure 1']);
    expect(line.said).toEqual(['invitation', 'sure 1', 'done 1']);
    expect(events.map(({ type, what, key: pressed }) => what ?? pressed ?? type)).toEqual([
      'DIALING',
      'RINGING',
      'ANSWERED',
      'invitation',
      '1',
      'sure',
      '1',
      'confirmation',
      'KEY',
    ]);
    expect([line.hungUp, line.released]).toEqual([1, 1]);
  });

  it.each([
    ['a change of mind', ['1', '2', '2'], 'sure 1,sure 2,done 2', '2'],
    ['a wrong key in between', ['1', '8', '1', '1'], 'sure 1,invalid,sure 1,done 1', '1'],
    ['a repetition', ['3', '2', '2'], 'invitation,sure 2,done 2', '2'],
  ])('asks anew after %s', async (_, keys, said, answer) => {
    const line = presses(...keys);
    expect(await call(line)).toMatchObject({ outcome: 'KEY', key: answer });
    expect(line.said.slice(1).join()).toBe(said);
  });

  it('says why when the seat has gone, and that it failed when nothing could be recorded', async () => {
    const gone = presses('1', '1');
    expect(await call(gone, { decide: () => Promise.resolve('gone') })).toMatchObject({
      outcome: 'KEY',
    });
    expect(gone.said.at(-1)).toBe('gone');
    const down = presses('1', '1');
    const result = await call(down, { decide: () => Promise.reject(new Error('database')) });
    expect(result).toMatchObject({ outcome: 'GATEWAY_ERROR', key: '1' });
    expect(down.said.at(-1)).toBe('failure');
  });

  it('takes one key for an answer where the script asks for no second', async () => {
    const { sure: _, ...script } = request.script;
    expect(await call(presses('2'), {}, { script })).toMatchObject({ outcome: 'KEY', key: '2' });
  });

  it('is no answer when nobody presses the second key, and repeats itself as often as it may', async () => {
    const silent = presses('1');
    expect(await call(silent)).toMatchObject({ outcome: 'NO_KEY' });
    expect(silent.said).toEqual(['invitation', 'sure 1', 'invitation']);
    const again = presses('3', '3', '3', '3', '3', '3');
    expect((await call(again)).outcome).toBe('NO_KEY');
    expect(again.said.filter((text) => text === 'invitation')).toHaveLength(5);
  });

  it('tells apart how it was not answered', async () => {
    const ended = async (on: (report: Report) => void): Promise<string> =>
      (await call(new ScriptedLine((what, report) => what === 'ring' && on(report)))).outcome;
    expect(await ended(() => undefined)).toBe('UNREACHABLE');
    expect(await ended((report) => report({ type: 'RINGING' }))).toBe('NO_ANSWER');
    for (const outcome of ['BUSY', 'REJECTED', 'INVALID_NUMBER'] as const) {
      expect(await ended((report) => report(closed(outcome)))).toBe(outcome);
    }
    expect(await ended((report) => report({ type: 'DIED', cause: 'gone' }))).toBe('GATEWAY_ERROR');
    const line = presses();
    expect((await call(line, {}, { to: '12a' })).outcome).toBe('INVALID_NUMBER');
    expect(line.released).toBe(0);
  });

  it('is not answered by a key while it rings, nor by hanging up', async () => {
    const line = new ScriptedLine((what, report) => {
      if (what !== 'ring') {
        report(closed('REJECTED'));
        return;
      }
      report(key('1'));
      report(key('1'));
      pickUp(report);
    });
    expect((await call(line)).outcome).toBe('HANGUP_NO_KEY');
  });

  it('stands when the line breaks or the platform aborts after the decision', async () => {
    const abort = new AbortController();
    const line = new ScriptedLine((what, report) => {
      if (what === 'ring') {
        pickUp(report);
        return;
      }
      if (what === 'done 1') {
        report({ type: 'DIED', cause: 'gone' });
        return;
      }
      report(key('1'));
    });
    const decide = (): Promise<undefined> => {
      abort.abort();
      return Promise.resolve(undefined);
    };
    expect((await call(line, { signal: abort.signal, decide })).outcome).toBe('KEY');
  });

  it('is cancelled before it has a line, while it rings and while it talks', async () => {
    const gone = new AbortController();
    gone.abort();
    expect((await call(presses(), { signal: gone.signal })).outcome).toBe('CANCELLED');
    for (const at of ['ring', 'invitation']) {
      const abort = new AbortController();
      const line = new ScriptedLine((what, report) => {
        if (what === 'ring' && at !== 'ring') pickUp(report);
        if (what === at) abort.abort();
      });
      expect((await call(line, { signal: abort.signal })).outcome).toBe('CANCELLED');
      expect([line.hungUp, line.released]).toEqual([1, 1]);
    }
  });

  it('ends when its time is over, however many keys are pressed', async () => {
    const line = new ScriptedLine((what, report) => {
      if (what === 'ring') {
        pickUp(report);
        return;
      }
      setTimeout(() => report(key('9')), 5);
    });
    expect((await call(line, {}, { maxCallMs: 60 })).outcome).toBe('NO_KEY');
  });

  it('outlives a listener that throws and a line that cannot play', async () => {
    const onEvent = (): void => {
      throw new Error('log full');
    };
    expect((await call(presses('1', '1'), { onEvent })).outcome).toBe('KEY');
    const mute = presses();
    mute.play = () => Promise.reject(new Error('no speech'));
    expect((await call(mute)).outcome).toBe('GATEWAY_ERROR');
    expect(mute.released).toBe(1);
  });
});
