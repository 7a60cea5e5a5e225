import { Catch, HttpException, type ArgumentsHost, type ExceptionFilter } from '@nestjs/common';
import { HttpAdapterHost } from '@nestjs/core';
import { ERRORS, type ErrorCode } from '@contracts';
import { DomainError, Logger, RuleSets } from '@server/platform';
import type { RequestFacts } from './request-facts';

const BY_STATUS: Readonly<Record<number, ErrorCode>> = {
  400: 'request.unreadable',
  404: 'request.not_found',
  413: 'request.too_large',
  429: 'request.too_many',
};

function asDomainError(error: unknown): DomainError | null {
  if (error instanceof DomainError) return error;
  const status =
    error instanceof HttpException
      ? error.getStatus()
      : (error as { statusCode?: number } | null)?.statusCode;
  const code = status === undefined ? undefined : BY_STATUS[status];
  return code ? new DomainError(code) : null;
}

/**
 * Every error leaves as RFC 9457 `application/problem+json`: code, parameters, the law behind it in its words, and a trace id.
 * What the platform did not expect becomes `internal` and nothing else; the log has the rest.
 */
@Catch()
export class ProblemFilter implements ExceptionFilter {
  constructor(
    private readonly adapter: HttpAdapterHost,
    private readonly logger: Logger,
    private readonly ruleSets: RuleSets,
  ) {}

  catch(error: unknown, host: ArgumentsHost): void {
    const http = host.switchToHttp();
    const request = http.getRequest<RequestFacts>();
    const known = asDomainError(error);
    const code = known?.code ?? 'internal';
    const { status, log } = ERRORS[code];
    const traceId = this.logger.requestId ?? request.id;
    const facts = { code, method: request.method, url: request.url, params: known?.params };
    if (log === 'error') this.logger.error('request failed', { ...facts, error });
    else this.logger[log]('request refused', facts);
    const response: unknown = http.getResponse();
    const { httpAdapter } = this.adapter;
    httpAdapter.setHeader(response, 'content-type', 'application/problem+json; charset=utf-8');
    httpAdapter.reply(
      response,
      {
        type: `https://sunlit.example/problems/${code}`,
        status,
        code,
        traceId,
        ...(known && Object.keys(known.params).length > 0 ? { params: known.params } : {}),
        ...(known?.law ? { law: this.ruleSets.told(known.law) } : {}),
        ...(known?.fields ? { fields: known.fields } : {}),
      },
      status,
    );
  }
}
