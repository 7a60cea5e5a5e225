import { bech32 } from '@scure/base';
import { Encrypter } from 'age-encryption';
import fc from 'fast-check';
import { canonicalBytes, equalBytes, toBase64 } from '@core/kernel';
import { decryptWith, encryptTo, identityOf, isRecipient, recipientOf, secretOf } from './age';
import { checkHolders, dealShares, openShare, recoverSecret, type Holder } from './shares';

const secret = (fill: number): Uint8Array => new Uint8Array(32).fill(fill);
const holder = (x: number): Holder => ({ id: `h${x}`, x, recipient: recipientOf(secret(x)) });
const holders = [1, 2, 3].map(holder);
const ctx = { kind: 'draw', drawId: 'T/panel/1', id: 'platform' } as const;

describe('age identities and messages (tp1 §4.3)', () => {
  it('has one form only', () => {
    expect(secretOf(identityOf(secret(7)))).toEqual(secret(7));
    expect(() => identityOf(new Uint8Array(31))).toThrow(RangeError);
    const short = bech32.encodeFromBytes('AGE-SECRET-KEY-', new Uint8Array(31));
    expect(secretOf(short)).toBeNull();
    expect(secretOf(recipientOf(secret(7)))).toBeNull();
    expect(isRecipient(recipientOf(secret(7)))).toBe(true);
    expect(isRecipient(recipientOf(secret(7)).toUpperCase())).toBe(false);
    expect(isRecipient(identityOf(secret(7)))).toBe(false);
    expect(isRecipient(7)).toBe(false);
  });

  it('opens for its recipient alone, and never with two stanzas', async () => {
    const message = canonicalBytes({ hello: 'world' });
    const sealed = await encryptTo(recipientOf(secret(7)), message);
    expect(await decryptWith(secret(7), sealed)).toEqual(message);
    expect(await decryptWith(secret(8), sealed)).toBeNull();
    const encrypter = new Encrypter();
    encrypter.addRecipient(recipientOf(secret(7)));
    encrypter.addRecipient(recipientOf(secret(8)));
    expect(await decryptWith(secret(7), await encrypter.encrypt(message))).toBeNull();
  });
});

describe('escrowed secrets (tp1 §4.4)', () => {
  it('is dealt to holders that are several and different', () => {
    const reason = (list: readonly Holder[], threshold: number): unknown => {
      const result = checkHolders(list, threshold);
      return result.ok || result.refusal.params?.reason;
    };
    expect(reason(holders, 2)).toBe(true);
    expect(reason(holders, 1)).toBe('threshold');
    expect(reason(holders, 4)).toBe('threshold');
    expect(reason([holder(1), { ...holder(2), x: 1 }], 2)).toBe('x');
    expect(reason([holder(1), { ...holder(1), x: 2 }], 2)).toBe('recipient twice');
    expect(reason([holder(1), { ...holder(2), recipient: 'age1x' }], 2)).toBe('recipient');
  });

  it('gives a holder nothing that was not dealt to it', async () => {
    const [dealt] = await dealShares(secret(9), 2, holders, ctx);
    const sealed = async (message: object): Promise<unknown> => {
      const envelope = toBase64(await encryptTo(holders[0]!.recipient, canonicalBytes(message)));
      const opened = await openShare(secret(1), { ...dealt!, envelope }, ctx);
      return opened.ok || opened.refusal.code;
    };
    const share = '0'.repeat(66);
    expect(await sealed({ v: 1, ctx, x: 2, share })).toBe('escrow.not_for_this');
    expect(await sealed({ v: 1, ctx, x: 1, share })).toBe('escrow.not_for_this');
    expect(await sealed(['no message'])).toBe('escrow.not_for_this');
    const none = await openShare(secret(1), { ...dealt!, envelope: 'no base64' }, ctx);
    expect(none).toMatchObject({ refusal: { code: 'escrow.undecryptable' } });
    const text = toBase64(await encryptTo(holders[0]!.recipient, new Uint8Array([255])));
    expect(await openShare(secret(1), { ...dealt!, envelope: text }, ctx)).toMatchObject({
      refusal: { code: 'escrow.not_for_this' },
    });
  });

  it('comes back from any t shares and from no fewer', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.uint8Array({ minLength: 32, maxLength: 32 }),
        fc.subarray([0, 1, 2], { minLength: 1 }),
        async (bytes, chosen) => {
          const dealt = await dealShares(bytes, 2, holders, ctx);
          const shares = [];
          for (const at of chosen) {
            const opened = await openShare(secret(at + 1), dealt[at]!, ctx);
            if (opened.ok) shares.push(opened.value);
          }
          const recovery = await recoverSecret({
            threshold: 2,
            dealt,
            ctx,
            shares,
            isSecret: (found) => equalBytes(found, bytes),
          });
          expect(recovery.verdict).toBe(chosen.length >= 2 ? 'OK' : 'TOO_FEW_SHARES');
          expect(recovery.badHolders).toEqual([]);
        },
      ),
      { numRuns: 8 },
    );
  });
});
