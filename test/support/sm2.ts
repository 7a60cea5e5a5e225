import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

const ID = 'distid:1234567812345678';

/** An SM2 key with a certificate, made by the openssl command; signs and verifies with that command too. */
export class OpensslSm2 {
  private readonly folder = mkdtempSync(join(tmpdir(), 'sunlit-sm2-'));
  readonly certificateFile = this.path('cert.pem');

  constructor(name = '青禾县公共资源交易中心') {
    this.run('genpkey', '-algorithm', 'SM2', '-out', this.path('key.pem'));
    this.run(
      ...['req', '-x509', '-new', '-key', this.path('key.pem'), '-sm3', '-sigopt', ID],
      ...['-utf8', '-subj', `/CN=${name}`, '-days', '30', '-out', this.certificateFile],
    );
  }

  /** 64 hexadecimal digits, as the setting SM2_KEY wants them. */
  get privateKey(): string {
    const text = this.run('pkey', '-in', this.path('key.pem'), '-noout', '-text').toString();
    const lines = /priv:([\s0-9a-f:]+)pub:/.exec(text)?.[1] ?? '';
    return lines.replace(/[\s:]/g, '').slice(-64).padStart(64, '0');
  }

  sign(message: Uint8Array): Uint8Array {
    writeFileSync(this.path('message'), message);
    this.run(
      ...['pkeyutl', '-sign', '-rawin', '-digest', 'sm3', '-pkeyopt', ID],
      ...['-inkey', this.path('key.pem'), '-in', this.path('message'), '-out', this.path('sig')],
    );
    return new Uint8Array(readFileSync(this.path('sig')));
  }

  verifies(message: Uint8Array, signature: Uint8Array): boolean {
    writeFileSync(this.path('message'), message);
    writeFileSync(this.path('sig'), signature);
    try {
      this.run(
        ...['pkeyutl', '-verify', '-rawin', '-digest', 'sm3', '-pkeyopt', ID, '-certin'],
        ...['-inkey', this.certificateFile, '-in', this.path('message')],
        ...['-sigfile', this.path('sig')],
      );
      return true;
    } catch {
      return false;
    }
  }

  private path(name: string): string {
    return join(this.folder, name);
  }

  private run(...args: string[]): Buffer {
    return execFileSync('openssl', args, { stdio: 'pipe' });
  }
}
