import { Injectable } from '@nestjs/common';
import { createHash, verify, X509Certificate, type KeyObject } from 'node:crypto';
import { readFileSync } from 'node:fs';
import type { Instant } from '@core/kernel';
import { Config } from '@server/platform';
import {
  CertificateAuthority,
  type CertificateFacts,
  type CertificateFault,
  type CertificateProof,
} from './certificate-authority';

const PEM = /-----BEGIN CERTIFICATE-----[A-Za-z0-9+/=\s]+-----END CERTIFICATE-----/g;
const MOST_IN_CHAIN = 6;

/** Parses every certificate of a PEM text; null when one of them is none. */
function certificatesIn(pem: string): X509Certificate[] | null {
  try {
    return (pem.match(PEM) ?? []).map((one) => new X509Certificate(one));
  } catch {
    return null;
  }
}

function isValidAt(certificate: X509Certificate, now: Instant): boolean {
  return Date.parse(certificate.validFrom) <= now && now <= Date.parse(certificate.validTo);
}

function issued(issuer: X509Certificate, subject: X509Certificate): boolean {
  return issuer.ca && subject.checkIssued(issuer) && subject.verify(issuer.publicKey);
}

function signed(key: KeyObject, message: Uint8Array, signature: Uint8Array): boolean {
  switch (key.asymmetricKeyType) {
    case 'rsa':
      return verify('sha256', message, key, signature);
    case 'ec':
      return (
        verify('sha256', message, key, signature) ||
        verify('sha256', message, { key, dsaEncoding: 'ieee-p1363' }, signature)
      );
    case 'ed25519':
      return verify(null, message, key, signature);
    default:
      return false;
  }
}

/** X.509 certificates (RFC 5280) under the roots of `CERTIFICATE_AUTHORITIES`, checked with OpenSSL through Node. */
@Injectable()
export class X509Authority extends CertificateAuthority {
  private readonly roots: readonly X509Certificate[];

  /** Throws at start-up when the file of roots cannot be read as certificates of authorities. */
  constructor(config: Config) {
    super();
    const path = config.settings.CERTIFICATE_AUTHORITIES;
    const roots = path === '' ? [] : certificatesIn(readFileSync(path, 'utf8'));
    if (roots === null || (path !== '' && roots.length === 0) || roots.some((root) => !root.ca)) {
      throw new Error(`CERTIFICATE_AUTHORITIES: ${path} holds no certificates of authorities`);
    }
    this.roots = roots;
  }

  get isOn(): boolean {
    return this.roots.length > 0;
  }

  check(
    proof: CertificateProof,
    message: Uint8Array,
    now: Instant,
  ): CertificateFacts | CertificateFault {
    const chain = certificatesIn(proof.chain);
    const own = chain?.[0];
    if (!chain || !own || chain.length > MOST_IN_CHAIN || own.ca) return 'malformed';
    if (!isValidAt(own, now)) return 'expired';
    if (!this.leadsToRoot(own, chain.slice(1), now)) return 'untrusted';
    if (!signed(own.publicKey, message, proof.signature)) return 'signature';
    return {
      fingerprint: createHash('sha256').update(own.raw).digest('hex'),
      subject: own.subject,
      issuer: own.issuer,
      validUntil: Date.parse(own.validTo),
    };
  }

  private leadsToRoot(
    subject: X509Certificate,
    above: readonly X509Certificate[],
    now: Instant,
  ): boolean {
    if (this.roots.some((root) => isValidAt(root, now) && issued(root, subject))) return true;
    const next = above.findIndex((one) => isValidAt(one, now) && issued(one, subject));
    const issuer = above[next];
    return issuer !== undefined && this.leadsToRoot(issuer, above.toSpliced(next, 1), now);
  }
}
