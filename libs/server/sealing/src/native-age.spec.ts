import { Decrypter, Encrypter } from 'age-encryption';
import fc from 'fast-check';
import { createHash } from 'node:crypto';
import { Readable } from 'node:stream';
import { identityOf, recipientOf } from '@core/escrow';
import { envelopeSecret, openEnvelope, sealBid } from '@core/sealed-bid';
import { signPayload, toHex } from '@core/kernel';
import { ageDecrypt, ageEncrypt, describeWithAge } from '../../../../test/support/age-command';
import { AgeError, nativeDecrypt, nativeEncrypt } from './native-age';
import { NATIVE_ENGINE } from './native-engine';

const CHUNK = 64 * 1024;
const TAG_BYTES = 16;
const SIZES = [0, 1, CHUNK - 1, CHUNK, CHUNK + 1, 2 * CHUNK, 2 * CHUNK + 1, 5 * CHUNK + 77];
const secret = new Uint8Array(32).fill(7);
const recipient = recipientOf(secret);

function message(size: number): Buffer {
  const bytes = Buffer.alloc(size);
  for (let at = 0; at < size; at++) bytes[at] = (at * 31 + (at >> 8) * 17) & 255;
  return bytes;
}

async function all(pieces: AsyncIterable<Uint8Array>): Promise<Buffer> {
  const list: Uint8Array[] = [];
  for await (const piece of pieces) list.push(piece);
  return Buffer.concat(list);
}

/** The bytes cut into pieces of these sizes, again and again. */
function cut(bytes: Buffer, sizes: readonly number[]): Readable {
  const pieces: Buffer[] = [];
  for (let at = 0, turn = 0; at < bytes.length; turn++) {
    const size = sizes[turn % sizes.length]!;
    pieces.push(bytes.subarray(at, at + size));
    at += size;
  }
  return Readable.from(pieces);
}

const whole = (bytes: Uint8Array): Readable => Readable.from([Buffer.from(bytes)]);

