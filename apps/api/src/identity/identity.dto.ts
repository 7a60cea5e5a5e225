import { ROLES } from '@core/identity';
import { Id, OneOf, Secret, Text } from '../http/fields';

export class SignInDto {
  @Text({ max: 60 }) username!: string;
  @Secret() password!: string;
  @Text({ max: 6, min: 6, optional: true }) totp?: string;
}

export class ActAsDto {
  @Id() organisationId!: string;
  @OneOf(ROLES) role!: string;
}

export class ChangePasswordDto {
  @Secret() current!: string;
  @Secret() next!: string;
}

export class TotpCodeDto {
  @Text({ max: 6, min: 6 }) code!: string;
}
