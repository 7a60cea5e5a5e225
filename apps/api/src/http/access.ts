import { createParamDecorator, SetMetadata, type ExecutionContext } from '@nestjs/common';
import type { Actor, Permission } from '@core/identity';
import { actorOf, type Caller } from '@server/identity';
import { DomainError } from '@server/platform';
import type { RequestFacts } from './request-facts';

/** Metadata key under which a handler says who may call it. */
export const ACCESS = 'sunlit:access';

/** `public`, or the permission a caller needs. */
export type Access = 'public' | Permission;

/** Anybody may call this, signed in or not. */
export const Public = (): MethodDecorator => SetMetadata(ACCESS, 'public' satisfies Access);

/** Only callers with this permission may call this. */
export const Needs = (permission: Permission): MethodDecorator => SetMetadata(ACCESS, permission);

function facts(context: ExecutionContext): RequestFacts {
  return context.switchToHttp().getRequest<RequestFacts>();
}

/** The signed-in caller. */
export const Me = createParamDecorator((_: unknown, context: ExecutionContext): Caller => {
  const { user } = facts(context);
  if (!user) throw new DomainError('identity.not_signed_in');
  return user;
});

/** The caller as an actor: person, organisation, role, and the address the request came from. */
export const Acting = createParamDecorator((_: unknown, context: ExecutionContext): Actor => {
  const { user, ip } = facts(context);
  if (!user) throw new DomainError('identity.not_signed_in');
  return actorOf(user, ip);
});

/** The same on public routes: null when nobody is signed in or the caller acts for nobody. */
export const MaybeActing = createParamDecorator(
  (_: unknown, context: ExecutionContext): Actor | null => {
    const { user, ip } = facts(context);
    return user?.acting ? actorOf(user, ip) : null;
  },
);

/** Address and device of the request. */
export const Client = createParamDecorator(
  (_: unknown, context: ExecutionContext): { address: string; device: string } => {
    const request = facts(context);
    return { address: request.ip, device: request.headers['user-agent'] ?? '' };
  },
);
