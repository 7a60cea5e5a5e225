import { WitnessFolder } from '@server/witness';
import { witnessServer } from './server';
import { readSettings } from './settings';

try {
  const { name, folder, host, port, logs } = readSettings(process.env);
  const witness = new WitnessFolder(folder, name, logs);
  const server = witnessServer(witness, () => Date.now());
  server.listen(port, host, () => {
    const address = server.address();
    const actual = typeof address === 'object' && address ? address.port : port;
    console.log(`witness ${name} listens on http://${host}:${actual}`);
    console.log(`verifier key: ${witness.signer.key.text}`);
    console.log(`watching: ${logs.map((key) => key.name).join(', ')}`);
  });
  for (const signal of ['SIGINT', 'SIGTERM'] as const) {
    process.once(signal, () => server.close());
  }
} catch (error) {
  console.error(error instanceof Error ? error.message : error);
  process.exitCode = 2;
}
