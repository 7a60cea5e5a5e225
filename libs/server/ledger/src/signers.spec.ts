import { publicKeyOf, signPayloadWith, verifyPayload } from '@core/kernel';
import { OpensslSm2 } from '../../../../test/support/sm2';
import { fileSigner, sm2Signer } from './signers';

const MESSAGE = new TextEncoder().encode('tp1/sig\n测试');

describe('signers', () => {
  it('sign with a file key what verifies as a tp1 signature', async () => {
    const seed = new Uint8Array(32).fill(7);
    const sig = await signPayloadWith(fileSigner(seed), 'tp1/draw/input', { a: 1 });
    expect(verifyPayload(publicKeyOf(seed), 'tp1/draw/input', { a: 1 }, sig)).toBe(true);
  });

  it('sign with SM2 what openssl verifies, with the usual distinguishing id', async () => {
    const key = new OpensslSm2();
    const signer = await sm2Signer(key.privateKey, key.certificateFile);
    const signature = await signer.sign(MESSAGE);
    expect(key.verifies(MESSAGE, signature)).toBe(true);
    expect(key.verifies(MESSAGE.slice(1), signature)).toBe(false);
    expect(signer).toMatchObject({ alg: 'SM2', cert: [expect.any(Uint8Array)] });
  });

  it('refuse a key whose certificate is another’s', async () => {
    const [one, other] = [new OpensslSm2(), new OpensslSm2()];
    await expect(sm2Signer(one.privateKey, other.certificateFile)).rejects.toThrow(/SM2_CERT/);
  });
});
