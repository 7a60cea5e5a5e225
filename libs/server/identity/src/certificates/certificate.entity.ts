import { Entity, Index } from 'typeorm';
import type { Instant } from '@core/kernel';
import { Key, Moment, Personal, Ref, ShortText } from '@server/platform';

/** What a challenge may be answered for. */
export type ChallengePurpose = 'enrol' | 'sign-in';

/** A certificate a person signs in with. */
@Entity('certificate')
@Index('uq_certificate_fingerprint', ['fingerprint'], { unique: true })
@Index('ix_certificate_person', ['personId'])
export class CertificateRow {
  @Key() id!: string;
  @Ref() personId!: string;
  @ShortText(64, 'internal') fingerprint!: string;
  @Personal() subject!: string;
  @Personal() issuer!: string;
  @Moment() validUntil!: Instant;
  @Moment() createdAt!: Instant;
}

/** A question that may be answered once, within minutes. */
@Entity('certificate_challenge')
@Index('ix_certificate_challenge_expires', ['expiresAt'])
export class CertificateChallengeRow {
  @Key() id!: string;
  @ShortText(10, 'internal') purpose!: ChallengePurpose;
  @Ref('internal', { nullable: true }) personId!: string | null;
  @ShortText(64, 'internal') nonce!: string;
  @Moment() expiresAt!: Instant;
}

export const CERTIFICATE_ENTITIES = [CertificateRow, CertificateChallengeRow];
