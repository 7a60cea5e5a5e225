import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, writeFileSync } from 'node:fs';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

const CONFIG = `
[tsa]
default_tsa = here
[here]
serial = ./serial
crypto_device = builtin
signer_cert = ./tsa.pem
signer_key = ./tsa.key
certs = ./ca.pem
signer_digest = sha256
default_policy = 1.2.3.4.1
digests = sha256
ess_cert_id_alg = sha256
`;

/** A time-stamping authority: the openssl command behind a small HTTP server. */
export class OpensslTsa {
  private readonly folder = mkdtempSync(join(tmpdir(), 'sunlit-tsa-'));
  private readonly server: Server;
  readonly authorityFile = join(this.folder, 'ca.pem');
  /** How often it was asked. */
  asked = 0;
  /** What it answers instead; for authorities that lie. */
  instead: ((honest: Buffer) => Buffer | number) | null = null;

  private constructor() {
    const run = (...args: string[]): void => {
      execFileSync('openssl', args, { cwd: this.folder, stdio: 'pipe' });
    };
    const newKey = ['-newkey', 'rsa:2048', '-nodes', '-sha256', '-days', '30'];
    run(
      ...['req', '-x509', ...newKey, '-subj', '/CN=Test TSA Root'],
      ...['-keyout', 'ca.key', '-out', 'ca.pem'],
    );
    run(
      ...[
        'req',
        '-x509',
        ...newKey,
        '-subj',
        '/CN=Test TSA',
        '-keyout',
        'tsa.key',
        '-out',
        'tsa.pem',
      ],
      ...['-CA', 'ca.pem', '-CAkey', 'ca.key', '-addext', 'basicConstraints=critical,CA:FALSE'],
      ...[
        '-addext',
        'keyUsage=critical,digitalSignature',
        '-addext',
        'extendedKeyUsage=critical,timeStamping',
      ],
    );
    writeFileSync(join(this.folder, 'tsa.cnf'), CONFIG);
    writeFileSync(join(this.folder, 'serial'), '01\n');
    this.server = createServer((request, response) => {
      const pieces: Buffer[] = [];
      request.on('data', (piece: Buffer) => pieces.push(piece));
      request.on('end', () => {
        this.asked++;
        const honest = this.reply(Buffer.concat(pieces));
        const answer = this.instead?.(honest) ?? honest;
        if (typeof answer === 'number') response.writeHead(answer).end();
        else response.writeHead(200, { 'content-type': 'application/timestamp-reply' }).end(answer);
      });
    });
  }

  static async start(): Promise<OpensslTsa> {
    const tsa = new OpensslTsa();
    await new Promise<void>((done) => tsa.server.listen(0, '127.0.0.1', done));
    return tsa;
  }

  get url(): string {
    return `http://127.0.0.1:${(this.server.address() as AddressInfo).port}/tsa`;
  }

  async stop(): Promise<void> {
    await new Promise((done) => this.server.close(done));
  }

  /** Whether `openssl ts -verify` accepts a stored answer over these bytes. */
  accepts(answer: Uint8Array, text: string): boolean {
    writeFileSync(join(this.folder, 'stored.tsr'), answer);
    writeFileSync(join(this.folder, 'stored.txt'), text);
    try {
      execFileSync(
        'openssl',
        ['ts', '-verify', '-in', 'stored.tsr', '-data', 'stored.txt', '-CAfile', 'ca.pem'],
        { cwd: this.folder, stdio: 'pipe' },
      );
      return true;
    } catch {
      return false;
    }
  }

  private reply(query: Buffer): Buffer {
    writeFileSync(join(this.folder, 'query.tsq'), query);
    execFileSync(
      'openssl',
      ['ts', '-reply', '-config', 'tsa.cnf', '-queryfile', 'query.tsq', '-out', 'answer.tsr'],
      { cwd: this.folder, stdio: 'pipe' },
    );
    return readFileSync(join(this.folder, 'answer.tsr'));
  }
}
