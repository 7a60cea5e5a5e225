import { generateKeyPairSync, verify, type KeyObject } from 'node:crypto';
import { fileDevice, UnusableKey } from './signing-device';

const PAIRS = {
  rsa: generateKeyPairSync('rsa', { modulusLength: 2048 }),
  'P-256': generateKeyPairSync('ec', { namedCurve: 'P-256' }),
  'P-384': generateKeyPairSync('ec', { namedCurve: 'P-384' }),
  Ed25519: generateKeyPairSync('ed25519'),
} as const;

const pem = (key: KeyObject): Blob => new Blob([key.export({ type: 'pkcs8', format: 'pem' })]);

describe('fileDevice', () => {
  it.each(Object.entries(PAIRS))('signs with a key of kind %s', async (kind, pair) => {
    const device = fileDevice(new Blob(['certificate']), pem(pair.privateKey));
    const signature = Buffer.from(await device.sign('青禾\n'), 'base64');
    const key = pair.publicKey;
    const algorithm = kind === 'Ed25519' ? null : 'sha256';
    expect(
      verify(algorithm, Buffer.from('青禾\n'), { key, dsaEncoding: 'ieee-p1363' }, signature),
    ).toBe(true);
    expect(await device.chain()).toBe('certificate');
  });

  it('refuses what is no key, and a key of another use', async () => {
    const x25519 = pem(generateKeyPairSync('x25519').privateKey);
    for (const key of [new Blob(['nothing']), x25519]) {
      await expect(fileDevice(new Blob([]), key).sign('x')).rejects.toBeInstanceOf(UnusableKey);
    }
  });
});
