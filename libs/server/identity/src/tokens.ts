import { Injectable } from '@nestjs/common';
import { createHmac, timingSafeEqual } from 'node:crypto';
import { JwtService } from '@nestjs/jwt';
import { MINUTE, SECOND, type Instant } from '@core/kernel';
import { Config, SystemClock } from '@server/platform';

/** How long an access token is valid. */
export const ACCESS_LIFE = 15 * MINUTE;

/** What an access token says: which session of which person. Rights are read afresh at each request. */
export interface AccessClaims {
  readonly sub: string;
  readonly sid: string;
}

/** What a refresh token says. */
export interface RefreshClaims {
  readonly sessionId: string;
  readonly generation: number;
}

/**
 * Access tokens are JWTs of 15 minutes. Refresh tokens are `<session>.<generation>.<HMAC>` over the session's
 * nonce: nothing that opens a session is stored, and a repeated refresh can be answered with the same token.
 */
@Injectable()
export class Tokens {
  constructor(
    private readonly jwt: JwtService,
    private readonly config: Config,
    private readonly clock: SystemClock,
  ) {}

  access(personId: string, sessionId: string): { token: string; expiresAt: Instant } {
    const issued = Math.floor(this.clock.now() / SECOND);
    const expires = issued + ACCESS_LIFE / SECOND;
    const token = this.jwt.sign({ sub: personId, sid: sessionId, iat: issued, exp: expires });
    return { token, expiresAt: expires * SECOND };
  }

  /** What a genuine access token says, and until when; null for any other, and for one that has run out. */
  parseAccess(token: string): (AccessClaims & { readonly expiresAt: Instant }) | null {
    try {
      const claims = this.jwt.verify<AccessClaims & { exp: number }>(token, {
        algorithms: ['HS256'],
        clockTimestamp: Math.floor(this.clock.now() / SECOND),
      });
      return { sub: claims.sub, sid: claims.sid, expiresAt: claims.exp * SECOND };
    } catch {
      return null;
    }
  }

  refresh(sessionId: string, generation: number, nonce: string): string {
    return `${sessionId}.${generation}.${this.mac(sessionId, generation, nonce)}`;
  }

  /** Splits a refresh token; null when it is not one. Its MAC is checked by {@link genuine}. */
  parseRefresh(token: string): (RefreshClaims & { mac: string }) | null {
    const match = /^([0-9a-f-]{36})\.(\d{1,9})\.([0-9a-f]{64})$/.exec(token);
    if (!match) return null;
    const [, sessionId = '', generation = '', mac = ''] = match;
    return { sessionId, generation: Number(generation), mac };
  }

  genuine(claims: RefreshClaims & { mac: string }, nonce: string): boolean {
    const expected = Buffer.from(this.mac(claims.sessionId, claims.generation, nonce));
    return timingSafeEqual(expected, Buffer.from(claims.mac));
  }

  private mac(sessionId: string, generation: number, nonce: string): string {
    return createHmac('sha256', this.config.settings.JWT_SECRET)
      .update(`sunlit/refresh\n${sessionId}\n${generation}\n${nonce}`)
      .digest('hex');
  }
}
