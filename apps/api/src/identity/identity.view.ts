import { ApiProperty } from '@nestjs/swagger';
import { ORGANISATION_KINDS, PERMISSIONS, ROLES } from '@core/identity';
import { formatInstant } from '@core/kernel';
import type { Caller, Membership, SessionView, SignedIn } from '@server/identity';

export class PersonView {
  @ApiProperty() id!: string;
  @ApiProperty() name!: string;
  @ApiProperty() username!: string;
}

export class MembershipView {
  @ApiProperty() organisationId!: string;
  @ApiProperty() organisationName!: string;
  @ApiProperty({ enum: ORGANISATION_KINDS }) organisationKind!: string;
  @ApiProperty({ enum: ROLES }) role!: string;

  static of(this: void, membership: Membership): MembershipView {
    const { organisationId, organisationName, organisationKind, role } = membership;
    return { organisationId, organisationName, organisationKind, role };
  }
}

export class SignedInView {
  @ApiProperty() accessToken!: string;
  @ApiProperty() expiresAt!: string;
  @ApiProperty({ type: PersonView }) person!: PersonView;
  @ApiProperty({ type: MembershipView, nullable: true }) acting!: MembershipView | null;
  @ApiProperty({ type: [MembershipView] }) memberships!: MembershipView[];
  @ApiProperty({ enum: PERMISSIONS, isArray: true }) permissions!: string[];

  static of(this: void, signedIn: SignedIn): SignedInView {
    return {
      accessToken: signedIn.accessToken,
      expiresAt: formatInstant(signedIn.expiresAt),
      person: signedIn.person,
      acting: signedIn.acting ? MembershipView.of(signedIn.acting) : null,
      memberships: signedIn.memberships.map(MembershipView.of),
      permissions: [...signedIn.permissions],
    };
  }
}

export class CallerView {
  @ApiProperty() personId!: string;
  @ApiProperty({ type: MembershipView, nullable: true }) acting!: MembershipView | null;
  @ApiProperty({ enum: PERMISSIONS, isArray: true }) permissions!: string[];

  static of(this: void, caller: Caller): CallerView {
    return {
      personId: caller.personId,
      acting: caller.acting ? MembershipView.of(caller.acting) : null,
      permissions: [...caller.permissions],
    };
  }
}

export class DeviceView {
  @ApiProperty() id!: string;
  @ApiProperty() createdAt!: string;
  @ApiProperty() lastSeenAt!: string;
  @ApiProperty() device!: string;
  @ApiProperty() address!: string;
  @ApiProperty() current!: boolean;

  static of(this: void, session: SessionView): DeviceView {
    return {
      ...session,
      createdAt: formatInstant(session.createdAt),
      lastSeenAt: formatInstant(session.lastSeenAt),
    };
  }
}

export class TotpSetupView {
  @ApiProperty() secret!: string;
  @ApiProperty() uri!: string;
}
