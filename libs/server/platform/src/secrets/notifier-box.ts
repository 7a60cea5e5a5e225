import { createCipheriv, createDecipheriv, createHmac, hkdfSync, randomBytes } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { Config } from '../config/config';

const PREFIX = 'n1:';
const BLOCK = 1024;

/**
 * Encrypts what the database alone must not tell: which expert is behind a drawn number, the platform's own nonce.
 * AES-256-GCM under NOTIFIER_KEY, which lives outside the database. The plain text is padded, because a length can
 * give a name away.
 */
@Injectable()
export class NotifierBox {
  private readonly key: Buffer;
  private readonly names: Buffer;

  constructor(config: Config) {
    const key = Buffer.from(config.settings.NOTIFIER_KEY, 'hex');
    this.key = Buffer.from(hkdfSync('sha256', key, '', 'sunlit/notifier', 32));
    this.names = Buffer.from(hkdfSync('sha256', key, '', 'sunlit/notifier-names', 32));
  }

  /** A name for a value under which its row is found again; without the key it tells nothing (64 characters). */
  pseudonym(context: string, value: string): string {
    return createHmac('sha256', this.names).update(`${context}\n${value}`).digest('hex');
  }

  /** Seals a value for one use; `context` MUST be given again to open it. */
  seal(context: string, value: unknown): string {
    const plain = Buffer.from(JSON.stringify(value), 'utf8');
    const padded = Buffer.alloc(Math.ceil((plain.length + 1) / BLOCK) * BLOCK, ' ');
    plain.copy(padded);
    const nonce = randomBytes(12);
    const cipher = createCipheriv('aes-256-gcm', this.key, nonce);
    cipher.setAAD(Buffer.from(context, 'utf8'));
    const body = Buffer.concat([cipher.update(padded), cipher.final()]);
    return PREFIX + Buffer.concat([nonce, cipher.getAuthTag(), body]).toString('base64');
  }

  /** Opens what {@link seal} made. Throws for another key, another context, or changed bytes. */
  open(context: string, sealed: string): unknown {
    if (!sealed.startsWith(PREFIX)) throw new Error('not sealed to the notifier');
    const bytes = Buffer.from(sealed.slice(PREFIX.length), 'base64');
    const decipher = createDecipheriv('aes-256-gcm', this.key, bytes.subarray(0, 12));
    decipher.setAAD(Buffer.from(context, 'utf8'));
    decipher.setAuthTag(bytes.subarray(12, 28));
    const plain = Buffer.concat([decipher.update(bytes.subarray(28)), decipher.final()]);
    return JSON.parse(plain.toString('utf8')) as unknown;
  }
}
