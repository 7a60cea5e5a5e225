import { createCipheriv, createDecipheriv, createHmac, hkdfSync, randomBytes } from 'node:crypto';

const PREFIX = 'p1:';

function derive(key: string, use: string): Buffer {
  return Buffer.from(hkdfSync('sha256', Buffer.from(key, 'hex'), '', `sunlit/personal/${use}`, 32));
}

/**
 * Encrypts personal columns (data class "personal") with a key that lives outside the database.
 * AES-256-GCM with a fresh 96-bit nonce; stored as `p1:` + base64(nonce ‖ tag ‖ ciphertext).
 */
export class PersonalCipher {
  private static installed: PersonalCipher | undefined;
  private readonly cipherKey: Buffer;
  private readonly digestKey: Buffer;

  constructor(key: string) {
    this.cipherKey = derive(key, 'cipher');
    this.digestKey = derive(key, 'digest');
  }

  /** Column transformers are static, so the process has exactly one cipher, installed at start-up. */
  static install(cipher: PersonalCipher): void {
    PersonalCipher.installed = cipher;
  }

  /** The installed cipher; throws before start-up has installed one. */
  static get current(): PersonalCipher {
    if (!PersonalCipher.installed) throw new Error('the personal cipher is not installed');
    return PersonalCipher.installed;
  }

  encrypt(plain: string): string {
    const nonce = randomBytes(12);
    const cipher = createCipheriv('aes-256-gcm', this.cipherKey, nonce);
    const body = Buffer.concat([cipher.update(plain, 'utf8'), cipher.final()]);
    return PREFIX + Buffer.concat([nonce, cipher.getAuthTag(), body]).toString('base64');
  }

  decrypt(stored: string): string {
    if (!stored.startsWith(PREFIX)) throw new Error('personal column is not encrypted');
    const bytes = Buffer.from(stored.slice(PREFIX.length), 'base64');
    const decipher = createDecipheriv('aes-256-gcm', this.cipherKey, bytes.subarray(0, 12));
    decipher.setAuthTag(bytes.subarray(12, 28));
    return Buffer.concat([decipher.update(bytes.subarray(28)), decipher.final()]).toString('utf8');
  }

  /** A keyed digest (64 hex digits): equal values can be found without being readable. */
  digest(plain: string): string {
    return createHmac('sha256', this.digestKey)
      .update(plain.normalize('NFC'), 'utf8')
      .digest('hex');
  }
}
