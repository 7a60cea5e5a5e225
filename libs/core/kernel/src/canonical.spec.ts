import fc from 'fast-check';
import vectors from '../../../../test/vectors/tp1/jcs.json';
import { canonicalize, parseCanonical, type CanonicalValue } from './canonical';
import { taggedHashHex } from './signature';

const canonicalValues = fc.letrec<{ value: CanonicalValue }>((tie) => ({
  value: fc.oneof(
    { depthSize: 'small' },
    fc.constant(null),
    fc.boolean(),
    fc.maxSafeInteger().map((number) => number + 0),
    fc.string({ unit: 'grapheme' }),
    fc.array(tie('value'), { maxLength: 4 }),
    fc.dictionary(fc.stringMatching(/^[A-Za-z0-9_]{1,12}$/), tie('value'), { maxKeys: 4 }),
  ),
})).value;

describe('canonical JSON (tp1 §1.1)', () => {
  it.each(vectors.cases.map((vector, at) => ({ at, ...vector })))(
    'vector $at',
    ({ value, canonical, h }) => {
      if (canonical === null) {
        expect(() => canonicalize(value as CanonicalValue)).toThrow();
        return;
      }
      expect(canonicalize(value as CanonicalValue)).toBe(canonical);
      expect(parseCanonical(canonical)).toEqual({ ok: true, value });
      expect(taggedHashHex('tp1/test', value as CanonicalValue)).toBe(h);
    },
  );

  it.each([
    ...vectors.rejectBytes,
    '',
    '\ufeff1',
    '01',
    '+1',
    '"a',
    '"\\x"',
    '"\\u00"',
    '"\\u000A"',
    '"\\ud800"',
    '{"a":1,}',
    '{a:1}',
    '[1 2]',
    '1 ',
    'nul',
    '{"a b":1}',
    '['.repeat(100) + ']'.repeat(100),
  ])('refuses %j', (text) => {
    expect(parseCanonical(text)).toMatchObject({ ok: false });
  });

  it('refuses bytes that are not UTF-8, and values without a form', () => {
    expect(parseCanonical(Uint8Array.of(0x22, 0xff, 0x22)).ok).toBe(false);
    for (const value of [undefined, Number.NaN, -0, 2 ** 53, '\ud800', () => 1]) {
      expect(() => canonicalize(value as never)).toThrow();
    }
  });

  it('keeps a key named __proto__ an ordinary key', () => {
    expect(parseCanonical('{"__proto__":{"a":1}}').ok).toBe(true);
    expect(({} as Record<string, unknown>).a).toBeUndefined();
  });

  it('reads back what it wrote, and accepts no second encoding', () => {
    fc.assert(
      fc.property(canonicalValues, (value) => {
        const text = canonicalize(value);
        const read = parseCanonical(text);
        expect(read.ok && canonicalize(read.value)).toBe(text);
        expect(parseCanonical(`${text} `).ok).toBe(false);
      }),
    );
  });

  it('agrees with JSON.parse on whatever it accepts', () => {
    fc.assert(
      fc.property(fc.json(), (text) => {
        const read = parseCanonical(text);
        if (read.ok) expect(JSON.stringify(read.value)).toBe(JSON.stringify(JSON.parse(text)));
      }),
    );
  });
});
