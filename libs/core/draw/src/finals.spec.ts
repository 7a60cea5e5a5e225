import { digest, namedKey, utf8 } from '@core/kernel';
import coefficient from '../../../../test/vectors/tp1/draw-coefficient.json';
import panel from '../../../../test/vectors/tp1/draw-panel-drand.json';
import { makeInput } from './contributor';
import { drandFinal, roundTime } from './drand';
import type { DrawEvidence } from './draw-log';
import { physicalFinal, signThrow, takeRound, takeSymbols, type LockedDraw } from './finals';
import { makeLock } from './lock';
import type { DrandSource, DrawLock, DrawSpec } from './spec';
import { verifyDraw } from './verify';

const testSeed = (label: string): Uint8Array => digest(utf8(`tp1-test/${label}`));
const spec = panel.spec as unknown as DrawSpec;
const locked: LockedDraw = { spec, lock: panel.lock as unknown as DrawLock };
const emitted = roundTime(spec.source as DrandSource, 1000);
const codeOf = (result: { ok: boolean; refusal?: { code: string } }): string =>
  result.refusal?.code ?? 'taken';

describe('the round a locked draw waits for (tp1 §3.3 A)', () => {
  it('is taken from anybody, and only that one', () => {
    expect(takeRound(locked, panel.drandSignature, emitted - 30)).toEqual({
      ok: true,
      value: drandFinal(spec.drawId, 1000, panel.drandSignature),
    });
    expect(codeOf(takeRound(locked, 'a'.repeat(96), emitted - 30))).toBe('draw.round_false');
    expect(codeOf(takeRound(locked, panel.drandSignature, emitted - 29))).toBe('draw.too_late');
    const other = { ...locked, lock: { ...locked.lock, round: null } };
    expect(codeOf(takeRound(other, panel.drandSignature, 0))).toBe('draw.wrong_source');
  });
});

describe('dice in the room (tp1 §3.3 C)', () => {
  const people = ['platform', 'supervisor', 'tenderer'].map((id) => namedKey(id, testSeed(id)));
  const dice: DrawSpec = {
    ...spec,
    source: { kind: 'physical', symbolCount: 20, symbolMax: 6, minSigners: 2 },
    contributors: people,
  };
  const inputs = people.map(
    ({ id }) => makeInput(dice, id, testSeed(id), testSeed(`nonce/${id}`)).input,
  );
  const draw: LockedDraw = { spec: dice, lock: makeLock(dice, inputs, null, null) };
  const symbols = Array.from({ length: 20 }, (_, at) => (at % 6) + 1).join();
  const signed = (id: string, by = id) => ({ id, sig: signThrow(draw, symbols, testSeed(by)) });

  it('are taken when enough people signed what they saw', () => {
    const taken = physicalFinal(draw, symbols, [signed('platform'), signed('supervisor')]);
    expect(taken).toMatchObject({ ok: true, value: { final: { kind: 'physical', symbols } } });
    const few = [signed('platform'), signed('platform'), signed('tenderer', 'platform')];
    expect(codeOf(physicalFinal(draw, symbols, few))).toBe('draw.physical_unsigned');
    expect(codeOf(physicalFinal(draw, symbols, [signed('nobody', 'platform')]))).toBe(
      'draw.physical_unsigned',
    );
  });

  it('are refused when they are no throw of this draw', () => {
    for (const bad of ['', '1,2,3', symbols.replace('6', '7'), symbols.replace('1', '01')]) {
      expect(codeOf(takeSymbols(draw, bad))).toBe('draw.symbols_invalid');
    }
    expect(codeOf(takeSymbols(locked, symbols))).toBe('draw.wrong_source');
    expect(codeOf(physicalFinal(locked, symbols, []))).toBe('draw.wrong_source');
  });
});

describe('a beacon after sealed nonces (tp1 §3.3 withBids)', () => {
  const source = { ...(spec.source as DrandSource), withBids: { env: 'sheet' } };
  const people = ['platform', 'supervisor', 'tenderer'].map((id) => namedKey(id, testSeed(id)));
  const drawn = {
    ...(coefficient.spec as unknown as DrawSpec),
    source,
    contributors: people,
  } as DrawSpec;
  const inputs = people.map(
    ({ id }) => makeInput(drawn, id, testSeed(id), testSeed(`nonce/${id}`)).input,
  );
  const bids = [{ bid: 'B1', bidHash: '1'.repeat(64) }];
  const { drawId } = drawn;
  const bodies: [string, object][] = [
    ['draw.spec', drawn],
    ['draw.lock', makeLock(drawn, inputs, 1000, bids)],
    ['opening.opened', {}],
    ['draw.final', drandFinal(drawId, 1000, panel.drandSignature)],
  ];
  const judge = async (openedAt: number, index = 2): Promise<string> => {
    const evidence: DrawEvidence = {
      scope: 'T2026-0001',
      records: bodies.map(([type, body], at) => ({
        index: at,
        leaf: '0'.repeat(64),
        record: {
          v: 1,
          type,
          scope: 'T2026-0001',
          n: at,
          prev: '0'.repeat(64),
          at: '2026-03-02T00:00:00Z',
          actor: '0'.repeat(16),
          body: body as never,
        },
      })),
      gate: (at) => ({ size: at + 1, time: at < 2 ? emitted - 60 : openedAt }),
      keys: [],
      closed: { index: 0, bids },
      opened: () => [{ bid: 'B1', index, nonce: '2'.repeat(64) }],
      complete: false,
    };
    const result = await verifyDraw(drawId, evidence);
    return result.ok ? result.value.status : result.refusal.code;
  };

  it('must not be known before the last bid was opened', async () => {
    expect(await judge(emitted)).toBe('pending');
    expect(await judge(emitted + 1)).toBe('draw.bids_not_open');
    expect(await judge(emitted, 4)).toBe('draw.bids_not_open');
  });
});
