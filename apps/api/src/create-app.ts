import { RequestMethod, type LoggerService } from '@nestjs/common';
import { NestFactory } from '@nestjs/core';
import { FastifyAdapter, type NestFastifyApplication } from '@nestjs/platform-fastify';
import { randomUUID } from 'node:crypto';
import { readFileSync } from 'node:fs';
import type { Config } from '@server/platform';
import { ClockStore, Logger } from '@server/platform';
import { AppModule } from './app.module';
import { mountEdge } from './http/edge';
import { mountFarewell } from './http/farewell';
import { mountUploads } from './http/uploads';
import { mountVerifyPage } from './http/verify-page';
import { mountWeb } from './http/web-files';

/** What stands at the root of the site: probes, and the log where mirrors look for it. */
const OUTSIDE_API = ['healthz', 'readyz', 'metrics', 'checkpoint', 'tile/*path'];
/** The public site as it is read without JavaScript. */
const PAGES = [
  'read/home',
  'read/tenders',
  'read/tenders/:id',
  'read/enterprises',
  'read/enterprises/:creditCode',
  'read/pools',
  'read/pools/:id',
  'processes/:ocid',
  'statistics',
  'statistics/rows',
  'open-data',
  'feeds/notices.atom',
  'feeds/notices.rss',
  'sitemap.xml',
  'robots.txt',
];
/** Forms of the same. */
const FORMS = ['subscriptions', 'subscriptions/*path'];
/** Pages whose names routes of the API have too (there below /api): Nest knows them below /read. */
const READ = /^\/(tenders|enterprises|pools)(\/[^/?]+)?\/?(\?|$)/;

function readingUrl(url: string): string {
  if (/^\/(\?|$)/.test(url)) return `/read/home${url.slice(1)}`;
  return READ.test(url) ? `/read${url}` : url;
}

const BODY_LIMIT = 4 * 1024 * 1024;

function adapter(config: Config): FastifyAdapter {
  const { TLS_CERT, TLS_KEY, TRUSTED_PROXY } = config.settings;
  const options = {
    bodyLimit: BODY_LIMIT,
    genReqId: () => randomUUID(),
    trustProxy: TRUSTED_PROXY === '' ? false : TRUSTED_PROXY.split(','),
    routerOptions: { maxParamLength: 200 },
    rewriteUrl: ({ url = '/' }: { url?: string | undefined }) => readingUrl(url),
  };
  return TLS_CERT === ''
    ? new FastifyAdapter(options)
    : new FastifyAdapter({
        ...options,
        https: { cert: readFileSync(TLS_CERT), key: readFileSync(TLS_KEY) },
      });
}

function nestLogger(app: NestFastifyApplication): LoggerService {
  const logger = app.get(Logger);
  const say =
    (level: 'info' | 'warn' | 'error') =>
    (message: unknown, ...rest: unknown[]): void => {
      logger[level](String(message), { nest: rest.map(String) });
    };
  return { log: () => undefined, warn: say('warn'), error: say('error'), fatal: say('error') };
}

/** Builds the application and everything around it, without listening yet. */
export async function createApp(config: Config): Promise<NestFastifyApplication> {
  const app = await NestFactory.create<NestFastifyApplication>(
    AppModule.with(config),
    adapter(config),
    { logger: ['error', 'warn'], abortOnError: false },
  );
  app.useLogger(nestLogger(app));
  app.setGlobalPrefix('api', {
    exclude: [
      ...[...OUTSIDE_API, ...PAGES].map((path) => ({ path, method: RequestMethod.GET })),
      ...FORMS.map((path) => ({ path, method: RequestMethod.ALL })),
    ],
  });
  app.enableShutdownHooks();
  await mountEdge(app);
  mountFarewell(app);
  mountUploads(app);
  mountVerifyPage(app);
  await mountWeb(app);
  await app.get(ClockStore).load();
  return app;
}
