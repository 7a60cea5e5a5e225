import {
  certificatesOf,
  signatureMessage,
  sm2KeyId,
  sm2KeyOf,
  toBase64,
  toHex,
  verifyCertified,
  type Sm2Signature,
} from '@core/kernel';
import { readFileSync } from 'node:fs';
import { OpensslSm2 } from '../../../test/support/sm2';
import { TestAuthority } from '../../../test/support/openssl';
import { optionalSm2 } from './sm2';

const TAG = 'tp1/draw/void';
const PAYLOAD = { drawId: 'T1/lottery/1', reason: '监督方设备故障' };

describe('SM2 signatures of openssl', () => {
  const key = new OpensslSm2();
  const [der] = certificatesOf(readFileSync(key.certificateFile, 'utf8'));
  const publicKey = sm2KeyOf(der!)!;
  const made: Sm2Signature = {
    alg: 'SM2',
    kid: sm2KeyId(publicKey),
    sig: toHex(key.sign(signatureMessage(TAG, PAYLOAD))),
    cert: [toBase64(der!)],
  };

  it('hold with the key of their certificate, over the same bytes and no others', async () => {
    const sm2 = (await optionalSm2())!;
    expect(verifyCertified(sm2, TAG, PAYLOAD, made)).toBe(true);
    expect(verifyCertified(sm2, 'tp1/bid', PAYLOAD, made)).toBe(false);
    expect(verifyCertified(sm2, TAG, { ...PAYLOAD, reason: '' }, made)).toBe(false);
    expect(verifyCertified(sm2, TAG, PAYLOAD, { ...made, kid: '0'.repeat(16) })).toBe(false);
    const other = new OpensslSm2('别人');
    const [stranger] = certificatesOf(readFileSync(other.certificateFile, 'utf8'));
    const strange = { kid: sm2KeyId(sm2KeyOf(stranger!)!), cert: [toBase64(stranger!)] };
    expect(verifyCertified(sm2, TAG, PAYLOAD, { ...made, ...strange })).toBe(false);
    const bent = `${made.sig.slice(0, -1)}${made.sig.endsWith('0') ? '1' : '0'}`;
    expect(verifyCertified(sm2, TAG, PAYLOAD, { ...made, sig: bent })).toBe(false);
    expect(verifyCertified(sm2, TAG, PAYLOAD, { ...made, sig: '3006020101020101' })).toBe(false);
  });

  it('finds an SM2 key in an SM2 certificate, and none in anything else', () => {
    expect(publicKey).toMatch(/^04[0-9a-f]{128}$/);
    const rsa = new TestAuthority().root;
    const [wrong] = certificatesOf(rsa.certificate);
    expect(sm2KeyOf(wrong!)).toBeNull();
    for (let cut = 0; cut < der!.length; cut += 7) {
      expect(() => sm2KeyOf(der!.slice(0, cut))).not.toThrow();
      expect(sm2KeyOf(der!.slice(0, cut))).toBeNull();
    }
  });
});
