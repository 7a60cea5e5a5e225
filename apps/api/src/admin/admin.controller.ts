import { Body, Controller, Delete, Get, HttpCode, Param, Post, Query } from '@nestjs/common';
import { ApiCreatedResponse, ApiOkResponse, ApiProperty, ApiTags } from '@nestjs/swagger';
import {
  ORGANISATION_KINDS,
  ROLES,
  type Actor,
  type OrganisationKind,
  type Role,
} from '@core/identity';
import { Administer, People } from '@server/identity';
import { Acting, Needs } from '../http/access';
import { Id, OneOf, Secret, Text } from '../http/fields';
import { NoReplay } from '../http/idempotency.interceptor';
import { MadeView } from '../http/views';
import { MembershipView } from '../identity/identity.view';

class FoundOrganisationDto {
  @OneOf(ORGANISATION_KINDS) kind!: OrganisationKind;
  @Text({ max: 120 }) name!: string;
  @Id({ optional: true }) parentId?: string;
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
  @ApiProperty({ type: [HeldRoleView] }) roles!: HeldRoleView[];
}

const PAGE = 50;

/** Organisations, accounts and roles: the administrators' desk. Nothing here reads a business secret. */
@ApiTags('identity')
@Controller('admin')
export class AdminController {
  constructor(
    private readonly administer: Administer,
    private readonly people: People,
  ) {}

  @Get('organisations')
  @Needs('organisation.manage')
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
  @Needs('member.manage')
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
}
