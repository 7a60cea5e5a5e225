import { fromBase64, fromBigEndian64, fromHex } from './bytes';
import { canonicalize, canonicalObject, isCanonical, parseCanonical } from './canonical';
import { parseInstant, parseProtocolTime } from './instant';
import { dictionary, either, literal, nullable, read, struct, text, whole } from './shape';

const nested = (depth: number): unknown => (depth === 0 ? 0 : [nested(depth - 1)]);

describe('what is refused though it nearly fits', () => {
  it('nesting beyond 64 (tp1 §1.1 leaves the bound to us), written and read', () => {
    expect(isCanonical(nested(64))).toBe(true);
    expect(isCanonical(nested(65))).toBe(false);
    expect(() => canonicalize(nested(65) as object)).toThrow('nested too deeply');
    expect(parseCanonical(JSON.stringify(nested(64))).ok).toBe(true);
    expect(parseCanonical(JSON.stringify(nested(65))).ok).toBe(false);
  });

  it('a body that is no object', () => {
    expect(() => canonicalObject([1])).toThrow('not an object');
    expect(isCanonical(undefined)).toBe(false);
    expect(isCanonical(() => 0)).toBe(false);
  });

  it('base64 with other trailing bits, without padding, with white space', () => {
    expect(fromBase64('AA==')).toEqual(new Uint8Array(1));
    for (const bad of ['AB==', 'AA', 'AA= =', 'AA==\n', 'A', '-_==']) {
      expect([bad, fromBase64(bad)]).toEqual([bad, null]);
    }
  });

  it('hexadecimal in capitals or of half a byte; whole numbers beyond 2^53', () => {
    expect(() => fromHex('AB')).toThrow(RangeError);
    expect(() => fromHex('abc')).toThrow(RangeError);
    expect(fromBigEndian64(fromHex('ff'.repeat(8)))).toBeNull();
  });

  it('days that do not exist and other forms of a time', () => {
    expect(parseInstant('2026-02-28T00:00:00.000Z')).toBe(Date.UTC(2026, 1, 28));
    expect(parseInstant('2026-02-30T00:00:00.000Z')).toBeNull();
    expect(parseInstant('2026-13-01T00:00:00.000Z')).toBeNull();
    expect(parseInstant('2026-02-28')).toBeNull();
    expect(parseProtocolTime('2026-02-28T24:00:00Z')).toBeNull();
  });

  it('values of another shape, with the path where they depart', () => {
    const shape = struct(
      { names: dictionary(whole()), kind: either(literal('a'), literal(1)) },
      { note: nullable(text()) },
    );
    const fault = (value: unknown): unknown => {
      const result = read(shape, value);
      return result.ok ? null : result.refusal.params?.path;
    };
    expect(fault({ names: { a: 1 }, kind: 1, note: null })).toBeNull();
    expect(fault({ names: { a: 1 }, kind: 'a', note: 'x' })).toBeNull();
    expect(fault({ names: [], kind: 'a' })).toBe('$.names');
    expect(fault({ names: { a: -1 }, kind: 'a' })).toBe('$.names.a');
    expect(fault({ names: {}, kind: 'b' })).toBe('$.kind');
    expect(fault({ names: {}, kind: 1, note: 7 })).toBe('$.note');
    expect(fault(null)).toBe('$');
  });
});
