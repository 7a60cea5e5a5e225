import { Controller, Get } from '@nestjs/common';
import { ApiOkResponse, ApiProperty, ApiTags } from '@nestjs/swagger';
import { ROLES } from '@core/identity';
import {
  DEMO_ACCOUNTS,
  DEMO_EXPERTS,
  DEMO_FIRMS,
  DEMO_ORGANISATIONS,
  DEMO_PASSWORD,
} from '@server/demo';
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

/** One firm that bids nowhere yet, and the three whose bids open on the demo's first morning. */
const SHOWN_FIRMS = ['firm1', 'firm3', 'firm6', 'firm9'];
const SHOWN_EXPERTS = 2;

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
    const experts = DEMO_EXPERTS.slice(0, SHOWN_EXPERTS).map(({ username, name }) => ({
      username,
      name,
      role: 'expert',
      organisation: names.get('experts') ?? '',
      password: DEMO_PASSWORD,
    }));
    const firms = DEMO_FIRMS.filter((firm) => SHOWN_FIRMS.includes(firm.username)).map((firm) => ({
      username: firm.username,
      name: firm.person,
      role: 'bidder',
      organisation: firm.name,
      password: DEMO_PASSWORD,
    }));
    return { demo: true, accounts: [...staff, ...experts, ...firms] };
  }
}
