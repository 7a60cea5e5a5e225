import fc from 'fast-check';
import vector from '../../../../test/vectors/tp1/sig.json';
import {
  bigEndian64,
  concatBytes,
  equalBytes,
  fromBase64,
  fromBigEndian64,
  fromHex,
  fromUtf8,
  isHex,
  toBase64,
  toHex,
  utf8,
} from './bytes';
import {
  isPublicKey,
  keyId,
  namedKey,
  publicKeyOf,
  signatureMessage,
  signPayload,
  taggedHash,
  verifyPayload,
} from './signature';

const seed = fromHex(vector.seed);

describe('signatures (tp1 §1.3)', () => {
  it('reproduces the vector', () => {
    expect(publicKeyOf(seed)).toBe(vector.pub);
    expect(keyId(vector.pub)).toBe(vector.kid);
    expect(toHex(signatureMessage(vector.tag, vector.payload))).toBe(vector.message_hex);
    expect(signPayload(seed, vector.tag, vector.payload)).toEqual(vector.signature);
    expect(verifyPayload(vector.pub, vector.tag, vector.payload, vector.signature)).toBe(true);
    expect(isPublicKey(namedKey('a', seed))).toBe(true);
  });

  it('refuses another tag, another payload, another key and malformed signatures', () => {
    const { pub, tag, payload, signature } = vector;
    expect(verifyPayload(pub, 'tp1/bid', payload, signature)).toBe(false);
    expect(verifyPayload(pub, tag, { ...payload, n: 8 }, signature)).toBe(false);
    expect(verifyPayload(publicKeyOf(new Uint8Array(32)), tag, payload, signature)).toBe(false);
    expect(verifyPayload('00', tag, payload, signature)).toBe(false);
    for (const broken of [null, {}, { ...signature, alg: 'RSA' }, { ...signature, sig: 'ff' }]) {
      expect(verifyPayload(pub, tag, payload, broken)).toBe(false);
    }
    expect(isPublicKey({ id: 'a', kid: '0'.repeat(16), pub })).toBe(false);
    expect(() => taggedHash('Not A Tag', null)).toThrow(RangeError);
  });

  it('refuses a signature with any bit turned over', () => {
    fc.assert(
      fc.property(fc.nat({ max: 511 }), (bit) => {
        const bytes = fromHex(vector.signature.sig);
        bytes[bit >> 3] = (bytes[bit >> 3] ?? 0) ^ (1 << (bit & 7));
        const signature = { ...vector.signature, sig: toHex(bytes) };
        expect(verifyPayload(vector.pub, vector.tag, vector.payload, signature)).toBe(false);
      }),
      { numRuns: 40 },
    );
  });
});

describe('bytes', () => {
  it('survive every encoding', () => {
    fc.assert(
      fc.property(fc.uint8Array(), (bytes) => {
        expect(fromHex(toHex(bytes))).toEqual(bytes);
        expect(fromBase64(toBase64(bytes))).toEqual(bytes);
        expect(equalBytes(concatBytes(bytes, bytes), concatBytes(bytes))).toBe(bytes.length === 0);
        expect(equalBytes(bytes, bytes.slice())).toBe(true);
      }),
    );
    fc.assert(
      fc.property(fc.maxSafeNat(), (value) => {
        expect(fromBigEndian64(bigEndian64(value))).toBe(value);
      }),
    );
    expect(fromBigEndian64(new Uint8Array(8).fill(255))).toBeNull();
  });

  it('have one reading only', () => {
    expect(() => fromHex('AB')).toThrow(RangeError);
    expect(() => fromHex('abc')).toThrow(RangeError);
    expect(isHex('ab', 2)).toBe(false);
    for (const text of ['YQ', 'YR==', 'YQ== ', 'Y Q=', 'YQ=a']) expect(fromBase64(text)).toBeNull();
    expect(fromUtf8(Uint8Array.of(0xc0, 0x80))).toBeNull();
    expect(fromUtf8(utf8('é'))).toBe('é');
  });
});
