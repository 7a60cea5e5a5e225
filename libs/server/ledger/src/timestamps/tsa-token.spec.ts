import { readFileSync } from 'node:fs';
import { randomBytes } from 'node:crypto';
import { certificatesOf, digest } from '@core/kernel';
import { OpensslTsa } from '../../../../../test/support/tsa';
import { timestampQuery, verifyTimestamp } from './tsa-token';

const TEXT = new TextEncoder().encode('log.example.org/tp-2026\n7\nAAAA=\n');

describe('a time-stamp of openssl', () => {
  let tsa: OpensslTsa;
  beforeAll(async () => {
    tsa = await OpensslTsa.start();
  });
  afterAll(() => tsa.stop());

  const authorities = (): Uint8Array[] => certificatesOf(readFileSync(tsa.authorityFile, 'utf8'));
  const asked = async (nonce: Uint8Array): Promise<Uint8Array> => {
    const body = Buffer.from(timestampQuery(digest(TEXT), nonce));
    const answer = await fetch(tsa.url, { method: 'POST', body });
    return new Uint8Array(await answer.arrayBuffer());
  };

  it('holds over its bytes, whatever the nonce, and over no others', async () => {
    for (let round = 0; round < 5; round++) {
      const nonce = new Uint8Array(round === 0 ? Buffer.alloc(8) : randomBytes(8));
      const token = await asked(nonce);
      const stamped = await verifyTimestamp(token, TEXT, authorities(), nonce);
      expect(stamped).toMatchObject({ authority: 'Test TSA', trusted: true });
      expect(Math.abs(stamped.at - Date.now())).toBeLessThan(5_000);
      expect(tsa.accepts(token, new TextDecoder().decode(TEXT))).toBe(true);
      await expect(verifyTimestamp(token, TEXT.slice(1), authorities())).rejects.toThrow(
        'over other bytes',
      );
      const other = new Uint8Array(randomBytes(8));
      await expect(verifyTimestamp(token, TEXT, authorities(), other)).rejects.toThrow(
        'another nonce',
      );
    }
  });

  it('is not trusted without an authority, and fails with one bit changed', async () => {
    const nonce = new Uint8Array(randomBytes(8));
    const token = await asked(nonce);
    expect(await verifyTimestamp(token, TEXT, [])).toMatchObject({ trusted: false });
    const stranger = await OpensslTsa.start();
    const strange = certificatesOf(readFileSync(stranger.authorityFile, 'utf8'));
    expect(await verifyTimestamp(token, TEXT, strange)).toMatchObject({ trusted: false });
    await stranger.stop();
    for (const at of [30, 120, token.length - 10]) {
      const bent = token.map((byte, index) => (index === at ? byte ^ 1 : byte));
      const verdict = await verifyTimestamp(bent, TEXT, authorities(), nonce).then(
        ({ trusted }) => trusted,
        () => false,
      );
      expect(verdict).toBe(false);
    }
    await expect(verifyTimestamp(token.slice(0, 40), TEXT, [])).rejects.toThrow();
    await expect(verifyTimestamp(new Uint8Array(0), TEXT, [])).rejects.toThrow();
  });
});
