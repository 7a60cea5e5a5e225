import vectors from '../../../../test/vectors/certificates.json';
import { fromBase64, fromHex, toHex } from './bytes';
import {
  certificatesOf,
  certifiedOf,
  signCertified,
  signPayloadWith,
  sm2KeyId,
  sm2KeyOf,
  verifyCertified,
  withCertified,
  type SignerAdapter,
  type Sm2Verifier,
} from './certified';
import { namedKey, signatureMessage, signBytes, verifyPayload } from './signature';

const der = fromBase64(vectors.sm2)!;
const seed = new Uint8Array(32).fill(7);
const { kid, pub } = namedKey('centre', seed);
const payload = { drawId: 'T1/panel/1', reason: 'x' };
const ours: SignerAdapter = {
  alg: 'Ed25519',
  kid,
  sign: (message) => Promise.resolve(signBytes(seed, message)),
};
const token: SignerAdapter = {
  alg: 'SM2',
  kid: sm2KeyId(sm2KeyOf(der)!),
  cert: [der],
  sign: (message) => Promise.resolve(message.slice(0, 9)),
};
/** Believes every signature, and remembers what it was shown. */
const believer = (): Sm2Verifier & { readonly seen: string[][] } => {
  const seen: string[][] = [];
  return {
    seen,
    verify: (publicKey, message, signature) => {
      seen.push([publicKey, toHex(message), signature]);
      return true;
    },
  };
};

describe('certified signatures (tp1 §5)', () => {
  it('stand beside an Ed25519 signature over the same bytes', async () => {
    const plain = await signPayloadWith(ours, 'tp1/draw/void', payload);
    expect(verifyPayload(pub, 'tp1/draw/void', payload, plain)).toBe(true);
    const certified = await signCertified(token, 'tp1/draw/void', payload);
    const both = withCertified(plain, { ...certified, sig: '3006020101020101' });
    expect(verifyPayload(pub, 'tp1/draw/void', payload, both)).toBe(true);
    expect(certifiedOf(both)).toHaveLength(1);
    expect(certifiedOf(plain)).toEqual([]);
    expect(certifiedOf('no signature')).toEqual([]);
    const verifier = believer();
    expect(verifyCertified(verifier, 'tp1/draw/void', payload, certified)).toBe(true);
    const message = toHex(signatureMessage('tp1/draw/void', payload));
    expect(verifier.seen).toEqual([[sm2KeyOf(der), message, certified.sig]]);
  });

  it('are made by a signer of their kind only', async () => {
    await expect(signPayloadWith(token, 'tp1/bid', payload)).rejects.toThrow(RangeError);
    await expect(signCertified(ours, 'tp1/bid', payload)).rejects.toThrow(RangeError);
    const bare: SignerAdapter = { alg: 'SM2', kid: token.kid, sign: (bytes) => token.sign(bytes) };
    await expect(signCertified(bare, 'tp1/bid', payload)).rejects.toThrow(RangeError);
  });

  it('are nothing without a certificate of that very key', async () => {
    const certified = await signCertified(token, 'tp1/bid', payload);
    const verifier = believer();
    for (const wrong of [
      { ...certified, kid: '0'.repeat(16) },
      { ...certified, cert: [vectors.p256] },
      { ...certified, cert: ['no base64'] },
      { ...certified, cert: [] },
    ]) {
      expect(verifyCertified(verifier, 'tp1/bid', payload, wrong)).toBe(false);
    }
    expect(verifier.seen).toEqual([]);
  });
});

describe('the key of a certificate', () => {
  it('is found in one of SM2, and in no other', () => {
    expect(sm2KeyOf(der)).toMatch(/^04[0-9a-f]{128}$/);
    expect(sm2KeyOf(fromBase64(vectors.p256)!)).toBeNull();
    for (const hex of [
      '',
      '30',
      '3080',
      '308400000000',
      '3003020101',
      '30820000',
      '3000',
      '0500',
    ]) {
      expect([hex, sm2KeyOf(fromHex(hex))]).toEqual([hex, null]);
    }
  });

  it('is not found in what was cut, or whose lengths lie', () => {
    for (let at = 0; at < der.length; at++) expect(sm2KeyOf(der.slice(0, at))).toBeNull();
    for (const at of [1, 2, 3, 5, 6, 7]) {
      const lying = der.slice();
      lying[at] = 0xff;
      expect(sm2KeyOf(lying)).toBeNull();
    }
  });

  it('comes in PEM, one or several', () => {
    const block = (text: string): string =>
      `-----BEGIN CERTIFICATE-----\n${text}\n-----END CERTIFICATE-----\n`;
    expect(certificatesOf(block(vectors.sm2) + block(vectors.p256))).toEqual([
      der,
      fromBase64(vectors.p256),
    ]);
    expect(certificatesOf(block('AAA'))).toEqual([]);
    expect(certificatesOf('nothing')).toEqual([]);
  });
});
