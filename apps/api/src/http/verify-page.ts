import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { existsSync, readFileSync } from 'node:fs';
import { resolve } from 'node:path';

/** The policy a page carries in itself, so that it is the same from a file and from here. */
const POLICY = /<meta http-equiv="content-security-policy" content="([^"]+)"/;

/**
 * Serves the offline verifier at `/verify.html` and its digest, in the form of `sha256sum`, at `/verify.html.sha256`.
 * Not built: nothing is served.
 */
export function mountVerifyPage(
  app: NestFastifyApplication,
  file = resolve(process.cwd(), 'dist/verify.html'),
): void {
  if (!existsSync(file)) return;
  const page = readFileSync(file);
  const sum = readFileSync(`${file}.sha256`, 'utf8');
  const policy = `${POLICY.exec(page.toString('utf8'))?.[1] ?? "default-src 'none'"}; frame-ancestors 'none'`;
  const fastify = app.getHttpAdapter().getInstance();
  fastify.get('/verify.html', (_, reply) =>
    reply
      .header('content-security-policy', policy)
      .header('cache-control', 'no-cache')
      .type('text/html; charset=utf-8')
      .send(page),
  );
  fastify.get('/verify.html.sha256', (_, reply) =>
    reply.header('cache-control', 'no-cache').type('text/plain; charset=utf-8').send(sum),
  );
}
