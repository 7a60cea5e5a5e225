import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/** A certificate with its key, as PEM and as files. */
export interface TestCertificate {
  readonly certificate: string;
  readonly key: string;
  readonly certificateFile: string;
  readonly keyFile: string;
}

const KEYS = {
  rsa: ['-newkey', 'rsa:2048'],
  ec: ['-newkey', 'ec', '-pkeyopt', 'ec_paramgen_curve:P-256'],
  ed25519: ['-newkey', 'ed25519'],
} as const;

/** Makes certificates with the openssl command, in a folder of its own. */
export class TestAuthority {
  private readonly folder = mkdtempSync(join(tmpdir(), 'sunlit-ca-'));
  private made = 0;
  readonly root: TestCertificate;

  constructor(name = 'Test Root') {
    this.root = this.make(name, null, { isAuthority: true });
  }

  /** An authority below the root. */
  intermediate(name: string): TestCertificate {
    return this.make(name, this.root, { isAuthority: true });
  }

  /** The certificate of a person or a site. */
  leaf(
    name: string,
    issuer: TestCertificate = this.root,
    options: { kind?: keyof typeof KEYS; days?: number; address?: string } = {},
  ): TestCertificate {
    return this.make(name, issuer, { ...options, isAuthority: false });
  }

  private make(
    name: string,
    issuer: TestCertificate | null,
    options: { isAuthority: boolean; kind?: keyof typeof KEYS; days?: number; address?: string },
  ): TestCertificate {
    const path = (ending: string): string => join(this.folder, `${this.made}.${ending}`);
    this.made++;
    const [certificateFile, keyFile] = [path('pem'), path('key')];
    const extensions = [
      `basicConstraints=critical,CA:${options.isAuthority ? 'TRUE' : 'FALSE'}`,
      ...(options.address === undefined ? [] : [`subjectAltName=IP:${options.address}`]),
    ];
    execFileSync(
      'openssl',
      [
        'req',
        '-x509',
        ...KEYS[options.kind ?? 'rsa'],
        ...['-nodes', '-sha256', '-subj', `/CN=${name}`, '-utf8'],
        ...['-days', String(options.days ?? 30), '-keyout', keyFile, '-out', certificateFile],
        ...extensions.flatMap((one) => ['-addext', one]),
        ...(issuer ? ['-CA', issuer.certificateFile, '-CAkey', issuer.keyFile] : []),
      ],
      { stdio: 'pipe' },
    );
    return {
      certificate: readFileSync(certificateFile, 'utf8'),
      key: readFileSync(keyFile, 'utf8'),
      certificateFile,
      keyFile,
    };
  }

  /** Several certificates in one file: what a site trusts. */
  bundle(...certificates: readonly TestCertificate[]): string {
    const file = join(this.folder, 'bundle.pem');
    writeFileSync(file, certificates.map((one) => one.certificate).join('\n'));
    return file;
  }
}
