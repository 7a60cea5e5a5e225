import type { Sm2Verifier } from '@core/kernel';

const DISTINGUISHING_ID = '1234567812345678';

/** The part of sm-crypto-v2 that is used here. */
interface SmCrypto {
  readonly sm2: {
    doVerifySignature(
      message: Uint8Array,
      signature: string,
      publicKey: string,
      options: { readonly der: boolean; readonly hash: boolean; readonly userId: string },
    ): boolean;
  };
}

/** SM2 by sm-crypto-v2, an optional dependency; null when it is not installed. */
export async function optionalSm2(): Promise<Sm2Verifier | null> {
  try {
    const { sm2 } = (await import('sm-crypto-v2')) as unknown as SmCrypto;
    const options = { der: true, hash: true, userId: DISTINGUISHING_ID };
    return {
      verify(publicKey, message, signature) {
        try {
          return sm2.doVerifySignature(message, signature, publicKey, options);
        } catch {
          return false;
        }
      },
    };
  } catch {
    return null;
  }
}
