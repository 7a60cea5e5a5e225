import { spawn, type ChildProcess } from 'node:child_process';
import { existsSync } from 'node:fs';
import { createServer } from 'node:net';
import { resolve } from 'node:path';

const SERVER = resolve(__dirname, '../../apps/api/src/main.js');

/** A port nobody listens on now. */
export async function freePort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1');
  await new Promise((done) => server.once('listening', done));
  const address = server.address();
  await new Promise((done) => server.close(done));
  return typeof address === 'object' && address ? address.port : 0;
}

/** The product as people run it, in a process of its own. */
export interface RealServer {
  readonly url: string;
  stop(): Promise<void>;
}

/** Starts the built server on a folder and waits until it answers. Throws when it was not built. */
export async function realServer(environment: Record<string, string>): Promise<RealServer> {
  if (!existsSync(SERVER)) throw new Error('build the server first: npm run build:server');
  const port = await freePort();
  const url = `http://127.0.0.1:${port}`;
  const child: ChildProcess = spawn(process.execPath, [SERVER], {
    env: { ...process.env, LOG_LEVEL: 'silent', ...environment, PORT: String(port) },
    stdio: 'ignore',
  });
  await answering(`${url}/healthz`);
  return {
    url,
    stop: () =>
      new Promise((done) => {
        child.once('exit', () => done());
        child.kill('SIGTERM');
      }),
  };
}

/** Waits until an address answers. */
export async function answering(url: string): Promise<void> {
  for (let tries = 0; tries < 600; tries++) {
    const answer = await fetch(url).catch(() => null);
    if (answer?.ok) return;
    await new Promise((done) => setTimeout(done, 100));
  }
  throw new Error(`${url} does not answer`);
}
