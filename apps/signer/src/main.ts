import { chmodSync, mkdirSync, rmSync } from 'node:fs';
import { LogKeyFolder } from '@server/witness';
import { signerServer } from './server';
import { readSettings } from './settings';

try {
  const { seed, origin, folder, socket } = readSettings(process.env);
  mkdirSync(folder, { recursive: true, mode: 0o700 });
  rmSync(socket, { force: true });
  const key = new LogKeyFolder(folder, seed);
  const server = signerServer(key, origin);
  server.listen(socket, () => {
    chmodSync(socket, 0o660);
    console.log(`signer of ${origin} listens on ${socket}`);
    console.log(`verifier key: ${key.signer(origin).key.text}`);
    console.log(`signed last: ${key.lastSigned().size}`);
  });
  for (const signal of ['SIGINT', 'SIGTERM'] as const) {
    process.once(signal, () => server.close());
  }
} catch (error) {
  console.error(error instanceof Error ? error.message : error);
  process.exitCode = 2;
}
