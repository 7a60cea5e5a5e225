import { Body, Controller, Delete, Get, HttpCode, Param, Post, Query } from '@nestjs/common';
import { ApiCreatedResponse, ApiOkResponse, ApiProperty, ApiTags } from '@nestjs/swagger';
import {
  ORGANISATION_KINDS,
  ROLES,
  type Actor,
  type OrganisationKind,
  type Role,
} from '@core/identity';
import { Administer, ADMINISTRATION_ACTS, AdministrationLog, People } from '@server/identity';
import { SystemClock } from '@server/platform';
import { Acting, Needs } from '../http/access';
import { Id, OneOf, QueryNumber, Secret, Text } from '../http/fields';
import { NoReplay } from '../http/idempotency.interceptor';
import { MadeView } from '../http/views';
import { MembershipView } from '../identity/identity.view';

class FoundOrganisationDto {
  @OneOf(ORGANISATION_KINDS) kind!: OrganisationKind;
  @Text({ max: 120 }) name!: string;
  @Id({ optional: true }) parentId?: string;
  /** Unified social credit code; an agency takes no part in what it runs, and is known by it. */
  @Text({ max: 18, min: 18, optional: true }) creditCode?: string;
}

class RegisterPersonDto {
  @Text({ max: 60, min: 3 }) username!: string;
  @Text({ max: 60 }) name!: string;
  @Secret() password!: string;
}

class AppointDto {
  @Id() organisationId!: string;
  @OneOf(ROLES) role!: Role;
}

class ResetPersonDto {
  @Secret() password!: string;
}

class ActsQueryDto {
  @QueryNumber({ min: 0, max: 2_147_483_647, optional: true }) before?: number;
}

class PeopleQueryDto {
  @Text({ max: 60, optional: true }) after?: string;
}

class OrganisationView {
  @ApiProperty() id!: string;
  @ApiProperty({ type: String, nullable: true }) parentId!: string | null;
  @ApiProperty({ enum: ORGANISATION_KINDS }) kind!: string;
  @ApiProperty() name!: string;
}

class HeldRoleView extends MembershipView {
  @ApiProperty() id!: string;
}

class AccountView {
  @ApiProperty() id!: string;
  @ApiProperty() username!: string;
  @ApiProperty() name!: string;
  @ApiProperty() secondFactor!: boolean;
  @ApiProperty() disabled!: boolean;
  /** Shut out for a while after wrong passwords. */
  @ApiProperty() locked!: boolean;
  @ApiProperty({ type: [HeldRoleView] }) roles!: HeldRoleView[];
}

class AdministrationRecordView {
  @ApiProperty({ type: 'integer' }) index!: number;
  @ApiProperty({ enum: ADMINISTRATION_ACTS }) type!: string;
  @ApiProperty() at!: string;
  @ApiProperty() by!: string;
  @ApiProperty({ type: String, nullable: true }) person!: string | null;
  @ApiProperty({ type: String, nullable: true }) organisation!: string | null;
  @ApiProperty({ enum: ROLES, nullable: true }) role!: string | null;
}

const PAGE = 50;

/** Organisations, accounts and roles: the administrators' desk. Nothing here reads a business secret. */
@ApiTags('identity')
@Controller('admin')
export class AdminController {
  constructor(
    private readonly administer: Administer,
    private readonly people: People,
    private readonly log: AdministrationLog,
    private readonly clock: SystemClock,
  ) {}

  @Get('organisations')
  @Needs('organisation.read')
  @ApiOkResponse({ type: [OrganisationView] })
  async listOrganisations(): Promise<OrganisationView[]> {
    const rows = await this.people.organisations();
    return rows.map(({ id, parentId, kind, name }) => ({ id, parentId, kind, name }));
  }

  @Post('organisations')
  @Needs('organisation.manage')
  @ApiCreatedResponse({ type: MadeView })
  async foundOrganisation(
    @Acting() actor: Actor,
    @Body() body: FoundOrganisationDto,
  ): Promise<MadeView> {
    return { id: await this.administer.found(actor, { ...body }) };
  }

  /** Accounts by user name, fifty at a time; `after` is the last user name seen. */
  @Get('people')
  @Needs('member.read')
  @ApiOkResponse({ type: [AccountView] })
  async listPeople(@Query() query: PeopleQueryDto): Promise<AccountView[]> {
    const views: AccountView[] = [];
    for (const person of await this.people.page(query.after ?? '', PAGE)) {
      const held = await this.people.membershipsOf(person.id);
      const { id, username, name } = person;
      views.push({
        id,
        username,
        name,
        secondFactor: person.totpSince !== null,
        disabled: person.disabledAt !== null,
        locked: person.lockedUntil !== null && person.lockedUntil > this.clock.now(),
        roles: held.map((one) => ({ id: one.id, ...MembershipView.of(one) })),
      });
    }
    return views;
  }

  @Post('people')
  @Needs('member.manage')
  @NoReplay()
  @ApiCreatedResponse({ type: MadeView })
  async registerPerson(@Acting() actor: Actor, @Body() body: RegisterPersonDto): Promise<MadeView> {
    return { id: await this.administer.register(actor, body) };
  }

  @Post('people/:id/roles')
  @HttpCode(204)
  @Needs('member.manage')
  async appointPerson(
    @Acting() actor: Actor,
    @Param('id') id: string,
    @Body() body: AppointDto,
  ): Promise<void> {
    await this.administer.appoint(actor, id, body.organisationId, body.role);
  }

  @Delete('people/:id/roles/:membershipId')
  @HttpCode(204)
  @Needs('member.manage')
  async dismissPerson(
    @Acting() actor: Actor,
    @Param('id') id: string,
    @Param('membershipId') membershipId: string,
  ): Promise<void> {
    await this.administer.dismiss(actor, id, membershipId);
  }

  @Post('people/:id/disable')
  @HttpCode(204)
  @Needs('member.manage')
  async disablePerson(@Acting() actor: Actor, @Param('id') id: string): Promise<void> {
    await this.administer.disable(actor, id);
  }

  @Post('people/:id/enable')
  @HttpCode(204)
  @Needs('member.manage')
  async enablePerson(@Acting() actor: Actor, @Param('id') id: string): Promise<void> {
    await this.administer.enable(actor, id);
  }

  /** Erases name and user name of a closed account for ever; what it did stays in the log under its id. */
  @Post('people/:id/erase')
  @HttpCode(204)
  @Needs('member.manage')
  async erasePerson(@Acting() actor: Actor, @Param('id') id: string): Promise<void> {
    await this.administer.erase(actor, id);
  }

  /** A new first password for whoever lost his; what proved him before no longer does. */
  @Post('people/:id/reset')
  @HttpCode(204)
  @Needs('member.manage')
  @NoReplay()
  async resetPerson(
    @Acting() actor: Actor,
    @Param('id') id: string,
    @Body() body: ResetPersonDto,
  ): Promise<void> {
    await this.administer.reset(actor, id, body.password);
  }

  /** What the administrators did, newest first, out of the log; `before` is the last index seen. */
  @Get('acts')
  @Needs('administration.review')
  @ApiOkResponse({ type: [AdministrationRecordView] })
  async listActs(@Query() query: ActsQueryDto): Promise<AdministrationRecordView[]> {
    return this.log.page(query.before ?? null, PAGE);
  }
}
