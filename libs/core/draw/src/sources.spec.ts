import fc from 'fast-check';
import { digest, publicKeyOf, signPayload, utf8, type CanonicalObject } from '@core/kernel';
import type { LoggedRecord } from '@core/ledger';
import {
  composeSpec,
  DRAW_SOURCE_KINDS,
  isLockedTooLate,
  isThrowOf,
  makeInput,
  physicalFinal,
  roundFor,
  roundTime,
  signThrow,
  takeInput,
  takeSource,
  TWENTY_DICE,
  usualSource,
  verifyDraw,
  type DrawCourse,
  type LockedDraw,
  type PhysicalThrow,
  type SourceChoice,
} from './index';
import { recipientOf } from '@core/escrow';

const secret = (label: string): Uint8Array => digest(utf8(label));
const IDS = ['platform', 'supervisor', 'tenderer'] as const;
const facts = fc.record({ clockIsMoved: fc.boolean(), voidedBehindLock: fc.boolean() });

function locked(choice: SourceChoice, now: number): LockedDraw {
  const enrolled = IDS.map((id) => ({
    id,
    publicKey: publicKeyOf(secret(`key ${id}`)),
    recipient: recipientOf(secret(`holder ${id}`)),
  }));
  const made = composeSpec(
    {
      scope: 'T1',
      purpose: 'lottery',
      attempt: 1,
      prevVoid: null,
      pool: { kind: 'values', values: ['01', '02', '03'] },
      rules: { pick: [{ stratum: 'values', seats: 1, fallback: [] }], caps: [] },
      disclose: 'at-once',
      firms: null,
    },
    choice,
    enrolled,
  );
  if (!made.ok) throw new Error(made.refusal.code);
  const spec = made.value;
  let course: DrawCourse = {
    phase: 'inputs',
    enrolled,
    spec,
    inputs: [],
    lock: null,
    deposits: [],
    reveals: [],
    forced: [],
    final: null,
    thrown: null,
  };
  for (const id of IDS) {
    const { input } = makeInput(spec, id, secret(`key ${id}`), secret(`nonce ${id}`));
    const taken = takeInput(course, input, now);
    if (!taken.ok) throw new Error(taken.refusal.code);
    course = { ...course, inputs: [...course.inputs, input], lock: taken.value.lock };
  }
  return { spec, lock: course.lock! };
}

describe('the source of a draw', () => {
  it('is one that may be used, whatever the facts', () => {
    fc.assert(
      fc.property(facts, (given) => {
        expect(takeSource(usualSource(given), given).ok).toBe(true);
      }),
    );
  });

  it('is never a beacon under a moved clock, nor escrow after a void behind the lock', () => {
    fc.assert(
      fc.property(facts, fc.constantFrom(...DRAW_SOURCE_KINDS), (given, kind) => {
        const choice = kind === 'physical' ? { kind, ...TWENTY_DICE } : { kind };
        const isRefused =
          (kind === 'drand' && given.clockIsMoved) || (kind === 'escrow' && given.voidedBehindLock);
        expect(takeSource(choice as SourceChoice, given).ok).toBe(!isRefused);
      }),
    );
  });

  it('locks on a round that is at least a minute ahead, and at most three seconds more', () => {
    const { spec } = locked({ kind: 'drand' }, 1_700_000_000);
    const { source } = spec;
    if (source.kind !== 'drand') throw new Error('no drand');
    fc.assert(
      fc.property(fc.integer({ min: source.genesis, max: 4_000_000_000 }), (now) => {
        const ahead = roundTime(source, roundFor(source, now)) - now;
        expect(ahead).toBeGreaterThanOrEqual(60);
        expect(ahead).toBeLessThan(63);
      }),
    );
    const draw = locked({ kind: 'drand' }, 1_700_000_000);
    const at = roundTime(source, draw.lock.round!);
    expect(isLockedTooLate(draw, at - 30)).toBe(false);
    expect(isLockedTooLate(draw, at - 29)).toBe(true);
  });

  it('may not be escrow again after a void behind the lock: the verifier refuses such a log', async () => {
    const record = (index: number, type: string, body: object): LoggedRecord => ({
      index,
      leaf: String(index).padStart(64, '0'),
      record: {
        v: 1,
        type,
        scope: 'T1',
        n: index,
        prev: '0'.repeat(64),
        at: '2026-03-02T00:30:00Z',
        actor: '0'.repeat(16),
        body: body as CanonicalObject,
      },
    });
    const outcome = async (first: SourceChoice, second: SourceChoice): Promise<string> => {
      const { spec, lock } = locked(first, 0);
      const payload = { drawId: spec.drawId, reason: 'r' };
      const sigs = ['supervisor', 'tenderer'].map((id) =>
        signPayload(secret(`key ${id}`), 'tp1/draw/void', payload),
      );
      const voided = record(2, 'draw.void', { ...payload, offender: null, sigs });
      const drawId = 'T1/lottery/2';
      const again = { ...locked(second, 0).spec, drawId, attempt: 2, prevVoid: voided.leaf };
      const records = [
        record(0, 'draw.spec', spec),
        record(1, 'draw.lock', lock),
        voided,
        record(3, 'draw.spec', again),
      ];
      const gate = (index: number) => ({ size: index + 1, time: 0 });
      const result = await verifyDraw(drawId, {
        scope: 'T1',
        records,
        gate,
        keys: [],
        closed: null,
        opened: () => [],
        complete: false,
      });
      return result.ok ? result.value.status : result.refusal.code;
    };
    const dice: SourceChoice = { kind: 'physical', ...TWENTY_DICE };
    expect(await outcome({ kind: 'escrow' }, { kind: 'escrow' })).toBe('draw.source_after_void');
    expect(await outcome({ kind: 'escrow' }, dice)).toBe('pending');
    expect(await outcome({ kind: 'escrow' }, { kind: 'drand' })).toBe('pending');
    expect(await outcome({ kind: 'drand' }, { kind: 'escrow' })).toBe('pending');
  });

  it('takes a throw of the right number of symbols in their range, and no other', () => {
    const draw = locked({ kind: 'physical', ...TWENTY_DICE }, 0);
    const { source } = draw.spec;
    if (source.kind !== 'physical') throw new Error('no dice');
    const throws = fc.array(fc.integer({ min: -1, max: 8 }), { minLength: 18, maxLength: 22 });
    fc.assert(
      fc.property(throws, (thrown) => {
        const isOne = thrown.length === 20 && thrown.every((one) => one >= 1 && one <= 6);
        expect(isThrowOf(source, thrown.join(','))).toBe(isOne);
      }),
    );
    expect(isThrowOf(source, Array(20).fill('01').join(','))).toBe(false);
  });

  it('needs as many different signers as the spec says', () => {
    const choice: SourceChoice & PhysicalThrow = { kind: 'physical', ...TWENTY_DICE };
    const draw = locked(choice, 0);
    const symbols = Array(20).fill('3').join(',');
    const sign = (id: string) => ({ id, sig: signThrow(draw, symbols, secret(`key ${id}`)) });
    const code = (ids: readonly string[]): string | null => {
      const final = physicalFinal(draw, symbols, ids.map(sign));
      return final.ok ? null : final.refusal.code;
    };
    expect(code(IDS)).toBeNull();
    expect(code(['platform', 'tenderer', 'tenderer'])).toBe('draw.physical_unsigned');
    expect(code(['platform', 'tenderer', 'stranger'])).toBe('draw.physical_unsigned');
  });
});
