import { randomUUID } from 'node:crypto';
import { Ids, SystemClock } from '@server/platform';
import { BrowserTransport } from './browser-transport';
import { IvrGateway } from './ivr-gateway';
import { Softphones, type Softphone } from './softphones';
import type { VoiceCallOptions, VoiceCallResult } from './voice-gateway';

const SCRIPT = {
  invitation: 'invitation',
  invalidKey: 'invalid',
  keys: ['1', '2'],
  sure: { '1': 'sure', '2': 'sure' },
  confirm: { '1': 'done', '2': 'done' },
};

/** A page in the hand of the test. */
class Page implements Softphone {
  readonly heard: string[] = [];
  callId = '';
  private leave: (() => void) | null = null;

  constructor(
    private readonly phones: Softphones,
    private readonly person: string,
    private readonly habit: (page: Page, heard: string) => void = () => undefined,
  ) {}

  open(): this {
    this.leave = this.phones.connect(this.person, this);
    return this;
  }
  close(): void {
    this.leave?.();
  }
  ring(callId: string): void {
    this.callId = callId;
    this.take('ring');
  }
  say(_callId: string, text: string): void {
    this.take(text);
  }
  bye(): void {
    this.take('bye');
  }
  send(type: 'ringing' | 'answer' | 'bye', callId = this.callId): void {
    this.phones.report(this.person, this, { type, callId });
  }
  key(key: string, callId = this.callId): void {
    this.phones.report(this.person, this, { type: 'key', callId, key });
  }

  private take(heard: string): void {
    this.heard.push(heard);
    queueMicrotask(() => this.habit(this, heard));
  }
}

/** Answers, presses 1 twice, and hangs up after the last sentence. */
function comes(page: Page, heard: string): void {
  if (heard === 'ring') {
    page.send('ringing');
    page.send('answer');
  } else if (heard === 'done') page.send('bye');
  else if (heard !== 'bye') page.key('1');
}

describe('a page that rings', () => {
  let phones: Softphones;
  let gateway: IvrGateway;
  let person: string;
  beforeEach(() => {
    phones = new Softphones();
    phones.open();
    gateway = new IvrGateway(new BrowserTransport(phones, new Ids()), new SystemClock());
    person = randomUUID();
  });

  const call = (to = person, options: VoiceCallOptions = {}): Promise<VoiceCallResult> =>
    gateway.call(
      {
        callId: randomUUID(),
        to,
        script: SCRIPT,
        ringTimeoutMs: 60,
        keyTimeoutMs: 50,
        repeats: 0,
        maxCallMs: 5_000,
      },
      options,
    );

  it('answers, and is told nothing before', async () => {
    const page = new Page(phones, person, comes).open();
    expect(await call()).toMatchObject({ outcome: 'KEY', key: '1' });
    expect(page.heard).toEqual(['ring', 'invitation', 'sure', 'done', 'bye']);
  });

  it('is out of reach when it is not open, and rings when it is opened meanwhile', async () => {
    expect(gateway.reaches(person)).toBe(false);
    expect((await call()).outcome).toBe('UNREACHABLE');
    const ringing = call();
    await new Promise((resolve) => setTimeout(resolve, 10));
    new Page(phones, person, comes).open();
    expect((await ringing).outcome).toBe('KEY');
    expect(gateway.reaches(person)).toBe(true);
  });

  it('rings everywhere, and only the page that answers has the call', async () => {
    const other = new Page(phones, person, (page, heard) => {
      if (heard === 'ring') page.send('ringing');
      // It is too late to answer, to decline or to hang up for the other one.
      if (heard === 'bye') {
        page.send('answer');
        page.key('2');
        page.key('2');
        page.send('bye');
      }
    }).open();
    new Page(phones, person, comes).open();
    expect(await call()).toMatchObject({ outcome: 'KEY', key: '1' });
    expect(new Set(other.heard)).toEqual(new Set(['ring', 'bye']));
  });

  it('refuses a call, does not pick up, or is closed in the middle', async () => {
    const refusing = new Page(phones, person, (page, heard) => {
      if (heard === 'ring') page.send('bye');
    }).open();
    expect((await call()).outcome).toBe('REJECTED');
    refusing.close();
    const away = new Page(phones, person, (page, heard) => {
      if (heard === 'ring') page.send('ringing');
    }).open();
    expect((await call()).outcome).toBe('NO_ANSWER');
    expect(away.heard).toEqual(['ring', 'bye']);
    away.close();
    new Page(phones, person, (page, heard) => {
      if (heard === 'ring') page.send('answer');
      else page.close();
    }).open();
    expect((await call()).outcome).toBe('HANGUP_NO_KEY');
  });

  it('takes no key of another call or of another kind, and none before the answer', async () => {
    new Page(phones, person, (page, heard) => {
      if (heard === 'ring') {
        page.key('1');
        page.key('1');
        page.send('answer');
      } else if (heard === 'invitation') {
        page.key('1', randomUUID());
        page.key('11');
        page.key('x');
        page.send('bye');
      }
    }).open();
    expect((await call()).outcome).toBe('HANGUP_NO_KEY');
  });

  it('is called once at a time, and a call that waits for it can be ended', async () => {
    const page = new Page(phones, person, comes).open();
    const abort = new AbortController();
    const calls = [call(), call(), call(person, { signal: abort.signal })];
    abort.abort();
    const outcomes = (await Promise.all(calls)).map(({ outcome }) => outcome);
    expect(outcomes).toEqual(['KEY', 'KEY', 'CANCELLED']);
    expect(page.heard.join()).toBe('ring,invitation,sure,done,bye,ring,invitation,sure,done,bye');
  });

  it('carries fifty calls at once', async () => {
    const people = Array.from({ length: 50 }, () => randomUUID());
    for (const one of people) new Page(phones, one, comes).open();
    const results = await Promise.all(people.map((one) => call(one)));
    expect(results.every(({ outcome }) => outcome === 'KEY')).toBe(true);
    expect((await gateway.health()).ok).toBe(true);
  });

  it('cannot ring from a process to which no page connects', async () => {
    const deaf = new BrowserTransport(new Softphones(), new Ids());
    expect(await deaf.health()).toEqual({ ok: false, capacity: 0 });
    expect(deaf.validTarget('13800000001')).toBe(false);
  });
});
