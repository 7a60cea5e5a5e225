import { decryptUnder, encryptUnder } from '@core/escrow';
import { fromHex, isHex, toHex, type WrapAdapter } from '@core/kernel';

/** Cost of scrypt: about a second, once per start. */
const WORK = 17;

/** A secret in a file as it is: hexadecimal, protected by the file's permissions alone. */
export const FILE_WRAP: WrapAdapter = {
  kind: 'file',
  wrap: (secret) => Promise.resolve(new TextEncoder().encode(toHex(secret))),
  unwrap(blob) {
    const text = new TextDecoder().decode(blob).trim();
    if (!isHex(text, 32)) return Promise.reject(new Error('expected 64 hexadecimal digits'));
    return Promise.resolve(fromHex(text));
  },
};

/** A secret in an age file under a passphrase: a stolen disk without the passphrase gives nothing away. */
export function passphraseWrap(passphrase: string, work = WORK): WrapAdapter {
  return {
    kind: 'age-passphrase',
    wrap: (secret) => encryptUnder(passphrase, secret, work),
    async unwrap(blob) {
      const secret = await decryptUnder(passphrase, blob);
      if (secret?.length !== 32) throw new Error('the passphrase does not open this key');
      return secret;
    },
  };
}
