import type { Instant } from '@core/kernel';

/** What a certificate says, once it has been found good. */
export interface CertificateFacts {
  /** SHA-256 of the DER bytes, hexadecimal. */
  readonly fingerprint: string;
  /** Distinguished name of the holder, one attribute a line. */
  readonly subject: string;
  readonly issuer: string;
  readonly validUntil: Instant;
}

/** Why a certificate or what was signed with it does not count. */
export type CertificateFault = 'malformed' | 'expired' | 'untrusted' | 'signature';

/** What a device answers to a challenge: its certificate with the ones above it, and a signature. */
export interface CertificateProof {
  /** PEM, the holder's own certificate first. */
  readonly chain: string;
  /** Bytes of the signature, in the form the key's kind has (RSA PKCS#1 v1.5, ECDSA in DER or P1363, Ed25519). */
  readonly signature: Uint8Array;
}

/**
 * The adapter point for certificates of a CA or a UKey (blueprint 5.1). One implementation ships,
 * {@link X509Authority}; a vendor's service takes its place by providing this class.
 */
export abstract class CertificateAuthority {
  /** Whether this installation trusts any authority at all. */
  abstract readonly isOn: boolean;
  /** Checks the chain up to a trusted root at `now` (system clock) and the signature over `message`. */
  abstract check(
    proof: CertificateProof,
    message: Uint8Array,
    now: Instant,
  ): CertificateFacts | CertificateFault;
}
