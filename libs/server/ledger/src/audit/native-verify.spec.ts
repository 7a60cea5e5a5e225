import fc from 'fast-check';
import { ed25519 } from '@noble/curves/ed25519.js';
import { signBytes, verifyBytes } from '@core/kernel';
import { nativeVerify } from './native-verify';

const bytes = (length: number) => fc.uint8Array({ minLength: length, maxLength: length });
/** The order of the group, little-endian: S and S + L are the same number to a careless verifier. */
const ORDER = 2n ** 252n + 27742317777372353535851937790883648493n;

function plusOrder(signature: Uint8Array): Uint8Array {
  let s = 0n;
  for (let at = 63; at >= 32; at--) s = s * 256n + BigInt(signature[at]!);
  let rest = s + ORDER;
  const changed = signature.slice();
  for (let at = 32; at < 64; at++) {
    changed[at] = Number(rest % 256n);
    rest /= 256n;
  }
  return changed;
}

describe('nativeVerify', () => {
  it('says what core says, of true signatures, changed ones and noise', () => {
    fc.assert(
      fc.property(
        bytes(32),
        fc.uint8Array({ maxLength: 200 }),
        fc.nat(63),
        fc.integer({ min: 1, max: 255 }),
        bytes(32),
        (seed, message, at, bits, other) => {
          const publicKey = ed25519.getPublicKey(seed);
          const signature = signBytes(seed, message);
          const flipped = signature.map((byte, index) => (index === at ? byte ^ bits : byte));
          const cases: [Uint8Array, Uint8Array, Uint8Array][] = [
            [publicKey, message, signature],
            [publicKey, message, flipped],
            [publicKey, message, plusOrder(signature)],
            [publicKey, Uint8Array.of(...message, 0), signature],
            [other, message, signature],
            [publicKey, message, signature.slice(1)],
            [publicKey.slice(1), message, signature],
          ];
          for (const one of cases) expect(nativeVerify(...one)).toBe(verifyBytes(...one));
          expect(nativeVerify(publicKey, message, signature)).toBe(true);
          expect(nativeVerify(publicKey, message, plusOrder(signature))).toBe(false);
        },
      ),
      { numRuns: 60 },
    );
  });

  it('agrees on keys and points of small order', () => {
    const small = [
      '0100000000000000000000000000000000000000000000000000000000000000',
      '0000000000000000000000000000000000000000000000000000000000000000',
      'ecffffffffffffffffffffffffffffffffffffffffffffffffffffffffffff7f',
      'edffffffffffffffffffffffffffffffffffffffffffffffffffffffffffff7f',
      'eeffffffffffffffffffffffffffffffffffffffffffffffffffffffffffff7f',
      'c7176a703d4dd84fba3c0b760d10670f2a2053fa2c39ccc64ec7fd7792ac037a',
    ].map((hex) => new Uint8Array(Buffer.from(hex, 'hex')));
    const differing: string[] = [];
    for (const key of small) {
      for (const point of small) {
        const signature = Uint8Array.of(...point, ...new Uint8Array(32));
        for (const message of [new Uint8Array(0), Uint8Array.of(1), Uint8Array.of(2)]) {
          if (nativeVerify(key, message, signature) !== verifyBytes(key, message, signature)) {
            differing.push(Buffer.from(Uint8Array.of(...key, ...signature)).toString('hex'));
          }
        }
      }
    }
    expect(differing).toEqual([]);
  });
});
