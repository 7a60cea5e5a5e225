import type { NestFastifyApplication } from '@nestjs/platform-fastify';

const PATIENCE_MS = 10_000;

/**
 * A stop waits for the answers under way, ten seconds at most: a reader who left a download half read would keep
 * the process for as long as its connection lives, and whoever restarts it would kill it in the middle of its work.
 */
export function mountFarewell(app: NestFastifyApplication): void {
  const fastify = app.getHttpAdapter().getInstance();
  fastify.addHook('preClose', (done) => {
    setTimeout(() => {
      fastify.server.closeAllConnections();
    }, PATIENCE_MS).unref();
    done();
  });
}