describe('age with the machine’s own cryptography (tp1 §4.7)', () => {
  it.each(SIZES)(
    'a file of %d bytes goes both ways to the portable implementation',
    async (size) => {
      const plain = message(size);
      const ours = await all(nativeEncrypt(recipient, whole(plain)));
      const decrypter = new Decrypter();
      decrypter.addIdentity(identityOf(secret));
      expect(Buffer.from(await decrypter.decrypt(new Uint8Array(ours))).equals(plain)).toBe(true);
      const encrypter = new Encrypter();
      encrypter.addRecipient(recipient);
      const theirs = await encrypter.encrypt(new Uint8Array(plain));
      expect((await all(nativeDecrypt(secret, whole(theirs)))).equals(plain)).toBe(true);
      expect(theirs.length).toBe(ours.length);
    },
  );

  it('writes the same bytes as the portable implementation from the same randomness', async () => {
    const random = (): ((bytes: Uint8Array) => void) => {
      let count = 0;
      return (bytes) => {
        const digest = createHash('sha512').update(`${count++}`).digest();
        bytes.set(digest.subarray(0, bytes.length));
      };
    };
    const fill = random();
    const spy = jest.spyOn(globalThis.crypto, 'getRandomValues').mockImplementation((array) => {
      fill(array as unknown as Uint8Array);
      return array;
    });
    const encrypter = new Encrypter();
    encrypter.addRecipient(recipient);
    const theirs = await encrypter.encrypt(new Uint8Array(message(CHUNK + 5)));
    spy.mockRestore();
    const again = random();
    const ours = await all(
      nativeEncrypt(recipient, whole(message(CHUNK + 5)), (count) => {
        const bytes = new Uint8Array(count);
        again(bytes);
        return bytes;
      }),
    );
    expect(ours.equals(theirs)).toBe(true);
  });

  it('does not care how the bytes arrive', async () => {
    const plain = message(3 * CHUNK + 9);
    const sealed = await all(nativeEncrypt(recipient, whole(plain)));
    await fc.assert(
      fc.asyncProperty(
        fc.array(fc.oneof(fc.integer({ min: 1, max: 300 }), fc.integer({ min: 1, max: 200_000 })), {
          minLength: 1,
          maxLength: 5,
        }),
        async (sizes) => {
          // Tiny pieces only: the rest would take long for no reason.
          const steps = sizes.every((size) => size < 300) ? [...sizes, 50_000] : sizes;
          expect((await all(nativeDecrypt(secret, cut(sealed, steps)))).equals(plain)).toBe(true);
          const again = await all(nativeEncrypt(recipient, cut(plain, steps)));
          expect((await all(nativeDecrypt(secret, whole(again)))).equals(plain)).toBe(true);
        },
      ),
      { numRuns: 30 },
    );
  });

  it('refuses every changed, cut or lengthened file, and other keys', async () => {
    const sealed = await all(nativeEncrypt(recipient, whole(message(2 * CHUNK))));
    const refused = async (bytes: Buffer, key = secret): Promise<void> => {
      await expect(all(nativeDecrypt(key, whole(bytes)))).rejects.toThrow(AgeError);
    };
    await fc.assert(
      fc.asyncProperty(
        fc.nat(sealed.length - 1),
        fc.integer({ min: 1, max: 255 }),
        async (at, by) => {
          const changed = Buffer.from(sealed);
          changed[at]! ^= by;
          await refused(changed);
          await refused(sealed.subarray(0, at));
        },
      ),
      { numRuns: 60 },
    );
    await refused(Buffer.concat([sealed, Buffer.alloc(1)]));
    await refused(Buffer.concat([sealed, Buffer.alloc(TAG_BYTES)]));
    await refused(sealed, new Uint8Array(32).fill(8));
    const low = sealed.toString('latin1').replace(/X25519 \S{43}/, `X25519 ${'A'.repeat(43)}`);
    await refused(Buffer.from(low, 'latin1'));
    await expect(all(nativeDecrypt(new Uint8Array(31), whole(sealed)))).rejects.toThrow(RangeError);
    await expect(all(nativeEncrypt('age1x', whole(sealed)))).rejects.toThrow(RangeError);
  });

  it('opens an envelope with the same verdict as the core alone', async () => {
    const blobs = new Map<string, Uint8Array[]>();
    const seed = new Uint8Array(32).fill(3);
    const { bid } = await sealBid(
      {
        tender: 'T1',
        bid: 'B1',
        bidder: 'acme',
        seq: 1,
        opening: {
          mode: 'bidder',
          t: 0,
          holders: [],
          deadline: '2026-03-23T01:00:00Z',
          openAt: '2026-03-23T01:00:00Z',
          submitGraceSec: 0,
          bidderWindowSec: 0,
          onBidderAbsence: 'withdrawn',
        },
        seed,
        envelopes: [
          {
            id: 'sheet',
            files: [{ id: 'f1', name: 'a', media: 'x/y', source: message(3 * CHUNK) }],
            sheet: { price: '1.00' },
            nonce: seed,
          },
        ],
        sign: (tag, payload) => signPayload(seed, tag, payload),
      },
      (name, piece) => void blobs.set(name, [...(blobs.get(name) ?? []), piece]),
    );

    const [envelope] = bid.envelopes;
    const judge = async (native: boolean, spoil: string | null): Promise<unknown> => {
      const result = await openEnvelope({
        bid,
        envelope: envelope!,
        secret: toHex(envelopeSecret(seed, 'sheet')),
        blobs: (name) => {
          const bytes = Buffer.concat(blobs.get(name)!);
          if (name === spoil) bytes[bytes.length - 1]! ^= 1;
          return Readable.from([bytes]);
        },
        ...(native ? { engine: NATIVE_ENGINE } : {}),
      });
      return result;
    };
    for (const spoil of [null, 'sheet/f1', 'sheet/manifest']) {
      expect(await judge(true, spoil)).toEqual(await judge(false, spoil));
    }
    expect(await judge(true, null)).toMatchObject({ verdict: 'OK' });
  });
});

describeWithAge('the stock age command and the machine’s own cryptography', () => {
  it.each(SIZES)('agree on a file of %d bytes', async (size) => {
    const plain = message(size);
    const ours = await all(nativeEncrypt(recipient, whole(plain)));
    expect(ageDecrypt(secret, ours).equals(plain)).toBe(true);
    const theirs = ageEncrypt([recipient], plain);
    expect((await all(nativeDecrypt(secret, whole(theirs)))).equals(plain)).toBe(true);
  });
});
