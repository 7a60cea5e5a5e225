import { Entity, Index } from 'typeorm';
import type { OrganisationKind, Role } from '@core/identity';
import type { Instant } from '@core/kernel';
import { BigWhole, Key, Moment, Personal, Ref, ShortText, Whole } from '@server/platform';

/** A person with an account. */
@Entity('person')
@Index('uq_person_username', ['username'], { unique: true })
export class PersonRow {
  @Key() id!: string;
  @ShortText(60, 'internal') username!: string;
  @Personal() name!: string;
  @ShortText(200, 'internal') passwordHash!: string;
  @Personal({ nullable: true }) totpSecret!: string | null;
  @Moment('internal', { nullable: true }) totpSince!: Instant | null;
  /** The last time step a TOTP code was used in: a code works once. */
  @BigWhole('internal') totpStep!: number;
  @Whole() failures!: number;
  @Moment('internal', { nullable: true }) lockedUntil!: Instant | null;
  @Moment('internal', { nullable: true }) disabledAt!: Instant | null;
  @Moment() createdAt!: Instant;
}

/** An organisation; county → township → village by `parentId`. */
@Entity('organisation')
@Index('ix_organisation_parent', ['parentId'])
export class OrganisationRow {
  @Key() id!: string;
  @Ref('internal', { nullable: true }) parentId!: string | null;
  @ShortText(20, 'public') kind!: OrganisationKind;
  @ShortText(120, 'public') name!: string;
  @ShortText(18, 'public', { nullable: true }) creditCode!: string | null;
  @Moment() createdAt!: Instant;
}

/** A person's role in an organisation. */
@Entity('membership')
@Index('uq_membership_person_organisation_role', ['personId', 'organisationId', 'role'], {
  unique: true,
})
export class MembershipRow {
  @Key() id!: string;
  @Ref() personId!: string;
  @Ref() organisationId!: string;
  @ShortText(20, 'internal') role!: Role;
  @Moment() createdAt!: Instant;
}

/** A signed-in device. Its refresh token is derived from `nonce` and `generation`, so no token is stored. */
@Entity('session')
@Index('ix_session_person', ['personId'])
export class SessionRow {
  @Key() id!: string;
  @Ref() personId!: string;
  @Ref('internal', { nullable: true }) membershipId!: string | null;
  @ShortText(64, 'internal') nonce!: string;
  @Whole() generation!: number;
  @Moment() rotatedAt!: Instant;
  @ShortText(200, 'internal') device!: string;
  @ShortText(64, 'internal') address!: string;
  /** Whether the second factor was shown at sign-in. */
  @Whole() secondFactor!: number;
  @Moment() createdAt!: Instant;
  @Moment() expiresAt!: Instant;
  @Moment('internal', { nullable: true }) revokedAt!: Instant | null;
}

export const IDENTITY_ENTITIES = [PersonRow, OrganisationRow, MembershipRow, SessionRow];
