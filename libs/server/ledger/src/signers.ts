import { readFileSync } from 'node:fs';
import {
  certificatesOf,
  keyId,
  publicKeyOf,
  signBytes,
  sm2KeyId,
  sm2KeyOf,
  type SignerAdapter,
} from '@core/kernel';

/** SM2 signatures use this id unless both sides agree on another (GM/T 0009). */
const DISTINGUISHING_ID = '1234567812345678';

/** An Ed25519 key held by this process: from a file below DATA_DIR/keys, or the environment. */
export function fileSigner(seed: Uint8Array): SignerAdapter {
  return {
    alg: 'Ed25519',
    kid: keyId(publicKeyOf(seed)),
    sign: (message) => Promise.resolve(signBytes(seed, message)),
  };
}

/** The part of sm-crypto-v2 that is used here. */
interface SmCrypto {
  readonly sm2: {
    getPublicKeyFromPrivateKey(privateKey: string): string;
    doSignature(
      message: Uint8Array,
      privateKey: string,
      options: {
        readonly der: boolean;
        readonly hash: boolean;
        readonly publicKey: string;
        readonly userId: string;
      },
    ): string;
  };
}

async function smCrypto(): Promise<SmCrypto> {
  try {
    return await import('sm-crypto-v2');
  } catch (error) {
    throw new Error('SM2_KEY is set, but the optional package sm-crypto-v2 is not installed', {
      cause: error,
    });
  }
}

/**
 * An SM2 key with its certificate. `privateKey` is 64 hexadecimal digits, `certificates` a PEM file, the own one first.
 * Throws when the certificate is not this key's: a signature nobody can check is worse than none.
 */
export async function sm2Signer(privateKey: string, certificates: string): Promise<SignerAdapter> {
  const cert = certificatesOf(readFileSync(certificates, 'utf8'));
  const [own] = cert;
  const publicKey = own && sm2KeyOf(own);
  if (!publicKey) throw new Error(`SM2_CERT: no SM2 certificate in ${certificates}`);
  const { sm2 } = await smCrypto();
  if (sm2.getPublicKeyFromPrivateKey(privateKey) !== publicKey) {
    throw new Error('SM2_CERT is not the certificate of SM2_KEY');
  }
  const options = { der: true, hash: true, publicKey, userId: DISTINGUISHING_ID };
  return {
    alg: 'SM2',
    kid: sm2KeyId(publicKey),
    cert,
    sign: (message) =>
      Promise.resolve(
        new Uint8Array(Buffer.from(sm2.doSignature(message, privateKey, options), 'hex')),
      ),
  };
}
