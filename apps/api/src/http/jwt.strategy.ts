import { Injectable } from '@nestjs/common';
import { PassportStrategy } from '@nestjs/passport';
import { ExtractJwt, Strategy } from 'passport-jwt';
import { Sessions, type AccessClaims, type Caller } from '@server/identity';
import { Config, DomainError } from '@server/platform';

/** Reads the bearer token and finds its session, which may have ended since the token was made. */
@Injectable()
export class JwtStrategy extends PassportStrategy(Strategy) {
  constructor(
    config: Config,
    private readonly sessions: Sessions,
  ) {
    super({
      jwtFromRequest: ExtractJwt.fromAuthHeaderAsBearerToken(),
      secretOrKey: config.settings.JWT_SECRET,
      algorithms: ['HS256'],
    });
  }

  async validate(claims: AccessClaims): Promise<Caller> {
    const caller = await this.sessions.caller(claims.sid);
    if (!caller) throw new DomainError('identity.session_ended');
    return caller;
  }
}
