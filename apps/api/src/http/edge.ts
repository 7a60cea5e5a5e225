import compress from '@fastify/compress';
import cookie from '@fastify/cookie';
import helmet from '@fastify/helmet';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { Arrival, Config, Logger } from '@server/platform';
import { Metrics } from './metrics';

/** What every request passes first: arrival stamp, request id, headers, cookies, compression, measurement. */
export async function mountEdge(app: NestFastifyApplication): Promise<void> {
  const arrival = app.get(Arrival);
  const logger = app.get(Logger);
  const metrics = app.get(Metrics);
  const secure = app.get(Config).settings.TLS_CERT !== '';
  const fastify = app.getHttpAdapter().getInstance();
  fastify.addHook('onRequest', (request, reply, done) => {
    void reply.header('x-request-id', request.id);
    arrival.stamp(() => logger.withRequest(request.id, done));
  });
  fastify.addHook('onResponse', (request, reply, done) => {
    metrics.requests.observe(
      {
        route: request.routeOptions.url ?? 'unmatched',
        method: request.method,
        status: String(reply.statusCode),
      },
      reply.elapsedTime / 1_000,
    );
    done();
  });
  await app.register(helmet, {
    contentSecurityPolicy: {
      directives: {
        defaultSrc: ["'self'"],
        scriptSrc: ["'self'", "'wasm-unsafe-eval'"],
        styleSrc: ["'self'", "'unsafe-inline'"],
        imgSrc: ["'self'", 'data:', 'blob:'],
        workerSrc: ["'self'", 'blob:'],
        connectSrc: ["'self'", 'ws:', 'wss:'],
        objectSrc: ["'none'"],
        frameAncestors: ["'none'"],
        upgradeInsecureRequests: secure ? [] : null,
      },
    },
    crossOriginOpenerPolicy: secure,
    strictTransportSecurity: secure,
    originAgentCluster: secure,
  });
  await app.register(cookie);
  await app.register(compress, { global: true, threshold: 2_048, encodings: ['gzip'] });
}
