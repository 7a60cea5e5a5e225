import { Controller, Get } from '@nestjs/common';
import { ApiOkResponse, ApiProperty, ApiTags } from '@nestjs/swagger';
import { ROLES } from '@core/identity';
import { DEMO_ACCOUNTS, DEMO_FIRMS, DEMO_ORGANISATIONS, DEMO_PASSWORD } from '@server/demo';
import { Config } from '@server/platform';
import { Public } from '../http/access';

class DemoAccountView {
  @ApiProperty() username!: string;
  @ApiProperty() password!: string;
  @ApiProperty() name!: string;
  @ApiProperty({ enum: ROLES }) role!: string;
  @ApiProperty() organisation!: string;
}

class DemoView {
  @ApiProperty() demo!: boolean;
  @ApiProperty({ type: [DemoAccountView] }) accounts!: DemoAccountView[];
}

const SHOWN_FIRMS = 4;

/** Says on a demo server who can sign in; nothing anywhere else. */
@ApiTags('platform')
@Controller('demo')
export class DemoController {
  constructor(private readonly config: Config) {}

  @Get()
  @Public()
  @ApiOkResponse({ type: DemoView })
  demoAccounts(): DemoView {
    if (!this.config.settings.DEMO) return { demo: false, accounts: [] };
    const names = new Map(DEMO_ORGANISATIONS.map((one) => [one.key, one.name]));
    const staff = DEMO_ACCOUNTS.map(({ username, name, role, organisation }) => ({
      username,
      name,
      role,
      organisation: names.get(organisation) ?? '',
      password: DEMO_PASSWORD,
    }));
    const firms = DEMO_FIRMS.slice(0, SHOWN_FIRMS).map((firm) => ({
      username: firm.username,
      name: firm.person,
      role: 'bidder',
      organisation: firm.name,
      password: DEMO_PASSWORD,
    }));
    return { demo: true, accounts: [...staff, ...firms] };
  }
}
