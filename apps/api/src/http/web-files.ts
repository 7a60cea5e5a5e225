import fastifyStatic from '@fastify/static';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { existsSync } from 'node:fs';
import { join, resolve } from 'node:path';

/**
 * Serves the built web app: hashed assets for a year, and `index.html` for every page address of the app.
 * Without a build (tests of the API alone) nothing is served.
 */
export async function mountWeb(app: NestFastifyApplication, folder = webFolder()): Promise<void> {
  if (!existsSync(join(folder, 'index.html'))) return;
  const fastify = app.getHttpAdapter().getInstance();
  await app.register(fastifyStatic, {
    root: folder,
    wildcard: false,
    index: false,
    setHeaders(reply, path) {
      const hashed = path.includes(join(folder, 'assets'));
      void reply.header(
        'cache-control',
        hashed ? 'public, max-age=31536000, immutable' : 'no-cache',
      );
    },
  });
  // A route, not a not-found handler: Nest sets its own, and Fastify allows only one.
  fastify.get('/*', (request, reply) => {
    const isPage = !/^\/(api|socket\.io|assets|checkpoint|tile)\b/.test(request.url);
    if (isPage) return reply.sendFile('index.html');
    return reply
      .status(404)
      .type('application/problem+json')
      .send({ status: 404, code: 'request.not_found', traceId: request.id });
  });
}

/** Where the built web app lies. */
export function webFolder(): string {
  return resolve(process.cwd(), 'dist/apps/web');
}
