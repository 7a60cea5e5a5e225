import {
  Injectable,
  SetMetadata,
  type CallHandler,
  type ExecutionContext,
  type NestInterceptor,
} from '@nestjs/common';
import { HttpAdapterHost, Reflector } from '@nestjs/core';
import { from, lastValueFrom, type Observable } from 'rxjs';
import { DomainError, Idempotency } from '@server/platform';
import type { RequestFacts } from './request-facts';

const NO_REPLAY = 'sunlit:no-replay';

/** The answer holds secrets, is a stream, or is harmless to ask for twice: neither stored nor repeated, and no unit begun. */
export const NoReplay = (): MethodDecorator => SetMetadata(NO_REPLAY, true);

const KEY = /^[\w-]{8,64}$/;

/** Answers a repeated mutating request (same actor, same Idempotency-Key) with what was answered before. */
@Injectable()
export class IdempotencyInterceptor implements NestInterceptor {
  constructor(
    private readonly idempotency: Idempotency,
    private readonly reflector: Reflector,
    private readonly adapter: HttpAdapterHost,
  ) {}

  intercept(context: ExecutionContext, next: CallHandler): Observable<unknown> {
    if (context.getType() !== 'http') return next.handle();
    const request = context.switchToHttp().getRequest<RequestFacts>();
    const key = request.headers['idempotency-key'];
    const exempt = this.reflector.get<boolean | undefined>(NO_REPLAY, context.getHandler());
    if (key === undefined || exempt || request.method === 'GET' || !request.user) {
      return next.handle();
    }
    if (!KEY.test(key)) {
      throw new DomainError('request.invalid', {}, undefined, [
        { path: 'Idempotency-Key', code: 'pattern' },
      ]);
    }
    return from(this.once(context, request, request.user.personId, key, next));
  }

  private async once(
    context: ExecutionContext,
    request: RequestFacts,
    person: string,
    key: string,
    next: CallHandler,
  ): Promise<unknown> {
    const http = context.switchToHttp();
    const what = `${request.method} ${request.url}\n${JSON.stringify(request.body ?? null)}`;
    const answer = await this.idempotency.once(person, key, what, async () => ({
      status: (http.getResponse<{ statusCode?: number }>().statusCode ?? 200) || 200,
      response: (await lastValueFrom(next.handle(), { defaultValue: null })) as unknown,
    }));
    this.adapter.httpAdapter.status(http.getResponse(), answer.status);
    return answer.response;
  }
}
