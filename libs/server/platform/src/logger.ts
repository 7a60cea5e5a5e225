import { Injectable, type OnApplicationShutdown } from '@nestjs/common';
import { AsyncLocalStorage } from 'node:async_hooks';
import pino, { type Logger as Pino } from 'pino';
import { Config } from './config/config';

const requests = new AsyncLocalStorage<{ readonly requestId: string }>();

/** Keys whose values never reach a log line, at whatever depth they appear first. */
const REDACTED = [
  'password',
  'secret',
  'token',
  'authorization',
  'cookie',
  'totp',
  'phone',
  'idNumber',
  'seed',
  'passphrase',
  'key',
];

/** Structured logs (pino, JSON lines) that carry the request id and never a secret. */
@Injectable()
export class Logger implements OnApplicationShutdown {
  readonly pino: Pino;

  constructor(config: Config) {
    this.pino = pino({
      level: config.settings.LOG_LEVEL,
      redact: {
        paths: REDACTED.flatMap((key) => [key, `*.${key}`, `*.*.${key}`]),
        censor: '[redacted]',
      },
      mixin: () => requests.getStore() ?? {},
    });
  }

  /** Runs `work` so that its log lines carry this request id. */
  withRequest<T>(requestId: string, work: () => T): T {
    return requests.run({ requestId }, work);
  }

  /** The present request's id, if there is one. */
  get requestId(): string | undefined {
    return requests.getStore()?.requestId;
  }

  info(message: string, facts: Record<string, unknown> = {}): void {
    this.pino.info(facts, message);
  }

  warn(message: string, facts: Record<string, unknown> = {}): void {
    this.pino.warn(facts, message);
  }

  error(message: string, facts: Record<string, unknown> & { error?: unknown } = {}): void {
    const { error, ...rest } = facts;
    this.pino.error({ ...rest, ...(error === undefined ? {} : { err: error }) }, message);
  }

  onApplicationShutdown(): void {
    this.pino.flush();
  }
}
