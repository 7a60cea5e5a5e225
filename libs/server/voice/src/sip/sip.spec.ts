import { execFileSync } from 'node:child_process';
import { mkdtempSync, readdirSync, readlinkSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { SystemClock } from '@server/platform';
import { SipPhone } from './test-phone';
import { IvrGateway } from '../ivr-gateway';
import type { VoiceCallEvent, VoiceCallRequest, VoiceCallResult } from '../voice-gateway';
import { outcomeOf } from './close-cause';
import { netstring, NetstringReader } from './netstring';
import { missingPackages } from './sip-gateway';
import { SipLine } from './sip-line';
import { SipTransport } from './sip-transport';
import { spokenPinyin } from './speech';
import { silentWav, wavMs } from './wav';

/** The processes that work in a folder. */
function processesIn(directory: string): number[] {
  return readdirSync('/proc')
    .filter((name) => /^\d+$/.test(name))
    .filter((pid) => {
      try {
        return readlinkSync(`/proc/${pid}/cwd`) === directory;
      } catch {
        return false;
      }
    })
    .map(Number);
}

const SLOW = 30_000;
const CONTROL = 14_640;

describe('what a telephone line is made of', () => {
  it('frames messages as netstrings, however they are cut', () => {
    const texts = ['{}', '{"a":"二"}', 'x'.repeat(300)];
    const stream = Buffer.from(texts.map(netstring).join(''));
    const reader = new NetstringReader();
    const read: string[] = [];
    for (let at = 0; at < stream.length; at += 7)
      read.push(...reader.read(stream.subarray(at, at + 7)));
    expect(read).toEqual(texts);
    expect(() => new NetstringReader().read(Buffer.from('no netstring at all'))).toThrow();
    expect(() => new NetstringReader().read(Buffer.from('9999999999:x'))).toThrow();
  });

  it.each([
    ['486 Busy Here', 'BUSY'],
    ['600 Busy Everywhere', 'BUSY'],
    ['603 Decline', 'REJECTED'],
    ['480 Temporarily Unavailable', 'UNREACHABLE'],
    ['Connection timed out', 'UNREACHABLE'],
    ['404 Not Found', 'INVALID_NUMBER'],
    ['484 Address Incomplete', 'INVALID_NUMBER'],
    ['503 Service Unavailable', 'GATEWAY_ERROR'],
    ['401 Unauthorized', 'GATEWAY_ERROR'],
    ['', 'GATEWAY_ERROR'],
  ])('takes %s for %s', (cause, outcome) => {
    expect(outcomeOf(cause)).toBe(outcome);
  });

  it('speaks polyphones and numbers as people do', () => {
    expect(spokenPinyin('重庆银行')).toMatch(/^chong2 qing4 yin2 hang2/);
    expect(spokenPinyin('302室')).toMatch(/^san1 ling2 er4/);
    expect(spokenPinyin('请重听。')).toContain('chong2 ting1');
    expect(spokenPinyin('请重听。')).toMatch(/\.$/);
  });

  it('knows how long a sound lasts', () => {
    expect(wavMs(silentWav(3).length)).toBe(3_000);
  });
});

const missing = missingPackages();
if (missing.length > 0) {
  process.stderr.write(`!! telephones are not tested: install ${missing.join(', ')}\n`);
}

(missing.length > 0 ? describe.skip : describe)('calls to a real SIP phone', () => {
  let folder: string;
  let transport: SipTransport;
  let gateway: IvrGateway;
  let phone: SipPhone;
  const events: VoiceCallEvent[] = [];

  const request: VoiceCallRequest = {
    callId: 'call-1',
    to: '13800000001',
    ringTimeoutMs: 4_000,
    keyTimeoutMs: 3_000,
    repeats: 1,
    maxCallMs: 60_000,
    script: {
      invitation: '您好',
      invalidKey: '按键无效',
      sure: { '1': '确认请按一', '2': '确认请按二' },
      confirm: { '1': '再见', '2': '再见' },
      keys: ['1', '2'],
      repeatKey: '3',
      failure: '系统繁忙',
    },
  };
  const call = (
    more: Partial<VoiceCallRequest> = {},
    signal?: AbortSignal,
  ): Promise<VoiceCallResult> =>
    gateway.call(
      { ...request, ...more },
      { onEvent: (event) => events.push(event), ...(signal ? { signal } : {}) },
    );
  /** Waits until the line has begun to say the nth text. */
  const said = async (count: number): Promise<void> => {
    while (events.filter(({ type }) => type === 'PLAY').length < count) await pause(20);
  };

  beforeAll(async () => {
    folder = mkdtempSync(join(tmpdir(), 'sipt-'));
    phone = new SipPhone(join(folder, 'phone'), 25_160, CONTROL + 40, 30_200);
    await phone.start();
    transport = new SipTransport({
      lines: 1,
      folder: join(folder, 'l'),
      bind: '127.0.0.1',
      sipPort: 15_260,
      controlPort: CONTROL,
      soundPort: 16_800,
      account: '<sip:panel{line}@127.0.0.1:{port}>;regint=0;audio_codecs=PCMA/8000/1,PCMU/8000/1',
      // The phone knows itself by one name, whatever number is dialled.
      target: 'sip:callee@127.0.0.1:25160',
    });
    gateway = new IvrGateway(transport, new SystemClock());
  }, SLOW);
  beforeEach(() => {
    events.length = 0;
  });
  afterAll(async () => {
    await gateway.close();
    await phone.stop();
    rmSync(folder, { recursive: true, force: true });
  });

  it('uses the voice that reads pinyin: the other one speaks English', () => {
    const phonemes = execFileSync('espeak-ng', [
      '-v',
      'cmn-latn-pinyin',
      '-q',
      '-x',
      spokenPinyin('你好'),
    ]);
    expect(phonemes.toString()).not.toContain('(en)');
  });

  it(
    'is answered, asks twice, and takes the key',
    async () => {
      const result = call();
      await phone.accept();
      await said(1);
      await phone.press('1');
      await said(2);
      await phone.press('1');
      expect(await result).toMatchObject({ outcome: 'KEY', key: '1' });
      expect(events.map(({ type }) => type)).toEqual(
        expect.arrayContaining(['DIALING', 'RINGING', 'ANSWERED', 'PLAY', 'KEY', 'RESULT']),
      );
    },
    SLOW,
  );

  it(
    'tells a refused ring, an unanswered one and a receiver put down',
    async () => {
      const refused = call();
      await phone.reject();
      expect((await refused).outcome).toBe('BUSY');
      const unanswered = call({ ringTimeoutMs: 1_500 });
      await phone.hears('CALL_INCOMING');
      expect((await unanswered).outcome).toBe('NO_ANSWER');
      const left = call();
      await phone.accept();
      await said(1);
      await phone.hangup();
      expect((await left).outcome).toBe('HANGUP_NO_KEY');
      expect((await call({ to: '12;rm' })).outcome).toBe('INVALID_NUMBER');
    },
    SLOW,
  );

  it(
    'lets the second call to a number wait for the first, and lets it be given up',
    async () => {
      const first = call();
      await phone.accept();
      const later = new AbortController();
      const second = call({ callId: 'call-2' }, later.signal);
      later.abort();
      expect((await second).outcome).toBe('CANCELLED');
      await said(1);
      await phone.hangup();
      expect((await first).outcome).toBe('HANGUP_NO_KEY');
    },
    SLOW,
  );

  it(
    'survives a line that dies in the middle of a call',
    async () => {
      const broken = call();
      await phone.accept();
      await said(1);
      for (const pid of processesIn(join(folder, 'l', 'line0'))) process.kill(pid, 'SIGKILL');
      expect((await broken).outcome).toBe('GATEWAY_ERROR');
      // A line that was killed says no goodbye: the callee puts the receiver down.
      await phone.hangup();
      const next = call();
      await phone.accept();
      await said(2);
      await phone.press('2');
      await said(3);
      await phone.press('2');
      expect(await next).toMatchObject({ outcome: 'KEY', key: '2' });
    },
    SLOW,
  );

  it('starts a line once, however many calls want it at the same moment', async () => {
    const line = await transport.acquire(request.to);
    await line.hangup();
    for (const pid of processesIn(join(folder, 'l', 'line0'))) process.kill(pid, 'SIGKILL');
    // Until the line has heard of it.
    await pause(500);
    if (!(line instanceof SipLine)) throw new Error('no line of the pool');
    await Promise.all([line.ensure(), line.ensure(), line.ensure()]);
    expect(processesIn(join(folder, 'l', 'line0'))).toHaveLength(1);
    transport.release(line);
  });

  it('keeps the account to itself, and is sound', async () => {
    expect(statSync(join(folder, 'l', 'line0', 'accounts')).mode & 0o777).toBe(0o600);
    expect(statSync(join(folder, 'l')).mode & 0o777).toBe(0o700);
    expect(await gateway.health()).toMatchObject({ ok: true, capacity: 1 });
  });
});
