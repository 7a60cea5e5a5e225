import { Body, Controller, Delete, Get, HttpCode, Param, Post } from '@nestjs/common';
import { ApiOkResponse, ApiTags } from '@nestjs/swagger';
import { Accounts, SecondFactor, Sessions, type Caller } from '@server/identity';
import { Me, Needs } from '../http/access';
import { NoReplay } from '../http/idempotency.interceptor';
import { ChangePasswordDto, TotpCodeDto } from './identity.dto';
import { CallerView, DeviceView, TotpSetupView } from './identity.view';

/** The signed-in person's own account. */
@ApiTags('identity')
@Controller('me')
export class MeController {
  constructor(
    private readonly accounts: Accounts,
    private readonly sessions: Sessions,
    private readonly secondFactor: SecondFactor,
  ) {}

  @Get()
  @Needs('account.manage')
  @ApiOkResponse({ type: CallerView })
  whoAmI(@Me() caller: Caller): CallerView {
    return CallerView.of(caller);
  }

  @Get('sessions')
  @Needs('account.manage')
  @ApiOkResponse({ type: [DeviceView] })
  async listSessions(@Me() caller: Caller): Promise<DeviceView[]> {
    return (await this.sessions.list(caller)).map(DeviceView.of);
  }

  @Delete('sessions/:id')
  @HttpCode(204)
  @Needs('account.manage')
  async revokeSession(@Me() caller: Caller, @Param('id') id: string): Promise<void> {
    await this.sessions.revoke(caller, id);
  }

  @Post('password')
  @HttpCode(204)
  @Needs('account.manage')
  @NoReplay()
  async changePassword(@Me() caller: Caller, @Body() body: ChangePasswordDto): Promise<void> {
    await this.accounts.changePassword(caller, body.current, body.next);
  }

  @Post('totp')
  @Needs('account.manage')
  @NoReplay()
  @ApiOkResponse({ type: TotpSetupView })
  async beginTotp(@Me() caller: Caller): Promise<TotpSetupView> {
    return this.secondFactor.begin(caller.personId);
  }

  @Post('totp/confirm')
  @HttpCode(204)
  @Needs('account.manage')
  @NoReplay()
  async confirmTotp(@Me() caller: Caller, @Body() body: TotpCodeDto): Promise<void> {
    await this.secondFactor.confirm(caller.personId, body.code);
  }
}
