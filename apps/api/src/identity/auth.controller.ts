import { Body, Controller, HttpCode, Post } from '@nestjs/common';
import { ApiOkResponse, ApiTags } from '@nestjs/swagger';
import { Sessions, SignIn, type Caller } from '@server/identity';
import { DomainError } from '@server/platform';
import { Client, Me, Needs, Public } from '../http/access';
import { NoReplay } from '../http/idempotency.interceptor';
import { Refresh, type RefreshCookie } from '../http/refresh-cookie';
import { ActAsDto, SignInDto } from './identity.dto';
import { SignedInView } from './identity.view';

/** Signing in and out, refreshing, and choosing whom to act for. */
@ApiTags('identity')
@Controller('auth')
export class AuthController {
  constructor(
    private readonly signIn: SignIn,
    private readonly sessions: Sessions,
  ) {}

  @Post('sign-in')
  @HttpCode(200)
  @Public()
  @NoReplay()
  @ApiOkResponse({ type: SignedInView })
  async signInWithPassword(
    @Body() body: SignInDto,
    @Client() client: { address: string; device: string },
    @Refresh() cookie: RefreshCookie,
  ): Promise<SignedInView> {
    const signedIn = await this.signIn.run({ ...body, ...client, totp: body.totp ?? null });
    cookie.set(signedIn.refreshToken);
    return SignedInView.of(signedIn);
  }

  @Post('refresh')
  @HttpCode(200)
  @Public()
  @NoReplay()
  @ApiOkResponse({ type: SignedInView })
  async refreshSession(
    @Client() client: { device: string },
    @Refresh() cookie: RefreshCookie,
  ): Promise<SignedInView> {
    if (cookie.token === null) throw new DomainError('identity.not_signed_in');
    const signedIn = await this.sessions.refresh(cookie.token, client.device);
    cookie.set(signedIn.refreshToken);
    return SignedInView.of(signedIn);
  }

  @Post('act-as')
  @HttpCode(200)
  @Needs('account.manage')
  @NoReplay()
  @ApiOkResponse({ type: SignedInView })
  async actAs(
    @Me() caller: Caller,
    @Body() body: ActAsDto,
    @Refresh() cookie: RefreshCookie,
  ): Promise<SignedInView> {
    const signedIn = await this.sessions.actAs(caller, body.organisationId, body.role);
    cookie.set(signedIn.refreshToken);
    return SignedInView.of(signedIn);
  }

  @Post('sign-out')
  @HttpCode(204)
  @Needs('account.manage')
  @NoReplay()
  async signOut(@Me() caller: Caller, @Refresh() cookie: RefreshCookie): Promise<void> {
    await this.sessions.revoke(caller, caller.sessionId);
    cookie.clear();
  }
}
