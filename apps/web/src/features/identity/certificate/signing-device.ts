/**
 * Whatever keeps a certificate's private key and signs with it: here a pair of files; a UKey's local service takes
 * this place by implementing the same two calls.
 */
export interface SigningDevice {
  /** PEM, the holder's own certificate first. */
  chain(): Promise<string>;
  /** Signs the UTF-8 bytes of a challenge; base64. Throws when the key cannot be used. */
  sign(text: string): Promise<string>;
}

/** The key file is not one this browser can sign with. */
export class UnusableKey extends Error {}

interface Kind {
  readonly load: RsaHashedImportParams | EcKeyImportParams | AlgorithmIdentifier;
  readonly sign: AlgorithmIdentifier | EcdsaParams;
}

const KINDS: readonly Kind[] = [
  { load: { name: 'RSASSA-PKCS1-v1_5', hash: 'SHA-256' }, sign: 'RSASSA-PKCS1-v1_5' },
  ...['P-256', 'P-384', 'P-521'].map((namedCurve) => ({
    load: { name: 'ECDSA', namedCurve },
    sign: { name: 'ECDSA', hash: 'SHA-256' },
  })),
  { load: 'Ed25519', sign: 'Ed25519' },
];

function bytesOf(pem: string): Uint8Array<ArrayBuffer> {
  const found = /-----BEGIN PRIVATE KEY-----([A-Za-z0-9+/=\s]+)-----END PRIVATE KEY-----/.exec(pem);
  if (!found?.[1]) throw new UnusableKey();
  return Uint8Array.from(atob(found[1].replace(/\s/g, '')), (one) => one.charCodeAt(0));
}

/** The first kind of key the bytes can be read as. */
async function loaded(bytes: Uint8Array<ArrayBuffer>): Promise<{ key: CryptoKey; kind: Kind }> {
  for (const kind of KINDS) {
    try {
      const key = await crypto.subtle.importKey('pkcs8', bytes, kind.load, false, ['sign']);
      return { key, kind };
    } catch {
      continue;
    }
  }
  throw new UnusableKey();
}

/** A certificate and an unencrypted PKCS#8 key, both PEM files on this computer. */
export function fileDevice(chain: Blob, key: Blob): SigningDevice {
  return {
    chain: () => chain.text(),
    sign: async (text) => {
      const { key: signer, kind } = await loaded(bytesOf(await key.text()));
      const message = new TextEncoder().encode(text);
      const signature = new Uint8Array(await crypto.subtle.sign(kind.sign, signer, message));
      return btoa(String.fromCharCode(...signature));
    },
  };
}
