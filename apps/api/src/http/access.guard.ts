import { Injectable, type ExecutionContext } from '@nestjs/common';
import { Reflector } from '@nestjs/core';
import { AuthGuard } from '@nestjs/passport';
import { DomainError } from '@server/platform';
import { ACCESS, type Access } from './access';
import type { RequestFacts } from './request-facts';

/**
 * Deny by default: a handler without `@Public()` or `@Needs()` is closed to everybody (and a test fails on it).
 * Public routes still learn who is calling when a good token comes with the request.
 */
@Injectable()
export class AccessGuard extends AuthGuard('jwt') {
  constructor(private readonly reflector: Reflector) {
    super();
  }

  override async canActivate(context: ExecutionContext): Promise<boolean> {
    const access = this.reflector.get<Access | undefined>(ACCESS, context.getHandler());
    if (access === undefined) throw new DomainError('identity.no_permission');
    const request = context.switchToHttp().getRequest<RequestFacts>();
    if (access === 'public') return this.recognise(context, request);
    await super.canActivate(context);
    if (!request.user?.permissions.includes(access)) {
      throw new DomainError('identity.no_permission', { permission: access });
    }
    return true;
  }

  /** A token that is no longer good makes its bearer nobody on a public route, and no more than that. */
  private async recognise(context: ExecutionContext, request: RequestFacts): Promise<true> {
    if (!request.headers.authorization) return true;
    try {
      await super.canActivate(context);
    } catch (error) {
      if (!(error instanceof DomainError)) throw error;
    }
    return true;
  }

  override handleRequest<T>(error: unknown, user: T | false): T {
    if (error instanceof DomainError) throw error;
    if (!user) throw new DomainError('identity.not_signed_in');
    return user;
  }
}
